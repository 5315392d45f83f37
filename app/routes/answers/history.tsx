import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { answerHistory } from '#app/domain/answers/answer-pages.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { requireActor } from '#app/domain/people/actor.server.ts';
import { moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Details } from '#app/ui/details.tsx';
import { Diff } from '#app/ui/diff.tsx';
import { Page } from '#app/ui/page.tsx';
import { Prose } from '#app/ui/prose.tsx';

export const handle = { script: false };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const file = (await caseForActor(reader(), actor, params.case!)) ?? notFound();
  const page = (await answerHistory(reader(), file, params.question!)) ?? notFound();
  await noteSharedReading(file, page.stage);
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `Earlier wordings - ${page.case.title} - Slipway` : 'Slipway' }];

export default function History() {
  const { case: head, title, back, wordings } = useLoaderData<typeof loader>();
  return (
    <Page title="Earlier wordings" caption={title} back={back} lead={<p>Every wording this answer has had, newest first. None is ever lost.</p>}>
      {wordings.length === 0 ? <p>Nobody has answered this yet.</p> : null}
      {wordings.map((wording, i) => (
        <section key={wording.id}>
          <h2>{i === 0 && wording.collided === null ? 'Now' : moment(wording.at)}</h2>
          <p className="quiet">{`${wording.by}, ${moment(wording.at)}`}</p>
          {wording.taken ? <p>{`Words offered by ${wording.taken.by}, taken by ${wording.by}. `}<Link to={`/cases/${head.id}/comments/${wording.taken.commentId}`}>See the suggestion<span className="visually-hidden">{` taken ${moment(wording.at)}`}</span></Link></p> : null}
          {wording.collided ? <p>{wording.collided === 'open' ? <>This came while somebody else was writing. <Link to={`/cases/${head.id}/collisions/${wording.id}`}>Choose which to keep</Link></> : 'This came while somebody else was writing. It was settled.'}</p> : null}
          {wording.before ? <Diff before={wording.before} after={wording.text} /> : <Prose text={wording.text} />}
          {wording.before ? <Details summary="See this wording without the changes"><Prose text={wording.text} /></Details> : null}
        </section>
      ))}
    </Page>
  );
}
