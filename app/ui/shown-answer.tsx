import { Link } from '@remix-run/react';
import type { AnswerView } from '#app/domain/stages/answer-views.server.ts';
import { Prose } from './prose.tsx';
import classes from './shown-answer.module.css';
import { Table } from './table.tsx';

/** An answer as it reads: one text, a list, a table or its files; with how it was worked out. */
export function ShownAnswer({ answer, caseId }: { answer: Pick<AnswerView, 'title' | 'shown' | 'working' | 'missing' | 'documents'>; caseId: string }) {
  if (answer.documents.length) return <ul>{answer.documents.map((d) => <li key={d.id}><Link to={`/cases/${caseId}/documents/${d.id}`}>{d.title}</Link>{` (${d.fileName})`}</li>)}</ul>;
  if (answer.missing !== 'no') return <p className="quiet">{answer.shown.kind === 'text' ? answer.shown.text : 'Not provided'}</p>;
  return <><Body answer={answer} />{answer.working ? <p className="small quiet">{answer.working}</p> : null}</>;
}

function Body({ answer: { shown, title, working } }: { answer: Pick<AnswerView, 'shown' | 'title' | 'working'> }) {
  if (shown.kind === 'text') return shown.long ? <Prose text={shown.text} /> : <p>{working ? <strong>{shown.text}</strong> : shown.text}</p>;
  if (shown.kind === 'list') return <ul>{shown.items.map((item, i) => <li key={i}>{item}</li>)}</ul>;
  const table = (
    <Table
      caption={title} captionHidden compact head={shown.head.map((h, i) => ({ label: h.title || (i === 0 ? 'For' : ''), numeric: h.numeric }))}
      rows={shown.rows.map((cells, i) => ({ key: String(i), cells: cells.map((cell) => cell || 'Not provided') }))}
      {...(shown.totals && { foot: shown.totals.map((total, i) => total || (i === 0 ? 'Total' : '')) })}
    />
  );
  return shown.head.length > 5 ? <div className={classes.broad} role="region" aria-label={title} tabIndex={0}>{table}</div> : table;
}
