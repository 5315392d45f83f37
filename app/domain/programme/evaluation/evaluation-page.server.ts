import type { Reader } from '#db/database.server.ts';
import { day } from '../../../lib/dates.ts';
import { counted } from '../../../lib/money.ts';
import { today } from '../../clock.server.ts';
import { programmePage } from '../programme-page.server.ts';
import type { Scope } from '../programme-scope.server.ts';
import { searchIn } from '../programme-search.ts';
import { STEPS } from '../steps.ts';
import { FILES } from './bundle.server.ts';
import { caveatsOf } from './caveats.ts';

export interface EvaluationPage {
  /** "34 cases and 212 benefits, as at 3 May 2027." */
  covers: string;
  files: { name: string; about: string; columns: number }[];
  caveats: { title: string; words: string }[];
}

/** What is in the workbook: every case this person may see, of every kind, and what must be known of it. */
export async function evaluationPage(reader: Reader, scope: Scope): Promise<EvaluationPage> {
  const page = await programmePage(reader, scope, searchIn(new URLSearchParams({ kind: 'all' })));
  const { promised, withdrawn } = page.tallies;
  return {
    covers: `${counted(page.cases, 'case')} and ${counted(promised.n + withdrawn.n, 'benefit')}, illustrations and examples among them, as at ${day(today())}.`,
    files: FILES.map(({ name, about, columns }) => ({ name, about, columns: columns.length })),
    caveats: caveatsOf(page),
  };
}

/** The words that go with the files: what they are, what must be known of them, and how each number of the programme is worked out. */
export async function readMeFor(reader: Reader, scope: Scope): Promise<string> {
  const { covers, files, caveats } = await evaluationPage(reader, scope);
  return [
    'Slipway: evaluation workbook', covers, '',
    'Each file is comma-separated text in UTF-8, one line a record, the first line the names of its columns. What every column means is in data-dictionary.csv. No file holds a formula: text that begins like one has an apostrophe in front.',
    '', ...files.map(({ name, about }) => `${name}: ${about}.`),
    '', 'Left out: names of people, notes on results, and numbers of 1 to 4 that may be of people, with everything they could be worked out from.',
    '', 'What must be known before anything is concluded', '', ...caveats.map(({ title, words }) => `${title}. ${words}`),
    '', 'How the numbers of the programme page follow from benefits.csv', '', ...STEPS.map(({ title, counts }) => `${title}. ${counts}`),
    '', 'The page counts real cases where there are any: see the column kind in cases.csv. Amounts add up value_per_year of the benefits counted, where it is given.', '',
  ].join('\r\n');
}
