import type { Reader } from '#db/database.server.ts';
import { openCollisions, versionsOf } from '#db/tables/answer-versions.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { Question, StageKey } from '#workflows/definition.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, isExample, type CaseHead } from '../cases/case-page.server.ts';
import { mayEdit, maySeeDraft } from '../cases/cases.policy.ts';
import { inText } from './answer-in-text.server.ts';

/** Where an answer stands, and how to get back to it. */
interface Place {
  case: CaseHead;
  title: string;
  stage: StageKey;
  back: { to: string; label: string };
}
export interface AnswerHistory extends Place {
  /** Newest first; `before` is the wording each one replaced, '' for the first. */
  wordings: { id: string; by: string; at: string; text: string; before: string; collided: 'open' | 'settled' | null }[];
}

/** Every wording an answer ever had; undefined when the reader may not see drafts of its stage, or not this answer. */
export async function answerHistory(reader: Reader, file: CaseFile, key: string): Promise<AnswerHistory | undefined> {
  const found = placeFor(file, key);
  if (!found || !(isExample(file) || maySeeDraft(file.roles, file.standings, found.place.stage))) return undefined;
  const rows = await versionsOf(reader, file.case.id, key);
  const people = await peopleByIds(reader, [...new Set(rows.map((row) => row.by))]);
  const texts = rows.map((row) => inText(found.question, row));
  const replaced = (i: number) => rows.findIndex((row, j) => j > i && row.collided_at === null);
  return {
    ...found.place,
    wordings: rows.map((row, i) => ({
      id: row.id, by: people.find((p) => p.id === row.by)?.name ?? 'Somebody', at: row.at, text: texts[i] ?? '', before: texts[replaced(i)] ?? '',
      collided: row.collided_at === null ? null : row.settled_at === null ? 'open' : 'settled',
    })),
  };
}

export interface CollisionPage extends Place {
  id: string;
  current: string;
  other: { text: string; by: string; at: string };
  /** Texts may be combined; anything else is one or the other. */
  combines: boolean;
}

/** Two wordings that wait for a choice; undefined when there is none by that id for those who may write. */
export async function collisionPage(reader: Reader, file: CaseFile, versionId: string): Promise<CollisionPage | undefined> {
  const other = (await openCollisions(reader, file.case.id)).find((version) => version.id === versionId);
  const found = other && placeFor(file, other.question);
  if (!other || !found || !mayEdit(file.roles)) return undefined;
  const [current, [writer]] = await Promise.all([answerOf(reader, file.case.id, other.question), peopleByIds(reader, [other.by])]);
  return {
    ...found.place, id: other.id, combines: isText(found.question),
    current: current ? inText(found.question, current) : 'Not provided',
    other: { text: inText(found.question, other), by: writer?.name ?? 'Somebody', at: other.at },
  };
}

/** Whether two wordings can be made one by hand. */
export const isText = (question: Pick<Question, 'type'>): boolean => question.type === 'text' || question.type === 'longText';

function placeFor(file: CaseFile, key: string): { place: Place; question: Question } | undefined {
  const found = placeOf(file.pathway, key);
  if (!found || (found.question.seenBy && !found.question.seenBy.some((role) => file.roles.includes(role)))) return undefined;
  const say = (text: string) => inWords(text, file.pathway);
  const stage = found.stage.key;
  return { question: found.question, place: { case: headOf(file), title: say(found.question.title), stage, back: { to: `/cases/${file.case.id}/stages/${stage}/${found.section.key}#${key}`, label: say(found.section.title) } } };
}
