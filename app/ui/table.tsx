import { Link } from '@remix-run/react';
import { useId, type ReactNode } from 'react';
import classes from './table.module.css';

export interface TableHead {
  label: string;
  numeric?: boolean;
  /** Sorting is a link to another address of the same list. */
  sort?: { to: string; now?: 'ascending' | 'descending' };
}
interface Props {
  caption: string;
  captionHidden?: boolean;
  head: TableHead[];
  /** The first cell of each row names it. Say "Not provided", never leave a cell blank. */
  rows: { key: string; cells: ReactNode[] }[];
  foot?: ReactNode[];
  compact?: boolean;
  /** On phones two facts stand on a line: for many short numbers. */
  pairs?: boolean;
}

/** A table of figures or facts. On phones each row becomes a card. */
export function Table({ caption, captionHidden, head, rows, foot, compact, pairs }: Props) {
  const id = useId();
  return (
    <table className={classes.table} role="table" aria-labelledby={id} data-compact={compact || undefined} data-pairs={pairs || undefined}>
      <caption id={id} className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup"><tr role="row">{head.map((column) => <Heading key={column.label} {...column} />)}</tr></thead>
      <tbody role="rowgroup">{rows.map((row) => <Row key={row.key} head={head} cells={row.cells} />)}</tbody>
      {foot ? <tfoot role="rowgroup"><Row head={head} cells={foot} /></tfoot> : null}
    </table>
  );
}

const Heading = ({ label, numeric, sort }: TableHead) => (
  <th scope="col" role="columnheader" data-numeric={numeric || undefined} aria-sort={sort?.now}>
    {sort ? <Link to={sort.to}>{label}<span aria-hidden="true">{sort.now === 'ascending' ? ' ▲' : sort.now ? ' ▼' : ''}</span></Link> : label}
  </th>
);

const Row = ({ head, cells }: { head: TableHead[]; cells: ReactNode[] }) => (
  <tr role="row">
    {cells.map((cell, i) => {
      const shared = { 'data-numeric': head[i]?.numeric || undefined, 'data-label': head[i]?.label };
      return i === 0
        ? <th key={i} scope="row" role="rowheader" {...shared}>{cell}</th>
        : <td key={i} role="cell" {...shared}>{cell}</td>;
    })}
  </tr>
);
