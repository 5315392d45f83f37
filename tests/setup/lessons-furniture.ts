import { newId } from '#db/codec.ts';
import { giveLesson } from '#app/domain/lessons/give-lesson.server.ts';
import type { NewLesson } from '#app/domain/lessons/lessons.schema.ts';
import type { SmallWorld } from './small-world.ts';
import { value } from './walk.ts';

/** A lesson nobody has given yet. */
export const someLesson: Omit<NewLesson, 'key'> = { title: 'Freeze the starting figures', happened: 'Nobody could rebuild them', differently: 'Print them on the last day', stage: 'contract', topic: 'benefits-measurement', readers: 'everyone' };

/** A lesson for everybody, and one of the member's for people who are signed in. */
export async function furnishLessons({ lead, member }: SmallWorld['people'], caseId: string): Promise<Record<string, string>> {
  const open = value(await giveLesson(lead, caseId, { key: newId(), ...someLesson }));
  const closed = value(await giveLesson(member, caseId, { key: newId(), ...someLesson, title: 'Ask the scheme early', stage: 'workforce', topic: 'pensions', readers: 'signedIn' }));
  return { openLesson: open.lessonId, closedLesson: closed.lessonId };
}
