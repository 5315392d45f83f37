import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { exampleAnswers } from '#db/tables/answers.server.ts';
import type { AnswerValue } from '#workflows/checks/check.ts';
import type { Question } from '#workflows/definition.ts';
import { showAnswer, type Shown } from '#workflows/show.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';

/** What the finished example answers to a question. */
export interface ExampleAnswer {
  team: string;
  text: string;
  /** Where all of it stands, when this is its beginning. */
  to: string | null;
}

/** As much of an answer as helps: a page of forty questions is not to grow by forty tables. */
const ENOUGH = 1200;

/** Answers of the finished example to these questions by their keys; none where no example was loaded, and none in the example itself. */
export async function examplesFor(reader: Reader, file: CaseFile, questions: readonly Question[]): Promise<ReadonlyMap<string, ExampleAnswer>> {
  const open = questions.filter((question) => !question.seenBy);
  if (isExample(file) || open.length === 0) return new Map();
  const rows = await exampleAnswers(reader, open.map(({ key }) => key));
  return new Map(rows.flatMap(({ question: key, value_json: json, team, case_id: id }) => {
    const question = open.find((one) => one.key === key);
    const text = question && json !== null ? inLines(showAnswer(question, fromJson<AnswerValue>(json))).trim() : '';
    if (!text) return [];
    return [[key, text.length > ENOUGH ? { team, text: beginningOf(text), to: `/cases/${id}/answers/${key}` } : { team, text, to: null }] as const];
  }));
}

/** Rows of a table and items of a list as bullets. */
function inLines(shown: Shown): string {
  if (shown.kind === 'text') return shown.text;
  const items = shown.kind === 'list' ? shown.items : shown.rows.map((row) => row.flatMap((cell, i) => (cell === '' ? [] : shown.head[i]?.title ? `${shown.head[i].title}: ${cell}` : cell)).join('; '));
  return items.map((item) => `- ${item}`).join('\n');
}

/** Whole lines as far as there is room; of a first line that is too long, whole words. */
function beginningOf(text: string): string {
  const line = text.lastIndexOf('\n', ENOUGH);
  return `${text.slice(0, line > 0 ? line : text.lastIndexOf(' ', ENOUGH))}\n…`;
}
