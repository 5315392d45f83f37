import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { openCollisions, versionsOf } from '#db/tables/answer-versions.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import type { Question, StageKey } from '#workflows/definition.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { mayEdit, maySeeDraft } from '../cases/cases.policy.ts';
import { commentFor } from '../comments/comments.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { inText } from './answer-in-text.server.ts';
import { mergeWords, type Merged } from './merge-words.ts';
import { isText } from './text-questions.ts';

/** Where an answer stands, and how to get back to it. */
interface Place {
  case: CaseHead;
  title: string;
  stage: StageKey;
  question: string;
  back: { to: string; label: string };
}
export interface AnswerHistory extends Place {
  /** Newest first; `before` is the wording each one replaced, '' for the first. */
  wordings: { id: string; by: string; at: string; text: string; before: string; collided: 'open' | 'settled' | null; taken: { commentId: string; by: string } | null }[];
}

/** Every wording an answer ever had; undefined when the reader may not see drafts of its stage, or not this answer. */
export async function answerHistory(reader: Reader, file: CaseFile, key: string): Promise<AnswerHistory | undefined> {
  const found = placeFor(file, key);
  if (!found || !(isExample(file) || maySeeDraft(file.roles, file.standings, found.place.stage))) return undefined;
  const rows = await versionsOf(reader, file.case.id, key);
  const suggested = await suggestionsIn(reader, file, rows);
  const name = await namesOf(reader, [...rows.map((row) => row.by), ...suggested.map((c) => c.proposed_by)]);
  const texts = rows.map((row) => inText(found.question, row));
  const replaced = (i: number) => rows.findIndex((row, j) => j > i && row.collided_at === null);
  return {
    ...found.place,
    wordings: rows.map((row, i) => {
      const comment = suggested.find((c) => c.id === row.comment_id);
      return {
        id: row.id, by: name(row.by), at: row.at, text: texts[i] ?? '', before: texts[replaced(i)] ?? '',
        collided: row.collided_at === null ? null : row.settled_at === null ? 'open' : 'settled',
        taken: comment ? { commentId: comment.id, by: name(comment.proposed_by) } : null,
      };
    }),
  };
}

/** The suggestions that wordings were taken from, as far as this reader sees them. */
async function suggestionsIn(reader: Reader, file: CaseFile, rows: readonly Row<'answer_versions'>[]): Promise<Row<'comments'>[]> {
  const comments = await Promise.all([...new Set(rows.flatMap((row) => row.comment_id ?? []))].map((id) => commentFor(reader, file, id)));
  return comments.filter((c) => c !== undefined);
}

export interface CollisionPage extends Place {
  id: string;
  /** Of the answer as it is shown here. */
  revision: number;
  current: { text: string; by: string; mine: boolean };
  other: { text: string; by: string; at: string; mine: boolean };
  /** What both began with; '' when there was nothing. */
  base: string;
  /** Both changes in one text, for texts alone; anything else is one or the other. */
  merged: Merged | null;
  /** The word limit of the answer. */
  words: number | null;
}

/** Two wordings that wait for a choice; undefined when there is none by that id for those who may write. */
export async function collisionPage(reader: Reader, file: CaseFile, versionId: string): Promise<CollisionPage | undefined> {
  const other = (await openCollisions(reader, file.case.id)).find((version) => version.id === versionId);
  const found = other && placeFor(file, other.question);
  if (!other || !found || !mayEdit(file.roles, file.standings, found.place.stage)) return undefined;
  const [current, versions] = await Promise.all([answerOf(reader, file.case.id, other.question), versionsOf(reader, file.case.id, other.question)]);
  const name = await namesOf(reader, [other.by, current?.by ?? null]);
  const begun = versions.find((v) => v.collided_at === null && v.revision === other.revision);
  const text = (row: Parameters<typeof inText>[1] | undefined) => (row ? inText(found.question, row) : '');
  const written = (row: { state: string; value_json: string | null } | undefined) => row?.state === 'answered' && row.value_json !== null;
  return {
    ...found.place, id: other.id, words: found.question.words ?? null, revision: current?.revision ?? 0, base: begun && written(begun) ? text(begun) : '',
    current: { text: current ? text(current) : 'Not provided', by: current ? name(current.by) : 'Nobody', mine: current?.by === file.actor.id },
    other: { text: text(other), by: name(other.by), at: other.at, mine: other.by === file.actor.id },
    merged: isText(found.question) ? mergeWords(written(begun) ? text(begun) : '', written(current) ? text(current) : '', written(other) ? text(other) : '') : null,
  };
}

function placeFor(file: CaseFile, key: string): { place: Place; question: Question } | undefined {
  const found = placeOf(file.pathway, key);
  if (!found || (found.question.seenBy && !found.question.seenBy.some((role) => file.roles.includes(role)))) return undefined;
  const say = (text: string) => inWords(text, file.pathway);
  const stage = found.stage.key;
  return { question: found.question, place: { case: headOf(file), title: say(found.question.title), stage, question: key, back: { to: `/cases/${file.case.id}/stages/${stage}/${found.section.key}#${key}`, label: say(found.section.title) } } };
}
