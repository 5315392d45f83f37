import type { Raw } from '#workflows/answers.ts';
import type { Question as Asked } from '#workflows/definition.ts';
import { ChoiceField, ChoicesField } from './choice-field.tsx';
import { DateField, MonthField } from './date-field.tsx';
import { LongTextField } from './long-text-field.tsx';
import { NumberField } from './number-field.tsx';
import { PersonField } from './person-field.tsx';
import { SelectField } from './select-field.tsx';
import { TableField } from './table-field.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  question: Asked;
  /** What is in the controls now, by suffix. */
  typed: Raw;
  /** Messages by suffix. */
  errors: Record<string, string>;
  /** Rows to offer in a table: those typed, or more when another was asked for. */
  rows: number;
}

/** The control for one question, drawn from its definition: the only place where a type becomes a control. */
export function AnswerField({ question, typed, errors, rows }: Props) {
  const one = typed['']?.[0] ?? '';
  const part = (name: string) => typed[name]?.[0] ?? '';
  const name = question.key;
  switch (question.type) {
    case 'longText':
      return <LongTextField name={name} defaultValue={one} words={question.words} />;
    case 'whole':
    case 'decimal':
      return <NumberField name={name} defaultValue={one} decimal={question.type === 'decimal'} suffix={question.unit} />;
    case 'money':
      return <NumberField name={name} defaultValue={one} prefix="£" decimal width={20} />;
    case 'percent':
      return <NumberField name={name} defaultValue={one} suffix="%" decimal />;
    case 'date':
      return <DateField name={name} defaultValue={{ day: part('day'), month: part('month'), year: part('year') }} wrong={wrongPart(errors)} />;
    case 'month':
      return <MonthField name={name} defaultValue={{ month: part('month'), year: part('year') }} wrong={wrongPart(errors)} />;
    case 'yesNo':
      return <ChoiceField name={name} defaultValue={one} inline choices={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />;
    case 'choice':
      return (question.options?.length ?? 0) > 9
        ? <SelectField name={name} defaultValue={one} empty="Select one" options={(question.options ?? []).map((o) => ({ value: o.key, label: o.title }))} />
        : <ChoiceField name={name} defaultValue={one} choices={choicesOf(question)} />;
    case 'choices':
      return <ChoicesField name={name} defaultValue={typed[''] ?? []} choices={choicesOf(question)} />;
    case 'person':
      return <PersonField name={name} defaultValue={{ name: part('name'), jobTitle: part('jobTitle'), employer: part('employer'), email: part('email') }} errors={errors} />;
    case 'table':
      return (
        <TableField
          name={name} columns={question.columns ?? []} fixedRows={question.fixedRows} rows={rowsOf(question, typed, rows)} errors={errors}
          rowNoun={question.row ?? 'row'} canAdd={!question.fixedRows && rows < (question.maxRows ?? 200)} canRemove={!question.fixedRows} caption={question.title}
        />
      );
    case 'file':
    case 'computed':
      return null;
    default:
      return <TextField name={name} defaultValue={one} />;
  }
}

/** Whether the control is a group, which needs a legend, or one box, which needs a label. */
export function isGroup({ type, options }: Pick<Asked, 'type' | 'options'>): boolean {
  return ['date', 'month', 'yesNo', 'choices', 'person', 'table'].includes(type) || (type === 'choice' && (options?.length ?? 0) <= 9);
}

const choicesOf = (question: Asked) =>
  (question.options ?? []).map((option) => ({ value: option.key, label: option.title, ...(option.hint && { hint: option.hint }) }));

const wrongPart = (errors: Record<string, string>) => (['day', 'month', 'year'] as const).find((part) => errors[part]);

function rowsOf(question: Asked, typed: Raw, rows: number): Record<string, string>[] {
  return Array.from({ length: question.fixedRows?.length ?? rows }, (_, i) =>
    Object.fromEntries((question.columns ?? []).map((column) => [column.key, typed[`${i}.${column.key}`]?.[0] ?? ''])),
  );
}
