import type { Row } from '#db/schema.ts';
import { dayOf } from '../../../lib/dates.ts';
import { QUALITIES } from '../../benefits/benefits.schema.ts';
import { DAY, INSTANT, words, YES_NO, yesNo, type Column } from './columns.ts';
import { FEW, hasFew, isCount } from './small-numbers.ts';

export interface ReadingRecord {
  row: Row<'readings'>;
  benefit: string;
  unit: string | null;
  inForce: boolean;
}

const few = ({ row, unit }: ReadingRecord) => hasFew(row.numerator, row.denominator, row.n, isCount(unit) ? row.value : null);
/** A number that is left out where the result is about very few people, with everything it could be worked out from. */
const unlessFew = (column: 'value' | 'numerator' | 'denominator' | 'n') => (record: ReadingRecord) => (few(record) ? null : record.row[column]);

export const READING_COLUMNS: readonly Column<ReadingRecord>[] = [
  { name: 'reading', meaning: 'Identifies the result', of: ({ row }) => row.id },
  { name: 'benefit', meaning: 'The benefit it is of: see benefits.csv', of: ({ benefit }) => benefit },
  { name: 'period_from', meaning: 'First day of the period', unit: DAY, allowed: 'empty: not asked then', of: ({ row }) => row.period_from },
  { name: 'period_to', meaning: 'Last day of the period', unit: DAY, of: ({ row }) => row.period_on },
  { name: 'value', meaning: 'The result, as those measured reported it', unit: 'in the unit of the measure', of: unlessFew('value') },
  { name: 'numerator', meaning: 'How many reached it', of: unlessFew('numerator') },
  { name: 'denominator', meaning: 'Out of how many', of: unlessFew('denominator') },
  { name: 'n', meaning: 'Number of people or cases behind it', of: unlessFew('n') },
  { name: 'suppressed', meaning: 'Says so where value, numerator, denominator and n are left out, because one of them is 1 to 4 and may be of people', allowed: `${FEW}; empty: nothing is left out`, of: (record) => (few(record) ? FEW : null) },
  { name: 'quality', meaning: 'How good the data are', allowed: words(QUALITIES), of: ({ row }) => row.quality },
  { name: 'recorded_on', meaning: 'The day it was recorded', unit: DAY, of: ({ row }) => dayOf(row.at) },
  { name: 'replaces', meaning: 'The result it corrects', of: ({ row }) => row.replaces_id },
  { name: 'in_force', meaning: 'No later result corrects it', allowed: YES_NO, of: ({ inForce }) => yesNo(inForce) },
];

export interface VerdictRecord {
  row: Row<'verdicts'>;
  benefit: string;
  stands: boolean;
}
const VERDICTS = 'met, missed, notProven, onTrack, atRisk, tooEarly';

export const VERDICT_COLUMNS: readonly Column<VerdictRecord>[] = [
  { name: 'verdict_id', meaning: 'Identifies the verdict', of: ({ row }) => row.id },
  { name: 'benefit', meaning: 'The benefit it judges: see benefits.csv', of: ({ benefit }) => benefit },
  { name: 'review_on', meaning: 'The day of the review', unit: DAY, of: ({ row }) => row.review_on },
  { name: 'month', meaning: 'Months after go-live', unit: 'months', allowed: 'empty: out of turn', of: ({ row }) => row.month },
  { name: 'proposed', meaning: 'What the results pointed to by rule', allowed: VERDICTS, of: ({ row }) => row.proposed },
  { name: 'verdict', meaning: 'What was decided by somebody who neither recorded the results nor owns the benefit', allowed: VERDICTS, of: ({ row }) => row.verdict },
  { name: 'grade', meaning: 'How well it is founded', allowed: 'full: 12 results over 12 months; provisional: fewer, or chance not ruled out; early: under 12 months live', of: ({ row }) => row.grade },
  { name: 'reasons', meaning: 'The reasons given', of: ({ row }) => row.reasons || null },
  { name: 'action', meaning: 'What is done about it', of: ({ row }) => row.action },
  { name: 'action_due_on', meaning: 'By when', unit: DAY, of: ({ row }) => row.action_due_on },
  { name: 'consequence', meaning: 'What the contract says follows', of: ({ row }) => row.consequence },
  { name: 'given_at', meaning: 'When it was given', unit: INSTANT, of: ({ row }) => row.at },
  { name: 'replaces', meaning: 'The verdict it replaces', of: ({ row }) => row.replaces_id },
  { name: 'stands', meaning: 'No later verdict replaces it. The newest that stands, by review and then by when it was given, is the one counted', allowed: YES_NO, of: ({ stands }) => yesNo(stands) },
];

export interface ChangeRecord {
  row: Row<'benefit_changes'>;
  benefit: string;
}
export const CHANGE_COLUMNS: readonly Column<ChangeRecord>[] = [
  { name: 'change', meaning: 'Identifies the change', of: ({ row }) => row.id },
  { name: 'benefit', meaning: 'The benefit it is of: see benefits.csv', of: ({ benefit }) => benefit },
  { name: 'kind', meaning: 'What was to change after go-live', allowed: 'baseline, target, definition', of: ({ row }) => row.kind },
  { name: 'before', meaning: 'How it stood, as JSON', of: ({ row }) => row.before_json },
  { name: 'after', meaning: 'How it was to stand, as JSON', of: ({ row }) => row.after_json },
  { name: 'reason', meaning: 'The reason given', of: ({ row }) => row.reason },
  { name: 'asked_on', meaning: 'The day it was asked for', unit: DAY, of: ({ row }) => dayOf(row.at) },
  { name: 'outcome', meaning: 'What the other side said', allowed: 'agreed, refused; empty: not answered yet', of: ({ row }) => row.settled_as },
  { name: 'settled_on', meaning: 'The day of the answer', unit: DAY, of: ({ row }) => row.settled_at && dayOf(row.settled_at) },
  { name: 'note', meaning: 'What was said with it', of: ({ row }) => row.settled_note || null },
];
