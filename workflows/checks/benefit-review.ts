import { z } from 'zod';
import { addMonths, dayInWords } from '../dates.ts';
import { fillLabels } from '../labels.ts';
import { firstDay, named, realDay } from '../mobilisation.ts';
import { isPercent, plain, promiseOf, promises, reaches, unitsDiffer } from '../results.ts';
import { reviewSigns } from '../review-signs.ts';
import { asNumber, asRows, asText, check, type Check, type CheckInput, type Row } from './check.ts';

const none = z.strictObject({});
const number = (n: number) => n.toLocaleString('en-GB', { maximumFractionDigits: 4 });
/** What a row is about: its name column, or the title of a fixed row. */
const about = ({ question, pathway }: CheckInput, row: Row, column: string, i: number): string => {
  const fixed = question.fixedRows?.find((each) => each.key === row[column]);
  return fixed ? fillLabels(fixed.title, pathway.labels) : (asText(row[column]) ?? `row ${i + 1}`);
};
const firstNumber = (row: Row, columns: readonly string[]) => columns.map((column) => asNumber(row[column])).find((n) => n !== undefined);
/** Units that say the result itself counts people. */
const PEOPLE = /\b(people|persons?|patients?|staff|children|carers?|clients?|users?|employees|members)\b/;

/** Checks of one table of results: value, unit, numbers behind it, quality and source. */
export const resultChecks: Record<string, Check> = {
  /** A percentage never stands without the number it is a percentage of. Slipway default. */
  percentNeedsNumber: check({
    params: z.strictObject({ value: z.string(), unit: z.string(), n: z.array(z.string()).min(1), name: z.string() }),
    severity: 'block',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) =>
        isPercent(row[p.unit]) && asNumber(row[p.value]) !== undefined && firstNumber(row, p.n) === undefined
          ? [{ message: `Enter how many this percentage is out of: ${about(input, row, p.name, i)}`, row: i, column: p.n[0]! }]
          : [],
      ),
  }),
  /** No count of people from 1 to under `under`, so that nobody can be recognised. Slipway default. */
  noSmallCounts: check({
    params: z.strictObject({
      columns: z.array(z.string()), name: z.string(), under: z.int(),
      value: z.string().optional(), unit: z.string().optional(), kind: z.string().optional(),
    }),
    severity: 'block',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) => {
        if (p.kind && row[p.kind] && row[p.kind] !== 'people') return [];
        const columns = [...p.columns, ...(p.value && p.unit && PEOPLE.test(plain(row[p.unit])) ? [p.value] : [])];
        const column = columns.find((each) => (asNumber(row[each]) ?? 0) > 0 && asNumber(row[each])! < p.under);
        return column
          ? [{ message: `Leave out counts of people from 1 to ${p.under - 1}, so that nobody can be recognised: ${about(input, row, p.name, i)}`, row: i, column }]
          : [];
      }),
  }),
  /** A percentage agrees with its own two counts, and the part is not more than the whole. Arithmetic. */
  shareMatchesCounts: check({
    params: z.strictObject({ tolerance: z.number() }),
    severity: 'block',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) => {
        const [value, part, whole] = [asNumber(row.value), asNumber(row.numerator), asNumber(row.denominator)];
        const name = about(input, row, 'benefit', i);
        if (part === undefined || whole === undefined) return [];
        if (!isPercent(row.unit)) return [];
        if (part > whole) return [{ message: `${number(part)} out of ${number(whole)} cannot be right: ${name}. Check both numbers`, row: i, column: 'numerator' }];
        const share = whole > 0 ? Math.round((part / whole) * 10_000) / 100 : undefined;
        return value !== undefined && share !== undefined && Math.abs(share - value) > p.tolerance
          ? [{ message: `${number(part)} out of ${number(whole)} is ${number(share)}%, not ${number(value)}%: ${name}. Change one of them`, row: i, column: 'value' }]
          : [];
      }),
  }),
  /** A percentage of a small group shows direction only. Slipway default. */
  smallSample: check({
    params: z.strictObject({ value: z.string(), unit: z.string(), n: z.array(z.string()).min(1), name: z.string(), under: z.int() }),
    severity: 'note',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) => {
        const n = firstNumber(row, p.n);
        return isPercent(row[p.unit]) && n !== undefined && n < p.under
          ? [{ message: `Only ${number(n)} measured: ${about(input, row, p.name, i)}. Say which way it moved, and make no more of it`, row: i, column: p.n[0]! }]
          : [];
      }),
  }),
  /** A result is in the unit of its promise: sickness in % and in days cannot be compared. A contradiction. */
  unitsMatchPromise: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) =>
      asRows(value).flatMap((row, i) => {
        const promise = promiseOf(promises(answer), row);
        return promise && unitsDiffer(promise, row)
          ? [{ message: `"${promise.title}" was promised in ${promise.unit}. Give the result in ${promise.unit}, not in ${asText(row.unit)}`, row: i, column: 'unit' }]
          : [];
      }),
  }),
  /** A very large change asks for a second look at the data. Slipway default. */
  surprisingChange: check({
    params: z.strictObject({ percent: z.number().positive() }),
    severity: 'note',
    run: ({ value, answer }, p) =>
      asRows(value).flatMap((row, i) => {
        const promise = promiseOf(promises(answer), row);
        const [after, before] = [asNumber(row.value), promise?.baseline];
        if (!promise || after === undefined || !before || unitsDiffer(promise, row)) return [];
        const change = Math.round((Math.abs(after - before) / Math.abs(before)) * 100);
        return change > p.percent
          ? [{ message: `"${promise.title}" changed by ${change}%, from ${number(before)} to ${number(after)}. Check the data, and say why you trust it`, row: i, column: 'value' }]
          : [];
      }),
  }),
  /** Every promised benefit has a result. Slipway default. */
  everyBenefitReported: check({
    params: none,
    severity: 'warn',
    run: ({ value, answer }) => {
      const given = new Set(asRows(value).map((row) => plain(row.benefit)));
      const missing = promises(answer).filter((promise) => !given.has(plain(promise.title))).map((promise) => promise.title);
      return missing.length ? [{ message: `Add a result, or list it as dropped: ${named(missing)}`, column: 'benefit' }] : [];
    },
  }),
  /** A result of the lowest quality counts as not measured. Slipway default. */
  weakData: check({
    params: z.strictObject({ grade: z.string() }),
    severity: 'warn',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) =>
        row.quality === p.grade
          ? [{ message: `This counts as not measured until the data can be relied on: ${about(input, row, 'benefit', i)}`, row: i, column: 'quality' }]
          : [],
      ),
  }),
};

/** Checks of the rest of a benefit review. */
export const reviewChecks: Record<string, Check> = {
  /** Under `months` live, findings are early. Source: National Audit Office, HC 1088, 2011; the number is a Slipway default. */
  tooEarlyToJudge: check({
    params: z.strictObject({ dates: z.array(z.string()).min(1), months: z.int().positive() }),
    severity: 'note',
    run: ({ value, answer }, p) => {
      const end = realDay(value);
      const live = firstDay(answer, p.dates);
      const from = live && addMonths(live, p.months);
      return end && from && end > live && end < from
        ? [{ message: `Too early to judge before ${dayInWords(from)}, when you have been live for ${p.months} months. Call what you find early signs` }]
        : [];
    },
  }),
  /** A story is shown to others only when the person agrees. Source: UK General Data Protection Regulation, article 6. */
  storiesHaveConsent: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.consent === 'no' ? [{ message: `Ask the person first, or take this out: row ${i + 1}. It must not be shown to others yet`, row: i, column: 'consent' }] : [],
      ),
  }),
  /** "Was there a surplus" agrees with the figure. A contradiction. */
  surplusAgrees: check({
    params: z.strictObject({ amount: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const amount = asNumber(answer(p.amount));
      if (amount === undefined) return [];
      if (value === 'yes' && amount <= 0) return [{ message: 'You gave no surplus above. Change the figure, or choose no' }];
      return value === 'no' && amount > 0 ? [{ message: 'You gave a surplus above. Change the figure, or choose yes' }] : [];
    },
  }),
  /** The amounts used add up to the surplus, when amounts are given. Arithmetic. */
  amountsMatchSurplus: check({
    params: z.strictObject({ column: z.string(), amount: z.string(), tolerancePence: z.int() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const given = asRows(value).map((row) => asNumber(row[p.column])).filter((n) => n !== undefined);
      const surplus = asNumber(answer(p.amount));
      const total = given.reduce((sum, n) => sum + n, 0);
      const pounds = (pence: number) => `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 2 })}`;
      return given.length > 0 && surplus !== undefined && Math.abs(total - surplus) > p.tolerancePence
        ? [{ message: `The amounts add up to ${pounds(total)}, but the surplus is ${pounds(surplus)}`, column: p.column }]
        : [];
    },
  }),
  /** Dividends stay under the cap of the legal form. Source: Community Interest Company Regulations 2005; charity law. */
  dividendWithinCap: check({
    params: z.strictObject({
      row: z.string(), column: z.string(), form: z.string(), caps: z.array(z.strictObject({ form: z.string(), percent: z.number() })),
    }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const cap = p.caps.find((each) => each.form === answer(p.form))?.percent;
      const i = asRows(value).findIndex((row) => row.row === p.row);
      const share = asNumber(asRows(value)[i]?.[p.column]);
      if (cap === undefined || share === undefined || share <= cap) return [];
      const message = cap === 0
        ? 'This legal form cannot pay dividends. Move this share to another row'
        : `A community interest company may pay out ${cap}% of its distributable surplus at most. Check this share with your accountant`;
      return [{ message, row: i, column: p.column }];
    },
  }),
  /** More than `over` percent of income from one payer. Source: National Audit Office, HC 1088, 2011; the figure is a Slipway default. */
  dependsOnOnePayer: check({
    params: z.strictObject({ over: z.number() }),
    severity: 'note',
    run: ({ value }, p) =>
      (asNumber(value) ?? 0) > p.over ? [{ message: `More than ${p.over}% comes from one payer. Say in your actions how you will find other income` }] : [],
  }),
  /** In a row, the part is not more than the whole. Arithmetic. */
  partNotMoreThanWhole: check({
    params: z.strictObject({ part: z.string(), whole: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'block',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const [part, whole] = [asNumber(row[p.part]), asNumber(row[p.whole])];
        return part !== undefined && whole !== undefined && part > whole
          ? [{ message: `${p.label} must not be more than ${p.otherLabel}, ${number(whole)}`, row: i, column: p.part }]
          : [];
      }),
  }),
  /** Each benefit past its date and short of its target has an action. Slipway default. */
  missedHaveActions: check({
    params: z.strictObject({ actuals: z.string(), actions: z.string() }),
    severity: 'warn',
    run: ({ answer, today }, p) => {
      const acted = new Set(asRows(answer(p.actions)).map((row) => plain(row.benefit)));
      const missed = asRows(answer(p.actuals)).flatMap((row) => {
        const promise = promiseOf(promises(answer), row);
        const value = asNumber(row.value);
        const due = realDay(promise?.targetOn);
        if (!promise || value === undefined || !due || due > today || unitsDiffer(promise, row)) return [];
        return reaches(promise, value) === false && !acted.has(plain(promise.title)) ? [promise.title] : [];
      });
      return missed.length ? [{ message: `Add an action for each benefit that missed its target: ${named(missed)}` }] : [];
    },
  }),
  /** Figures of early-warning signs that are left empty are named. Slipway default. */
  signsReported: check({
    params: z.strictObject({ noun: z.string() }),
    severity: 'warn',
    run: ({ question, value, pathway }, p) => {
      const given = new Set(asRows(value).filter((row) => asNumber(row.now) !== undefined).map((row) => row.row));
      const missing = (question.fixedRows ?? []).filter((row) => !given.has(row.key)).map((row) => fillLabels(row.title, pathway.labels));
      return missing.length ? [{ message: `Give the ${p.noun} you have, or say why not. Still empty: ${named(missing)}`, column: 'now' }] : [];
    },
  }),
  /** To carry on unchanged does not fit signs that call for contingency planning or for the plan itself. Slipway default. */
  decisionFitsSigns: check({
    params: z.strictObject({ numbers: z.string(), events: z.string(), limits: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const { level } = reviewSigns(answer, p);
      if (value !== 'continue' || (level !== 'contingency' && level !== 'invoke')) return [];
      return [{ message: 'The early-warning signs call for action. Choose another decision, or say in your reasons why nothing needs to change' }];
    },
  }),
};
