import { z } from 'zod';
import { addDays, addMonths, dayInWords, daysBetween } from '../dates.ts';
import { firstSigningDay, STANDSTILL_ROUTES, standstillAfter } from '../standstill.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, check, type Check } from './check.ts';

const INTENTION = 'intention-to-award';
/** The latest notice of a kind: a notice published again starts the standstill again. */
export const latestNotice = (notices: unknown, type: string = INTENTION): string | undefined =>
  noticeDays(notices, type).at(-1);
const noticeDays = (notices: unknown, type: string): string[] =>
  asRows(notices).filter((row) => row.type === type).flatMap((row) => asDay(row.published) ?? []).sort();

/** Checks of the award route, the dates and the length of a contract. */
export const contractTermsChecks: Record<string, Check> = {
  /** The route existed on the day it was chosen. Source: the day each set of regulations or Act came into force. */
  routeInForce: check({
    params: z.strictObject({
      routes: z.array(z.strictObject({ key: z.string(), title: z.string(), from: z.string().optional(), until: z.string().optional() })),
    }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const day = asDay(value);
      const route = p.routes.find(({ key }) => key === answer('con.route'));
      if (!day || !route) return [];
      if (route.from && day < route.from) return [{ message: `${route.title} could not be used before ${dayInWords(route.from)}. Check the route or the date` }];
      return route.until && day > route.until
        ? [{ message: `${route.title} could only be used if it began by ${dayInWords(route.until)}. Say in your reason when it began` }]
        : [];
    },
  }),
  /** The contract is within the shortest and longest length of its route. Source: the rule's `because`. */
  routeLength: check({
    params: z.strictObject({
      routes: z.array(z.string()), min: z.number().optional(), max: z.number().optional(), withExtension: z.literal(true).optional(), because: z.string(),
    }),
    severity: 'block',
    run: ({ answer }, p) => {
      const start = asDay(answer('con.start'));
      const end = asDay(answer('con.end'));
      if (!start || !end || !p.routes.includes(String(answer('con.route')))) return [];
      const lastDay = (months: number) => addDays(addMonths(start, months), -1);
      if (p.min !== undefined && end < lastDay(p.min)) return [{ message: `Contract end must be ${dayInWords(lastDay(p.min))} or later, because ${p.because}` }];
      if (p.max === undefined) return [];
      const limit = lastDay(p.max);
      if (!p.withExtension) return end > limit ? [{ message: `Contract end must be ${dayInWords(limit)} or earlier, because ${p.because}` }] : [];
      const extended = addDays(addMonths(addDays(end, 1), extensionMonths(answer('con.extension'))), -1);
      return end <= limit && extended > limit
        ? [{ message: `With the extension the contract could run to ${dayInWords(extended)}. It must end by ${dayInWords(limit)}, because ${p.because}` }]
        : [];
    },
  }),
  /** The contract lasts at least as long as the last loan. Slipway default. */
  longerThanLoan: check({
    params: z.strictObject({ question: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const end = asDay(value);
      const loan = asDay(answer(p.question));
      return end && loan && loan > end ? [{ message: `The last loan runs to ${dayInWords(loan)}, after the contract ends. Say how it will be repaid` }] : [];
    },
  }),
  /** A date lies between two other answers, the ends included. A contradiction otherwise. */
  dateBetween: check({
    params: z.strictObject({ from: z.string(), until: z.string(), label: z.string(), fromLabel: z.string(), untilLabel: z.string() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const [day, from, until] = [asDay(value), asDay(answer(p.from)), asDay(answer(p.until))];
      if (day && from && day < from) return [{ message: `${p.label} must be after ${dayInWords(from)}, when ${p.fromLabel}` }];
      return day && until && day > until ? [{ message: `${p.label} must be before ${dayInWords(until)}, when ${p.untilLabel}` }] : [];
    },
  }),
  /** A date is at least so many months after another. Slipway default. */
  monthsAfter: check({
    params: z.strictObject({ question: z.string(), months: z.number(), label: z.string(), otherLabel: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const day = asDay(value);
      const other = asDay(answer(p.question));
      return day && other && day >= other && day < addMonths(other, p.months)
        ? [{ message: `${p.label} is less than ${p.months} months after ${p.otherLabel}. We suggest ${dayInWords(addMonths(other, p.months))} or later` }]
        : [];
    },
  }),
  /** Two dates that belong together are the same day. Slipway default. */
  sameDayAs: check({
    params: z.strictObject({ question: z.string(), label: z.string(), otherLabel: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const day = asDay(value);
      const other = asDay(answer(p.question));
      return day && other && day !== other
        ? [{ message: `${p.label} is ${dayInWords(day)}, but ${p.otherLabel} is ${dayInWords(other)}. Change one, or say why they differ` }]
        : [];
    },
  }),
  /** The notices the route needs are there, the intention before the award. Source: Provider Selection Regime Regulations 2023, regulations 9 to 12. */
  noticesForRoute: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value, answer }) => {
      const route = String(answer('con.route'));
      const intention = latestNotice(value);
      const award = latestNotice(value, 'award');
      if (!STANDSTILL_ROUTES.includes(route)) return [];
      if (route === 'most-suitable-provider' && !latestNotice(value, 'intention-to-use-msp')) {
        return [{ message: 'Add the notice of intention to use the most suitable provider process' }];
      }
      if (!intention) return [{ message: 'Add the notice of intention to award. The standstill starts the day after it' }];
      return award && award <= standstillAfter(intention).ends
        ? [{ message: `The award notice is dated before the standstill ended on ${dayInWords(standstillAfter(intention).ends)}. Check the dates` }]
        : [];
    },
  }),
  /** The award notice follows signing within so many days. Source: Provider Selection Regime, statutory guidance. */
  awardNoticeInTime: check({
    params: z.strictObject({ days: z.number() }),
    severity: 'warn',
    run: ({ value, answer, today }, p) => {
      const signed = asDay(answer('con.signing_date'));
      if (!signed) return [];
      const due = addDays(signed, p.days);
      const award = latestNotice(value, 'award');
      return (award ?? today) > due ? [{ message: `The award notice was due by ${dayInWords(due)}, ${p.days} days after signing. Publish it, or check the dates` }] : [];
    },
  }),
  /** Nobody signs before the standstill is over. Source: Provider Selection Regime Regulations 2023, regulation 12(1). */
  signedAfterStandstill: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ value, answer }) => {
      const day = asDay(value);
      const notice = latestNotice(answer('con.notices'));
      if (!day || !notice || !STANDSTILL_ROUTES.includes(String(answer('con.route')))) return [];
      const challenged = answer('con.representations') === 'yes';
      const further = asDay(answer('con.further_decision'));
      if (challenged && !further) return [{ message: 'Signing date cannot be set yet. Someone has challenged the award, so enter when providers were told the result' }];
      const first = firstSigningDay(notice, challenged ? further : undefined);
      return day < first ? [{ message: `Signing date must be ${dayInWords(first)} or later, because the standstill ends the day before` }] : [];
    },
  }),
  /** The cash was looked at shortly before signing. Slipway default. */
  cashCheckedAtSigning: check({
    params: z.strictObject({ days: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const checked = asDay(value);
      const signing = asDay(answer('con.signing_date'));
      return checked && signing && daysBetween(checked, signing) > p.days
        ? [{ message: `The cash was checked more than ${p.days} days before signing. Check it again just before you sign` }]
        : [];
    },
  }),
};

const extensionMonths = (value: unknown) => Math.max(0, Math.trunc(asNumber(value) ?? 0));
