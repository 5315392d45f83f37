import { newId, toJson } from '#db/codec.ts';
import { isUniqueViolation } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { insertVerdict } from '#db/tables/verdicts.server.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { benefitCommand, moveBenefit, type OnBenefit } from '../benefits/benefit-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { APPROVING, TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { done, refused, type Done, type Reason, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { deskFor, type Desk } from './verdict-desk.server.ts';
import { JUDGES, mayJudge } from './verdicts.policy.ts';
import type { VerdictForm } from './verdicts.schema.ts';
import { verdictWords } from './verdicts-in-words.ts';

/**
 * Judges one benefit at the review that is on: one of the six words, by somebody on the approver's side who neither
 * recorded its results nor owns it. The row freezes what it rests on. A second verdict at one review is a 409, unless
 * it names the one it replaces.
 */
export async function judgeBenefit(actor: Actor, caseId: string, benefitId: string, { key, ...form }: VerdictForm): Promise<Done<{ verdictId: string }> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: JUDGES }, async (on) => {
    if (!mayJudge(on.file.roles)) return refused(403, "Only the people on the approver's side can judge a benefit");
    const desk = await deskFor(on.tx, on.file, on.row);
    if (typeof desk === 'string') return refused(422, desk);
    if (desk.exclusion) return refused(403, desk.exclusion);
    const first = await whatCameBetween(on, desk, form);
    if (first) return refused(409, first);
    const missing = whatIsMissing(on, desk, form);
    if (missing.length) return refused(422, ...missing);
    const row = verdictRow(on, desk, form);
    const moved = await moveBenefit(on, {
      type: 'judge', reason: form.reasons, facts: { exclusion: desk.exclusion, differsFromProposed: form.verdict !== desk.proposal.verdict },
      deed: { kind: 'benefit.judge', subject: { verdict: form.verdict, proposed: desk.proposal.verdict, review: desk.review.on, replaces: desk.given?.id ?? null }, sentence: `judged a benefit, ${verdictWords(form.verdict).title.toLowerCase()}: ${on.row.title}`, seals: [['verdicts', row.id]], isDecision: true },
    });
    if (!moved.ok) return moved;
    try {
      await insertVerdict(on.tx, row);
    } catch (error) {
      if (isUniqueViolation(error)) return refused(409, 'Somebody replaced this verdict a moment ago. Open the page again to see how it stands now');
      throw error;
    }
    await tellOf(on, row);
    return done({ verdictId: row.id }, ...moved.events);
  }, { key, payload: { caseId, benefitId, ...form } });
}

type Form = Omit<VerdictForm, 'key'>;

/** Somebody was first, the review has changed, or the results have: in a sentence. */
async function whatCameBetween({ tx }: OnBenefit, { review, given, saw }: Desk, form: Form): Promise<string | null> {
  if (form.reviewOn !== review.on) return `The ${review.title.replace(/^R/, 'r')} has begun since you opened this page. Open it again`;
  if (given && form.replaces !== given.id) {
    const [judge] = await peopleByIds(tx, [given.by]);
    return `${judge?.name ?? 'Somebody'} judged this on ${day(dayOf(given.at))}: ${verdictWords(given.verdict).title}. Open that verdict if you want to replace it`;
  }
  if (!given && form.replaces) return 'The verdict you want to replace is not the one that stands now. Open the page again';
  return form.saw === saw ? null : 'The results or what was promised changed while you were judging. Open the page again and read the figures';
}

function whatIsMissing({ file }: OnBenefit, { proposal, given }: Desk, form: Form): Reason[] {
  const differs = form.verdict !== proposal.verdict;
  const missed = form.verdict === 'missed';
  return [
    ...(form.reasons === '' && given ? [{ field: 'reasons', message: 'Enter why you replace the earlier verdict' }] : []),
    ...(form.reasons === '' && differs && !given ? [{ field: 'reasons', message: 'Your verdict differs from the one the results point to. Enter the reason' }] : []),
    ...(missed && form.action === '' ? [{ field: 'action', message: 'Enter what will be done about it' }] : []),
    ...(missed && !holdersOf(file, ...TEAM, ...APPROVING).includes(form.actionOwner) ? [{ field: 'actionOwner', message: 'Select who will see to it' }] : []),
    ...(missed && form.actionDueOn === null ? [{ field: 'actionDueOn', message: 'Enter the date it is due by' }] : []),
    ...(missed && form.actionDueOn !== null && form.actionDueOn <= today() ? [{ field: 'actionDueOn', message: 'The date it is due by must be after today' }] : []),
  ];
}

/** The consequence is recorded as agreed, for a miss and for a step on the way that was not reached. */
function verdictRow({ file, row, at }: OnBenefit, { review, proposal, rests, given }: Desk, form: Form): Row<'verdicts'> {
  const missed = form.verdict === 'missed';
  return {
    id: newId(), benefit_id: row.id, review_on: review.on, month: review.month, proposed: proposal.verdict, verdict: form.verdict, grade: proposal.grade, rests_on_json: toJson(rests), reasons: form.reasons,
    action: missed ? form.action : null, action_owner_id: missed ? form.actionOwner : null, action_due_on: missed ? form.actionDueOn : null,
    consequence: missed || rests.missedMilestones.length ? row.consequence : null, replaces_id: given?.id ?? null, by: file.actor.id, at,
  };
}

async function tellOf({ tx, file, row, at }: OnBenefit, verdict: Row<'verdicts'>): Promise<void> {
  const link = `/cases/${file.case.id}/benefits/${row.id}/verdicts/${verdict.id}`;
  const owner = verdict.action_owner_id;
  const told = [...holdersOf(file, 'lead', 'sponsor'), ...[row.provider_owner_id, row.commissioner_owner_id].flatMap((id) => id ?? [])].filter((id) => id !== owner);
  await tell(tx, at, told, { caseId: file.case.id, kind: 'information', about: 'benefits', text: `${file.actor.name} judged "${row.title}": ${verdictWords(verdict.verdict).title}`, link }, file.actor.id);
  if (!owner) return;
  await tell(tx, at, [owner], {
    caseId: file.case.id, kind: 'needsYou', about: 'benefits', text: `Act by ${day(verdict.action_due_on!)}: ${verdict.action}, for "${row.title}"`, link,
    because: `This benefit was judged as missed, and you were named to see to it.${verdict.consequence ? ` What was agreed to follow: ${verdict.consequence}.` : ''}`,
  }, file.actor.id);
}
