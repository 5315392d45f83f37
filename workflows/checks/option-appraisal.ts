import { z } from 'zod';
import { fillLabels } from '../labels.ts';
import { optionName, optionScores } from '../computed/option-scores.ts';
import { asNumber, asRows, asText, check, type Check } from './check.ts';

/** Checks that the options were compared fairly. */
export const optionAppraisalChecks: Record<string, Check> = {
  /** The table has enough different options; `repeatable` ones may stand more than once. Slipway default. */
  distinctRows: check({
    params: z.strictObject({ column: z.string(), repeatable: z.array(z.string()).default([]), least: z.int(), noun: z.string() }),
    severity: 'block',
    run: ({ value }, p) => {
      const chosen = asRows(value).map((row) => asText(row[p.column])).filter((key) => key !== undefined);
      const different = new Set(chosen.map((key, i) => (p.repeatable.includes(key) ? `${key} ${i}` : key))).size;
      const more = p.least - different;
      return more > 0 ? [{ message: `Add ${more} more. You need at least ${p.least} different ${p.noun}`, column: p.column }] : [];
    },
  }),
  /** The options named have a five-year value of their own; the status quo is not taken as 0. Source: HM Treasury, The Green Book. */
  optionsValued: check({
    params: z.strictObject({ keys: z.array(z.string()).min(1) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, index) =>
        p.keys.includes(asText(row.choice) ?? '') && asNumber(row.npv) === undefined
          ? [{
            message: 'Enter the value over 5 years. Staying as you are has a value too, and it is not always 0',
            row: index, column: 'npv',
          }]
          : [],
      ),
  }),
  /** No other option scores higher than the preferred one. Slipway default. */
  spinOutScoresBest: check({
    params: z.strictObject({ option: z.string(), names: z.record(z.string(), z.string()) }),
    severity: 'warn',
    run: ({ answer, pathway }, p) => {
      const scores = optionScores(answer);
      const mine = scores.find((option) => option.choice === p.option);
      const best = scores[0];
      if (!mine || !best || best.score <= mine.score) return [];
      return [{ message: fillLabels(`"${optionName(p.names, best.choice)}" scores ${best.score} and your choice ${mine.score}. Say why you still prefer yours`, pathway.labels) }];
    },
  }),
  /** The low end of a range is not above its high end. A contradiction. */
  rangeInOrder: check({
    params: z.strictObject({ low: z.string(), high: z.string() }),
    severity: 'block',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, index) => {
        const [low, high] = [asNumber(row[p.low]), asNumber(row[p.high])];
        return low !== undefined && high !== undefined && low > high
          ? [{ message: `The lowest total, ${low}, must not be more than the highest, ${high}`, row: index, column: p.low }] : [];
      }),
  }),
  /** A benefit differs from what would happen anyway. Source: National Audit Office, HC 1088, 2011. */
  benefitsBeyondStatusQuo: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, index) => {
        const [same, mine] = [asNumber(row.status_quo), asNumber(row.spin_out)];
        return same !== undefined && same === mine
          ? [{
            message: `"${asText(row.benefit) ?? `Benefit ${index + 1}`}" is the same if nothing changes. Leave it out, or show what is extra`,
            row: index, column: 'spin_out',
          }] : [];
      }),
  }),
  /** An adjustment under the suggested one has evidence. Source: HM Treasury, The Green Book, optimism bias; the figures are a Slipway default. */
  optimismAllowed: check({
    params: z.strictObject({ suggested: z.record(z.string(), z.number()) }),
    severity: 'warn',
    run: ({ value, question }, p) =>
      asRows(value).flatMap((row, index) => {
        const key = String(row.row);
        const [used, suggested] = [asNumber(row.used), p.suggested[key]];
        if (used === undefined || suggested === undefined || used >= suggested || asText(row.reason)) return [];
        const title = question.fixedRows?.find((r) => r.key === key)?.title ?? 'This line';
        return [{
          message: `${title}: you used ${used} and we suggest ${suggested}. Enter your evidence for using less`,
          row: index, column: 'reason',
        }];
      }),
  }),
};
