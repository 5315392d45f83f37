import { fromJson, newId, toJson } from '#db/codec.ts';
import { isUniqueViolation } from '#db/database.server.ts';
import type { Changes, Row } from '#db/schema.ts';
import { benefitChangesOf, benefitStepsOf, insertBenefitChange, insertBenefitStep, openChangeOf, settleBenefitChange } from '#db/tables/benefit-changes.server.ts';
import { missingOf } from '#workflows/benefits.ts';
import { APPROVING, TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Reason, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { benefitCommand, isFixed, moveBenefit, type OnBenefit } from './benefit-command.server.ts';
import { columnsOf, detailsOf } from './benefit-columns.server.ts';
import type { BenefitDetails, ChangeForm } from './benefit-details.schema.ts';
import { newContradictions } from './describe-benefit.server.ts';
import { mayAnswer, otherSide, sideOf } from './sides.server.ts';
import { promisedOf } from './threads.server.ts';

/** Which details each kind of change is about. */
export const ABOUT = {
  baseline: ['baseline', 'baselineOn', 'baselineSource'],
  target: ['target', 'bandLow', 'bandHigh', 'targetOn'],
  definition: ['measure', 'numerator', 'denominator'],
} as const satisfies Record<ChangeForm['kind'], readonly (keyof BenefitDetails)[]>;
const WORDS = { baseline: 'correct the starting figure of', target: 'restate the target of', definition: 'change how to measure' };

/** One side asks, after go-live, to correct a starting figure, restate a target or change a definition. Nothing changes until the other side agrees. */
export async function askForChange(actor: Actor, caseId: string, benefitId: string, form: ChangeForm): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: ['lead', 'sponsor', 'member', 'adviser', 'finance', 'legal'] }, async (on) => {
    const { tx, file, row, at } = on;
    const side = sideOf(file, row);
    if (!side) return refused(403, 'Only the team and the commissioner\'s side can ask for a change');
    if (row.withdrawn_at) return absent();
    if (!isFixed(file, row)) return refused(422, 'Nothing about this benefit is fixed yet. The team can change it directly');
    if (await openChangeOf(tx, row.id)) return refused(409, WAITING);
    const wanted = wantedOf(form, row);
    const wrong = [...wrongIn(form, row, wanted), ...(await stepProblems(on, form))];
    if (wrong.length) return refused(422, ...wrong);
    const id = newId();
    const taken = await orTaken(WAITING, insertBenefitChange(tx, {
      id, benefit_id: row.id, kind: form.kind, before_json: toJson(pick(detailsOf(row), ABOUT[form.kind])), after_json: toJson({ ...wanted, fromOn: form.fromOn }), reason: form.reason,
      by: actor.id, at, settled_as: null, settled_by: null, settled_at: null, settled_note: null,
    }));
    if (taken) return taken;
    await tell(tx, at, otherSide(file, row, side), {
      caseId, kind: 'needsYou', about: 'benefits', text: `Agree or object: ${actor.name} asks to ${WORDS[form.kind]} "${row.title}", ${file.case.title}`,
      link: `/cases/${caseId}/benefits/${benefitId}/changes/${id}`, because: `The reason given: ${form.reason}. Nothing changes until you agree.`,
    }, actor.id);
    return done(null, { kind: 'benefit.askChange', caseId, subject: { benefit: row.id, change: form.kind, reason: form.reason, state: row.state, treatment: row.treatment }, sentence: `asked to ${WORDS[form.kind]} ${row.title}` });
  });
}

const WAITING = 'A change of this benefit is waiting for an answer. Settle that one first';

/** Refuses where somebody was first. */
async function orTaken(sentence: string, insert: Promise<void>): Promise<Refused | undefined> {
  try {
    await insert;
    return undefined;
  } catch (error) {
    if (isUniqueViolation(error)) return refused(409, sentence);
    throw error;
  }
}

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]) => Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** What differs from the record; a blank field keeps what is there. */
function wantedOf(form: ChangeForm, row: Row<'benefits'>): BenefitDetails {
  const now = detailsOf(row);
  const given = ABOUT[form.kind].filter((key) => form[key] !== null && form[key] !== now[key]);
  return Object.fromEntries(given.map((key) => [key, form[key]]));
}

function wrongIn({ kind, fromOn, sure }: ChangeForm, row: Row<'benefits'>, wanted: BenefitDetails): Reason[] {
  const about: readonly string[] = ABOUT[kind];
  if (Object.keys(wanted).length === 0) return [{ field: about[0]!, message: 'Enter what should be different' }];
  if (kind === 'definition' && !fromOn) return [{ field: 'fromOn', message: 'Enter the day from which the new definition counts' }];
  const missing = missingOf(promisedOf({ ...row, ...(columnsOf(wanted) as Partial<Row<'benefits'>>) }));
  if (missing.length) return [{ message: `It can be changed once it is measurable. Still needed: ${missing.join(', ')}` }];
  const now = detailsOf(row);
  return newContradictions(now, { ...now, ...wanted }, sure === 'yes').map(({ message, field }) => ({ message, field: field && about.includes(field) ? field : about[0]! }));
}

/** A definition counts from a day of its own, after the starting figure. */
async function stepProblems({ tx, row }: OnBenefit, { kind, fromOn }: ChangeForm): Promise<Reason[]> {
  if (kind !== 'definition' || !fromOn) return [];
  if (row.baseline_on && fromOn <= row.baseline_on) return [{ field: 'fromOn', message: 'First day of the new definition must be after the date of the starting figure' }];
  const taken = (await benefitStepsOf(tx, [row.id])).some((step) => step.from_on === fromOn);
  return taken ? [{ field: 'fromOn', message: 'Something else changes on this day already. Enter another day' }] : [];
}

/** The other side agrees, and the record changes; or refuses, with words. The record keeps both wordings. */
export async function answerChange(actor: Actor, caseId: string, benefitId: string, changeId: string, { answer, note }: { answer: 'agreed' | 'refused'; note: string }): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: ['sponsor', 'lead', ...APPROVING, ...TEAM] }, async (on) => {
    const change = (await benefitChangesOf(on.tx, benefitId)).find((c) => c.id === changeId);
    if (!change) return absent();
    if (!mayAnswer(on.file, on.row, change)) return refused(403, 'Only the people this waits for can answer it, on the other side of the contract');
    if (answer === 'refused' && note.trim() === '') return refused(422, { field: 'note', message: 'Enter why you do not agree' });
    if (!(await settleBenefitChange(on.tx, change.id, { settled_as: answer, settled_by: actor.id, settled_at: on.at, settled_note: note }))) return refused(409, 'Somebody has answered this already');
    await tell(on.tx, on.at, [change.by], { caseId, kind: 'information', about: 'benefits', text: `${actor.name} ${answer === 'agreed' ? 'agreed' : 'did not agree'} to the change you asked for: ${on.row.title}`, link: `/cases/${caseId}/benefits/${benefitId}/changes/${change.id}` }, actor.id);
    return answer === 'agreed' ? restate(on, change) : moveNothing(on, change, note);
  });
}

async function restate(on: OnBenefit, change: Row<'benefit_changes'>): Promise<Done<null> | Refused> {
  const { fromOn, ...wanted } = fromJson<BenefitDetails & { fromOn: string | null }>(change.after_json);
  const columns: Changes<'benefits'> = columnsOf(wanted);
  if (change.kind === 'definition' && fromOn) {
    const step = { id: newId(), benefit_id: on.row.id, from_on: fromOn, reason: `Measured differently: ${change.reason}`, by: on.file.actor.id, at: on.at };
    const taken = await orTaken('Something else changes on that day already. Ask for the change from another day', insertBenefitStep(on.tx, step));
    if (taken) return taken;
  }
  return moveBenefit(on, {
    type: 'restate', reason: change.reason, changes: change.kind === 'definition' ? { ...columns, measure_code: null, measure_version: null } : columns, facts: { otherSideAgrees: true },
    deed: { kind: 'benefit.restate', subject: { change: change.kind, before: fromJson(change.before_json), reason: change.reason }, sentence: `agreed to ${WORDS[change.kind]} ${on.row.title}` },
  });
}

const moveNothing = ({ row, file }: OnBenefit, change: Row<'benefit_changes'>, note: string): Done<null> =>
  done(null, { kind: 'benefit.refuseChange', caseId: file.case.id, subject: { benefit: row.id, change: change.kind, note, state: row.state, treatment: row.treatment }, sentence: `did not agree to ${WORDS[change.kind]} ${row.title}` });
