import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { readingChecksOf } from '#db/tables/reading-checks.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { figure } from '#workflows/figure.ts';
import { standingOf, waitsForAnswer, type Standing } from '#workflows/result-checks.ts';
import { ago, day, dayOf } from '../../lib/dates.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { mayRecordResult } from '../cases/cases.policy.ts';
import { now } from '../clock.server.ts';
import { byKey } from './by-key.ts';
import { documentsBehind, type DocumentBehind } from './result-documents.server.ts';
import { mayAnswerCheck, mayCheckResult } from './results.policy.ts';
import { behind, periodInWords, saidOf, STANDINGS, type StandingWords } from './results-in-words.ts';

/** One result in force as pages show it. */
export interface ResultView {
  id: string;
  period: string;
  value: string;
  behind: string;
  quality: string;
  note: string;
  recorded: string;
  state: Standing;
  standing: StandingWords;
  /** Somebody asked and nobody has answered: since when; '' otherwise. */
  silence: string;
  /** What was said of it and what it said before, oldest first. `was`: an earlier value. */
  history: { id: string; text: string; was?: string }[];
  documents: DocumentBehind[];
  /** Documents behind it that this reader may not see. */
  unseen: number;
  mayCorrect: boolean;
  mayCheck: boolean;
  mayAnswer: boolean;
}

/** What is known of one benefit's results: the rows, what was said of them, and who by. */
export interface ResultRows {
  readings: Row<'readings'>[];
  checks: Row<'reading_checks'>[];
  names: ReadonlyMap<string, string>;
}

export async function resultRows(reader: Reader, benefitIds: readonly string[]): Promise<ResultRows> {
  const [readings, checks] = await Promise.all([readingsOf(reader, benefitIds), readingChecksOf(reader, benefitIds)]);
  const people = await peopleByIds(reader, [...new Set([...readings, ...checks].map((row) => row.by))]);
  return { readings, checks, names: new Map(people.map((p) => [p.id, p.name])) };
}

/** The results of one benefit that no later one corrects, newest first. */
export async function resultViews(reader: Reader, file: CaseFile, row: Row<'benefits'>, rows: ResultRows): Promise<ResultView[]> {
  const documents = await documentsBehind(reader, file, [row.id]);
  const byReading = byKey(rows.checks, (check) => check.reading_id);
  const byId = new Map(rows.readings.map((r) => [r.id, r]));
  const chainOf = (r: Row<'readings'>): Row<'readings'>[] => [r, ...(r.replaces_id ? chainOf(byId.get(r.replaces_id)!) : [])];
  return inForce(rows.readings).reverse().map((r) => viewOf(file, row, { chain: chainOf(r), byReading, names: rows.names, documents: documents.get(r.id) ?? [] }));
}

interface Around {
  /** The result and those it corrects, newest first. */
  chain: Row<'readings'>[];
  byReading: ReadonlyMap<string, Row<'reading_checks'>[]>;
  names: ReadonlyMap<string, string>;
  documents: (DocumentBehind | null)[];
}

function viewOf(file: CaseFile, row: Row<'benefits'>, { chain, byReading, names, documents }: Around): ResultView {
  const [r] = chain as [Row<'readings'>];
  const checks = byReading.get(r.id) ?? [];
  const state = standingOf(checks);
  const who = { me: file.actor.id, roles: file.roles, exclusion: file.exclusion };
  const seen = documents.filter((d) => d !== null);
  return {
    id: r.id, period: periodInWords(r.period_from, r.period_on), value: figure(r.value, row.unit), behind: behind(r), quality: r.quality,
    note: r.note, recorded: `${names.get(r.by) ?? 'Somebody'}, ${day(dayOf(r.at))}`,
    state, standing: STANDINGS[state], silence: waitsForAnswer(state) ? `No answer yet. Asked ${ago(checks.at(-1)!.at, now())}` : '',
    history: historyOf(row, chain, byReading, names), documents: seen, unseen: documents.length - seen.length,
    mayCorrect: row.withdrawn_at === null && mayRecordResult(file.roles, who.me, row.recorder_id),
    mayCheck: mayCheckResult(who, row.commissioner_owner_id, r.by),
    mayAnswer: waitsForAnswer(state) && mayAnswerCheck(who, row.recorder_id, r.by),
  };
}

function historyOf(row: Row<'benefits'>, chain: Row<'readings'>[], byReading: Around['byReading'], names: Around['names']): ResultView['history'] {
  const name = (id: string) => names.get(id) ?? 'Somebody';
  return chain.toReversed().flatMap((r) => {
    const old = chain.find((other) => other.id === r.replaces_id);
    const corrected = old ? [{ id: r.id, was: figure(old.value, row.unit), text: `Corrected by ${name(r.by)} on ${day(dayOf(r.at))}: "${r.note}"` }] : [];
    return [...corrected, ...(byReading.get(r.id) ?? []).map((check) => ({ id: check.id, text: saidOf(check, name(check.by)) }))];
  });
}
