import { ENOUGH_CASES } from '#app/domain/programme/evaluation/caveats.ts';
import type { Group, ProgrammePage } from '#app/domain/programme/programme-page.server.ts';
import { addressOf, type ProgrammeSearch } from '#app/domain/programme/programme-search.ts';
import type { StepKey } from '#app/domain/programme/steps.ts';
import { count } from '#app/lib/money.ts';
import { BarNumber } from '#app/ui/bar-number.tsx';
import { Table } from '#app/ui/table.tsx';
import { Linked } from './thread.tsx';

const KINDS = [['commissioner', 'By commissioner', 'Commissioner', 'commissioners'], ['route', 'By route', 'Route', 'routes'], ['category', 'By kind of benefit', 'Kind of benefit', 'categories']] as const;
const STEPS: [StepKey, string][] = [['measurable', 'Measurable'], ['contracted', 'In the contract'], ['measured', 'Being measured'], ['met', 'Met'], ['missed', 'Missed'], ['notProven', 'Not proven']];

/** The same thread in groups, in alphabetical order: nothing here ranks anybody. */
export const Groups = ({ page }: { page: ProgrammePage }) => (
  <>
    {KINDS.map(([name, title, label, groups], i) => (
      <section key={name}>
        <h2>{title}</h2>
        {i === 0 ? <p>{`In alphabetical order. A group of under ${ENOUGH_CASES} cases has counts and ranges only, never a percentage: a few cases can be far from the rest by chance.`}</p> : null}
        {page[groups].length ? <Grouped title={title} label={label} groups={page[groups]} name={name} search={page.search} /> : <p>Nothing to show.</p>}
      </section>
    ))}
  </>
);

interface Props {
  title: string;
  label: string;
  groups: Group[];
  name: keyof ProgrammeSearch;
  search: ProgrammeSearch;
}

function Grouped({ title, label, groups, name, search }: Props) {
  const most = Math.max(...groups.map((group) => group.tallies.promised.n));
  return (
    <Table
      caption={title} captionHidden compact pairs
      head={[{ label }, { label: 'Cases', numeric: true }, { label: 'Months live' }, { label: 'Promised' }, ...STEPS.map(([, step]) => ({ label: step, numeric: true }))]}
      rows={groups.map((group) => row(group, { ...search, [name]: group.key }, most))}
    />
  );
}

const row = ({ key, label, cases, monthsLive, tallies, share }: Group, search: ProgrammeSearch, most: number) => ({
  key,
  cells: [
    <a key="group" href={addressOf('/programme', search)}>{label}</a>,
    <Linked key="cases" n={cases} to={addressOf('/programme/cases', search)} />,
    monthsLive ? (monthsLive.least === monthsLive.most ? count(monthsLive.most) : `${count(monthsLive.least)} to ${count(monthsLive.most)}`) : 'None',
    <BarNumber key="promised" value={tallies.promised.n} most={most}><Linked n={tallies.promised.n} to={addressOf('/programme/benefits', search, { step: 'promised' })} /></BarNumber>,
    ...STEPS.map(([step]) => (
      <span key={step}>
        <Linked n={tallies[step].n} to={addressOf('/programme/benefits', search, { step })} />
        {step === 'contracted' && share !== null ? <span className="quiet">{` (${share}%)`}</span> : null}
      </span>
    )),
  ],
});
