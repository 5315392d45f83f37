import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { unsettledMustChanges } from '#db/tables/comments.server.ts';
import { liveDecision } from '#db/tables/decisions.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import { marksOf } from '#db/tables/marks.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { PathwayStage, StageKey } from '#workflows/definition.ts';
import type { CaseFacts, StageFacts } from '#workflows/facts.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import { inWords, sectionsOf, stageOf, compute, type Answer, type CaseForm } from '#workflows/form.ts';
import { readinessOf, type Marks } from '#workflows/status.ts';
import { landmarksOf } from '#workflows/landmarks.ts';
import { assuranceOf, type Assurance } from '#workflows/second-line.ts';
import { caseForm, type LoadedForm } from '../answers/case-form.server.ts';
import { undecidedBenefits } from '../benefits/threads.server.ts';
import { loadBoard, type BoardLoaded } from '../boards/load-board.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { wordsOf } from '../conditions/conditions.policy.ts';
import { signerIn, type Signer } from '../covers/signers.server.ts';
import { today } from '../clock.server.ts';
import { partnersIn } from '../partners/partners.server.ts';
import { bodyOf } from './submissions.server.ts';
import { asksInterest, REVIEW_TITLES } from './reviews.policy.ts';

/** What a command about one stage needs: the facts for the law, and the rows they were made of. */
export interface StageLoaded {
  key: StageKey;
  row: Row<'stages'>;
  entry: PathwayStage;
  form: LoadedForm;
  marks: Marks;
  submission: Row<'submissions'> | undefined;
  reviews: Row<'reviews'>[];
  board: BoardLoaded;
  assurance: Assurance;
  /** The questions the approver's request for changes is limited to; empty when it is not. */
  only: string[];
  /** The actor as the one to sign it. */
  signer: Signer;
  facts: StageFacts;
}

/** Gathers the facts of one stage. `sawSha256`: the version the person looked at, when they act on one. */
export async function loadStage(reader: Reader, file: CaseFile, key: StageKey, sawSha256?: string): Promise<StageLoaded> {
  const row = file.stages.get(key)!;
  const entry = stageOf(file.pathway, key);
  const [form, marks, submission] = await Promise.all([
    caseForm(reader, file),
    marksOfStage(reader, file, key),
    latestSubmission(reader, file.case.id, key),
  ]);
  const conditions = form.conditionRows;
  const live = submission && submission.withdrawn_at === null ? submission : undefined;
  const reviews = live ? (await reviewsOf(reader, live.id)).filter((r) => r.sent_at !== null) : [];
  const [first, board] = await Promise.all([live && liveDecision(reader, live.id, 'first'), loadBoard(reader, file, entry, live?.id)]);
  const assurance = assuranceOf(entry.signOff, landmarksOf(form).valuePence);
  const signer = await signerIn(reader, file, hasTag('stage', row.state, 'secondLine') ? 'secondLine' : 'sponsor', reviews);
  const self = [file.actor.id, signer.away?.id];
  const only = fromJson<string[]>(first?.only_json ?? null) ?? [];
  const readiness = readinessOf(entry.stage, form, marks);
  const facts: StageFacts = {
    noun: inWords(entry.stage.noun, file.pathway),
    isDecided: entry.signOff.signer !== 'none',
    caseStands: standsStill(file.case.state),
    waitingFor: stagesBefore(file, entry),
    reopened: reopenedUnder(file, key),
    conditionsInTheWay: inTheWay(key, entry, conditions.filter((c) => c.stage !== key)),
    ...readiness,
    unsettledBenefits: key === 'contract' ? undecidedBenefits(form.benefitRows) : [],
    changedBeyond: only.length && submission ? changedBeyond(file, form, entry.stage, submission, only) : [],
    partnersToConfirm: (await partnersIn(reader, file, key, form)).filter((one) => one.state !== 'confirmed').map((one) => (one.state === 'changed' ? `${one.name} (changed since they confirmed)` : one.name)),
    unansweredChanges: (await unsettledMustChanges(reader, file.case.id, key)).filter((c) => c.reply === null).length,
    sentAt: live?.sent_at ?? null,
    wasOpened: live?.opened_at != null,
    exclusion: file.exclusion,
    hadAHand: signer.hadAHand,
    coverFault: signer.coverFault,
    interestSaid: !asksInterest(file),
    isStale: sawSha256 !== undefined && sawSha256 !== live?.sha256,
    missingReviews: entry.signOff.reviewers.filter((role) => !reviews.some((r) => r.role === role)).map((role) => REVIEW_TITLES[role]),
    objections: reviews.filter((r) => r.verdict === 'notSupported').map((r) => REVIEW_TITLES[r.role as keyof typeof REVIEW_TITLES]),
    board: board.facts,
    needsAssurance: assurance.needed,
    signedFirstLine: first !== undefined && (self.includes(first.by) || self.includes(first.for_id ?? '')),
    openConditions: conditions.filter((c) => c.stage === key && !hasTag('condition', c.state, 'settled')).length,
    failurePlanGaps: key === 'transfer' ? failurePlanGaps(file, form) : [],
  };
  return { key, row, entry, form, marks, submission: live, reviews, board, assurance, signer, only, facts };
}

/** Titles of answers that differ from the version last sent, outside those the request was limited to. */
function changedBeyond(file: CaseFile, form: LoadedForm, stage: PathwayStage['stage'], last: Row<'submissions'>, only: readonly string[]): string[] {
  const said = (a: Pick<Answer, 'state' | 'value' | 'knownBy' | 'reason'> | undefined) => canonicalJson([a?.state ?? null, a?.value ?? null, a?.knownBy ?? null, a?.reason ?? null]);
  const before = new Map(bodyOf(last).answers.map((a) => [a.question, a]));
  const asked = sectionsOf(stage, form).flatMap((s) => s.questions).filter((q) => !only.includes(q.key));
  return asked.filter((q) => said(form.answers.get(q.key)) !== said(before.get(q.key))).map((q) => inWords(q.title, file.pathway));
}

/** The team's declarations, and the answers of a stage with a must-change nobody has answered. */
export async function marksOfStage(reader: Reader, file: CaseFile, key: StageKey): Promise<Marks> {
  const [completed, changes] = await Promise.all([marksOf(reader, file.case.id), unsettledMustChanges(reader, file.case.id, key)]);
  return { completed: new Set(completed.map((m) => m.section)), mustChange: new Set(changes.filter((c) => c.reply === null).map((c) => c.question)) };
}

export function standsStill(caseState: string): string | null {
  if (hasTag('case', caseState, 'standing')) return describe('case', caseState).title.toLowerCase();
  return hasTag('case', caseState, 'ended') ? 'ended' : null;
}

const passed = (file: CaseFile, key: StageKey) => hasTag('stage', file.stages.get(key)?.state ?? 'notOpen', 'passed');

const stagesBefore = (file: CaseFile, { stage, opensAfter }: PathwayStage) => [
  ...new Set([...opensAfter.filter((key) => !passed(file, key)).map((key) => stageOf(file.pathway, key).stage.title), ...reopenedUnder(file, stage.key)]),
];

/** The decided stages a stage rests on, near and far, that do not stand: each had passed once, or this one would not be open. */
const reopenedUnder = (file: CaseFile, key: StageKey): string[] =>
  [...restsOn(file, key)].map((before) => stageOf(file.pathway, before)).filter(({ stage, signOff }) => signOff.signer !== 'none' && !passed(file, stage.key)).map(({ stage }) => stage.title);

const restsOn = (file: CaseFile, key: StageKey): Set<StageKey> => new Set(stageOf(file.pathway, key).opensAfter.flatMap((before) => [...restsOn(file, before), before]));

function inTheWay(key: StageKey, entry: PathwayStage, conditions: readonly Row<'conditions'>[]): string[] {
  const blocks = (c: Row<'conditions'>) =>
    (c.blocks === 'nextStage' && entry.opensAfter.includes(c.stage as StageKey)) ||
    (c.blocks === 'contract' && (key === 'contract' || key === 'transfer')) ||
    (c.blocks === 'goLive' && key === 'transfer');
  return conditions.filter((c) => !hasTag('condition', c.state, 'settled') && blocks(c)).map(wordsOf);
}

/** What an approved, exercised failure plan still lacks. */
export function failurePlanGaps(file: CaseFile, form: CaseForm): string[] {
  const gaps = passed(file, 'failure-plan') ? [] : ['The failure plan is not approved'];
  const stage = stageOf(file.pathway, 'failure-plan').stage;
  const exercised = sectionsOf(stage, form).flatMap((s) => s.questions).find((q) => q.computed?.name === 'failurePlanExercised');
  return exercised && compute(exercised, form)?.value === 'yes' ? gaps : [...gaps, 'The failure plan has not been exercised'];
}

/** The facts the case machine may know. */
export function caseFacts(file: CaseFile, form: CaseForm, conditions: readonly Row<'conditions'>[]): CaseFacts {
  return {
    reopened: reopenedUnder(file, 'transfer'),
    proposalApproved: passed(file, 'proposal'),
    contractApproved: passed(file, 'contract'),
    transferApproved: passed(file, 'transfer'),
    conditionsInTheWay: inTheWay('transfer', stageOf(file.pathway, 'transfer'), conditions),
    failurePlanGaps: failurePlanGaps(file, form),
    transferDayReached: file.case.transfer_on !== null && file.case.transfer_on <= today(),
  };
}
