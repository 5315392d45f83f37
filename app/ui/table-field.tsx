import type { Column, Question } from '#workflows/definition.ts';
import { QuietButton, SecondaryButton } from './buttons.tsx';
import { TableCell } from './table-cell.tsx';
import { columnTotals, type TypedRow } from './table-totals.ts';
import classes from './table-field.module.css';

interface Props {
  name: string;
  columns: Column[];
  /** What is known or was typed, as text; money in pounds. */
  rows: TypedRow[];
  /** Given rows: their titles are the first, unchangeable cell. */
  fixedRows?: Question['fixedRows'];
  /** Messages by "row.column". */
  errors: Record<string, string>;
  /** The singular noun of a row: "service". */
  rowNoun: string;
  canAdd: boolean;
  canRemove: boolean;
  /** Names the table for assistive software; the question's title. */
  caption?: string;
}

/** Rows of typed columns: a table on a desk, cards on phones. Adding and removing are submit buttons, so they work without script. */
export function TableField({ name, columns, rows, fixedRows, errors, rowNoun, canAdd, canRemove, caption }: Props) {
  const count = fixedRows?.length ?? rows.length;
  const firstIsNamed = !errors[`0.${columns[0]?.key}`];
  return (
    <div className={classes.field} data-many={columns.length > 4 || undefined}>
      <table className={classes.table} role="table" hidden={count === 0}>
        {caption ? <caption className="visually-hidden">{caption}</caption> : null}
        <Head columns={columns} titled={Boolean(fixedRows)} rowNoun={rowNoun} removing={canRemove} />
        <tbody role="rowgroup">
          {Array.from({ length: count }, (_, i) => (
            <tr key={i} role="row">
              <RowTitle title={fixedRows?.[i]?.title ?? `${capital(rowNoun)} ${i + 1}`} hint={fixedRows?.[i]?.hint} given={Boolean(fixedRows)} />
              {columns.map((column, c) => (
                <TableCell
                  key={column.key} column={column} name={`${name}.${i}.${column.key}`} {...(i + c === 0 && firstIsNamed ? { id: name } : {})}
                  row={fixedRows?.[i]?.title ?? `${capital(rowNoun)} ${i + 1}`} value={rows[i]?.[column.key] ?? ''} error={errors[`${i}.${column.key}`]}
                />
              ))}
              {canRemove ? <Remove name={name} row={i} rowNoun={rowNoun} /> : null}
            </tr>
          ))}
        </tbody>
        <Totals columns={columns} rows={rows} removing={canRemove} />
      </table>
      {columns.some((column) => column.total) && count > 0 ? <p className={classes.hint}>Totals are worked out when you save</p> : null}
      {canAdd ? (
        <SecondaryButton name="intent" value={`add-row:${name}`} {...(count === 0 ? { id: name } : {})}>
          {count === 0 ? `Add ${article(rowNoun)} ${rowNoun}` : `Add another ${rowNoun}`}
        </SecondaryButton>
      ) : null}
    </div>
  );
}

const Head = ({ columns, titled, rowNoun, removing }: { columns: Column[]; titled: boolean; rowNoun: string; removing: boolean }) => (
  <thead role="rowgroup">
    <tr role="row">
      <th scope="col" role="columnheader" className={titled ? undefined : classes.number}>
        {titled ? <span className="visually-hidden">{capital(rowNoun)}</span> : <span className="visually-hidden">Row</span>}
      </th>
      {columns.map((column) => (
        <th key={column.key} scope="col" role="columnheader" data-numeric={isNumeric(column) || undefined}>
          {column.title}{column.optional ? <span className={classes.optional}> (optional)</span> : null}
          {column.hint ? <span className={classes.hint}>{column.hint}</span> : null}
        </th>
      ))}
      {removing ? <th scope="col" role="columnheader"><span className="visually-hidden">Remove</span></th> : null}
    </tr>
  </thead>
);

const RowTitle = ({ title, hint, given }: { title: string; hint: string | undefined; given: boolean }) => (
  <th scope="row" role="rowheader" className={given ? undefined : classes.number}>
    {given ? title : <><span className={classes.whole}>{title}</span><span className={classes.short} aria-hidden="true">{title.split(' ').at(-1)}</span></>}
    {hint ? <span className={classes.hint}>{hint}</span> : null}
  </th>
);

const Remove = ({ name, row, rowNoun }: { name: string; row: number; rowNoun: string }) => (
  <td role="cell" className={classes.remove}>
    <QuietButton name="intent" value={`remove-row:${name}:${row}`} hidden={`${rowNoun} ${row + 1}`}>Remove</QuietButton>
  </td>
);

function Totals({ columns, rows, removing }: { columns: Column[]; rows: TypedRow[]; removing: boolean }) {
  const totals = columnTotals(columns, rows);
  if (!totals) return null;
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">Total</th>
        {columns.map((column, c) => (
          <td key={column.key} role="cell" data-label={column.title} data-numeric={isNumeric(column) || undefined} data-empty={totals[c] === '' || undefined}>{totals[c]}</td>
        ))}
        {removing ? <td role="cell" data-empty /> : null}
      </tr>
    </tfoot>
  );
}

export const isNumeric = (column: Column) => ['whole', 'decimal', 'money', 'percent'].includes(column.type);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const article = (noun: string) => (/^[aeiou]/i.test(noun) ? 'an' : 'a');
