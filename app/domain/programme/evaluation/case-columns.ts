import type { Row } from '#db/schema.ts';
import { monthsBetween } from '#workflows/dates.ts';
import { describe, statesOf } from '#workflows/decide.ts';
import { PATHWAYS } from '#workflows/definition.ts';
import { pathways } from '#workflows/index.ts';
import { dayOf } from '../../../lib/dates.ts';
import { DAY, INSTANT, words, type Column } from './columns.ts';

export interface CaseRecord {
  row: Row<'cases'>;
  commissioner: string | null;
  /** Numbers of the objectives it is tagged with. */
  objectives: readonly number[];
  asAt: string;
}

export const CASE_COLUMNS: readonly Column<CaseRecord>[] = [
  { name: 'case', meaning: 'Reference of the case', of: ({ row }) => row.reference },
  { name: 'title', meaning: 'What the case is called', of: ({ row }) => row.title },
  { name: 'kind', meaning: 'Whether it is a real case. Illustrations are written from published sources, examples are invented', allowed: 'real, illustrative, example', of: ({ row }) => row.shown_as },
  { name: 'route', meaning: 'The legal route out', allowed: words(PATHWAYS.map((key) => [key, pathways[key].title] as const)), of: ({ row }) => row.pathway },
  { name: 'commissioner_id', meaning: 'Identifies the organisation that buys the service', allowed: 'empty: none named yet', of: ({ row }) => row.commissioner_id },
  { name: 'commissioner', meaning: 'Name of that organisation', of: ({ commissioner }) => commissioner },
  { name: 'state', meaning: 'How the case stands', allowed: words(statesOf('case').map((state) => [state, describe('case', state).title] as const)), of: ({ row }) => row.state },
  { name: 'begun_at', meaning: 'When the case was begun', unit: INSTANT, of: ({ row }) => row.created_at },
  { name: 'begun_on', meaning: 'The day it was begun', unit: DAY, of: ({ row }) => dayOf(row.created_at) },
  { name: 'transfer_on', meaning: 'The day staff are to transfer, or did', unit: DAY, allowed: 'empty: not set', of: ({ row }) => row.transfer_on },
  { name: 'live_on', meaning: 'The day the new organisation went live', unit: DAY, allowed: 'empty: not live yet', of: ({ row }) => row.live_on },
  { name: 'months_live', meaning: 'Whole months from that day to the day of this workbook', unit: 'months', allowed: 'empty: not live yet', of: ({ row, asAt }) => row.live_on && (row.live_on <= asAt ? monthsBetween(row.live_on, asAt) : 0) },
  { name: 'objectives', meaning: 'Numbers of the programme objectives it is tagged with, parted by a semicolon: see objectives.csv', of: ({ objectives }) => objectives.join(';') || null },
];
