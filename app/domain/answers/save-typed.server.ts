import { placeOf } from '#workflows/form.ts';
import { caseForActor } from '../cases/case-file.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { saveSection } from './save-section.server.ts';
import { revisionsOf } from './section-page.server.ts';

/**
 * A button beside one question of a section was pressed, and the whole page came along: it is saved first, so that nothing
 * typed is lost. Answers with the revision the person saw of that question, by now; undefined when no page came along.
 */
export async function saveTyped(actor: Actor, caseId: string, question: string, typed: [string, string][]): Promise<number | undefined> {
  const saw = typed.find(([name]) => name === `${question}.revision`)?.[1];
  const file = saw === undefined ? undefined : await caseForActor(reader(), actor, caseId);
  const place = file && placeOf(file.pathway, question);
  if (!place) return undefined;
  const saved = await saveSection(actor, caseId, { stage: place.stage.key, section: place.section.key }, typed, 'unsaid');
  const ours = saved.ok && saved.value.saved.includes(question);
  return ours ? (await revisionsOf(reader(), caseId, [question]))[question] : Number(saw);
}
