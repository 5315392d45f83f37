import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { recordPage, type RecordPage } from '#app/domain/decisions/record-page.server.ts';
import { interestSince, noLongerInForce, recordRows, type RecordRow } from '#app/domain/decisions/record-rows.ts';
import { day, moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { DecisionRecord } from '#app/ui/decision-record.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { readingAsked } from '../stages/door.server.ts';
import { MembersTable } from '../boards/members-table.tsx';
import { titled } from '../stages/titled.ts';
import { decisionPath } from './steps.ts';

export const handle = { script: false };

export async function loader(asked: LoaderFunctionArgs) {
  const { file } = await readingAsked(asked);
  return (await recordPage(reader(), file, asked.params.stage!, asked.params.decision!)) ?? notFound();
}

export const meta: MetaFunction<typeof loader> = ({ data }) => titled(data && `Decision on the ${data.stage.noun}, version ${data.version}`, data?.case.title);

const TONES = { met: 'green', partly: 'amber', notMet: 'red' } as const;

export default function Record() {
  const page = useLoaderData<typeof loader>();
  const path = `/cases/${page.case.id}/stages/${page.stage.key}`;
  const record = `${decisionPath(page.case.id, page.stage.key)}/record/${page.id}`;
  const ended = noLongerInForce(page.voidedAt);
  return (
    <Page title={`Decision on the ${page.stage.noun}`} caption={page.case.title} back={{ to: path, label: page.stage.title }} wide>
      {ended ? <Inset><p>{ended}</p></Inset> : null}
      {page.interestSince ? <Inset><p>{interestSince(page)}</p></Inset> : null}
      <DecisionRecord
        verdict={page.verdict} rows={recordRows(page).map((row) => ({ key: row.key, value: <Value row={row} path={path} version={page.version} /> }))}
        conditions={page.conditions.map((c) => ({ id: c.id, text: c.text, evidence: c.evidence, owner: c.owner, due: day(c.dueOn), ...(c.before && { before: c.before.toLowerCase() }) }))}
        criteria={page.criteria.map((c) => ({ id: c.id, title: c.title, met: { words: c.words, tone: TONES[c.verdict] }, ...(c.note && { reason: c.note }) }))}
        footing={`${page.case.reference}, ${page.stage.noun} version ${page.version}, content ${page.sha256}, printed ${moment(page.printedAt)}`}
      />
      {page.board ? <BoardRecord board={page.board} /> : null}
      <p className="no-print"><a href={`${record}/record.pdf`} download>Download as PDF</a>{page.hasLetter ? <>{'. '}<Link to={`${record}/letter`}>See the letter to the team</Link></> : null}</p>
      {page.others.length ? <p>{'Other decisions on this version: '}{page.others.map((o, i) => <span key={o.id}>{i ? ', ' : ''}<Link to={`${decisionPath(page.case.id, page.stage.key)}/record/${o.id}`}>{o.words}</Link></span>)}</p> : null}
    </Page>
  );
}

function Value({ row: { value, to }, path, version }: { row: RecordRow; path: string; version: number }) {
  if (typeof value !== 'string') return <ul>{value.map((line, i) => <li key={i}>{line}</li>)}</ul>;
  const address = to && { version: `${path}/versions/${version}`, record: path.replace(/\/stages\/.*/, '/record') }[to];
  return address ? <Link to={address}>{value}</Link> : value;
}

const BoardRecord = ({ board }: { board: NonNullable<RecordPage['board']> }) => (
  <section>
    <h2>Views of the board</h2>
    <p>{`${sentence(board.name)} of ${day(board.meetsOn)}. ${board.quorum} views were needed. The views are advice; the decision is the signer's.`}</p>
    <MembersTable members={board.members} />
  </section>
);

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
