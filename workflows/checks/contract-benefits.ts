import { z } from 'zod';
import { dayInWords } from '../dates.ts';
import { ABSENCE, VAGUE } from '../wording.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, columnSum, type Check, type Row } from './check.ts';
import { categoryOf, isContracted, VALUE_CATEGORIES } from './contract-money.ts';

const QUALITY_CATEGORIES = [
  'patient-outcome', 'outcome', 'outcomes', 'access', 'access-wait', 'waiting', 'safety', 'experience', 'quality', 'integration', 'inequality', 'equality',
];

const titled = (row: Row, i: number) => `"${asText(row.title) ?? `Promise ${i + 1}`}"`;
export const reasonOf = (row: Row): string | undefined => asText(row.reason) ?? asText(row.treatmentReason);

/** What one promise still lacks before the contract can be sent, as a sentence. Undefined when it is settled. */
export function unsettled(row: Row, i: number): string | undefined {
  const name = titled(row, i);
  if (isContracted(row)) return asText(row.clause) ? undefined : `Enter the contract clause for ${name}`;
  if (row.treatment === 'monitored') return reasonOf(row) ? undefined : `Enter the reason ${name} is watched but not in the contract`;
  if (row.treatment === 'notContracted') return reasonOf(row) ? undefined : `Enter the reason ${name} is not in the contract`;
  return `Decide whether ${name} is in the contract`;
}

/** Checks of the promised benefits and of the measures that hold them. Promises come under the answer key `benefits`. */
export const contractBenefitChecks: Record<string, Check> = {
  /** Every promise is in the contract with a clause, or left out with a reason. Source: National Audit Office, HC 1088, 2011. */
  benefitsSettled: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ answer }) => {
      const rows = asRows(answer('benefits'));
      if (rows.length === 0) return [{ message: 'Add at least one promised benefit on the Benefits page' }];
      return rows.flatMap((row, i) => {
        const message = unsettled(row, i);
        return message ? [{ message, row: i }] : [];
      });
    },
  }),
  /** At least one quality and one value benefit is in the contract, or it is said why not. Slipway default. */
  benefitsBalanced: check({
    params: z.strictObject({
      waiver: z.string(), quality: z.array(z.string()).default(QUALITY_CATEGORIES), value: z.array(z.string()).default(VALUE_CATEGORIES),
    }),
    severity: 'block',
    run: ({ answer }, p) => {
      const inContract = asRows(answer('benefits')).filter(isContracted);
      const has = (categories: string[]) => inContract.some((row) => categories.includes(categoryOf(row)));
      const missing = [has(p.quality) ? '' : 'quality', has(p.value) ? '' : 'value'].filter(Boolean);
      return asRows(answer('benefits')).length > 0 && missing.length && !asText(answer(p.waiver))
        ? [{ message: `No ${missing.join(' benefit and no ')} benefit is in the contract. Add one, or say why not below` }]
        : [];
    },
  }),
  /** Staff absence is never the only benefit in the contract without a word of warning. Source: National Audit Office, HC 1088, 2011: it was the first benefit seen. */
  absenceNotAlone: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ answer }) => {
      const inContract = asRows(answer('benefits')).filter(isContracted);
      return inContract.length > 0 && inContract.every((row) => ABSENCE.test(`${row.title ?? ''} ${row.measure ?? ''}`))
        ? [{ message: 'Staff absence is the only benefit in the contract. Add one that patients would notice' }]
        : [];
    },
  }),
  /** A benefit in the contract has a measure, a starting figure and how often it is reported. Source: National Audit Office, HC 1088, 2011. */
  benefitsMeasurable: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ answer }) =>
      asRows(answer('benefits')).flatMap((row, i) => {
        const missing = MEASURED.filter(([key]) => Object.hasOwn(row, key) && row[key] === null).map(([, words]) => words);
        return isContracted(row) && missing.length
          ? [{ message: `${titled(row, i)} is in the contract without ${missing.join(', ')}. Add it on the Benefits page`, row: i }]
          : [];
      }),
  }),
  /** The target of a benefit in the contract falls inside the contract. Slipway default. */
  benefitsInTerm: check({
    params: z.strictObject({ start: z.string(), end: z.string() }),
    severity: 'warn',
    run: ({ answer }, p) => {
      const [start, end] = [asDay(answer(p.start)), asDay(answer(p.end))];
      return asRows(answer('benefits')).flatMap((row, i) => {
        const target = asDay(row.targetOn);
        if (!target || !isContracted(row)) return [];
        if (end && target > end) return [{ message: `Target date of ${titled(row, i)} is after the contract ends on ${dayInWords(end)}`, row: i }];
        return start && target < start ? [{ message: `Target date of ${titled(row, i)} is before the contract starts on ${dayInWords(start)}`, row: i }] : [];
      });
    },
  }),
  /** Contract measures are few, mixed, and no efficiency measure stands without one for safety. Slipway default. */
  measureSet: check({
    params: z.strictObject({ most: z.number(), incentivePercent: z.number() }),
    severity: 'warn',
    run: ({ value }, p) => {
      const rows = asRows(value);
      const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
      const lacking = KINDS.filter(([kinds]) => !kinds.some(count)).map(([, words]) => words);
      const heavy = rows.flatMap((row, i) => ((asNumber(row.incentive) ?? 0) > p.incentivePercent ? [i] : []));
      return [
        ...(rows.length > p.most ? [{ message: `${rows.length} measures are many for a new provider. We suggest ${p.most} or fewer` }] : []),
        ...(rows.length && lacking.length ? [{ message: `We suggest one measure at least for each of these: ${lacking.join(', ')}`, column: 'kind' }] : []),
        ...(count('finance') > count('safety') ? [{ message: 'Add a safety measure beside each measure of money or efficiency, so that savings do not harm care', column: 'kind' }] : []),
        ...heavy.map((row) => ({ message: `We suggest that no measure carries more than ${p.incentivePercent}% of the incentive money`, row, column: 'incentive' })),
        ...(columnSum(rows, 'incentive') > 100.005 ? [{ message: 'Shares of incentive money must not add up to more than 100', column: 'incentive' }] : []),
      ];
    },
  }),
  /** A measure says one thing and gives a number. Slipway default. */
  measureWording: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => {
        const [requirement, threshold] = [asText(row.requirement) ?? '', asText(row.threshold) ?? ''];
        if (requirement && !/\d/.test(threshold)) {
          return VAGUE.test(`${requirement} ${threshold}`)
            ? [{ message: `"${requirement}" needs a number, so that both sides can tell when it is met`, row: i, column: 'threshold' }]
            : [];
        }
        return / and /i.test(requirement) && (threshold.match(/\d+(?:\.\d+)?/g) ?? []).length > 1
          ? [{ message: `"${requirement}" seems to hold 2 measures. Put each on its own row`, row: i, column: 'threshold' }]
          : [];
      }),
  }),
};

const MEASURED: readonly (readonly [key: string, words: string])[] = [
  ['measure', 'a measure'], ['unit', 'a unit'], ['baseline', 'a starting figure'], ['target', 'a target'], ['frequency', 'how often it is reported'],
];
const KINDS: readonly (readonly [kinds: string[], words: string])[] = [[['patient', 'safety'], 'patients'], [['staff'], 'staff'], [['finance'], 'money or efficiency']];
