import type { Tallies, Tally } from '#app/domain/programme/programme-page.server.ts';
import { addressOf, type ProgrammeSearch } from '#app/domain/programme/programme-search.ts';
import { STEPS, type Step } from '#app/domain/programme/steps.ts';
import { count, pounds } from '#app/lib/money.ts';
import { BarNumber } from '#app/ui/bar-number.tsx';
import { Table } from '#app/ui/table.tsx';
import classes from './programme.module.css';

const PARTS = [['thread', 'From promise to result'], ['verdict', 'What was judged'], ['beside', 'Left out, open and withdrawn']] as const;
const HEAD = [{ label: 'Step, and what it counts' }, { label: 'Benefits' }, { label: 'Worth a year' }];

/** Every number of the thread with its list, its worth, and its definition. */
export const Thread = ({ search, tallies }: { search: ProgrammeSearch; tallies: Tallies }) => (
  <section className={classes.thread}>
    <h2>Benefit thread</h2>
    {PARTS.map(([part, title]) => (
      <Table key={part} caption={title} head={HEAD} compact rows={STEPS.filter((step) => step.part === part).map((step) => row(step, search, tallies))} />
    ))}
  </section>
);

const row = ({ key, title, counts }: Step, search: ProgrammeSearch, tallies: Tallies) => ({
  key,
  cells: [
    <div key="step"><strong>{title}</strong><span className={classes.counts}>{counts}</span></div>,
    <BarNumber key="n" value={tallies[key].n} most={Math.max(tallies.promised.n, tallies[key].n)}><Linked n={tallies[key].n} to={addressOf('/programme/benefits', search, { step: key })} /></BarNumber>,
    worth(tallies[key]),
  ],
});

/** A number that leads to what it counts. */
export const Linked = ({ n, to }: { n: number; to: string }) => (n ? <a href={to}>{count(n)}</a> : <>0</>);

/** "£1,250,000, of 12 valued": what has no value is not guessed. */
export const worth = ({ n, pence, valued }: Tally): string => (valued ? `${pounds(pence)}, of ${count(valued)} valued` : n ? 'None valued' : 'None');
