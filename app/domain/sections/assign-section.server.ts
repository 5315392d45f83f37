import { assignmentsOf, dropAssignment, putAssignment } from '#db/tables/section-assignments.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { inWords } from '#workflows/form.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, stageInFile } from '../cases/case-file.server.ts';
import { inTeam, levelIn, TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { partOf } from '../comments/comments-seen.server.ts';
import { day } from '../../lib/dates.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayGive } from './sections.policy.ts';

export interface Assignment {
  /** Null: nobody in particular. */
  personId: string | null;
  /** YYYY-MM-DD; null: by the day of the stage. */
  dueOn: string | null;
}

/** Says who in the team writes a section, and by when. It stands on their first page until it is marked as completed. */
export async function assignSection(actor: Actor, caseId: string, on: { stage: string; section: string }, { personId, dueOn }: Assignment): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const stage = stageInFile(file, on.stage);
    const section = stage?.entry.stage.groups.flatMap((g) => g.sections).find((s) => s.key === on.section);
    if (!stage || !section) return absent();
    if (!inTeam(file.roles)) return refused(403, 'Only the team says who writes a section');
    const now = (await assignmentsOf(tx, caseId, stage.key)).find((row) => row.section === section.key);
    if (!mayGive(file.roles, actor.id, now?.person_id ?? null, personId)) return refused(403, 'Only the team lead can give a section to somebody else');
    const [person] = personId !== null && holdersOf(file, ...TEAM).includes(personId) ? await peopleByIds(tx, [personId]) : [];
    if (personId !== null && !person) return refused(422, { field: 'person', message: 'Select somebody in the team' });
    if (person && levelIn(partOf(file, person.id).standings, stage.key) !== 'edit') return refused(422, { field: 'person', message: `${person.name} cannot change answers in this stage. Select somebody who can, or change what they may do under People` });
    if (person && dueOn !== null && dueOn < today() && dueOn !== now?.due_on) return refused(422, { field: 'dueOn', message: 'The day it is due must be today or later' });
    const title = inWords(section.title, file.pathway);
    if (!person) await dropAssignment(tx, caseId, section.key);
    else await putAssignment(tx, { case_id: caseId, section: section.key, stage: stage.key, person_id: person.id, due_on: dueOn, by: actor.id, at });
    if (person && person.id !== now?.person_id) {
      await tell(tx, at, [person.id], { caseId, kind: 'needsYou', text: `Write the section "${title}"${dueOn ? ` by ${day(dueOn)}` : ''}: ${file.case.title}`, link: `/cases/${caseId}/stages/${stage.key}/${section.key}`, because: `${actor.name} gave you this section. It stays on your first page until it is marked as completed.` }, actor.id);
    }
    const sentence = person ? `gave ${title} to ${person.name}` : `left ${title} open to anybody in the team`;
    return done(null, { kind: 'section.give', caseId, subject: { stage: stage.key, section: section.key, person: person?.id ?? null, dueOn }, sentence });
  });
}
