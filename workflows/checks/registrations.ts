import { z } from 'zod';
import { addDays, dayInWords, daysBetween } from '../dates.ts';
import { asDay } from './as-day.ts';
import { asNumber, asRows, asText, check, type Check, type CheckInput, type Row } from './check.ts';

const rowTitle = (question: CheckInput['question'], row: Row) => question.fixedRows?.find((fixed) => fixed.key === row.row)?.title ?? 'this row';
const pounds = (pence: number) => `£${(pence / 100).toLocaleString('en-GB', { maximumFractionDigits: 0 })}`;

/** Conflicts of interest, registrations, indemnity, insurance and the self-check for the Mark. */
export const registrationChecks: Record<string, Check> = {
  /** An interest is declared within `days` of arising. Slipway default. */
  conflictsDeclaredInTime: check({
    params: z.strictObject({ days: z.int().positive().default(28) }),
    severity: 'warn',
    run: ({ value }, p) =>
      asRows(value).flatMap((row, i) => {
        const arose = asDay(row['arose-on']);
        const declared = asDay(row['declared-on']);
        return arose && declared && daysBetween(arose, declared) > p.days
          ? [{ message: `${asText(row.person) ?? 'This person'} declared the interest more than ${p.days} days after it arose. Say why`, row: i, column: 'declared-on' }]
          : [];
      }),
  }),
  /** Every conflict that is still open has a step that handles it. Source: NHS England, Managing conflicts of interest in the NHS; the hard stop is a Slipway default. */
  openConflictsHandled: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.state === 'ended' || asText(row.action) || asText(row.handling)
          ? []
          : [{ message: `Say how the interest of ${asText(row.person) ?? `person ${i + 1}`} is handled, or that it has ended`, row: i, column: 'action' }],
      ),
  }),
  /** The two sides do not share a lawyer. Source: Practical Law, Local authority spin-outs. */
  separateLegalAdvisers: check({
    params: z.strictObject({ question: z.string() }),
    severity: 'warn',
    run: ({ value, answer, pathway }, p) => {
      const plain = (text: string | undefined) => text?.trim().toLowerCase().replace(/[^a-z0-9 ]/g, '');
      const mine = plain(asText(value));
      return mine && mine === plain(asText(answer(p.question)))
        ? [{ message: `The ${pathway.labels.parent ?? 'parent'} and the ${pathway.labels.enterprise ?? 'enterprise'} have the same legal adviser. Choose separate ones, so that nobody acts for both sides` }]
        : [];
    },
  }),
  /** What is needed has a date to apply, early enough before the transfer. `weeks` by row are Slipway defaults unless the row names a source. */
  registrationsPlanned: check({
    params: z.strictObject({ transfer: z.string(), weeks: z.record(z.string(), z.number()).default({}) }),
    severity: 'warn',
    run: ({ value, answer, question }, p) => {
      const transfer = asDay(answer(p.transfer));
      return asRows(value).flatMap((row, i) => {
        if (row.needed !== 'yes' || row.state === 'granted') return [];
        const title = rowTitle(question, row);
        const apply = asDay(row['apply-on']);
        if (!apply) return [{ message: `Add the date you will apply for: ${title}`, row: i, column: 'apply-on' }];
        const weeks = p.weeks[String(row.row)];
        const latest = transfer && weeks ? addDays(transfer, -weeks * 7) : undefined;
        return latest && apply > latest
          ? [{ message: `${title}: we suggest applying by ${dayInWords(latest)}, ${weeks} weeks before the transfer. Apply sooner or choose a later transfer date`, row: i, column: 'apply-on' }]
          : [];
      });
    },
  }),
  /** Nobody skips registration with the care regulator by mistake. Source: Health and Social Care Act 2008, section 10. */
  careRegistrationNeeded: check({
    params: z.strictObject({}),
    severity: 'warn',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.row === 'cqc' && row.needed === 'no'
          ? [{ message: 'Check this with the Care Quality Commission. It is an offence to run a regulated activity without registration', row: i, column: 'needed' }]
          : [],
      ),
  }),
  /** At `pence` of NHS turnover or more, or with services hard to replace, a provider licence is needed. Source: NHS England, check if you need a licence. */
  providerLicenceNeeded: check({
    params: z.strictObject({ turnover: z.string(), pence: z.number() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const rows = asRows(value);
      const i = rows.findIndex((row) => row.row === 'provider-licence');
      const turnover = asNumber(answer(p.turnover));
      return rows[i]?.needed === 'no' && turnover !== undefined && turnover >= p.pence
        ? [{ message: `You expect ${pounds(turnover)} of NHS turnover. At ${pounds(p.pence)} or more you may need the NHS provider licence. Check with NHS England`, row: i, column: 'needed' }]
        : [];
    },
  }),
  /** The NHS clinical negligence scheme does not cover work for a council. Source: NHS Resolution, guidance for social enterprises. */
  indemnityFitsPayer: check({
    params: z.strictObject({}),
    severity: 'block',
    run: ({ value }) =>
      asRows(value).flatMap((row, i) =>
        row.payer === 'council' && row.cover === 'cnst'
          ? [{ message: `${asText(row.service) ?? 'This service'} is paid for by a council, so the NHS scheme cannot cover it. Select commercial cover`, row: i, column: 'cover' }]
          : [],
      ),
  }),
  /** Each service is covered on the transfer date, with no gap between periods. Slipway default. */
  indemnityHasNoGap: check({
    params: z.strictObject({ transfer: z.string() }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const transfer = asDay(answer(p.transfer));
      const services = new Map<string, { row: Row; i: number }[]>();
      asRows(value).forEach((row, i) => {
        const name = (asText(row.service) ?? '').trim().toLowerCase();
        services.set(name, [...(services.get(name) ?? []), { row, i }]);
      });
      return [...services.values()].flatMap((periods) => gapsIn(periods, transfer));
    },
  }),
  /** Employers' liability cover is there, large enough, and in force on the transfer date. Source: GOV.UK, Employers' liability insurance. */
  employersLiability: check({
    params: z.strictObject({ transfer: z.string(), pence: z.number() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const rows = asRows(value);
      const i = rows.findIndex((row) => row.row === 'employer');
      const row = rows[i];
      if (!row) return [];
      if (row.needed === 'no') return [{ message: "The law says every employer must have employers' liability insurance. Select yes", row: i, column: 'needed' }];
      const amount = asNumber(row.cover);
      const from = asDay(row.from);
      const transfer = asDay(answer(p.transfer));
      return [
        ...(amount !== undefined && amount < p.pence ? [{ message: `Employers' liability cover must be ${pounds(p.pence)} or more`, row: i, column: 'cover' }] : []),
        ...(from && transfer && from > transfer ? [{ message: `Employers' liability cover must start on or before the transfer, ${dayInWords(transfer)}`, row: i, column: 'from' }] : []),
      ];
    },
  }),
  /** Which of the 6 tests of the Social Enterprise Mark are not met, and whether the answers agree. Source: Social Enterprise Mark criteria as published in 2010. */
  markTests: check({
    params: z.strictObject({}),
    severity: 'note',
    run: ({ value, answer, question }) => {
      const rows = asRows(value);
      const short = rows.filter((row) => row.met === 'no' || (row.met === 'pledged' && row.row !== 'traded-income'));
      const clash = rows.findIndex((row) => row.row === 'assets' && row.met === 'yes' && answer('gov.asset_lock') === 'none');
      return [
        ...(short.length ? [{ message: `Work on these before you apply for the Mark: ${short.map((row) => rowTitle(question, row).toLowerCase()).join('; ')}` }] : []),
        ...(clash >= 0 ? [{ message: 'You said there is no asset lock. Check the test about assets', row: clash, column: 'met' }] : []),
      ];
    },
  }),
};

function gapsIn(periods: { row: Row; i: number }[], transfer: string | undefined) {
  const sorted = periods
    .map(({ row, i }) => ({ i, name: asText(row.service) ?? 'This service', from: asDay(row.from), to: asDay(row.to) ?? '9999-12-31' }))
    .filter((period): period is typeof period & { from: string } => period.from !== undefined)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  if (sorted.length === 0) return [];
  const open = transfer && !sorted.some((period) => period.from <= transfer && transfer <= period.to) ? transfer : undefined;
  const gap = sorted.slice(1).find((next, n) => sorted[n]!.to !== '9999-12-31' && next.from > addDays(sorted[n]!.to, 1));
  return [
    ...(open ? [{ message: `${sorted[0]!.name} has no cover on the transfer date, ${dayInWords(open)}. Change the dates of the cover`, row: sorted[0]!.i, column: 'from' }] : []),
    ...(gap ? [{ message: `${gap.name} has a gap in cover before ${dayInWords(gap.from)}. Close the gap`, row: gap.i, column: 'from' }] : []),
  ];
}
