import { toJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertCollision } from '#db/tables/answer-versions.server.ts';
import { putAnswer } from '#db/tables/answers.server.ts';
import { markSection, marksOf, unmarkSection } from '#db/tables/marks.server.ts';
import { rawOf } from '#workflows/answers.ts';
import { hasTag } from '#workflows/decide.ts';
import type { Question, Section } from '#workflows/definition.ts';
import { inWords, sectionsOf } from '#workflows/form.ts';
import { problemsOf } from '#workflows/status.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayEdit } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { caseForm, withAnswers, type LoadedForm } from './case-form.server.ts';
import { readControls, sameAnswer, type NewAnswer } from './read-controls.ts';

export interface FieldError {
  /** The id of the control: the question's key, or the key, a dot and the control's suffix. */
  id: string;
  message: string;
}
export interface SavedSection {
  saved: string[];
  /** Answers somebody else changed meanwhile: both wordings are kept, and the page offers the choice. */
  collided: string[];
  errors: FieldError[];
  completed: boolean;
  at: string;
}

/** What a section's form says about completion; autosave says nothing. */
export type Completion = 'yes' | 'no' | 'unsaid';

/**
 * Saves what one section's form posted, question by question. Nothing typed is ever lost: what cannot be read is kept
 * as typed, what collides is kept beside the newer wording. `completion` 'yes' declares the section complete when
 * nothing is missing; otherwise the errors say what is.
 */
export async function saveSection(actor: Actor, caseId: string, on: { stage: string; section: string }, form: [string, string][], completion: Completion): Promise<Done<SavedSection> | Refused> {
  return caseCommand(actor, caseId, ['lead', 'member', 'adviser'], async (tx, file, at) => {
    const found = stageInFile(file, on.stage);
    if (!found) return absent();
    if (!mayEdit(file.roles)) return refused(403, 'Only the team can change answers');
    if (!mayEdit(file.roles, file.standings, found.key)) return refused(403, 'You can read these answers but not change them. The team lead can change that');
    const stands = standsStill(file.case.state);
    if (stands) return refused(422, `The case is ${stands}, so answers cannot be changed until that ends`);
    if (!hasTag('stage', found.row.state, 'editable')) return refused(422, `The ${inWords(found.entry.stage.noun, file.pathway)} is not with the team now, so its answers cannot be changed`);
    const before = await caseForm(tx, file);
    const section = sectionsOf(found.entry.stage, before).find((s) => s.key === on.section);
    if (!section) return absent();
    const { form: now, ...outcome } = await saveAnswers(tx, file, section, before, form, at);
    const completed = await declare(tx, file, on, completion, outcome, now, at);
    const changed = outcome.saved.length + outcome.collided.length;
    const title = inWords(section.title, file.pathway);
    const deeds = [
      ...(changed ? [{ kind: 'answers.save', caseId, subject: { ...on, questions: outcome.saved, collided: outcome.collided }, sentence: `changed ${changed === 1 ? '1 answer' : `${changed} answers`} in ${title}` }] : []),
      ...(completed.changed ? [{ kind: 'section.mark', caseId, subject: { ...on, completed: completed.now }, sentence: completed.now ? `marked ${title} as completed` : `marked ${title} as not completed` }] : []),
    ];
    return done({ ...outcome, errors: completed.errors, completed: completed.now, at }, ...deeds);
  });
}

type Outcome = Pick<SavedSection, 'saved' | 'collided' | 'errors'>;

async function saveAnswers(tx: Writer, file: CaseFile, section: Section, form: LoadedForm, posted: [string, string][], at: string): Promise<Outcome & { form: LoadedForm }> {
  const outcome: Outcome = { saved: [], collided: [], errors: [] };
  const kept: Row<'answers'>[] = [];
  for (const question of section.questions) {
    const raw = rawOf(question, posted);
    if (raw.revision === undefined) continue;
    const read = readControls(question, raw);
    outcome.errors.push(...read.errors.map((e) => ({ id: e.at ? `${question.key}.${e.at}` : question.key, message: e.message })));
    const row = rowOf(file, question, read.answer, Number(raw.revision[0]), at);
    const fate = await keep(tx, row, form.answerRows.get(question.key), read.answer);
    if (fate !== 'same') outcome[fate].push(question.key);
    if (fate === 'saved') kept.push(row);
  }
  return { ...outcome, form: withAnswers(form, kept) };
}

/** The answer as it will stand when it was begun from revision `base` and nobody changed it since. */
const rowOf = (file: CaseFile, question: Question, answer: NewAnswer, base: number, at: string): Row<'answers'> => ({
  case_id: file.case.id, question: question.key, state: answer.state,
  value_json: answer.value === null ? null : toJson(answer.value), raw_json: answer.raw === null ? null : toJson(answer.raw),
  known_by_on: answer.knownBy, reason: answer.reason, by: file.actor.id, at, revision: base + 1,
});

async function keep(tx: Writer, { revision, ...row }: Row<'answers'>, current: Row<'answers'> | undefined, answer: NewAnswer): Promise<'same' | 'saved' | 'collided'> {
  if (sameAnswer(current, answer)) return 'same';
  const base = revision - 1;
  const fresh = (current?.revision ?? 0) === base;
  if (fresh && (await putAnswer(tx, row, base))) return 'saved';
  await insertCollision(tx, row, base);
  return 'collided';
}

interface Declared {
  now: boolean;
  changed: boolean;
  errors: FieldError[];
}

async function declare(tx: Writer, file: CaseFile, on: { stage: string; section: string }, completion: Completion, outcome: Outcome, form: LoadedForm, at: string): Promise<Declared> {
  if (completion === 'unsaid') return { now: false, changed: false, errors: outcome.errors };
  const was = (await marksOf(tx, file.case.id)).some((mark) => mark.section === on.section);
  const undeclared = async (errors: FieldError[]): Promise<Declared> => {
    if (was) await unmarkSection(tx, file.case.id, on.section);
    return { now: false, changed: was, errors };
  };
  if (completion === 'no') return undeclared(outcome.errors);
  const section = sectionsOf(stageInFile(file, on.stage)!.entry.stage, form).find((s) => s.key === on.section);
  const unread = new Set(outcome.errors.map((e) => e.id.split('.').slice(0, 2).join('.')));
  const missing = section ? problemsOf(section, form).filter((p) => !unread.has(p.question)) : [];
  const errors = [...outcome.errors, ...missing.map((p) => ({ id: p.at ? `${p.question}.${p.at}` : p.question, message: p.message }))];
  if (errors.length || outcome.collided.length) return undeclared(errors);
  await markSection(tx, { case_id: file.case.id, section: on.section, completed_by: file.actor.id, completed_at: at });
  return { now: true, changed: !was, errors };
}
