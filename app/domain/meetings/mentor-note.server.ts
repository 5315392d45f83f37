import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { insertMentorNote, mentorNotesOf, withdrawMentorNote } from '#db/tables/mentor-notes.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { inTeam, isOnlyMentor, maySeeReviews, maySeeSubmission, readsAsMentor } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { namesOf, peopleHolding, together } from '../stages/people-named.server.ts';

/** What a mentor says of a stage, as its approver and the team read it. */
export interface NoteShown {
  id: string;
  by: string;
  at: string;
  text: string;
}

/** The notes of a stage that this person may read: the team, who judges it, and each mentor their own. */
export async function notesFor(reader: Reader, file: CaseFile, stage: StageKey): Promise<NoteShown[]> {
  const own = isOnlyMentor(file.roles);
  if (!own && !(maySeeReviews(file.roles) && maySeeSubmission(file.roles, file.standings, stage))) return [];
  const rows = (await mentorNotesOf(reader, file.case.id, stage)).filter((row) => !own || row.mentor_id === file.actor.id);
  const name = await namesOf(reader, rows.map((row) => row.mentor_id));
  return rows.map((row) => ({ id: row.id, by: name(row.mentor_id), at: row.at, text: row.text }));
}

/** Whether this person may say something to the approver of a stage: a mentor it is shared with, while it is not settled. */
export const mayWriteNote = (file: CaseFile, stage: StageKey): boolean =>
  readsAsMentor(file.roles, file.standings, stage) && !inTeam(file.roles) && whyNotNow(file, stage) === null;

function whyNotNow(file: CaseFile, stage: StageKey): string | null {
  const { row, entry } = stageInFile(file, stage)!;
  if (entry.signOff.signer === 'none') return 'Nobody decides on this stage, so there is nobody to write to';
  const open = (['team', 'approver', 'secondLine'] as const).some((tag) => hasTag('stage', row.state, tag));
  return open ? null : `The ${inWords(entry.stage.noun, file.pathway)} is not open now, so a note would reach nobody`;
}

export interface NotePage {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  /** Who reads it, in words. */
  readers: string;
  current: NoteShown | null;
}
export type NoteFound = { ok: true; page: NotePage } | { ok: false; status: 403 | 404; sentence: string };

/** The page on which a mentor writes: 404 where the stage is not theirs to read, 403 for who is no mentor. */
export async function notePage(reader: Reader, file: CaseFile, stage: string): Promise<NoteFound> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return { ok: false, status: 404, sentence: '' };
  if (!mayWriteNote(file, found.key)) return { ok: false, status: 403, sentence: `${(readsAsMentor(file.roles, file.standings, found.key) && whyNotNow(file, found.key)) || 'Only a mentor writes a note to the approver'}.` };
  const [own, approvers] = await Promise.all([notesFor(reader, file, found.key), peopleHolding(reader, file, ['sponsor'])]);
  return {
    ok: true,
    page: {
      case: { id: file.case.id, title: file.case.title },
      stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
      readers: `${together(approvers.map((person) => person.name), 'the approver')} and the team`, current: own.at(-1) ?? null,
    },
  };
}

/** A mentor says something of a stage to its approver and the team; nothing said takes back what stood. */
export async function writeNote(actor: Actor, caseId: string, stage: string, text: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['mentor'], async (tx, file, at) => {
    const found = stageInFile(file, stage);
    if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return absent();
    if (!mayWriteNote(file, found.key)) return refused(403, (readsAsMentor(file.roles, file.standings, found.key) && whyNotNow(file, found.key)) || 'Only a mentor writes a note to the approver');
    const before = (await mentorNotesOf(tx, caseId, found.key)).find((row) => row.mentor_id === actor.id);
    if (!before && text === '') return refused(422, { field: 'text', message: 'Enter your note' });
    if (before) await withdrawMentorNote(tx, before.id, at);
    if (text !== '') await insertMentorNote(tx, { id: newId(), case_id: caseId, stage: found.key, mentor_id: actor.id, text, at, withdrawn_at: null });
    const noun = inWords(found.entry.stage.noun, file.pathway);
    const did = text === '' ? `took back the note on the ${noun}` : `left a note on the ${noun} for the approver and the team`;
    await tell(tx, at, holdersOf(file, 'lead', 'sponsor'), { caseId, kind: 'information', about: 'mentoring', text: `${actor.name} ${did}: ${file.case.title}`, link: `/cases/${caseId}/stages/${found.key}` }, actor.id);
    return done(null, { kind: 'note.write', caseId, subject: { stage: found.key }, sentence: did });
  });
}
