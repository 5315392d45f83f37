import { fromJson, toJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { draftsOf } from '#db/tables/comments.server.ts';
import { decisionDraft as draftRow, putDecisionDraft } from '#db/tables/decision-drafts.server.ts';
import { personById } from '#db/tables/people.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { ROLES, type Criterion, type StageKey } from '#workflows/definition.ts';
import type { StageFacts } from '#workflows/facts.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { stageGuards } from '#workflows/guards.ts';
import { countThreads, type ThreadCounts } from '#workflows/benefits.ts';
import { threadOfRow } from '../benefits/threads.server.ts';
import { boardInBrief, type BoardInBrief } from '../boards/load-board.server.ts';
import { stageCommand } from '../cases/case-command.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayDecide, maySeeSubmission } from '../cases/cases.policy.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { whoIsMailed, type Mailed } from '../notifications/who-is-mailed.server.ts';
import { inFull, peopleHolding, type Holder } from '../stages/people-named.server.ts';
import { loadStage } from '../stages/stage-facts.server.ts';
import { decisionDraft, type DecisionDraft } from './decisions.schema.ts';
import { heardOfDecision } from './heard-of-decision.server.ts';

/** What a signer has before them on every page of a decision. */
export interface DecisionDesk {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  version: { number: number; sha256: string };
  draft: DecisionDraft;
  criteria: Pick<Criterion, 'key' | 'title' | 'looksFor' | 'blocking'>[];
  /** The signer's own comments marked "Must change", not sent yet. */
  mustChanges: { id: string; title: string; text: string }[];
  /** How many of their comments go out with the decision. */
  drafts: number;
  benefits: ThreadCounts;
  /** Titles of promises that are not in the contract and have no reason. */
  undecided: string[];
  missingReviews: string[];
  /** What others must do first, as the law says it: before anything but a later day is signed, and before an approval. */
  waits: { toSign: string[]; toApprove: string[] };
  objections: string[];
  /** The board convened for this version. */
  board: BoardInBrief | null;
  /** The pathway names a board for this stage and none is convened: whether it must be. */
  boardToConvene: 'required' | 'usual' | null;
  /** Who may be made to meet a condition. */
  owners: { id: string; name: string }[];
  signer: { name: string; jobTitle: string; organisation: string };
  /** The approval must be assured by the second line before it stands. */
  needsAssurance: boolean;
  /** Why, when its value is the reason; '' otherwise. */
  assuranceWhy: string;
  /** Titles of the stages an approval may open. */
  opensNext: string[];
  /** Who hears of the outcome chosen by email. */
  mailed: Mailed;
}
export type Desk = { ok: true; desk: DecisionDesk } | { ok: false; status: 403; reason: string } | { ok: false; status: 404 } | { ok: false; status: 409 };

/** The desk of the person asking: 404 when the stage is not theirs to see, 403 when they may not decide, 409 when it is not with the approver now. */
export async function decisionDesk(reader: Reader, file: CaseFile, stage: string): Promise<Desk> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return { ok: false, status: 404 };
  if (!mayDecide(file.roles) || file.exclusion !== null) return { ok: false, status: 403, reason: file.exclusion ?? 'Only the approver can record this decision' };
  const loaded = await loadStage(reader, file, found.key);
  if (!loaded.submission || !hasTag('stage', loaded.row.state, 'approver')) return { ok: false, status: 409 };
  const why = loaded.facts.hadAHand ?? loaded.facts.coverFault;
  if (why !== null) return { ok: false, status: 403, reason: why };
  const [row, mine, people, person] = await Promise.all([
    draftRow(reader, loaded.submission.id, file.actor.id), draftsOf(reader, file.case.id, found.key, file.actor.id),
    peopleHolding(reader, file, ROLES), personById(reader, file.actor.id),
  ]);
  const draft = decisionDraft.parse(row ? fromJson(row.draft_json) : {});
  const say = (text: string) => inWords(text, file.pathway);
  const threads = loaded.form.benefitRows.map((b) => ({ title: b.title, ...threadOfRow(b) }));
  return {
    ok: true,
    desk: {
      case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
      stage: { key: found.key, title: say(found.entry.stage.title), noun: loaded.facts.noun },
      version: { number: loaded.submission.number, sha256: loaded.submission.sha256 },
      draft,
      criteria: found.entry.stage.criteria.map((c) => ({ key: c.key, title: say(c.title), looksFor: say(c.looksFor), blocking: c.blocking })),
      mustChanges: mine.filter((c) => c.kind === 'mustChange').map((c) => ({ id: c.id, title: say(placeOf(file.pathway, c.question)?.question.title ?? c.question), text: c.text })),
      drafts: mine.length,
      benefits: countThreads(threads),
      undecided: threads.filter((t) => t.undecided).map((t) => t.title),
      missingReviews: [...loaded.facts.missingReviews],
      waits: { toSign: unmet(loaded.facts, 'boardConvened', 'boardHeard'), toApprove: unmet(loaded.facts, 'reviewsAreIn') },
      objections: [...loaded.facts.objections],
      board: boardInBrief(loaded.board),
      boardToConvene: loaded.board.row || !found.entry.signOff.board ? null : found.entry.signOff.board.required ? 'required' : 'usual',
      owners: ownersAmong(people, file.actor.id),
      signer: { name: file.actor.name, jobTitle: person?.job_title ?? '', organisation: people.find((p) => p.id === file.actor.id && p.role === 'sponsor')?.organisation ?? '' },
      needsAssurance: loaded.facts.needsAssurance,
      assuranceWhy: loaded.assurance.why,
      opensNext: file.pathway.stages.filter((s) => s.opensAfter.includes(found.key) && file.stages.get(s.stage.key)?.opened_at === null).map((s) => say(s.stage.title)),
      mailed: await mailedOf(reader, file, draft.outcome, loaded.facts.needsAssurance),
    },
  };
}

/** The sentences of those guards that say no, whatever is chosen. */
const unmet = (facts: StageFacts, ...names: ('boardConvened' | 'boardHeard' | 'reviewsAreIn')[]): string[] =>
  names.map((name) => stageGuards[name]).flatMap(({ test, sentence }) => (test(facts) ? [] : [sentence(facts)]));

function mailedOf(reader: Reader, file: CaseFile, outcome: DecisionDraft['outcome'], needsAssurance: boolean): Promise<Mailed> {
  const toAssure = needsAssurance && (outcome === 'approved' || outcome === 'approvedWithConditions');
  return whoIsMailed(reader, outcome ? Object.values(heardOfDecision(file, outcome, toAssure)) : [], file.actor.id);
}

/** Everyone in the case but its approvers, auditors and mentors: the lead first, then the team, then the others. */
function ownersAmong(people: readonly Holder[], signer: string): DecisionDesk['owners'] {
  const ordered = [...people].filter((p) => p.role !== 'sponsor' && p.role !== 'auditor' && p.role !== 'mentor' && p.id !== signer).sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  return [...new Map(ordered.map((p) => [p.id, { id: p.id, name: inFull(p) }])).values()];
}

/** Keeps what the signer has chosen so far. Nothing is sent by it; a newer version begins a new draft. */
export async function keepDecisionDraft(actor: Actor, caseId: string, stage: string, change: Partial<DecisionDraft> | ((draft: DecisionDraft) => Partial<DecisionDraft>)): Promise<Done<DecisionDraft> | Refused> {
  return stageCommand({ actor, caseId, stage, as: ['sponsor'] }, async (tx, file, loaded, at) => {
    if (!mayDecide(file.roles) || file.exclusion !== null) return refused(403, file.exclusion ?? 'Only the approver can record this decision');
    if (!loaded.submission || !hasTag('stage', loaded.row.state, 'approver')) return refused(409, `The ${loaded.facts.noun} is not with the approver now`);
    const row = await draftRow(tx, loaded.submission.id, actor.id);
    const before = decisionDraft.parse(row ? fromJson(row.draft_json) : {});
    const draft = decisionDraft.parse({ ...before, ...(typeof change === 'function' ? change(before) : change) });
    await putDecisionDraft(tx, { submission_id: loaded.submission.id, person_id: actor.id, draft_json: toJson(draft), saved_at: at });
    return done(draft);
  });
}
