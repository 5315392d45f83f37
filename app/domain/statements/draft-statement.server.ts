import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { agreedChangesOf } from '#db/tables/benefit-changes.server.ts';
import { storiesOf } from '#db/tables/benefit-stories.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { statementsOf } from '#db/tables/statements.server.ts';
import { verdictsOf } from '#db/tables/verdicts.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import { generalCaveats } from '#workflows/caveats.ts';
import { monthsBetween } from '#workflows/dates.ts';
import { inWords } from '#workflows/form.ts';
import { dayOf } from '../../lib/dates.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { sha256Of } from '../stages/submissions.server.ts';
import { proposalsFor } from '../verdicts/proposals.server.ts';
import { lastSent } from '../verdicts/sent-answers.server.ts';
import { publicBenefit } from './public-benefit.server.ts';
import type { Line, StatementBody } from './statement-body.ts';
import type { StatementForm } from './statements.schema.ts';

/** A statement as it would be published now: its body, the bytes that would be kept, and their hash. */
export interface Draft {
  body: StatementBody;
  json: string;
  sha256: string;
}

/** Everything that stands or was dropped, with the words and stories its owners chose. Throws when the case is not live: ask first. */
export async function draftStatement(reader: Reader, file: CaseFile, { words, stories: chosen }: StatementForm): Promise<Draft> {
  const rows = await benefitsOf(reader, file.case.id);
  const ids = rows.map(({ id }) => id);
  const live = rows.filter(({ withdrawn_at }) => withdrawn_at === null);
  const [proposals, verdicts, changes, stories, earlier, organisations, ownership, surplus] = await Promise.all([
    proposalsFor(reader, file, live), verdictsOf(reader, ids), agreedChangesOf(reader, ids), storiesOf(reader, ids), statementsOf(reader, file.case.id),
    organisationsByIds(reader, [file.case.parent_id, file.case.commissioner_id].flatMap((id) => id ?? [])), linesSent(reader, file, 'governance', OWNERSHIP), linesSent(reader, file, 'review', SURPLUS),
  ]);
  const standing = inForce(verdicts);
  const named = (id: string | null) => organisations.find((o) => o.id === id)?.name ?? null;
  const { title, summary, reference, shown_as: shownAs, live_on: liveOn } = file.case;
  if (liveOn === null) throw new Error('A case that is not live has no statement');
  const benefits = live.map((row) => publicBenefit(proposals.get(row.id)!, standing.findLast((v) => v.benefit_id === row.id), changes.filter((c) => c.benefit_id === row.id)));
  const shared = benefits.length > 1 ? benefits[0]!.caveats.filter((words) => benefits.every(({ caveats }) => caveats.includes(words))) : [];
  const body: StatementBody = {
    slipway: 1, number: (earlier.at(-1)?.number ?? 0) + 1, publishedOn: today(), shownAs,
    service: { title, summary, reference, route: file.pathway.title, parent: named(file.case.parent_id), commissioner: named(file.case.commissioner_id) },
    liveOn, monthsLive: monthsBetween(liveOn, today()), words,
    benefits: benefits.map((benefit) => ({ ...benefit, caveats: benefit.caveats.filter((words) => !shared.includes(words)) })),
    dropped: rows.flatMap((row) => (row.withdrawn_at ? [{ number: row.number, title: row.title, reason: row.withdrawn_reason ?? '', on: dayOf(row.withdrawn_at) }] : [])),
    stories: stories.filter((story) => chosen.includes(story.id) && mayBeShown(story)).map((story) => ({ id: story.id, benefit: rows.find(({ id }) => id === story.benefit_id)!.number, sha256: hashOfStory(story) })),
    ownership, surplus, caveats: generalCaveats(monthsBetween(liveOn, today()), shared),
  };
  const json = canonicalJson(body);
  return { body, json, sha256: sha256Of(json) };
}

/** Whoever gave it lets it be shown outside, today. */
export const mayBeShown = ({ consent, withdrawn_at }: Pick<Row<'benefit_stories'>, 'consent' | 'withdrawn_at'>): boolean => consent !== 'none' && withdrawn_at === null;

export const hashOfStory = ({ kind, text, person_name: name, heard_on: heardOn }: Row<'benefit_stories'>): string => sha256Of(canonicalJson({ kind, text, name, heardOn }));

/* Questions of the stages in the words of a statement, read where the pathway of the case asks them. */
const OWNERSHIP = {
  'gov.name': 'Name', 'gov.company_no': 'Registration number', 'gov.legal_form': 'Legal form', 'gov.asset_lock': 'Asset lock', 'gov.lock_body': 'If it closes, what is left goes to',
  'gov.dividend_policy': 'Dividends', 'gov.dividend_cap': 'Cap on dividends', 'gov.ownership': 'Owners',
};
const SURPLUS = { 'rev.period_from': 'From', 'rev.period_to': 'To', 'rev.surplus': 'Surplus or deficit', 'rev.surplus_use': 'Use' };

/** What was last sent, a line for each answer that was given and anybody may read; a table becomes a line for each of its rows. */
async function linesSent(reader: Reader, file: CaseFile, stage: 'governance' | 'review', words: Readonly<Record<string, string>>): Promise<Line[]> {
  const sent = await lastSent(reader, file, stage, Object.keys(words), []);
  const given = Object.keys(words).flatMap((key) => sent?.answers.find((answer) => answer.key === key && answer.missing === 'no') ?? []);
  return given.flatMap(({ key, shown, text }): Line[] => {
    if (shown.kind !== 'table') return [{ key: words[key]!, value: text }];
    const cells = (row: string[]) => row.slice(1).map((cell, i) => `${shown.head[i + 1]?.title.replace(' (%)', '') ?? ''}: ${cell || 'not given'}`).join('. ');
    return shown.rows.map((row) => ({ key: inWords(`${words[key]!}: ${row[0] ?? ''}`, file.pathway), value: cells(row) }));
  });
}
