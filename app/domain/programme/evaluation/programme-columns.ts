import type { Row } from '#db/schema.ts';
import { dayOf } from '../../../lib/dates.ts';
import { DAY, INSTANT, YES_NO, yesNo, type Column } from './columns.ts';

export interface ObjectiveRecord {
  row: Row<'objectives'>;
  /** It was set after the first case had begun. */
  late: boolean;
}
export const OBJECTIVE_COLUMNS: readonly Column<ObjectiveRecord>[] = [
  { name: 'number', meaning: 'Identifies the objective', of: ({ row }) => row.number },
  { name: 'title', meaning: 'What the programme is for', of: ({ row }) => row.title },
  { name: 'indicator', meaning: 'How it is to be seen', of: ({ row }) => row.indicator },
  { name: 'set_at', meaning: 'When it was set', unit: INSTANT, of: ({ row }) => row.at },
  { name: 'set_before_first_case', meaning: 'It was set before the first case of the whole programme had begun', allowed: YES_NO, of: ({ late }) => yesNo(!late) },
  { name: 'retired_on', meaning: 'The day it ceased to stand', unit: DAY, allowed: 'empty: it stands', of: ({ row }) => row.retired_at && dayOf(row.retired_at) },
  { name: 'retired_reason', meaning: 'Why', of: ({ row }) => row.retired_reason },
];

export interface FigureRecord {
  row: Row<'programme_figures'>;
  inForce: boolean;
}
export const FIGURE_COLUMNS: readonly Column<FigureRecord>[] = [
  { name: 'figure', meaning: 'Identifies the figure', of: ({ row }) => row.id },
  { name: 'title', meaning: 'What the figure is', of: ({ row }) => row.title },
  { name: 'value', meaning: 'Its value', of: ({ row }) => row.value },
  { name: 'unit', meaning: 'What is counted', of: ({ row }) => row.unit },
  { name: 'as_at_on', meaning: 'The day the value is of', unit: DAY, of: ({ row }) => row.as_at_on },
  { name: 'definition', meaning: 'What exactly is counted', of: ({ row }) => row.definition },
  { name: 'source', meaning: 'Where the value comes from', of: ({ row }) => row.source },
  { name: 'recorded_at', meaning: 'When it was recorded', unit: INSTANT, of: ({ row }) => row.at },
  { name: 'replaces', meaning: 'The figure it takes the place of', of: ({ row }) => row.replaces_id },
  { name: 'in_force', meaning: 'No later figure takes its place', allowed: YES_NO, of: ({ inForce }) => yesNo(inForce) },
];
