import type { Row } from '#db/schema.ts';
import type { Standing } from '#workflows/result-checks.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { count } from '../../lib/money.ts';

/** How a result is tagged: word, colour and shape say the same. */
export interface StandingWords {
  title: string;
  tone: 'green' | 'amber' | 'blue' | 'grey';
  shape?: 'tick' | 'triangle' | 'dots';
}
export const STANDINGS: Readonly<Record<Standing, StandingWords>> = {
  recorded: { title: 'Not confirmed yet', tone: 'grey', shape: 'dots' },
  confirmed: { title: 'Confirmed', tone: 'green', shape: 'tick' },
  queried: { title: 'Queried', tone: 'amber', shape: 'triangle' },
  sourceAsked: { title: 'Source asked for', tone: 'amber', shape: 'triangle' },
  answered: { title: 'Answered', tone: 'blue' },
};

const SAID = { confirmed: 'Confirmed', queried: 'Queried', sourceAsked: 'Asked for its source', answered: 'Answered' };

/** "Queried by Karen Hall on 3 May 2027: "Is this all clinics?"" */
export function saidOf({ kind, note, at }: Pick<Row<'reading_checks'>, 'kind' | 'note' | 'at'>, by: string): string {
  const head = kind === 'sourceAsked' ? `${by} asked for its source` : `${SAID[kind]} by ${by}`;
  return `${head} on ${day(dayOf(at))}${note ? `: "${note}"` : ''}`;
}

/** "1 April 2027 to 30 April 2027"; of results recorded before the first day was asked, "to 30 April 2027". */
export const periodInWords = (from: string | null, to: string): string => (from === null ? `to ${day(to)}` : from === to ? day(to) : `${day(from)} to ${day(to)}`);

/** What a figure rests on: "45 of 50", "120", or that nobody said. */
export function behind({ numerator, denominator, n }: Pick<Row<'readings'>, 'numerator' | 'denominator' | 'n'>): string {
  const share = numerator !== null && denominator !== null ? `${count(numerator)} of ${count(denominator)}` : '';
  const people = n === null ? '' : `n = ${count(n)}`;
  return [share, people].filter(Boolean).join(', ') || 'Not provided';
}
