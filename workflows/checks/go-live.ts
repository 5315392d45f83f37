import { z } from 'zod';
import { daysBetween, dayInWords } from '../dates.ts';
import { fillLabels } from '../labels.ts';
import { firstDay, isClosed, named, realDay, statesIn } from '../mobilisation.ts';
import { asNumber, asRows, asText, check, type Check } from './check.ts';
import { rowName, Tasks } from './mobilisation.ts';

const Dates = z.array(z.string()).min(1);
const pounds = (pence: number) => `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`;

/** Checks of what is in force, signed and decided at go-live. */
export const goLiveChecks: Record<string, Check> = {
  /** The day is on or before the planned transfer date. Arithmetic; a rule that blocks names its law. */
  byTransferDate: check({
    params: z.strictObject({ dates: Dates, label: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const mine = realDay(value);
      const transfer = firstDay(answer, p.dates);
      return mine && transfer && mine > transfer ? [{ message: `${p.label} must be on or before the transfer date, ${dayInWords(transfer)}` }] : [];
    },
  }),
  /** The day is after the planned transfer date. Arithmetic. */
  afterTransferDate: check({
    params: z.strictObject({ dates: Dates, label: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const mine = realDay(value);
      const transfer = firstDay(answer, p.dates);
      return mine && transfer && mine <= transfer ? [{ message: `${p.label} must be after the transfer date, ${dayInWords(transfer)}` }] : [];
    },
  }),
  /** The day leaves at least `days` before the transfer. Slipway default. */
  daysBeforeTransfer: check({
    params: z.strictObject({ dates: Dates, days: z.int().positive(), label: z.string() }),
    severity: 'note',
    run: ({ value, answer }, p) => {
      const mine = realDay(value);
      const transfer = firstDay(answer, p.dates);
      const left = mine && transfer ? daysBetween(mine, transfer) : p.days;
      return left >= 0 && left < p.days ? [{ message: `${p.label} leaves ${left} days before transfer. We suggest at least ${p.days}` }] : [];
    },
  }),
  /** Cover fits the payers: the state scheme does not cover council contracts. Source: NHS Resolution, guidance for social enterprises. */
  coverFitsPayers: check({
    params: z.strictObject({ payers: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) =>
      value === 'cnst' && answer(p.payers) === 'yes'
        ? [{ message: 'Choose insurance or both, because the state scheme does not cover work under a council contract' }]
        : [],
  }),
  /** An amount of money is not under a floor. The rule's source names the law. */
  moneyAtLeast: check({
    params: z.strictObject({ pence: z.int(), label: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const amount = asNumber(value);
      return amount !== undefined && amount < p.pence ? [{ message: `${p.label} must be ${pounds(p.pence)} or more` }] : [];
    },
  }),
  /** A percentage is under a limit we suggest. Slipway default. */
  percentUnder: check({
    params: z.strictObject({ limit: z.number(), label: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const percent = asNumber(value);
      return percent !== undefined && percent >= p.limit
        ? [{ message: `${p.label} is ${percent}%. We suggest under ${p.limit}%. Find the cause and test again` }]
        : [];
    },
  }),
  /** A count that should be nought is. Slipway default. */
  shouldBeNone: check({
    params: z.strictObject({ message: z.string() }),
    severity: 'warn',
    run: ({ value }, p) => ((asNumber(value) ?? 0) > 0 ? [{ message: p.message }] : []),
  }),
  /** A checklist row answered "no" has to be put right before go-live. Slipway default. */
  checklistGaps: check({
    params: z.strictObject({ column: z.string() }),
    severity: 'warn',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) =>
        row[p.column] === 'no' ? [{ message: `Put this in place before go-live: ${rowName(input, row.row, i)}`, row: i, column: p.column }] : [],
      ),
  }),
  /** Rows that still lack a cell: "Get the agreement of Bright Cleaning". Slipway default. */
  rowsShouldHave: check({
    params: z.strictObject({ column: z.string(), name: z.string(), message: z.string() }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) =>
        asText(row[p.column]) ? [] : [{ message: `${p.message} ${asText(row[p.name]) ?? `row ${i + 1}`}`, row: i, column: p.column }],
      ),
  }),
  /** No day in the column is in the future. */
  columnInPast: check({
    params: z.strictObject({ column: z.string(), label: z.string() }),
    severity: 'block',
    run: ({ value, today }, p) =>
      asRows(value).flatMap((row, i) => {
        const on = realDay(row[p.column]);
        return on && on > today ? [{ message: `${p.label} must be today or in the past`, row: i, column: p.column }] : [];
      }),
  }),
  /** Red rows are named, so that they can be put right or explained. Slipway default. */
  noRedRows: check({
    params: z.strictObject({ column: z.string(), red: z.string() }),
    severity: 'warn',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) =>
        row[p.column] === p.red
          ? [{ message: `Red for the first day: ${rowName(input, row.row, i)}. Say what will turn it green, or move the date`, row: i, column: p.column }]
          : [],
      ),
  }),
  /** A decision to go contradicts a red row. */
  noRedForGo: check({
    params: z.strictObject({ decisions: z.array(z.string()), question: z.string(), column: z.string(), red: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const red = asRows(answer(p.question)).filter((row) => row[p.column] === p.red).length;
      if (!p.decisions.includes(String(value)) || red === 0) return [];
      const [rows, them] = red === 1 ? ['1 row is', 'it'] : [`${red} rows are`, 'them'];
      return [{ message: `${rows} red for the first day. Turn ${them} green or amber, or choose "Do not go yet"` }];
    },
  }),
  /** A decision to go contradicts a blocker that is still open. */
  blockersClosed: check({
    params: z.strictObject({ decisions: z.array(z.string()), tasks: Tasks, tables: z.array(z.string()) }),
    severity: 'block',
    run: ({ value, answer, pathway }, p) => {
      if (!p.decisions.includes(String(value))) return [];
      const states = statesIn(answer, p.tables);
      const open = p.tasks.filter((task) => task.blocker && task.weeks > 0 && !isClosed(states.get(task.key)));
      const titles = open.map((task) => fillLabels(task.title, pathway.labels));
      return open.length ? [{ message: `Close ${open.length === 1 ? 'this blocker' : `these ${open.length} blockers`} first: ${named(titles)}` }] : [];
    },
  }),
  /** A decision needs another answer to be one of these. The rule's message says what to do. */
  decisionNeeds: check({
    params: z.strictObject({ decisions: z.array(z.string()), question: z.string(), is: z.array(z.string()), message: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const other = asText(answer(p.question));
      return p.decisions.includes(String(value)) && other !== undefined && !p.is.includes(other) ? [{ message: p.message }] : [];
    },
  }),
  /** A decision to go contradicts a board that said no. */
  boardsAgree: check({
    params: z.strictObject({ decisions: z.array(z.string()), question: z.string(), column: z.string(), no: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) =>
      p.decisions.includes(String(value)) && asRows(answer(p.question)).some((row) => row[p.column] === p.no)
        ? [{ message: 'A board decided not to go. Choose "Do not go yet", or record its new decision' }]
        : [],
  }),
  /** Two sides name two law firms. Source: Practical Law, local authority spin-outs: one lawyer for both is a conflict. */
  differentFirms: check({
    params: z.strictObject({ question: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const plain = (firm: unknown) => asText(firm)?.toLowerCase().replace(/\b(llp|ltd|limited)\b|[^a-z0-9]/g, '');
      const [mine, other] = [plain(value), plain(answer(p.question))];
      return mine && mine === other && mine !== 'inhouse' ? [{ message: 'Both sides name the same law firm. Each side needs its own' }] : [];
    },
  }),
};
