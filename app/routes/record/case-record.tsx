import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { caseRecordPage, type CaseRecordPage } from '#app/domain/record/case-record-page.server.ts';
import { moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { SecondaryButton } from '#app/ui/buttons.tsx';
import { CaseNav } from '#app/ui/case-nav.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';
import { caseAsked } from '../stages/door.server.ts';
import { titled } from '../stages/titled.ts';
import classes from './record.module.css';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await caseAsked(asked);
  return (await caseRecordPage(reader(), file)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled('The record', data?.case.title);

export default function CaseRecord() {
  const page = useLoaderData<typeof loader>();
  const whole = page.faults.length === 0;
  return (
    <Page
      title="The record" caption={page.case.title} back={{ to: `/cases/${page.case.id}/activity`, label: 'Activity' }} wide
      nav={<CaseNav of={page.case} current="activity" />}
      tag={<StatusTag tone={whole ? 'green' : 'red'}>{whole ? 'Whole' : 'Does not hold'}</StatusTag>}
      lead={<p>{whole ? `Checked just now: ${count(page.entries, 'entry', 'entries')}, each following the one before, and ${count(page.seals, 'row', 'rows')} of versions, reviews and decisions that nobody has changed.` : 'Checked just now. Something was changed outside Slipway. Tell the support unit before you rely on this case.'}</p>}
    >
      {whole ? null : <Faults faults={page.faults} />}
      {page.clockWentBack ? <p>{`${count(page.clockWentBack, 'entry has an earlier time', 'entries have an earlier time')} than the one before, as when a clock is set back. They stand in the order in which they were written.`}</p> : null}
      <section>
        <h2>Signed</h2>
        <p>With each decision, and once a day, Slipway signs where the record stands and keeps that apart from the database. Compare these with a decision record or a letter you hold: the same entry must have the same hash.</p>
        {page.heads.length ? <Heads heads={page.heads} /> : <p>Nothing is signed yet. The first signature is made within a day.</p>}
      </section>
      {page.mayTakeCopy ? <TakeCopy caseId={page.case.id} /> : null}
    </Page>
  );
}

const count = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

const Faults = ({ faults }: Pick<CaseRecordPage, 'faults'>) => (
  <section>
    <h2>What does not hold</h2>
    <ul>{faults.map(({ number, what }) => <li key={`${number} ${what}`}>{`Entry ${number}: ${what}`}</li>)}</ul>
  </section>
);

const Heads = ({ heads }: Pick<CaseRecordPage, 'heads'>) => (
  <Table
    caption="Signatures, newest first" captionHidden head={[{ label: 'When' }, { label: 'Entry', numeric: true }, { label: 'What was signed' }, { label: 'Hash' }, { label: 'Key' }]}
    rows={heads.map((head) => ({ key: head.id, cells: [moment(head.at), head.number, head.what || 'The end of the day', <code key="hash" className={classes.hash}>{head.hash}</code>, <code key="key" className={classes.hash}>{head.key}</code>] }))}
  />
);

const TakeCopy = ({ caseId }: { caseId: string }) => (
  <section>
    <h2>A copy of the whole case</h2>
    <p>A zip file with every answer, version, decision and document, the record and its keys, and a small script that checks all of it without Slipway. It holds what people wrote in confidence. Taking it is recorded.</p>
    <form method="post" action={`/cases/${caseId}/record/copy`}><SecondaryButton>Download the whole case</SecondaryButton></form>
  </section>
);
