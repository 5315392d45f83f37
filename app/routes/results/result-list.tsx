import { Link } from '@remix-run/react';
import type { ResultView } from '#app/domain/results/result-views.server.ts';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Table } from '#app/ui/table.tsx';
import classes from './results.module.css';

const HEAD = [{ label: 'Period' }, { label: 'Result', numeric: true }, { label: 'Behind it' }, { label: 'Data quality' }, { label: 'Recorded by' }, { label: 'How it stands' }];

/** Measured results, newest first, with what was said of each. `path`: the address of the results. */
export const ResultList = ({ results, path }: { results: ResultView[]; path: string }) =>
  results.length === 0 ? <p>No results yet.</p> : (
    <Table
      caption="Results, newest first" captionHidden head={HEAD}
      rows={results.map((r) => ({ key: r.id, cells: [<Link key="p" to={`${path}/${r.id}/check`}>{r.period}</Link>, r.value, <Behind key="b" result={r} path={path} />, r.quality, r.recorded, <Stands key="s" result={r} path={path} />] }))}
    />
  );

const Behind = ({ result, path }: { result: ResultView; path: string }) => (
  <div className={classes.lines}>
    <p>{result.behind}</p>
    <Documents result={result} caseId={path.split('/')[2]!} />
  </div>
);

/** The documents that show a figure; those this reader may not see are counted. */
export const Documents = ({ result, caseId }: { result: ResultView; caseId: string }) => (
  <>
    {result.documents.map((d) => <p key={d.id}><Link to={`/cases/${caseId}/documents/${d.id}`}>{d.title}</Link>{d.since}</p>)}
    {result.unseen ? <p>{result.unseen === 1 ? '1 document that you cannot see' : `${result.unseen} documents that you cannot see`}</p> : null}
  </>
);

const Stands = ({ result, path }: { result: ResultView; path: string }) => (
  <div className={classes.lines}>
    <Standing result={result} />
    {result.note ? <p>{`Note: ${result.note}`}</p> : null}
    <Said result={result} />
    <p className={classes.acts}>
      {result.mayAnswer ? <Link to={`${path}/${result.id}/check`}>Answer<For result={result} /></Link> : result.mayCheck ? <Link to={`${path}/${result.id}/check`}>Check<For result={result} /></Link> : null}
      {result.mayCorrect ? <Link to={`${path}/${result.id}/correction`}>Correct<For result={result} /></Link> : null}
    </p>
  </div>
);

const For = ({ result }: { result: ResultView }) => <span className="visually-hidden">{` the result of ${result.period}`}</span>;

/** Word, shape and colour; and that somebody waits for an answer. */
export const Standing = ({ result }: { result: Pick<ResultView, 'standing' | 'silence'> }) => (
  <p>
    <StatusTag tone={result.standing.tone} {...(result.standing.shape && { shape: result.standing.shape })}>{result.standing.title}</StatusTag>
    {result.silence ? <span className={classes.silence}>{result.silence}</span> : null}
  </p>
);

/** Who confirmed, asked, answered and corrected, in order; an earlier value stays to be read. */
export const Said = ({ result }: { result: ResultView }) => (
  <>{result.history.map((h) => <p key={h.id}>{h.was ? <>Was <del>{h.was}</del>. </> : null}{h.text}</p>)}</>
);
