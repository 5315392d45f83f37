import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { headingOf, type Column } from '#app/domain/results/import-columns.ts';
import type { ImportPreview, PreviewRow } from '#app/domain/results/import-preview.server.ts';
import type { FormError } from '#app/lib/forms.ts';
import { counted } from '#app/lib/money.ts';
import { Buttons, PrimaryButton } from '#app/ui/buttons.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Page } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';
import classes from './results.module.css';

/** A table of results before it is saved: what the record says, what is new, and what is wrong on the very cell. */
export function Preview({ page, errors = [] }: { page: ImportPreview; errors?: FormError[] }) {
  const results = `/cases/${page.case.id}/results`;
  const ready = page.counts.error === 0 && page.counts.new > 0;
  return (
    <Page title="Check the rows" caption={page.draft.fileName || 'Pasted rows'} back={{ to: `${results}/import`, label: 'Add many results' }} errors={errors} wide lead={<Counts page={page} />}>
      {page.unread.length ? <p>{`These columns are not read: ${page.unread.join(', ')}.`}</p> : null}
      {ready ? (
        <Form method="post" action={`${results}/import/${page.draft.id}/commit`}>
          <input type="hidden" name="seen" value={page.seen} />
          <Buttons><PrimaryButton>{`Save ${counted(page.counts.new, 'result')}`}</PrimaryButton><Link to={`${results}/import`}>Send other rows</Link></Buttons>
        </Form>
      ) : null}
      <Table caption="Rows" captionHidden compact head={HEAD} rows={page.rows.map((row) => ({ key: String(row.line), cells: cellsOf(row) }))} />
      {page.left ? <p>{`${counted(page.left, 'more row')} ${page.left === 1 ? 'is' : 'are'} not shown.`}</p> : null}
    </Page>
  );
}

function Counts({ page: { counts, empty } }: { page: ImportPreview }) {
  return (
    <>
      <p>
        {`${counted(counts.new, 'new result')}, ${counts.same.toLocaleString('en-GB')} recorded already, ${counts.error.toLocaleString('en-GB')} to put right.`}
        {empty ? ` ${counted(empty, 'row has', 'rows have')} no figures and ${empty === 1 ? 'is' : 'are'} left out.` : ''}
      </p>
      {counts.error ? <p><strong>Nothing can be saved yet.</strong> Put the cells right in your spreadsheet, and send the rows again.</p> : <p>Nothing is saved yet.</p>}
    </>
  );
}

const HEAD = [
  { label: 'Row' }, { label: 'Benefit' }, { label: 'Period' }, { label: 'On the record now' }, { label: 'Result' }, { label: 'Out of' }, { label: 'People or cases' }, { label: 'Quality' }, { label: 'Note' },
];

const STATUS = { new: ['blue', 'New'], same: ['plain', 'Recorded already'], error: ['red', 'Put right'] } as const;

const cellsOf = (row: PreviewRow): ReactNode[] => [
  <Status key="row" row={row} />,
  <Cells key="b" row={row} columns={['benefit', 'title']} text={row.benefit || row.texts.benefit || row.texts.title} />,
  <Cells key="p" row={row} columns={['periodFrom', 'periodOn']} text={[row.texts.periodFrom, row.texts.periodOn].filter(Boolean).join(' to ')} />,
  row.recorded || 'Nothing',
  <Cells key="v" row={row} columns={['value']} text={row.texts.value} />,
  <Cells key="s" row={row} columns={['numerator', 'denominator']} text={[row.texts.numerator, row.texts.denominator].filter(Boolean).join(' of ')} />,
  <Cells key="n" row={row} columns={['n']} text={row.texts.n} />,
  <Cells key="q" row={row} columns={['quality']} text={row.texts.quality} />,
  <Cells key="t" row={row} columns={['note']} text={row.texts.note} />,
];

function Status({ row }: { row: PreviewRow }) {
  const [tone, words] = STATUS[row.status];
  return <span className={classes.status}>{row.line} <StatusTag tone={tone} {...(row.status === 'error' && { shape: 'cross' as const })}>{words}</StatusTag></span>;
}

/** What a cell says, and under it what is wrong with it. */
function Cells({ row, columns, text }: { row: PreviewRow; columns: Column[]; text: string }) {
  const wrong = columns.flatMap((column) => (row.wrong[column] ? [{ column, message: row.wrong[column] }] : []));
  return (
    <div className={classes.cell} data-wrong={wrong.length ? true : undefined}>
      <span>{text || 'Empty'}</span>
      {wrong.map(({ column, message }) => <p key={column}><Icon name="cross" size={14} /> <strong>{columns.length > 1 ? `${headingOf(column)}: ` : ''}</strong>{message}</p>)}
    </div>
  );
}
