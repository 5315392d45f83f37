import type { LoaderFunctionArgs } from '@remix-run/node';
import { reader } from '#app/domain/database.server.ts';
import { lessonToMend, type LessonToMend } from '#app/domain/lessons/case-lessons-page.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

/** One lesson of a case for who asks, or the end of the request. */
export async function lessonAsked(asked: LoaderFunctionArgs): Promise<LessonToMend> {
  const { file } = await caseAsked(asked);
  return (await lessonToMend(reader(), file, asked.params.lesson!)) ?? notFound();
}
