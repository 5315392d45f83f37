import { newId, toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { adviserById } from '#db/tables/advisers.server.ts';
import { insertMentoring, mentoringsOfCase, mentorNeedOf, saveMentorNeed } from '#db/tables/mentorings.server.ts';
import { decide, hasTag, machines } from '#workflows/decide.ts';
import { MOST_CHOICES } from '#workflows/matching.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { done, refused, type Done, type Once, type Reason, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { clash } from '../people/invite-person.server.ts';
import { factsOf, loadMentoring, type MentoringLoaded } from './load-mentoring.server.ts';
import { maySeekMentor } from './mentoring.policy.ts';
import type { NewChoices, NewNeed } from './mentoring.schema.ts';
import { sendRequest } from './next-in-line.server.ts';

const NOT_YOURS = 'Only the team lead or the support unit can look for a mentor';

/** Says what the team asks a mentor for. Every request from now on carries it. */
export const sayNeed = (actor: Actor, caseId: string, wanted: NewNeed): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, ['lead', 'support'], async (tx, file, at) => {
    if (!maySeekMentor(file.roles)) return refused(403, NOT_YOURS);
    const before = await mentorNeedOf(tx, caseId);
    if ((before?.revision ?? 0) !== wanted.revision) return changedMeanwhile();
    const { topics, services, legalForm, revision, ...rest } = wanted;
    const kept = await saveMentorNeed(tx, { ...rest, case_id: caseId, topics_json: toJson(topics), services_json: toJson(services), legal_form: legalForm, by: actor.id, at }, revision);
    if (!kept) return changedMeanwhile();
    return done(null, { kind: 'mentor.need', caseId, subject: { topics }, sentence: before ? 'changed what the team asks a mentor for' : 'said what the team asks a mentor for' });
  });

/** Up to five advisers in the order they are to be asked; the first is asked at once. The support unit may do it for the team: a match by hand. */
export const chooseAdvisers = (actor: Actor, caseId: string, { chosen, replyDays }: Omit<NewChoices, 'key'>, once?: Once): Promise<Done<null> | Refused> =>
  caseCommand(actor, caseId, ['lead', 'support'], async (tx, file, at) => {
    if (!maySeekMentor(file.roles)) return refused(403, NOT_YOURS);
    const why = await whyNotChoose(tx, file, chosen);
    if (why) return refused(422, why);
    const byHand = !file.roles.includes('lead');
    const ids: string[] = [];
    for (const [i, { adviserId }] of chosen.entries()) {
      const id = newId();
      ids.push(id);
      await insertMentoring(tx, {
        id, case_id: caseId, adviser_id: adviserId, machine_version: machines.mentoring.version, state: 'suggested', revision: 1, rank: i + 1, reply_days: replyDays, chosen_by: actor.id, chosen_at: at,
        by_hand_at: byHand ? at : null, asked_at: null, reply_by_on: null, replied_at: null, membership_id: null, team_goes_on_at: null, mentor_goes_on_at: null, words: '', outcome: null, over_by: null, over_at: null,
      });
    }
    const loaded = await Promise.all(ids.map(async (id) => (await loadMentoring(tx, id))!));
    const faults = loaded.flatMap((one, i) => faultsOf(one, { byHand, id: actor.id, at, field: chosen[i]!.field }));
    if (faults.length) return refused(422, ...faults);
    const asked = await sendRequest(tx, loaded[0]!, { side: byHand ? 'support' : 'team', id: actor.id, at });
    return asked.ok ? done(null, asked.deed) : asked;
  }, once);

/** What the law says of asking this one now, at the field where they were chosen. */
function faultsOf(loaded: MentoringLoaded, { byHand, id, at, field }: { byHand: boolean; id: string; at: string; field: string }): Reason[] {
  const side = byHand ? 'support' : 'team';
  const law = decide('mentoring', loaded.row.state, factsOf(loaded, side), { type: 'ask', by: id, at });
  const part = clash(loaded, loaded.adviser.person_id, loaded.adviser.name, 'mentor');
  return [...(law.ok ? [] : law.reasons), ...(part?.reasons.map(({ message }) => message) ?? [])].slice(0, 1).map((message) => ({ field, message }));
}

async function whyNotChoose(tx: Writer, file: CaseFile, chosen: NewChoices['chosen']): Promise<Reason | string | undefined> {
  if (chosen.length > MOST_CHOICES) return `Choose ${MOST_CHOICES} advisers at most`;
  if (!(await mentorNeedOf(tx, file.case.id))) return 'Say first what you need help with';
  const open = (await mentoringsOfCase(tx, file.case.id)).filter((one) => one.over_at === null);
  if (open.some((one) => hasTag('mentoring', one.state, 'asked') || hasTag('mentoring', one.state, 'line'))) return 'You have asked somebody already. Wait for the answer, or take that request back first';
  for (const { adviserId, field } of chosen) {
    const adviser = await adviserById(tx, adviserId);
    if (!adviser) return { field, message: 'Select somebody from the list' };
    if (open.some((one) => one.adviser_id === adviserId)) return { field, message: `${adviser.name} is your mentor already` };
  }
  return undefined;
}
