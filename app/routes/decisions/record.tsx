import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { reader } from '#app/domain/database.server.ts';
import { recordPage, type RecordPage } from '#app/domain/decisions/record-page.server.ts';
import { VERDICT_TITLES } from '#app/domain/stages/reviews.policy.ts';
import { day, dayOf, moment } from '#app/lib/dates.ts';
import { notFound } from '#app/lib/responses.ts';
import { DecisionRecord } from '#app/ui/decision-record.tsx';
import { Inset } from '#app/ui/inset.tsx';
import { Page } from '#app/ui/page.tsx';
import { readingAsked } from '../stages/door.server.ts';
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
  return (
    <Page title={`Decision on the ${page.stage.noun}`} caption={page.case.title} back={{ to: path, label: page.stage.title }} wide>
      {page.voidedAt ? <Inset><p>{`This decision has not been in force since ${day(dayOf(page.voidedAt))}. It is kept as it was recorded.`}</p></Inset> : null}
      <DecisionRecord
        verdict={page.verdict} rows={rowsOf(page, path)}
        conditions={page.conditions.map((c) => ({ id: c.id, text: c.text, evidence: c.evidence, owner: c.owner, due: day(c.dueOn), ...(c.before && { before: c.before.toLowerCase() }) }))}
        criteria={page.criteria.map((c) => ({ id: c.id, title: c.title, met: { words: c.words, tone: TONES[c.verdict] }, ...(c.note && { reason: c.note }) }))}
        footing={`${page.case.reference}, ${page.stage.noun} version ${page.version}, content ${page.sha256}, printed ${moment(page.printedAt)}`}
      />
      {page.others.length ? <p>{'Other decisions on this version: '}{page.others.map((o, i) => <span key={o.id}>{i ? ', ' : ''}<Link to={`${decisionPath(page.case.id, page.stage.key)}/record/${o.id}`}>{o.words}</Link></span>)}</p> : null}
    </Page>
  );
}

function rowsOf(page: RecordPage, path: string) {
  const who = [page.by, page.jobTitle, page.organisation].filter(Boolean).join(', ');
  return [
    { key: 'Case', value: `${page.case.title}, ${page.case.reference}` },
    { key: 'Decided on', value: <Link to={`${path}/versions/${page.version}`}>{`${page.stage.title}, version ${page.version}`}</Link> },
    { key: page.line === 'first' ? 'Decided by' : 'Second line', value: who },
    ...(page.onBehalfOf ? [{ key: 'Recorded for', value: page.onBehalfOf }] : []),
    { key: 'When', value: moment(page.at) },
    ...(page.reasons.length ? [{ key: 'Reasons', value: <ul>{page.reasons.map((r) => <li key={r.title + r.text}>{r.title}{r.text ? `: ${r.text}` : ''}</li>)}</ul> }] : []),
    ...(page.note ? [{ key: page.verdict.words === 'Declined' ? 'What would change this' : 'Note', value: page.note }] : []),
    ...(page.reviews.length ? [{ key: 'Others who gave a view', value: <ul>{page.reviews.map((r) => <li key={r.id}>{`${r.title}: ${VERDICT_TITLES[r.verdict].toLowerCase()}. ${r.by}, ${day(dayOf(r.at))}`}</li>)}</ul> }] : []),
    { key: 'What led to it', value: <ul>{page.trail.map((t) => <li key={t.id}>{`${t.words}, ${moment(t.at)}`}</li>)}</ul> },
  ];
}
