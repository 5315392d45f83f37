import type { Column } from '#workflows/definition.ts';
import classes from './table-field.module.css';

interface Props {
  column: Column;
  /** The posted name; also the id, unless the first cell answers for the whole question. */
  name: string;
  id?: string;
  /** The row in words, so that each control has a name of its own. */
  row: string;
  value: string;
  error: string | undefined;
}

/** One cell of a table question. Plain elements: a table may hold a hundred of them. */
export function TableCell({ column, name, id = name, row, value, error }: Props) {
  return (
    <td role="cell" data-label={column.title} data-type={column.type} data-error={error ? true : undefined}>
      <label className={classes.label} htmlFor={id}>{column.title}<span className="visually-hidden">{`, ${row}`}</span></label>
      {error ? <span className={classes.error} id={`${name}-error`}><span className="visually-hidden">Error: </span>{error}</span> : null}
      <span className={classes.control}>
        {column.type === 'money' ? <span className={classes.unit} aria-hidden="true">£</span> : null}
        <Control column={column} shared={{ id, name, defaultValue: value, ...aria(name, error) }} />
        {column.type === 'percent' ? <span className={classes.unit} aria-hidden="true">%</span> : null}
      </span>
    </td>
  );
}

type Shared = { id: string; name: string; defaultValue: string } & ReturnType<typeof aria>;

const aria = (name: string, error: string | undefined) => ({
  'aria-describedby': error ? `${name}-error` : undefined,
  'aria-invalid': error ? true : undefined,
});

function Control({ column, shared }: { column: Column; shared: Shared }) {
  const options = column.type === 'yesNo' ? YES_NO : column.type === 'choice' ? (column.options ?? []) : undefined;
  if (options) {
    return (
      <select {...shared}>
        <option value="">Select</option>
        {options.map(({ key, title }) => <option key={key} value={key}>{title}</option>)}
      </select>
    );
  }
  if (column.type === 'text') return <textarea rows={2} {...shared} />;
  return <input type="text" inputMode={MODES[column.type]} autoComplete="off" {...shared} />;
}

const YES_NO = [{ key: 'yes', title: 'Yes' }, { key: 'no', title: 'No' }];
const MODES: Partial<Record<Column['type'], 'numeric' | 'decimal'>> = { whole: 'numeric', decimal: 'decimal', money: 'decimal', percent: 'decimal' };
