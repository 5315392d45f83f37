import { afterAll, beforeAll, expect, it } from 'vitest';
import { reader } from '#app/domain/database.server.ts';
import { bundleFor } from '#app/domain/programme/evaluation/bundle.server.ts';
import { readMeFor } from '#app/domain/programme/evaluation/evaluation-page.server.ts';
import { zipped } from '#app/domain/programme/evaluation/zip-writer.server.ts';
import { recordFigure, replaceFigure } from '#app/domain/programme/figures.server.ts';
import { addObjective, tagCaseWith } from '#app/domain/programme/objectives.server.ts';
import { programmePage, type Group, type ProgrammePage } from '#app/domain/programme/programme-page.server.ts';
import { scopeOf, type Scope } from '#app/domain/programme/programme-scope.server.ts';
import { searchIn } from '#app/domain/programme/programme-search.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallWorld, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';
import { cellsIn, filesIn, recordsIn } from './read-bundle.ts';
import { programmeAtRandom } from './world.ts';

type Line = Record<string, string>;
interface Bundle {
  [file: string]: Line[];
}

async function bundle(scope: Scope): Promise<Map<string, string>> {
  const pieces: Buffer[] = [];
  for await (const piece of zipped(bundleFor(reader(), scope, await readMeFor(reader(), scope)), '2027-05-03')) pieces.push(piece);
  return filesIn(Buffer.concat(pieces));
}
const opened = (files: Map<string, string>): Bundle => Object.fromEntries([...files].filter(([name]) => name.endsWith('.csv')).map(([name, text]) => [name.replace('.csv', ''), recordsIn(text)]));

/* What follows knows nothing of Slipway but the bundle: its read-me and its dictionary. */

const STEPS: Record<string, (b: Line, verdict: string) => boolean> = {
  promised: (b) => live(b), measurable: (b) => live(b) && measurable(b), contracted: (b) => live(b) && contracted(b), measured: (b) => live(b) && b.measured === 'yes',
  ...Object.fromEntries(['met', 'missed', 'notProven', 'onTrack', 'atRisk', 'tooEarly'].map((word) => [word, (b: Line, verdict: string) => live(b) && b.measured === 'yes' && verdict === word])),
  unjudged: (b, verdict) => live(b) && b.measured === 'yes' && verdict === '',
  notContracted: (b) => live(b) && !contracted(b) && leftOut(b), undecided: (b) => live(b) && !contracted(b) && !leftOut(b), withdrawn: (b) => !live(b),
};
const live = (b: Line) => b.withdrawn_on === '';
const contracted = (b: Line) => measurable(b) && b.treatment === 'contracted' && b.clause !== '' && b.frequency !== '';
const leftOut = (b: Line) => ['monitored', 'notContracted'].includes(b.treatment!) && b.treatment_reason !== '' && b.treatment_agreed_on !== '';
function measurable(b: Line): boolean {
  const said = (...names: string[]) => names.every((name) => b[name] !== '');
  if (!said('measure', 'baseline_source', 'target_on')) return false;
  if (b.evidence !== '' && b.evidence !== 'numbers') return true;
  const start = b.baseline !== '' || b.baseline_suppressed !== '';
  return start && said('unit', 'direction', 'baseline_on') && (b.direction === 'band' ? said('band_low', 'band_high') : b.direction === 'maintain' || said('target'));
}

function newestVerdicts(verdicts: Line[]): Map<string, string> {
  const replaced = new Set(verdicts.map((v) => v.replaces));
  const standing = verdicts.filter((v) => !replaced.has(v.verdict_id!)).sort((a, b) => ((a.review_on! + a.given_at) < (b.review_on! + b.given_at) ? -1 : 1));
  return new Map(standing.map((v) => [v.benefit!, v.verdict!]));
}

function talliesOf(benefits: Line[], verdicts: Map<string, string>) {
  return Object.fromEntries(Object.entries(STEPS).map(([key, is]) => {
    const found = benefits.filter((b) => is(b, verdicts.get(b.benefit!) ?? ''));
    const valued = found.filter((b) => b.value_per_year !== '');
    return [key, { n: found.length, pence: Math.round(valued.reduce((sum, b) => sum + Number(b.value_per_year) * 100, 0)), valued: valued.length }];
  }));
}

function monthsLive(cases: Line[]) {
  const months = cases.filter((c) => c.months_live !== '').map((c) => Number(c.months_live));
  return months.length ? { least: Math.min(...months), most: Math.max(...months) } : null;
}

/** Every figure of the programme page, from the bundle. */
function recalculated({ cases: every, benefits: all, verdicts, objectives, figures }: Bundle, kinds: string[]) {
  const cases = every!.filter((c) => kinds.includes(c.kind!));
  const refs = new Set(cases.map((c) => c.case));
  const benefits = all!.filter((b) => refs.has(b.case));
  const newest = newestVerdicts(verdicts!);
  const group = (own: Line[], theirs: Line[]) => {
    const tallies = talliesOf(theirs, newest);
    return { cases: own.length, monthsLive: monthsLive(own), tallies, share: own.length >= 10 && tallies.promised!.n ? Math.round((100 * tallies.contracted!.n) / tallies.promised!.n) : null };
  };
  const byCase = (column: string, none = '') => Object.fromEntries([...new Set(cases.map((c) => c[column]!))].map((key) => {
    const own = cases.filter((c) => c[column] === key);
    return [key || none, group(own, benefits.filter((b) => own.some((c) => c.case === b.case)))];
  }));
  const categories = Object.fromEntries([...new Set(benefits.map((b) => b.category!))].map((key) => {
    const theirs = benefits.filter((b) => b.category === key);
    return [key, group(cases.filter((c) => theirs.some((b) => b.case === c.case)), theirs)];
  }));
  return {
    cases: cases.length, live: cases.filter((c) => c.live_on !== '').length, monthsLive: monthsLive(cases), tallies: talliesOf(benefits, newest),
    commissioners: byCase('commissioner_id', 'none'), routes: byCase('route'), categories,
    objectives: objectives!.filter((o) => o.retired_on === '').map((o) => ({ number: Number(o.number), cases: cases.filter((c) => c.objectives!.split(';').includes(o.number!)).length })),
    figures: figures!.filter((f) => !figures!.some((later) => later.replaces === f.figure)).map((f) => `${f.title}: ${Number(f.value).toLocaleString('en-GB')} ${f.unit}, ${asTyped(f.definition!)}, ${f.source}`),
  };
}

/** Without the apostrophe that keeps text from being a formula. */
const asTyped = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');

/** The page's own figures, in the same form. */
function shown(page: ProgrammePage) {
  const groups = (all: Group[]) => Object.fromEntries(all.map(({ key, label: _, ...group }) => [key, group]));
  const { cases, live: alive, monthsLive: months, tallies, commissioners, routes, categories, objectives, figures } = page;
  return {
    cases, live: alive, monthsLive: months, tallies, commissioners: groups(commissioners), routes: groups(routes), categories: groups(categories),
    objectives: objectives.map(({ number, cases: tagged }) => ({ number, cases: tagged })), figures: figures.map((f) => `${f.title}: ${f.value}, ${f.definition}, ${f.source}`),
  };
}

eachEngine((engine) => {
  let world: SmallWorld;
  let files: Map<string, string>;
  beforeAll(async () => {
    world = await smallWorld(engine);
    const { people } = world;
    const figure = { value: 47, unit: 'teams', asAtOn: '2026-01-31', definition: '=Teams whose interest was recorded', source: 'The register' };
    const { objectiveId } = value(await addObjective(people.support, { title: 'Benefits are asked for', indicator: 'Share with a clause' }));
    const cases = await programmeAtRandom(world, 36, 2027);
    const late = value(await addObjective(people.support, { title: 'Shorter waits', indicator: 'Weeks' }));
    for (const [i, id] of cases.entries()) if (i % 3) value(await tagCaseWith(people.support, id, i % 2 ? [objectiveId, late.objectiveId] : [late.objectiveId]));
    const { figureId } = value(await recordFigure(people.support, { title: 'Teams that asked', ...figure }));
    value(await replaceFigure(people.support, figureId, { ...figure, value: 61 }));
    value(await recordFigure(people.support, { title: 'Teams that stopped', ...figure, value: 1234.5 }));
    files = await bundle({});
  }, 120_000);
  afterAll(() => world.close());

  it('gives a stranger every figure of the programme page', async () => {
    const read = opened(files);
    expect(recalculated(read, ['real'])).toEqual(shown(await programmePage(reader(), {}, searchIn(new URLSearchParams()))));
    expect(recalculated(read, ['real', 'illustrative', 'example'])).toEqual(shown(await programmePage(reader(), {}, searchIn(new URLSearchParams({ kind: 'all' })))));
    expect(read.objectives!.map((o) => o.set_before_first_case)).toEqual(['yes', 'no']);
  });

  it('gives a person of a commissioner\'s the cases they see, and the figures they see', async () => {
    const scope = (await scopeOf(reader(), world.people.sponsor))!;
    const own = opened(await bundle(scope));
    expect(own.cases!.length).toBe(18);
    expect(recalculated(own, ['real'])).toEqual(shown(await programmePage(reader(), scope, searchIn(new URLSearchParams()))));
    const refs = new Set(own.cases!.map((c) => c.case));
    const told = new Set(own.benefits!.map((b) => b.benefit));
    expect(own.benefits!.every((b) => refs.has(b.case))).toBe(true);
    for (const file of ['readings', 'verdicts', 'changes']) expect(own[file]!.every((row) => told.has(row.benefit)), file).toBe(true);
    expect(own.readings!.length).toBeGreaterThan(0);
    expect(own.readings!.length).toBeLessThan(opened(files).readings!.length);
  });

  it('has no cell that a spreadsheet would take for a formula, and as many cells in each row as there are columns', () => {
    for (const [name, text] of files) {
      if (!name.endsWith('.csv')) continue;
      const [head = [], ...rows] = cellsIn(text);
      expect(text.indexOf('\uFEFF', 1), name).toBe(-1);
      expect(new Set([head, ...rows].map((row) => row.length)), name).toEqual(new Set([head.length]));
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell)), name).toEqual([]);
    }
    expect(files.get('benefits.csv')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(opened(files).readings!.some((r) => r.value === '-3.5')).toBe(true);
  });

  it('says of every column what it means, and names none that is not there', () => {
    const { 'data-dictionary': dictionary, ...rest } = opened(files);
    const there = Object.keys(rest).flatMap((file) => cellsIn(files.get(`${file}.csv`)!)[0]!.map((column) => `${file}.csv ${column}`));
    expect(dictionary!.map((line) => `${line.file} ${line.column}`)).toEqual(there);
    expect(dictionary!.every((line) => line.meaning !== '')).toBe(true);
    expect(files.get('read-me.txt')).toMatch(/36 cases/);
  });

  it('marks what was corrected, and leaves out what is about very few people with all that gives it away', () => {
    const { readings, benefits } = opened(files);
    const corrected = new Set(readings!.map((r) => r.replaces));
    expect(readings!.every((r) => r.in_force === (corrected.has(r.reading) ? 'no' : 'yes'))).toBe(true);
    const few = readings!.filter((r) => r.suppressed !== '');
    expect(few.length).toBeGreaterThan(0);
    expect(few.every((r) => r.suppressed === 'fewer than 5' && [r.value, r.numerator, r.denominator, r.n].join('') === '')).toBe(true);
    expect(readings!.filter((r) => ['1', '2', '3', '4'].includes(r.numerator!) || ['1', '2', '3', '4'].includes(r.n!))).toEqual([]);
    const counts = new Set(benefits!.filter((b) => b.unit === 'count').map((b) => b.benefit));
    expect(readings!.filter((r) => counts.has(r.benefit) && ['1', '2', '3', '4'].includes(r.value!))).toEqual([]);
    expect(benefits!.filter((b) => b.baseline_n === '3')).toEqual([]);
    expect(benefits!.some((b) => b.baseline_suppressed === 'fewer than 5' && b.baseline === '')).toBe(true);
  });

  it('puts what was promised beside what would have happened anyway, not beside today', () => {
    const benefits = opened(files).benefits!.filter((b) => b.target !== '' && b.counterfactual !== '');
    expect(benefits.length).toBeGreaterThan(3);
    expect(benefits.every((b) => Number(b.forecast_less_counterfactual) === Number(b.target) - Number(b.counterfactual))).toBe(true);
  });

  it('names nobody', () => {
    const whole = [...files.values()].join('\n');
    expect(Object.values(world.people).filter(({ id, name, email }) => [id, name, email].some((word) => whole.includes(word)))).toEqual([]);
  });
});
