import { z } from 'zod';
import { addDays, dayInWords, daysBetween } from '../dates.ts';
import { eliDays, eliDue } from '../key-dates.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, type Check } from './check.ts';

const none = z.strictObject({});

/** Days of consultation before the first dismissal, by the number planned in 90 days; undefined under 20. Source: TULRCA 1992, section 188. */
export const redundancyDays = (dismissals: number | undefined): number | undefined =>
  dismissals === undefined || dismissals < 20 ? undefined : dismissals >= 100 ? 45 : 30;

/** The duties before a transfer, in time and in order. */
export const transferStepChecks: Record<string, Check> = {
  /** The planned day is the one told in the proposal. Source: your own answers. */
  transferAsTold: check({
    params: z.strictObject({ question: z.string(), row: z.string(), column: z.string() }),
    severity: 'note',
    run: ({ value, answer }, p) => {
      const told = asDay(asRows(answer(p.question)).find((row) => row.row === p.row)?.[p.column]);
      return told && told !== value ? [{ message: `You told us ${dayInWords(told)} in the proposal. Check that everyone knows the new date` }] : [];
    },
  }),
  /** A day is not later than another answer's day. The rule's source names the law. */
  notLaterThan: check({
    params: z.strictObject({ question: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const [mine, other] = [asDay(value), asDay(answer(p.question))];
      return mine && other && mine > other ? [{ message: `${p.label} must be on or before ${p.otherLabel}, ${dayInWords(other)}` }] : [];
    },
  }),
  /** Consultation ends early enough to act on what was said. Slipway default. */
  consultationLeavesTime: check({
    params: z.strictObject({ transfer: z.string(), days: z.int().positive().default(30) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const [end, transfer] = [asDay(value), asDay(answer(p.transfer))];
      const latest = transfer && addDays(transfer, -p.days);
      return end && latest && end > latest
        ? [{ message: `We suggest that consultation ends by ${dayInWords(latest)}, ${p.days} days before the transfer. End it sooner or move the transfer` }]
        : [];
    },
  }),
  /** The information reached the new employer in time: 28 days before, or 14 before transfers until 30 April 2014. Source: TUPE Regulations 2006, regulation 11. */
  staffInformationOnTime: check({
    params: z.strictObject({ transfer: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const [given, transfer] = [asDay(value), asDay(answer(p.transfer))];
      if (!given || !transfer || given <= eliDue(transfer)) return [];
      return [{ message: `The law asks for this information at least ${eliDays(transfer)} days before the transfer, by ${dayInWords(eliDue(transfer))}. Take legal advice, or move the transfer` }];
    },
  }),
  /** The last lawful day has passed and nothing was given. Cited on the computed last day. Source: TUPE Regulations 2006, regulation 11. */
  staffInformationOverdue: check({
    params: z.strictObject({ delivered: z.string() }),
    severity: 'warn',
    run: ({ value, answer, today }, p) => {
      const due = asDay(value);
      return due && today > due && !asDay(answer(p.delivered))
        ? [{ message: `The last lawful day, ${dayInWords(due)}, has passed. Hand over the information today and take legal advice, or move the transfer` }]
        : [];
    },
  }),
  /** Every part of the pack is ready. Source: TUPE Regulations 2006, regulation 11(2). */
  staffInformationComplete: check({
    params: z.strictObject({ keys: z.array(z.string()).min(1), titles: z.array(z.string()).min(1) }),
    severity: 'warn',
    run: ({ value }, p) => {
      const ready = Array.isArray(value) ? (value as unknown[]) : [];
      const missing = p.titles.filter((_, i) => !ready.includes(p.keys[i]!));
      return missing.length ? [{ message: `Ask the old employer for these parts too: ${missing.join(', ')}` }] : [];
    },
  }),
  /** Collective consultation starts 30 or 45 days before the first dismissal. Source: Trade Union and Labour Relations (Consolidation) Act 1992, section 188. */
  redundancyConsultation: check({
    params: z.strictObject({ dismissals: z.string(), consultation: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const days = redundancyDays(asNumber(answer(p.dismissals)));
      const [first, start] = [asDay(value), asDay(answer(p.consultation))];
      return days && first && start && daysBetween(start, first) < days
        ? [{ message: `With this many redundancies, consultation must start at least ${days} days before the first dismissal. Choose ${dayInWords(addDays(start, days))} or later` }]
        : [];
    },
  }),
  /** Objections for reasons that may give other rights go to a lawyer. Source: TUPE Regulations 2006, regulation 4(9), and London United Busways v De Marchi, 2024. */
  objectionsNeedAdvice: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        ['location', 'hours', 'pay'].includes(asText(row.reason) ?? '') && !asText(row.advice)
          ? [{ message: 'An objection about place, hours or pay may give the person other rights. Ask a lawyer, and note the advice', row: i, column: 'advice' }]
          : [],
      ),
  }),
  /** Objections leave posts empty; say who fills them. Slipway default. */
  objectionsReplaced: check({
    params: none,
    severity: 'warn',
    run: ({ value }) => asRows(value).flatMap((row, i) => (row.replaced === 'no' ? [{ message: 'Plan who will do this work from the first day', row: i, column: 'replaced' }] : [])),
  }),
  /** A change made because of the transfer is void, unless the contract allows it, or there is an economic reason and agreement. Source: TUPE Regulations 2006, regulation 4(4) and (5). */
  changesLawful: check({
    params: none,
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.reason === 'transfer'
          ? [{ message: 'A change made because of the transfer has no effect in law. Leave it out, or take advice and select the reason it rests on', row: i, column: 'reason' }]
          : row.reason === 'economic' && row.agreed === 'no'
            ? [{ message: 'This change needs the agreement of staff. Agree it first, or leave it out', row: i, column: 'agreed' }]
            : [],
      ),
  }),
  /** A dismissal because of the transfer is unfair without an economic, technical or organisational reason. Source: TUPE Regulations 2006, regulation 7. */
  dismissalsHaveReason: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      value === 'no' || value === 'not-sure'
        ? [{ message: 'A dismissal because of the transfer is unfair in law, unless there is an economic, technical or organisational reason. Take legal advice before you go on' }]
        : [],
  }),
  /** A duty marked as done has its day, and one that is not needed has a reason. Slipway default. */
  dutiesExplained: check({
    params: none,
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) => [
        ...(row.state === 'done' && !asText(row['done-on']) ? [{ message: 'Add the day it was done', row: i, column: 'done-on' }] : []),
        ...(row.state === 'not-needed' && !asText(row.note) ? [{ message: 'Say why this duty does not apply', row: i, column: 'note' }] : []),
      ]),
  }),
};
