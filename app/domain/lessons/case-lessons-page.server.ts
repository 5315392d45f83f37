import { newId, fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { lessonsOfCase } from '#db/tables/lessons.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { mendedUntil, readersInWords, TITLE_LENGTH, whyNoMore, whyNotLesson } from '#workflows/lessons.ts';
import { topicTitle } from '#workflows/mentor-topics.ts';
import { stageTitle } from '#workflows/stage-words.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { instant } from '../clock.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { mayGiveLesson, mayWithdrawLesson, stagesToTellOf } from './lessons.policy.ts';

export interface OwnLesson {
  id: string;
  title: string;
  happened: string;
  differently: string;
  about: string;
  /** "Given by Ann Lee on 3 May 2026, changed on 5 May 2026". */
  given: string;
  readers: string;
  /** Until which day it may be changed; null when this reader may not, or no longer. */
  mayChangeUntil: string | null;
  mayWithdraw: boolean;
  /** Null while it stands. */
  withdrawn: { on: string; reason: string } | null;
}
export interface CaseLessonsPage {
  case: CaseHead;
  example: boolean;
  lessons: OwnLesson[];
  /** Taken back: shown to the people of the team and nobody else. */
  withdrawn: OwnLesson[];
  /** Null when the reader may give one; otherwise why not, '' for who never may. */
  whyNot: string | null;
  /** Lessons of the team's benefit review that are for everybody and not given yet. */
  ofReview: { row: number; text: string }[];
}

/** The lessons a case gives. Everybody with a part in it may read them; its team sees what is left to do. */
export async function caseLessonsPage(reader: Reader, file: CaseFile): Promise<CaseLessonsPage> {
  const rows = await lessonsOfCase(reader, file.case.id);
  const name = await namesOf(reader, rows.map((row) => row.by));
  const standing = rows.filter((row) => row.withdrawn_at === null);
  const may = stagesToTellOf(file.roles, file.standings).length > 0;
  const whyNot = may ? whyNoMore(standing.length) : '';
  return {
    case: headOf(file), example: isExample(file), whyNot,
    lessons: standing.map((row) => ownLesson(file, row, name(row.by))),
    withdrawn: may ? rows.filter((row) => row.withdrawn_at !== null).map((row) => ownLesson(file, row, name(row.by))) : [],
    ofReview: whyNot === null ? leftOf(await reviewLessons(reader, file), standing) : [],
  };
}

function ownLesson(file: CaseFile, row: Row<'lessons'>, by: string): OwnLesson {
  const withdrawn = row.withdrawn_at !== null;
  const mayChange = mayGiveLesson(file.roles, file.standings, row.stage as StageKey) && whyNotLesson({ at: row.at, now: instant(), withdrawn }, { type: 'change' }) === null;
  return {
    id: row.id, title: row.title, happened: row.happened, differently: row.differently, about: `${stageTitle(row.stage)}. ${topicTitle(row.topic)}`,
    given: `Given by ${by} on ${day(dayOf(row.at))}${row.changed_at ? `, changed on ${day(dayOf(row.changed_at))}` : ''}`, readers: readersInWords(row.readers),
    mayChangeUntil: mayChange ? day(dayOf(mendedUntil(row.at))) : null, mayWithdraw: !withdrawn && mayWithdrawLesson(file.roles, file.actor.id, row.by),
    withdrawn: row.withdrawn_at === null ? null : { on: day(dayOf(row.withdrawn_at)), reason: row.withdrawn_reason ?? '' },
  };
}

/** What the form about a lesson is drawn with. */
export interface LessonDesk {
  case: CaseHead;
  key: string;
  stages: { value: string; label: string }[];
  /** What stands in the boxes at first. */
  first: Record<string, string>;
}
const stagesOf = (file: CaseFile) => stagesToTellOf(file.roles, file.standings).map((value) => ({ value, label: stageTitle(value) }));

/** For a new lesson; `row`: the lesson of the review to begin with. */
export async function newLessonDesk(reader: Reader, file: CaseFile, row: string | null): Promise<LessonDesk> {
  const asked = row === null ? undefined : (await reviewLessons(reader, file)).find((lesson) => String(lesson.row) === row);
  const first = asked ? { ...(asked.text.length <= TITLE_LENGTH && { title: asked.text }), differently: asked.text, stage: 'review' } : {};
  return { case: headOf(file), key: newId(), stages: stagesOf(file), first };
}

export type LessonToMend = { desk: LessonDesk; whyNot: string | null; title: string; mayChange: boolean; mayWithdraw: boolean };

/** For other words, or to take it back; undefined when the case has no such lesson. */
export async function lessonToMend(reader: Reader, file: CaseFile, lessonId: string): Promise<LessonToMend | undefined> {
  const row = (await lessonsOfCase(reader, file.case.id)).find(({ id }) => id === lessonId);
  if (!row) return undefined;
  const { title, happened, differently, stage, topic, readers, revision } = row;
  return {
    desk: { case: headOf(file), key: '', stages: stagesOf(file), first: { title, happened, differently, stage, topic, readers, revision: String(revision) } },
    whyNot: whyNotLesson({ at: row.at, now: instant(), withdrawn: row.withdrawn_at !== null }, { type: 'change' }),
    title, mayChange: mayGiveLesson(file.roles, file.standings, stage as StageKey), mayWithdraw: mayWithdrawLesson(file.roles, file.actor.id, row.by),
  };
}

/** The lessons written down in the benefit review that its team would tell everybody; for whoever may write that stage. */
async function reviewLessons(reader: Reader, file: CaseFile): Promise<{ row: number; text: string }[]> {
  if (!mayGiveLesson(file.roles, file.standings, 'review')) return [];
  const answer = await answerOf(reader, file.case.id, 'rev.lessons');
  const value = answer?.state === 'answered' && answer.value_json ? fromJson<unknown>(answer.value_json) : [];
  const rows = Array.isArray(value) ? (value as { lesson?: unknown; share?: unknown }[]) : [];
  return rows.flatMap(({ lesson, share }, i) => (share === 'everyone' && typeof lesson === 'string' && lesson.trim() !== '' ? [{ row: i + 1, text: lesson.trim() }] : []));
}

const leftOf = (lessons: { row: number; text: string }[], given: readonly Row<'lessons'>[]) =>
  lessons.filter(({ text }) => !given.some((row) => row.title === text || row.differently.includes(text)));
