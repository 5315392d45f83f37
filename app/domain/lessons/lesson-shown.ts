import type { LessonOfTeam } from '#db/tables/lessons.server.ts';
import { readersInWords } from '#workflows/lessons.ts';
import { topicTitle } from '#workflows/mentor-topics.ts';
import { stageTitle } from '#workflows/stage-words.ts';
import { day, dayOf } from '../../lib/dates.ts';

/** A lesson as everybody who may read it sees it. */
export interface LessonShown {
  id: string;
  title: string;
  happened: string;
  differently: string;
  /** "Contract and benefits. Agreeing a contract". */
  about: string;
  team: string;
  given: string;
  /** Of the public statement of the team, when one stands. */
  statement: string | null;
  /** "An invented example", where the team is one. */
  kind: string;
  readers: string;
  isPublic: boolean;
}

const KINDS = { real: '', illustrative: 'Told from published sources', example: 'An invented example' };

export const lessonShown = (row: LessonOfTeam): LessonShown => ({
  id: row.id, title: row.title, happened: row.happened, differently: row.differently, about: `${stageTitle(row.stage)}. ${topicTitle(row.topic)}`,
  team: row.team, given: day(dayOf(row.at)), statement: row.statement, kind: KINDS[row.shown_as], readers: readersInWords(row.readers), isPublic: row.readers === 'everyone',
});
