import type { AnswerValue, Row, Scalar } from '#workflows/checks/check.ts';
import type { Column, Question } from '#workflows/definition.ts';

/** An answer of the right type to any question, so that tests can walk every stage of every pathway. Money in pence. */
export function plausible(question: Question): AnswerValue | undefined {
  switch (question.type) {
    case 'computed':
    case 'file':
      return undefined;
    case 'choices':
      return [question.options![0]!.key];
    case 'person':
      return { name: 'Priya Shah', jobTitle: 'Clinical lead', employer: 'Northbridge PCT', email: 'priya.shah@example.org' };
    case 'table':
      return rowsOf(question);
    case 'longText':
      return 'We run one clinic in each of the three towns and visit people at home in the week they are referred.';
    default:
      return scalar(question as unknown as Column) as AnswerValue;
  }
}

function rowsOf(question: Question): Row[] {
  const row = (extra: Row): Row => ({ ...extra, ...Object.fromEntries((question.columns ?? []).map((column) => [column.key, scalar(column)])) });
  if (question.fixedRows) return question.fixedRows.map((fixed) => row({ row: fixed.key }));
  return Array.from({ length: Math.max(1, question.minRows ?? 1) }, () => row({}));
}

function scalar(column: Pick<Column, 'type' | 'options' | 'min' | 'max'>): Scalar {
  const within = (value: number) => Math.min(column.max ?? value, Math.max(column.min ?? value, value));
  switch (column.type) {
    case 'whole':
      return within(20);
    case 'decimal':
      return within(3);
    case 'money':
      return Math.round(within(1000) * 100);
    case 'percent':
      return within(50);
    case 'date':
      return '2027-04-01';
    case 'month':
      return '2027-04';
    case 'yesNo':
      return 'yes';
    case 'choice':
      return column.options![0]!.key;
    default:
      return 'Agreed with the team';
  }
}
