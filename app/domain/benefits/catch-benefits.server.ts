import { benefitsOf } from '#db/tables/benefits.server.ts';
import type { FieldError } from '../answers/save-section.server.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { promiseSchema } from './benefits.schema.ts';
import { newBenefitPage } from './new-benefit-page.server.ts';
import { promiseBenefit } from './promise-benefit.server.ts';

/** Names of the two fields under the answer to a question. */
export const caughtFields = (question: string) => ({ title: `promise-title.${question}`, beneficiary: `promise-for.${question}` });

export interface Caught {
  /** The record of each promise, by the question it was caught in. */
  made: Map<string, string>;
  errors: FieldError[];
  /** What was typed where something is still to be mended. */
  typed: Record<string, string>;
}

/**
 * Makes records of the promises typed under the answers of a section. A promise already there is not made twice.
 * `pressed`: the question whose button was used; its fields must not be blank.
 */
export async function catchBenefits(actor: Actor, caseId: string, on: { stage: string; section: string }, entries: readonly [string, string][], pressed: string): Promise<Caught> {
  const fields = new Map(entries);
  const questions = new Set([...entries.flatMap(([name, text]) => (text.trim() ? (/^promise-(?:title|for)\.(.+)$/.exec(name)?.[1] ?? []) : [])), ...(pressed ? [pressed] : [])]);
  const caught: Caught = { made: new Map(), errors: [], typed: {} };
  for (const question of questions) await catchOne(actor, caseId, { ...on, question }, fields, caught);
  return caught;
}

async function catchOne(actor: Actor, caseId: string, on: { stage: string; section: string; question: string }, fields: ReadonlyMap<string, string>, caught: Caught): Promise<void> {
  const names = caughtFields(on.question);
  const typed = { title: fields.get(names.title) ?? '', beneficiary: fields.get(names.beneficiary) ?? '' };
  const wrong = (errors: FieldError[]) => {
    caught.errors.push(...errors);
    Object.assign(caught.typed, { [names.title]: typed.title, [names.beneficiary]: typed.beneficiary });
  };
  const read = promiseSchema.safeParse(typed);
  if (!read.success) return wrong(read.error.issues.map((issue) => ({ id: names[issue.path[0] as keyof typeof names], message: issue.message })));
  const file = await caseForActor(reader(), actor, caseId);
  const { stage, question } = file ? newBenefitPage(file, on) : { stage: '', question: '' };
  if (!question) return undefined;
  const same = (await benefitsOf(reader(), caseId)).find((b) => b.promised_question === question && b.title === read.data.title && b.withdrawn_at === null);
  const promised = same ? undefined : await promiseBenefit(actor, caseId, { ...read.data, category: '', stage, question });
  if (promised && !promised.ok) return wrong(promised.reasons.map(({ message }) => ({ id: names.title, message })));
  caught.made.set(question, same?.id ?? promised!.value.benefitId);
  return undefined;
}
