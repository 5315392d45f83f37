import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionById, decisionsOf } from '#db/tables/decisions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { headsOf } from '#db/tables/record.server.ts';
import { organisationById } from '#db/tables/organisations.server.ts';
import { personById } from '#db/tables/people.server.ts';
import { submissionById } from '#db/tables/submissions.server.ts';
import { spanInWords } from '#workflows/dates.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeReviews, maySeeSubmission } from '../cases/cases.policy.ts';
import { boardOnRecord, type BoardOnRecord } from '../boards/board-on-record.server.ts';
import { dayOf, instant } from '../clock.server.ts';
import { hiddenFrom } from '../events/timeline.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { reviewsGiven, type ReviewShown } from '../stages/reviews-given.server.ts';
import { BLOCKS, CHANGE, DECLINE_REASONS, VERDICTS, type DecisionDraft } from './decisions.schema.ts';
import { mayBeTold } from './records.server.ts';

export type VerdictTone = 'green' | 'teal' | 'amber' | 'red' | 'violet';
export interface RecordPage {
  id: string;
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  outcome: Row<'decisions'>['outcome'];
  verdict: { words: string; tone: VerdictTone };
  by: string;
  /** "deputy for Karen Hall (1 to 9 May 2026)"; '' when they decided for themself. */
  deputy: string;
  jobTitle: string;
  organisation: string;
  line: 'first' | 'second';
  at: string;
  version: number;
  sha256: string;
  note: string;
  onBehalfOf: string;
  minutes: string;
  /** The board that gave its views before it; null when none was convened. */
  board: BoardOnRecord | null;
  reasons: { title: string; text: string }[];
  /** Titles of the answers a request for changes was limited to; empty when it was not. */
  only: string[];
  criteria: { id: string; title: string; verdict: 'met' | 'partly' | 'notMet'; words: string; note: string }[];
  conditions: { id: string; text: string; evidence: string; owner: string; dueOn: string; before: string }[];
  reviews: ReviewShown[];
  /** Each time the version was sent, opened, reviewed and decided on. */
  trail: { id: string; at: string; words: string }[];
  /** When it ceased to be in force, and why not: it is kept. */
  voidedAt: string | null;
  /** An interest its signer declared afterwards: the day, and what it is. */
  interestSince: { at: string; words: string } | null;
  /** Where it stands in the record: compare it with a letter or a copy you hold. Null for a decision older than the record. */
  entry: { number: number; hash: string; key: string } | null;
  /** The other line's decision on the same version. */
  others: { id: string; words: string }[];
  /** The team can be written to: the decision stands, assured where it must be. */
  hasLetter: boolean;
  printedAt: string;
}

const VERDICTS_OF: Record<Row<'decisions'>['outcome'], RecordPage['verdict']> = {
  approved: { words: 'Approved', tone: 'green' },
  approvedWithConditions: { words: 'Approved with conditions', tone: 'teal' },
  changesRequested: { words: 'Changes requested', tone: 'amber' },
  declined: { words: 'Declined', tone: 'red' },
  assured: { words: 'Assured', tone: 'green' },
  queried: { words: 'Queried', tone: 'amber' },
  stopped: { words: 'Stopped', tone: 'red' },
};

/** The certificate of one decision; undefined when it is not there for this person. */
export async function recordPage(reader: Reader, file: CaseFile, stage: string, decisionId: string): Promise<RecordPage | undefined> {
  const found = stageInFile(file, stage);
  const decision = await decisionById(reader, decisionId);
  if (!found || decision?.case_id !== file.case.id || decision.stage !== found.key) return undefined;
  if (!maySeeSubmission(file.roles, file.standings, found.key)) return undefined;
  const [submission, signer, organisation, conditions, all, events] = await Promise.all([
    submissionById(reader, decision.submission_id), personById(reader, decision.by), decision.organisation_id ? organisationById(reader, decision.organisation_id) : undefined,
    conditionsOf(reader, file.case.id), decisionsOf(reader, file.case.id), eventsOf(reader, file.case.id, { limit: 500, kinds: TRAIL.filter((kind) => !hiddenFrom(file).includes(kind)) }),
  ]);
  const own = conditions.filter((c) => c.decision_id === decision.id);
  const trail = events.filter((e) => fromJson<{ submission?: string }>(e.subject_json).submission === decision.submission_id).reverse();
  const name = await namesOf(reader, [...own.map((c) => c.owner_id), ...trail.map((e) => e.actor_id), decision.for_id]);
  const given = maySeeReviews(file.roles) ? (await reviewsGiven(reader, file, found.entry, decision.submission_id)).reviews : [];
  return {
    id: decision.id,
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
    outcome: decision.outcome,
    verdict: VERDICTS_OF[decision.outcome],
    by: signer?.name ?? 'Somebody',
    deputy: decision.for_id ? `deputy for ${name(decision.for_id)}${daysOf(file, decision)}` : '',
    jobTitle: signer?.job_title ?? '',
    organisation: organisation?.name ?? '',
    line: decision.line,
    at: decision.at,
    version: submission?.number ?? 0,
    sha256: decision.sha256,
    note: decision.note,
    onBehalfOf: decision.on_behalf_of,
    minutes: decision.minutes,
    board: decision.line === 'first' && maySeeReviews(file.roles) ? await boardOnRecord(reader, file, decision) : null,
    reasons: fromJson<DecisionDraft['reasons']>(decision.reasons_json).map(({ code, text }) => ({ title: code === CHANGE ? 'What must change' : (DECLINE_REASONS.find(([known]) => known === code)?.[1] ?? code), text })),
    only: (fromJson<string[]>(decision.only_json) ?? []).map((key) => inWords(placeOf(file.pathway, key)?.question.title ?? key, file.pathway)),
    criteria: criteriaOf(decision, found.entry.stage.criteria.map((c) => ({ key: c.key, title: inWords(c.title, file.pathway) }))),
    conditions: own.map((c) => ({ id: c.id, text: c.text, evidence: c.evidence, owner: name(c.owner_id), dueOn: c.due_on, before: beforeInWords(c.blocks) })),
    reviews: given,
    trail: trail.map((e) => ({ id: e.id, at: e.at, words: `${name(e.actor_id)} ${e.sentence}` })),
    voidedAt: decision.voided_at,
    interestSince: interestSince(file, decision),
    entry: await entryOf(reader, file.case.id, trail.find((e) => fromJson<{ decision?: string }>(e.subject_json).decision === decision.id)),
    others: all.filter((d) => d.submission_id === decision.submission_id && d.id !== decision.id).map((d) => ({ id: d.id, words: VERDICTS_OF[d.outcome].words })),
    hasLetter: mayBeTold(decision, all, found.entry.signOff.secondLine === 'assures'),
    printedAt: instant(),
  };
}

function interestSince({ interests }: CaseFile, { by, at }: Row<'decisions'>): RecordPage['interestSince'] {
  const later = interests.find((i) => i.person_id === by && i.kind !== 'none' && i.declared_at > at);
  return later ? { at: later.declared_at, words: later.detail } : null;
}

/** The entry of a decision with the key that signed it. */
async function entryOf(reader: Reader, caseId: string, event: Row<'events'> | undefined): Promise<RecordPage['entry']> {
  const head = event && (await headsOf(reader, caseId)).find(({ number, hash }) => number === event.number && hash === event.hash);
  return head ? { number: head.number, hash: head.hash, key: head.key_id } : null;
}

const TRAIL = ['stage.submit', 'stage.read', 'review.send', 'board.convene', 'board.view', 'board.dissolve', 'stage.approve', 'stage.approveWithConditions', 'stage.requestChanges', 'stage.decline', 'stage.defer', 'stage.assure', 'stage.query', 'stage.stop'];

/** What waits for a condition, in words; '' when nothing does. */
export const beforeInWords = (blocks: string): string => (blocks === 'nothing' ? '' : (BLOCKS.find(([key]) => key === blocks)?.[1] ?? ''));

/** The days of the cover under which a deputy decided. */
function daysOf({ covers }: CaseFile, { by, for_id, role, at }: Row<'decisions'>): string {
  const on = dayOf(at);
  const cover = covers.find((c) => c.deputy_id === by && c.person_id === for_id && c.role === role && c.from_on <= on && on <= c.until_on && (c.ended_at === null || at <= c.ended_at));
  return cover ? ` (${spanInWords(cover.from_on, cover.until_on)})` : '';
}

function criteriaOf(decision: Row<'decisions'>, known: { key: string; title: string }[]): RecordPage['criteria'] {
  return fromJson<DecisionDraft['criteria']>(decision.criteria_json).flatMap(({ criterion, verdict, note }) =>
    verdict ? [{ id: criterion, title: known.find((c) => c.key === criterion)?.title ?? criterion, verdict, words: VERDICTS.find(([key]) => key === verdict)![1], note }] : [],
  );
}
