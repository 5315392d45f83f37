import type { AnswerValue } from '#workflows/checks/check.ts';
import type { Question, Role, Section, StageKey } from '#workflows/definition.ts';
import { compute, evidenceOf, sectionsOf } from '#workflows/form.ts';
import { typedOf } from '#workflows/typed.ts';
import type { Answers, NotGiven } from './answers/facts.ts';
import { caseForm, type LoadedForm } from '../domain/answers/case-form.server.ts';
import { saveSection } from '../domain/answers/save-section.server.ts';
import { addPart } from '../domain/cases/add-part.server.ts';
import { caseForActor, stageInFile, type CaseFile } from '../domain/cases/case-file.server.ts';
import { createCase, type NewCase } from '../domain/cases/create-case.server.ts';
import { setClock } from '../domain/clock.server.ts';
import type { Done, Refused } from '../domain/command.server.ts';
import { reader } from '../domain/database.server.ts';
import { assureStage } from '../domain/decisions/assure-stage.server.ts';
import type { DecisionDraft, Outcome } from '../domain/decisions/decisions.schema.ts';
import { decideStage } from '../domain/decisions/decide-stage.server.ts';
import { addDocument } from '../domain/evidence/add-document.server.ts';
import { storeFile } from '../domain/evidence/file-store.server.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import { openSubmission } from '../domain/stages/read-submission.server.ts';
import { reviewStage, type Opinion } from '../domain/stages/review-stage.server.ts';
import { loadStage } from '../domain/stages/stage-facts.server.ts';
import { submitStage } from '../domain/stages/submit-stage.server.ts';

/** Tells what follows as if it happened on this day, at 10 in the morning unless said otherwise. */
export function onDay(day: string, time = '10:00'): void {
  let ticks = 0;
  setClock(() => new Date(Date.parse(`${day}T${time}:00.000Z`) + 1000 * ticks++));
}

/** A command's value, or an error naming each reason: a story that the law refuses is told wrongly. */
export function must<T>(outcome: Done<T> | Refused, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${what}: ${outcome.status} ${outcome.reasons.map((r) => r.message).join('; ')}`);
}

/** Starts a case; its starter is the lead. */
export async function begin(lead: Actor, wanted: NewCase): Promise<string> {
  return must(await createCase(lead, wanted), 'start a case').caseId;
}

/** Gives a person a part in a case, by the support unit. A mentor sees only `stages`. */
export async function join(caseId: string, who: Actor, role: Role, by: Actor, organisationId: string | null = null, stages: StageKey[] = []): Promise<void> {
  must(await addPart(by, caseId, { personId: who.id, role, organisationId, stages }), `add ${who.name} as ${role}`);
}

export const fileOf = async (actor: Actor, caseId: string): Promise<CaseFile> => (await caseForActor(reader(), actor, caseId))!;
export const formOf = async (actor: Actor, caseId: string): Promise<LoadedForm> => caseForm(reader(), await fileOf(actor, caseId));

/** Sections to leave for later, or the only ones to write. */
export interface Which {
  leave?: readonly string[];
  only?: readonly string[];
}

/** Fills a stage section by section, its writers in turn, and declares each complete. */
export async function write(writers: readonly Actor[], caseId: string, stage: StageKey, answers: Answers, { leave = [], only }: Which = {}): Promise<void> {
  const file = await fileOf(writers[0]!, caseId);
  const done = new Set<string>(leave);
  let form = await caseForm(reader(), file);
  for (let turn = 0; ; turn++) {
    const section = sectionsIn(file, stage, form).find((s) => !done.has(s.key) && (only?.includes(s.key) ?? true));
    if (!section) return;
    form = await writeSection(writers[turn % writers.length]!, file, stage, section.key, answers, form);
    done.add(section.key);
  }
}

const sectionsIn = (file: CaseFile, stage: StageKey, form: LoadedForm): Section[] => sectionsOf(stageInFile(file, stage)!.entry.stage, form);

/** A second time when the first answers opened further questions or asked for documents. Answers with the form after it. */
async function writeSection(who: Actor, file: CaseFile, stage: StageKey, key: string, answers: Answers, before: LoadedForm): Promise<LoadedForm> {
  const asked = (form: LoadedForm) => sectionsIn(file, stage, form).find((s) => s.key === key)!.questions;
  const save = async (form: LoadedForm) =>
    must(await saveSection(who, file.case.id, { stage, section: key }, asked(form).flatMap((q) => fieldsOf(q, form, answers)), 'yes'), `save ${key}`);
  const first = await save(before);
  const after = await caseForm(reader(), file);
  if (first.completed && asked(after).length === asked(before).length) return after;
  await attach(who, file.case.id, stage);
  const second = await save(await caseForm(reader(), file));
  if (!second.completed) throw new Error(`${stage}, ${key}: ${second.errors.map((e) => `${e.id}: ${e.message}`).join('; ')}`);
  return caseForm(reader(), file);
}

function fieldsOf(q: Question, form: LoadedForm, answers: Answers): [string, string][] {
  if (q.type === 'computed' || q.type === 'file' || compute(q, form)) return [];
  return [[`${q.key}.revision`, String(form.answerRows.get(q.key)?.revision ?? 0)], ...fieldsFor(q, answers[q.key])];
}

function fieldsFor(q: Question, answer: AnswerValue | NotGiven | undefined): [string, string][] {
  if (answer === undefined) return [];
  if (typeof answer === 'object' && 'unknownUntil' in answer) {
    const [year = '', month = '', day = ''] = String(answer.unknownUntil).split('-');
    return [[`${q.key}.state`, 'unknown'], [`${q.key}.knownBy.day`, day], [`${q.key}.knownBy.month`, month], [`${q.key}.knownBy.year`, year]];
  }
  if (typeof answer === 'object' && 'notApplicable' in answer) return [[`${q.key}.state`, 'notApplicable'], [`${q.key}.reason`, String(answer.notApplicable)]];
  return Object.entries(typedOf(q, answer as AnswerValue)).flatMap(([suffix, values]) => values.map((value): [string, string] => [suffix ? `${q.key}.${suffix}` : q.key, value]));
}

/** Attaches every document the stage still needs, each a short file of its own. */
export async function attach(who: Actor, caseId: string, stage: StageKey): Promise<void> {
  const file = await fileOf(who, caseId);
  const form = await caseForm(reader(), file);
  for (const kind of evidenceOf(stageInFile(file, stage)!.entry.stage, form)) {
    const have = form.documents.get(kind.key) ?? 0;
    for (let i = have; i < kind.minimum; i++) {
      const text = `${kind.title}\n\n${file.case.title}\n${file.case.reference}\n\nIllustrative document ${i + 1}.\n`;
      const stored = await storeFile([Buffer.from(text)]);
      must(await addDocument(who, caseId, { stage, kind: kind.key, title: kind.title, fileName: `${kind.key}-${i + 1}.txt`, mediaType: 'text/plain', seenBy: 'reviewers', personalData: false, stored }), `attach ${kind.key}`);
    }
  }
}

export async function send(lead: Actor, caseId: string, stage: StageKey): Promise<void> {
  must(await submitStage(lead, caseId, stage), `send ${stage}`);
}

/** The version last sent, as its readers name it. */
export const sha256Of = async (who: Actor, caseId: string, stage: StageKey): Promise<string> =>
  (await loadStage(reader(), await fileOf(who, caseId), stage)).submission?.sha256 ?? '';

export async function read(who: Actor, caseId: string, stage: StageKey): Promise<void> {
  await openSubmission(await fileOf(who, caseId), stage);
}

export async function review(who: Actor, caseId: string, stage: StageKey, opinion: Omit<Opinion, 'sha256'>): Promise<void> {
  must(await reviewStage(who, caseId, stage, { ...opinion, sha256: await sha256Of(who, caseId, stage) }), `review ${stage} as ${opinion.role}`);
}

/** A decision with every criterion met unless said otherwise. */
export async function decide(who: Actor, caseId: string, stage: StageKey, decision: Partial<DecisionDraft> & { outcome: Outcome }): Promise<void> {
  const file = await fileOf(who, caseId);
  const met = stageInFile(file, stage)!.entry.stage.criteria.map((c) => ({ criterion: c.key, verdict: 'met' as const, note: '' }));
  must(await decideStage(who, caseId, stage, { criteria: met, conditions: [], reasons: [], note: '', onBehalfOf: '', minutes: '', ...decision, sha256: await sha256Of(who, caseId, stage) }), `decide ${stage}`);
}

export async function assure(who: Actor, caseId: string, stage: StageKey, act: 'assure' | 'query' | 'stop' = 'assure', reason = ''): Promise<void> {
  must(await assureStage(who, caseId, stage, { act, reason, sha256: await sha256Of(who, caseId, stage) }), `assure ${stage}`);
}
