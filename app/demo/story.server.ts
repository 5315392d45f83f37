import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertOrganisation } from '#db/tables/organisations.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import type { Row } from '#db/schema.ts';
import type { AnswerValue } from '#workflows/checks/check.ts';
import type { Role, Section, StageKey } from '#workflows/definition.ts';
import { compute, evidenceOf, sectionsOf, type CaseForm } from '#workflows/form.ts';
import { typedOf } from '#workflows/typed.ts';
import type { Answers, NotGiven } from './answers/facts.ts';
import { caseForm } from '../domain/answers/case-form.server.ts';
import { saveSection } from '../domain/answers/save-section.server.ts';
import { caseForActor, stageInFile, type CaseFile } from '../domain/cases/case-file.server.ts';
import { createCase, type NewCase } from '../domain/cases/create-case.server.ts';
import { instant, setClock } from '../domain/clock.server.ts';
import type { Done, Refused } from '../domain/command.server.ts';
import { database, reader } from '../domain/database.server.ts';
import { assureStage } from '../domain/decisions/assure-stage.server.ts';
import type { DecisionDraft, Outcome } from '../domain/decisions/decisions.schema.ts';
import { decideStage } from '../domain/decisions/decide-stage.server.ts';
import { addDocument } from '../domain/evidence/add-document.server.ts';
import { storeFile } from '../domain/evidence/file-store.server.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import { openSubmission } from '../domain/stages/read-submission.server.ts';
import { reviewStage, type Opinion } from '../domain/stages/review-stage.server.ts';
import { submitStage } from '../domain/stages/submit-stage.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';

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

export interface Character {
  email: string;
  name: string;
  jobTitle: string;
  organisationId?: string;
  posts?: Row<'appointments'>['post'][];
}

/** Puts a person on stage, able to sign in with the given hash. */
export async function person(c: Character, passwordHash: string | null): Promise<Actor> {
  const id = newId();
  await transaction(database(), async (tx) => {
    await insertPerson(tx, { id, email: c.email, name: c.name, job_title: c.jobTitle, organisation_id: c.organisationId ?? null, password_hash: passwordHash, confirmed_at: instant(), disabled_at: null, colour_scheme: null, created_at: instant() });
    for (const post of c.posts ?? []) await insertAppointment(tx, { id: newId(), person_id: id, post, from_at: instant(), until_at: null });
  });
  return { id, name: c.name, email: c.email, posts: c.posts ?? [], sessionProvedAt: instant(), colourScheme: null };
}

export async function organisation(row: Omit<Row<'organisations'>, 'id'>): Promise<string> {
  const id = newId();
  await transaction(database(), (tx) => insertOrganisation(tx, { ...row, id }));
  return id;
}

/** Starts a case; its starter is the lead. */
export async function begin(lead: Actor, wanted: NewCase): Promise<string> {
  return must(await createCase(lead, wanted), 'start a case').caseId;
}

/** Gives a person a part in a case, as an accepted invitation does. */
export async function join(caseId: string, who: Actor, role: Role, by: Actor, organisationId: string | null = null, stages: StageKey[] | null = null): Promise<void> {
  await transaction(database(), (tx) =>
    insertMembership(tx, { id: newId(), case_id: caseId, person_id: who.id, role, organisation_id: organisationId, stages_json: stages && JSON.stringify(stages), invited_by: by.id, from_at: instant(), until_at: null }),
  );
}

const fileOf = async (actor: Actor, caseId: string): Promise<CaseFile> => (await caseForActor(reader(), actor, caseId))!;
export const formOf = async (actor: Actor, caseId: string): Promise<CaseForm> => caseForm(reader(), await fileOf(actor, caseId));

/** Fills a stage section by section and declares each complete, unless `leave` names it. */
export async function write(lead: Actor, caseId: string, stage: StageKey, answers: Answers, leave: readonly string[] = []): Promise<void> {
  for (;;) {
    const file = await fileOf(lead, caseId);
    const form = await caseForm(reader(), file);
    const { entry } = stageInFile(file, stage)!;
    const left = sectionsOf(entry.stage, form).filter((s) => !leave.includes(s.key));
    const done = new Set(written.get(`${caseId}/${stage}`) ?? []);
    const section = left.find((s) => !done.has(s.key));
    if (!section) return;
    await writeSection(lead, caseId, stage, section, answers);
    written.set(`${caseId}/${stage}`, [...done, section.key]);
  }
}
const written = new Map<string, string[]>();

async function writeSection(lead: Actor, caseId: string, stage: StageKey, section: Section, answers: Answers): Promise<void> {
  for (let pass = 0; pass < 2; pass++) {
    const form = await caseForm(reader(), await fileOf(lead, caseId));
    const now = sectionsOf(stageInFile(await fileOf(lead, caseId), stage)!.entry.stage, form).find((s) => s.key === section.key) ?? section;
    const fields = now.questions.flatMap((q): [string, string][] => {
      if (q.type === 'computed' || q.type === 'file' || compute(q, form)) return [];
      const revision: [string, string] = [`${q.key}.revision`, String(form.answerRows.get(q.key)?.revision ?? 0)];
      return [revision, ...fieldsFor(q, answers[q.key])];
    });
    const last = pass === 1;
    const saved = must(await saveSection(lead, caseId, { stage, section: section.key }, fields, last ? 'yes' : 'unsaid'), `save ${section.key}`);
    if (last && !saved.completed) throw new Error(`${stage}, ${section.key}: ${saved.errors.map((e) => `${e.id}: ${e.message}`).join('; ')}`);
  }
}

function fieldsFor(q: Section['questions'][number], answer: AnswerValue | NotGiven | undefined): [string, string][] {
  if (answer === undefined) return [];
  if (typeof answer === 'object' && 'unknownUntil' in answer) {
    const [year = '', month = '', day = ''] = String(answer.unknownUntil).split('-');
    return [[`${q.key}.state`, 'unknown'], [`${q.key}.knownBy.day`, day], [`${q.key}.knownBy.month`, month], [`${q.key}.knownBy.year`, year]];
  }
  if (typeof answer === 'object' && 'notApplicable' in answer) return [[`${q.key}.state`, 'notApplicable'], [`${q.key}.reason`, String(answer.notApplicable)]];
  return Object.entries(typedOf(q, answer as AnswerValue)).flatMap(([suffix, values]) => values.map((value): [string, string] => [suffix ? `${q.key}.${suffix}` : q.key, value]));
}

/** Attaches every document the stage still needs, each a short file of its own. */
export async function attach(lead: Actor, caseId: string, stage: StageKey): Promise<void> {
  const file = await fileOf(lead, caseId);
  const form = await caseForm(reader(), file);
  for (const kind of evidenceOf(stageInFile(file, stage)!.entry.stage, form)) {
    const have = form.documents.get(kind.key) ?? 0;
    for (let i = have; i < kind.minimum; i++) {
      const text = `${kind.title}\n\n${file.case.title}\n${file.case.reference}\n\nIllustrative document ${i + 1}.\n`;
      const stored = await storeFile([Buffer.from(text)]);
      must(await addDocument(lead, caseId, { stage, kind: kind.key, title: kind.title, fileName: `${kind.key}-${i + 1}.txt`, mediaType: 'text/plain', seenBy: 'reviewers', personalData: false, stored }), `attach ${kind.key}`);
    }
  }
}

export async function send(lead: Actor, caseId: string, stage: StageKey): Promise<void> {
  must(await submitStage(lead, caseId, stage), `send ${stage}`);
}

/** The version last sent, as its readers name it. */
export async function sha256Of(caseId: string, stage: StageKey): Promise<string> {
  return (await latestSubmission(reader(), caseId, stage))?.sha256 ?? '';
}

export async function read(who: Actor, caseId: string, stage: StageKey): Promise<void> {
  await openSubmission(await fileOf(who, caseId), stage);
}

export async function review(who: Actor, caseId: string, stage: StageKey, opinion: Omit<Opinion, 'sha256'>): Promise<void> {
  must(await reviewStage(who, caseId, stage, { ...opinion, sha256: await sha256Of(caseId, stage) }), `review ${stage} as ${opinion.role}`);
}

/** A decision with every criterion met unless said otherwise. */
export async function decide(who: Actor, caseId: string, stage: StageKey, decision: Partial<DecisionDraft> & { outcome: Outcome }): Promise<void> {
  const file = await fileOf(who, caseId);
  const met = stageInFile(file, stage)!.entry.stage.criteria.map((c) => ({ criterion: c.key, verdict: 'met' as const, note: '' }));
  must(await decideStage(who, caseId, stage, { criteria: met, conditions: [], reasons: [], note: '', onBehalfOf: '', ...decision, sha256: await sha256Of(caseId, stage) }), `decide ${stage}`);
}

export async function assure(who: Actor, caseId: string, stage: StageKey, act: 'assure' | 'query' | 'stop' = 'assure', reason = ''): Promise<void> {
  must(await assureStage(who, caseId, stage, { act, reason, sha256: await sha256Of(caseId, stage) }), `assure ${stage}`);
}
