import { describe, expect, it } from 'vitest';
import { decide } from '#workflows/decide.ts';
import type { BoardFacts, BenefitFacts, StageFacts, CaseFacts, ConditionFacts } from '#workflows/facts.ts';
import { noBoard } from '#workflows/boards.ts';
import type { BenefitEvent } from '#workflows/machines/benefit.ts';
import type { ConditionEvent } from '#workflows/machines/condition.ts';
import type { StageEvent } from '#workflows/machines/stage.ts';

const facts: StageFacts = {
  noun: 'business case', isDecided: true, caseStands: null, waitingFor: [], reopened: [], conditionsInTheWay: [], toComplete: [], toAttach: [],
  blocks: [], unsettledBenefits: [], partnersToConfirm: [], unansweredChanges: 0, changedBeyond: [], sentAt: null, wasOpened: false, exclusion: null, hadAHand: null, coverFault: null, interestSaid: true, isStale: false, missingReviews: [],
  objections: [], board: noBoard(false), needsAssurance: false, signedFirstLine: false, openConditions: 0, failurePlanGaps: [],
};
const doing = { by: 'p1', at: '2026-05-04T09:00:00.000Z' };
const submit: StageEvent = { type: 'submit', ...doing };
const approve: StageEvent = { type: 'approve', ...doing, unjudged: 0, failedBlocking: [] };
const board = (some: Partial<BoardFacts>): BoardFacts => ({ required: false, convened: true, quorum: 3, given: 3, members: 5, unable: 0, majority: 'support', ...some });
const minuted: StageEvent = { ...approve, minutes: 'Minute 7' };
const table: [string, string, Partial<StageFacts>, StageEvent, string | RegExp][] = [
  ['a draft may be sent', 'drafting', {}, submit, 'sent'],
  ['not while a section is open', 'drafting', { toComplete: ['Money', 'Risks'] }, submit, /2 sections are not completed: Money, Risks/],
  ['not without its documents', 'drafting', { toAttach: ['Letter from the sponsor'] }, submit, /Letter from the sponsor/],
  ['not while a check blocks', 'drafting', { blocks: ['Shares must add up to 100'] }, submit, /add up to 100/],
  ['not while a partner has not confirmed it', 'drafting', { partnersToConfirm: ['Ada Brook', 'Tom Reed (changed since)'] }, submit, /These partners must confirm the business case as it stands first: Ada Brook, Tom Reed/],
  ['not sent again while a partner has not confirmed it', 'changesRequested', { partnersToConfirm: ['Ada Brook'] }, submit, /Ada Brook/],
  ['not while a promise is unsettled', 'drafting', { unsettledBenefits: ['Shorter waits'] }, submit, /Shorter waits/],
  ['not while the case is frozen', 'drafting', { caseStands: 'frozen' }, submit, /case is frozen/],
  ['nor finished, when somebody decides', 'drafting', {}, { type: 'finish', ...doing }, /Send it instead/],
  ['the readiness check is finished', 'drafting', { isDecided: false }, { type: 'finish', ...doing }, 'finished'],
  ['it may be taken back unopened', 'sent', {}, { type: 'takeBack', ...doing }, 'drafting'],
  ['not once opened', 'sent', { wasOpened: true }, { type: 'takeBack', ...doing }, /can no longer be taken back/],
  ['an unread version cannot be decided', 'sent', {}, approve, /with approver/],
  ['it may be approved', 'inReview', {}, approve, 'approved'],
  ['approval waits for the second line where it must', 'inReview', { needsAssurance: true }, approve, 'inAssurance'],
  ['never by someone from the team', 'inReview', { exclusion: 'You cannot decide: you were in this team' }, approve, /you were in this team/],
  ['never before saying whether they have an interest', 'inReview', { interestSaid: false }, approve, /Say first whether you have an interest/],
  ['never by a reviewer of that version', 'inReview', { hadAHand: 'You reviewed this version' }, approve, /You reviewed this version/],
  ['nor assured by one', 'inAssurance', { hadAHand: 'You reviewed this version' }, { type: 'assure', ...doing }, /You reviewed this version/],
  ['never by a deputy whose cover is over', 'inReview', { coverFault: 'Your cover for Karen Hall ended on 3 May 2026' }, approve, /ended on 3 May 2026/],
  ['nor put off by them', 'deferred', { coverFault: 'Your cover ended' }, { type: 'defer', ...doing, reason: 'gaps', until: '2026-06-30' }, /Your cover ended/],
  ['nor reopened', 'approved', { coverFault: 'Your cover ended' }, { type: 'reopen', ...doing, reason: 'gaps' }, /Your cover ended/],
  ['not even put off', 'deferred', { interestSaid: false }, { type: 'defer', ...doing, reason: 'gaps', until: '2026-06-30' }, /Say first whether/],
  ['nor assured', 'inAssurance', { interestSaid: false }, { type: 'assure', ...doing }, /Say first whether/],
  ['never on an old version', 'inReview', { isStale: true }, approve, /newer version/],
  ['never with a criterion unjudged', 'inReview', {}, { ...approve, unjudged: 2 }, /2 still to judge/],
  ['never with a blocking criterion failed', 'inReview', {}, { ...approve, failedBlocking: ['Lawful route'] }, /Lawful route/],
  ['never before the reviews are in', 'inReview', { missingReviews: ['Finance review'] }, approve, /Finance review/],
  ['against advice only with a reason', 'inReview', { objections: ['Finance review'] }, approve, /against this advice/],
  ['against advice with a reason', 'inReview', { objections: ['Finance review'] }, { ...approve, reason: 'The bank letter answers it' }, 'approved'],
  ['not before a board is convened, where one is required', 'inReview', { board: noBoard(true) }, approve, /Convene it first/],
  ['nor changes asked for', 'inReview', { board: noBoard(true) }, { type: 'requestChanges', ...doing, changes: 1, unjudged: 0 }, /Convene it first/],
  ['but it may be put off', 'inReview', { board: noBoard(true) }, { type: 'defer', ...doing, reason: 'gaps', until: '2026-06-30' }, 'deferred'],
  ['not before the board is heard', 'inReview', { board: board({ given: 1 }) }, minuted, '3 of 5 board members must give a view before the decision is recorded. 1 has'],
  ['nor declined', 'inReview', { board: board({ given: 0 }) }, { type: 'decline', ...doing, reason: 'x', minutes: 'm', reasons: 1, unjudged: 0 }, /None has/],
  ['it says when too few can take part', 'inReview', { board: board({ given: 2, unable: 3 }) }, minuted, /Only 2 can take part, so invite others/],
  ['not without the minutes', 'inReview', { board: board({}) }, approve, 'Enter the reference of the board minutes'],
  ['with its quorum and minutes', 'inReview', { board: board({}) }, minuted, 'approved'],
  ['against a board that does not support it only with a reason', 'inReview', { board: board({ majority: 'notSupport' }) }, minuted, /most of its views do not support/],
  ['with a reason', 'inReview', { board: board({ majority: 'notSupport' }) }, { ...minuted, reason: 'The risk is answered' }, 'approved'],
  ['nor without the conditions most of it sets', 'inReview', { board: board({ majority: 'supportWithConditions' }) }, minuted, /support, with conditions/],
  ['with conditions', 'inReview', { board: board({ majority: 'supportWithConditions' }) }, { ...minuted, type: 'approveWithConditions', conditions: 1 }, 'approvedWithConditions'],
  ['nor declined against it without a reason', 'inReview', { board: board({ majority: 'support' }) }, { type: 'decline', ...doing, minutes: 'm', reasons: 1, unjudged: 0 }, /decide against the board/],
  ['never past a condition in the way', 'inReview', { conditionsInTheWay: ['Board signs the reserve policy'] }, approve, /Board signs/],
  ['never while a stage it rests on is open again', 'inReview', { reopened: ['Proposal'] }, approve, /Proposal must be approved again first/],
  ['nor assured then', 'inAssurance', { reopened: ['Proposal'] }, { type: 'assure', ...doing }, /approved again first/],
  ['nor assured over a condition that is open again', 'inAssurance', { conditionsInTheWay: ['Skills'] }, { type: 'assure', ...doing }, /must be met first: Skills/],
  ['nor assured without the failure plan', 'inAssurance', { failurePlanGaps: ['Not exercised'] }, { type: 'assure', ...doing }, /failure plan/],
  ['go-live needs the failure plan', 'inReview', { failurePlanGaps: ['The failure plan has not been exercised'] }, approve, /has not been exercised/],
  ['conditions must be named', 'inReview', {}, { ...approve, type: 'approveWithConditions', conditions: 0 }, /at least one condition/],
  ['changes must be named', 'inReview', {}, { type: 'requestChanges', ...doing, changes: 0, unjudged: 0 }, /Name at least one change/],
  ['and answers, when it is limited to them', 'inReview', {}, { type: 'requestChanges', ...doing, changes: 1, unjudged: 0, only: 0 }, /Mark at least one answer/],
  ['a limited request holds other answers as they were', 'changesRequested', { changedBeyond: ['Money'] }, submit, /You also changed: Money/],
  ['a decline needs coded reasons', 'inReview', {}, { type: 'decline', ...doing, reasons: 0, unjudged: 0, reason: 'x' }, /at least one reason/],
  ['a new date lies ahead', 'inReview', {}, { type: 'defer', ...doing, reason: 'gaps', until: '2026-05-04' }, /after today/],
  ['deferring moves the date', 'inReview', {}, { type: 'defer', ...doing, reason: 'gaps', until: '2026-06-30' }, 'deferred'],
  ['a deferred stage may be approved', 'deferred', {}, approve, 'approved'],
  ['assurance lets it stand', 'inAssurance', {}, { type: 'assure', ...doing }, 'approved'],
  ['conditions outlive assurance', 'inAssurance', { openConditions: 2 }, { type: 'assure', ...doing }, 'approvedWithConditions'],
  ['the first signer cannot assure', 'inAssurance', { signedFirstLine: true }, { type: 'assure', ...doing }, /someone else must assure/],
  ['a query goes back with a reason', 'inAssurance', {}, { type: 'query', ...doing, reason: 'Which baseline?' }, 'inReview'],
  ['changes must be answered before sending again', 'changesRequested', { unansweredChanges: 1 }, submit, /what you changed for 1 comment/],
  ['a stage opens when what comes before is approved', 'notOpen', {}, { type: 'open', ...doing }, 'drafting'],
  ['and not before', 'notOpen', { waitingFor: ['Proposal'] }, { type: 'open', ...doing }, /opens after Proposal is approved/],
  ['conditions met, the approval is complete', 'approvedWithConditions', {}, { type: 'discharge', ...doing }, 'approved'],
  ['a decision is reopened only with a reason', 'approved', {}, { type: 'reopen', ...doing }, 'Enter the reason'],
];

describe('the law of a stage', () => {
  it.each(table)('%s', (_name, state, changed, event, expected) => {
    const decided = decide('stage', state, { ...facts, ...changed }, event);
    if (decided.ok) expect(decided.state).toBe(expected);
    else expect(decided.reasons.join('. ')).toMatch(expected);
  });
});

describe('the law of a case', () => {
  const none: CaseFacts = { reopened: [], proposalApproved: false, contractApproved: false, transferApproved: false, conditionsInTheWay: [], failurePlanGaps: [], transferDayReached: false };
  const move = (state: string, type: 'resume' | 'unfreeze' | 'authorise' | 'goLive' | 'freeze', changed: Partial<CaseFacts>) =>
    decide('case', state, { ...none, ...changed }, { type, ...doing, reason: 'said' });

  it('comes back to where its stages say it is', () => {
    expect(move('paused', 'resume', {})).toMatchObject({ state: 'idea' });
    expect(move('paused', 'resume', { proposalApproved: true })).toMatchObject({ state: 'developing' });
    expect(move('frozen', 'unfreeze', { proposalApproved: true, contractApproved: true })).toMatchObject({ state: 'mobilising' });
    expect(move('frozen', 'unfreeze', { transferApproved: true, contractApproved: true, proposalApproved: true })).toMatchObject({ state: 'authorised' });
  });
  it('cannot go live while frozen, before the day, or past a condition', () => {
    expect(move('frozen', 'goLive', { transferDayReached: true })).toMatchObject({ ok: false });
    expect(move('authorised', 'goLive', { transferApproved: true })).toMatchObject({ ok: false, reasons: ['The transfer day has not come yet'] });
    const ready = { transferApproved: true, transferDayReached: true };
    expect(move('authorised', 'goLive', { ...ready, conditionsInTheWay: ['Insurance'] })).toMatchObject({ ok: false });
    expect(move('authorised', 'goLive', ready)).toMatchObject({ state: 'live' });
  });
  it('cannot go live once the transfer, or a stage it rests on, is open again', () => {
    expect(move('authorised', 'goLive', { transferDayReached: true })).toMatchObject({ ok: false, reasons: ['The transfer is not approved yet'] });
    expect(move('authorised', 'goLive', { transferApproved: true, transferDayReached: true, reopened: ['Contract'] })).toMatchObject({ ok: false, reasons: ['Contract must be approved again first'] });
  });
  it('can be frozen after go-live is authorised', () => expect(move('authorised', 'freeze', {})).toMatchObject({ state: 'frozen' }));
});

describe('the law of a condition', () => {
  const mine: ConditionFacts = { isTeamLead: false, isOwner: false, isVerifier: true, exclusion: null, decisionStands: true, evidenceCount: 1 };
  it.each([
    ['its owner sends evidence', 'open', 'sendEvidence', { isOwner: true, isVerifier: false }, 'evidenceSent'],
    ['nobody else does', 'open', 'sendEvidence', {}, /Only the owner/],
    ['with something to show', 'open', 'sendEvidence', { isOwner: true, evidenceCount: 0 }, /Attach a document/],
    ['the verifier checks it', 'evidenceSent', 'verify', {}, 'met'],
    ['never the owner', 'evidenceSent', 'verify', { isOwner: true }, /owner of a condition cannot check it/],
    ['never someone shut out', 'evidenceSent', 'verify', { exclusion: 'You were in this team' }, /in this team/],
    ['its words are agreed by the team lead', 'proposed', 'agree', { isTeamLead: true, isVerifier: false }, 'open'],
    ['and by nobody else', 'proposed', 'agree', {}, /Only the team lead/],
    ['other words come with a reason', 'proposed', 'askWords', { isTeamLead: true }, /Enter the reason/],
    ['nothing is shown before they are agreed', 'proposed', 'sendEvidence', { isOwner: true }, /words to agree/],
    ['nor failed', 'proposed', 'fail', {}, /words to agree/],
    ['the approver may take the words asked for', 'disputed', 'takeWords', {}, 'open'],
    ['or keep theirs, with a reason', 'disputed', 'keepWords', {}, /Enter the reason/],
    ['the team cannot take its own', 'disputed', 'takeWords', { isTeamLead: true, isVerifier: false }, /Only the person named to check/],
    ['it lapses with its decision', 'evidenceSent', 'lapse', { decisionStands: false }, 'lapsed'],
    ['and not before', 'open', 'lapse', {}, /still stands/],
    ['what was met is not asked for again once its decision fell', 'met', 'reopen', { decisionStands: false }, /no longer stands/],
    ['nothing is checked before it is sent', 'open', 'verify', {}, /"open"/],
  ] as const)('%s', (_name, state, type, changed, expected) => {
    const decided = decide('condition', state, { ...mine, ...changed }, { type, ...doing, reason: '', words: 'In writing' } as ConditionEvent);
    if (decided.ok) expect(decided.state).toBe(expected);
    else expect(decided.reasons.join('. ')).toMatch(expected);
  });
});

const benefit: BenefitFacts = { missing: [], isMeasured: true, isFixed: false, namesClause: true, isOffRamp: false, results: 0, otherSideAgrees: false, exclusion: null, differsFromProposed: false };
const benefits: [string, string, Partial<BenefitFacts>, BenefitEvent, string | RegExp][] = [
  ['a promise becomes measurable when nothing is missing', 'promised', {}, { type: 'describe', ...doing }, 'measurable'],
  ['and stays a promise while something is', 'promised', { missing: ['the unit'] }, { type: 'describe', ...doing }, 'promised'],
  ['what loses its target is a promise again', 'measurable', { missing: ['the target'] }, { type: 'describe', ...doing }, 'promised'],
  ['but not once the contract holds it', 'contracted', { missing: ['the target'] }, { type: 'describe', ...doing }, /Still needed: the target/],
  ['nor after go-live', 'contracted', { isFixed: true }, { type: 'describe', ...doing }, /fixed at go-live/],
  ['it goes into the contract with a clause', 'measurable', {}, { type: 'contract', ...doing }, 'contracted'],
  ['never without one', 'measurable', { namesClause: false }, { type: 'contract', ...doing }, /clause or schedule/],
  ['never before it is measurable', 'promised', { missing: ['the unit'] }, { type: 'contract', ...doing }, /Still needed: the unit/],
  ['with results before it, it is being measured', 'measurable', { results: 3 }, { type: 'contract', ...doing }, 'measuring'],
  ['it is left out with a reason', 'measurable', {}, { type: 'leaveOut', ...doing, reason: 'Asked of all' }, 'notContracted'],
  ['never without', 'measurable', {}, { type: 'leaveOut', ...doing }, /Enter the reason/],
  ['only what is left out is agreed to', 'notContracted', {}, { type: 'agree', ...doing }, /not recorded as left out/],
  ['a first result starts the measuring', 'contracted', {}, { type: 'record', ...doing }, 'measuring'],
  ['no result before it is said what is measured', 'promised', { isMeasured: false }, { type: 'record', ...doing }, /what is measured/],
  ['what was agreed changes only when both sides agree', 'measuring', {}, { type: 'restate', ...doing, reason: 'x' }, /other side/],
  ['and then it does', 'judged', { otherSideAgrees: true }, { type: 'restate', ...doing, reason: 'x' }, 'measuring'],
  ['it is judged', 'measuring', {}, { type: 'judge', ...doing }, 'judged'],
  ['even with no result: silence is judged too', 'contracted', {}, { type: 'judge', ...doing }, 'judged'],
  ['never by its recorder or owner', 'measuring', { exclusion: 'You recorded its results' }, { type: 'judge', ...doing }, /recorded its results/],
  ['against the results only with a reason', 'measuring', { differsFromProposed: true }, { type: 'judge', ...doing }, /Enter the reason/],
  ['a new result after a verdict is measured on', 'judged', {}, { type: 'record', ...doing }, 'measuring'],
  ['it is withdrawn with a reason', 'judged', {}, { type: 'withdraw', ...doing, reason: 'Closed' }, 'withdrawn'],
  ['and taken up again with one', 'withdrawn', { missing: ['the unit'] }, { type: 'reinstate', ...doing, reason: 'Open again' }, 'promised'],
];

describe('the benefit machine', () => {
  it.each(benefits)('%s', (_, state, some, event, expected) => {
    const decided = decide('benefit', state, { ...benefit, ...some }, event);
    if (typeof expected === 'string') expect(decided).toMatchObject({ ok: true, state: expected });
    else expect(decided.ok ? '' : decided.reasons.join()).toMatch(expected);
  });
});
