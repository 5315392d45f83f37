import { Link } from '@remix-run/react';
import type { ReviewPage } from '#app/domain/stages/review-page.server.ts';
import { Details } from '#app/ui/details.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { Table } from '#app/ui/table.tsx';
import classes from './reviews.module.css';

/** One page before the whole: what is asked, the figures, the benefits, the main risks and the criteria. On a second reading it is folded. */
export function SummaryFirst({ page }: { page: ReviewPage }) {
  if (page.changedOnly) return <Details summary={`Summary (${page.minutes.summary} min)`} id="summary"><Summary page={page} /></Details>;
  return <section className={classes.summary} id="summary"><h2>Summary</h2><Summary page={page} /></section>;
}

function Summary({ page: { summary, case: file, stage } }: { page: ReviewPage }) {
  return (
    <>
      <h3>What is asked</h3>
      <p>{summary.purpose}</p>
      {summary.asked ? <Prose text={summary.asked} /> : null}
      {summary.facts.length ? <><h3>Key facts</h3><Facts rows={summary.facts} /></> : null}
      {summary.figures.length ? (
        <>
          <h3>Key figures</h3>
          <dl className={classes.figures}>{summary.figures.map((f) => <div key={f.key}><dt>{f.key}</dt><dd>{f.value}</dd></div>)}</dl>
        </>
      ) : null}
      <h3>Benefits</h3>
      {summary.benefits.length === 0 ? <p>{`No benefits are promised in this ${stage.noun}.`}</p> : (
        <Table
          caption="Promised benefits" captionHidden compact head={[{ label: 'Benefit' }, { label: 'From and to' }, { label: 'Contract' }]}
          rows={summary.benefits.map((b) => ({ key: b.id, cells: [file.seesBenefits ? <Link key="to" to={`/cases/${file.id}/benefits/${b.id}`}>{b.title}</Link> : b.title, b.figure, b.contract] }))}
        />
      )}
      {summary.risks.length ? <><h3>Main risks</h3><ol>{summary.risks.map((r) => <li key={r.text}><strong>{r.text}</strong>{r.beside ? <><br /><span className="small">{r.beside}</span></> : null}</li>)}</ol></> : null}
      {summary.criteria.length ? (
        <>
          <h3>Criteria</h3>
          <ol>{summary.criteria.map((c) => <li key={c.key}><strong>{c.title}.</strong>{` ${c.looksFor}${c.blocking ? ' This must be met.' : ''}`}</li>)}</ol>
        </>
      ) : null}
    </>
  );
}
