import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dischargePage } from '#app/domain/conditions/discharge-page.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { day, dayOf } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import { decisionPath } from '../decisions/steps.ts';
import { readingAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  return (await dischargePage(reader(), file, asked.params.stage!)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Conditions of the ${data.stage.noun}: all settled`, data?.case.title);

/** The discharge letter: made to be printed and kept with the decision record. */
export default function Discharge() {
  const { case: head, stage, decision, at, conditions } = useLoaderData<typeof loader>();
  const body = decision.organisation ? ` for ${decision.organisation}` : '';
  return (
    <Page title={`Conditions of the ${stage.noun}: all settled`} caption={head.title} back={{ to: `/cases/${head.id}/conditions`, label: 'Conditions' }} wide>
      <p>{`On ${day(dayOf(decision.at))} ${decision.by} approved the ${stage.noun} of ${head.title} (${head.reference})${body}, with ${conditions.length === 1 ? 'one condition' : `${conditions.length} conditions`}. Since ${day(dayOf(at))} none of them is open. The approval is complete.`}</p>
      <Table
        caption="What was asked, and how it was settled" head={[{ label: 'Condition' }, { label: 'What was asked' }, { label: 'Settled' }, { label: 'By' }, { label: 'What was said' }]}
        rows={conditions.map((c) => ({ key: c.id, cells: [c.number, c.text, c.how, `${c.by}, ${day(dayOf(c.at))}`, c.note || 'Nothing more'] }))}
      />
      <p><Link to={`${decisionPath(head.id, stage.key)}/record/${decision.id}`}>See the decision record</Link></p>
    </Page>
  );
}
