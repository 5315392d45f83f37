import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { stagesPage } from '#app/domain/cases/case-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { CaseThread } from '#app/ui/case-thread.tsx';
import { Page } from '#app/ui/page.tsx';
import { TurnLine } from '#app/ui/turn-line.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  return stagesPage(reader(), file);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Stages - ${page.case.title} - Slipway` : 'Slipway' }];

export default function Stages() {
  const { case: head, thread, turns } = useLoaderData<typeof loader>();
  const mine = turns.filter((turn) => turn.whose !== 'other');
  return (
    <Page
      title="Stages" caption={head.title} back={{ to: `/cases/${head.id}`, label: head.title }} nav={<CaseNav of={head} current="stages" />} wide
      lead={<>{mine.map((turn) => <TurnLine key={turn.stage} turn={turn} {...(turn === mine[0] && turn.action && { action: turn.action })} />)}</>}
    >
      <p>Nine stages lead from first idea to a service that is running and reviewed. Some run side by side.</p>
      <CaseThread stages={thread} />
    </Page>
  );
}
