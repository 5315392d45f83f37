import { z } from 'zod';
import { addDays, dayInWords } from '../dates.ts';
import { formTitle, GUIDE_QUESTIONS, LEGAL_FORMS, rankLegalForms } from '../legal-forms.ts';
import { asDay } from './as-day.ts';
import { asKeys, asNumber, asText, check, type Check } from './check.ts';

const none = z.strictObject({});
const isCic = (form: string | undefined) => form === 'cic-guarantee' || form === 'cic-shares';
/** Forms with no lock set by law: the law gives one to CICs and offers one to community benefit societies. */
const NO_LEGAL_LOCK = ['coop', 'clg', 'cls', 'llp'];
const NO_DIVIDENDS = ['cic-guarantee', 'cbs', 'cio', 'clg-charity'];
const lower = (key: string) => formTitle(key).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

export const legalFormChecks: Record<string, Check> = {
  /** The chosen form is one of the first `top` of the guide's ranking. Slipway default. */
  legalFormRanked: check({
    params: z.strictObject({ top: z.int().positive().default(2), leastAnswers: z.int().default(6) }),
    severity: 'warn',
    run: ({ value, answer }, p) => {
      const form = asText(value);
      const { answered, ranked } = rankLegalForms(answer);
      const first = ranked.slice(0, p.top);
      if (!form || answered < p.leastAnswers || first.some((entry) => entry.form === form)) return [];
      const best = first.map((entry) => lower(entry.form)).join(' and ');
      return [{ message: `Our guide puts ${best || 'other forms'} first. Say why you chose another form, and record it in your minutes` }];
    },
  }),
  /** Says how many guide questions are still open when a form is chosen. Slipway default. */
  guideAnswered: check({
    params: none,
    severity: 'note',
    run: ({ answer }) => {
      const { answered } = rankLegalForms(answer);
      return answered < GUIDE_QUESTIONS.length ? [{ message: `You have answered ${answered} of ${GUIDE_QUESTIONS.length} guide questions. Answer the rest for a fuller ranking` }] : [];
    },
  }),
  /** A partnership has a written opinion on value added tax. Source: National Audit Office, UnitingCare Partnership, 2016; the hard stop is a Slipway default. */
  partnershipHasVatOpinion: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) =>
      value === 'llp' && answer('gov.vat_opinion') !== 'yes'
        ? [{ message: 'A partnership needs a written opinion on value added tax first. Get one and answer yes in "Timing and partners", or select another form' }]
        : [],
  }),
  /** There is time to register the form before the transfer. Weeks are Slipway defaults. */
  formReadyInTime: check({
    params: z.strictObject({ transfer: z.string() }),
    severity: 'warn',
    run: ({ value, answer, today }, p) => {
      const weeks = LEGAL_FORMS.find((form) => form.key === value)?.weeks;
      const transfer = asDay(answer(p.transfer));
      if (!weeks || !transfer || asText(answer('gov.company_no'))) return [];
      const ready = addDays(today, weeks * 7);
      return ready > transfer
        ? [{ message: `We suggest ${weeks} weeks to register this form, up to ${dayInWords(ready)}. Your transfer is planned for ${dayInWords(transfer)}. Apply now or choose a later date` }]
        : [];
    },
  }),
  /** The name of a CIC says that it is one. Source: CIC Regulator guidance on forms; the pattern is a Slipway default. */
  cicNameEnding: check({
    params: none,
    severity: 'warn',
    run: ({ value, answer }) => {
      const name = asText(value)?.trim();
      return name && isCic(asText(answer('gov.legal_form'))) && !/( C\.?I\.?C\.?| Community Interest Company)$/i.test(name)
        ? [{ message: 'The name of a CIC ends in "CIC" or "community interest company". Add the ending, or check the name with Companies House' }]
        : [];
    },
  }),
  /** A CIC serves more people than its own staff or members. Source: CIC Regulator guidance, community interest test. */
  communityInterest: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) => {
      const who = asKeys(value);
      const inward = who.length > 0 && who.every((key) => key === 'staff' || key === 'members');
      return inward && isCic(asText(answer('gov.legal_form')))
        ? [{ message: 'A CIC that serves only its own staff or members fails the community interest test. Add who else gains, or select another form' }]
        : [];
    },
  }),
  /** Says so when only staff or members gain, whatever the form. Source: CIC Regulator guidance. */
  onlyStaffGain: check({
    params: none,
    severity: 'warn',
    run: ({ value, answer }) => {
      const who = asKeys(value);
      const inward = who.length > 0 && who.every((key) => key === 'staff' || key === 'members');
      return inward && !isCic(asText(answer('gov.legal_form')))
        ? [{ message: 'Say how patients or the community gain too. The people who decide look for more than a gain for staff' }]
        : [];
    },
  }),
  /** The lock named is one the form can have. Source: Burges Salmon guide to CICs; Community Shares Handbook. */
  assetLockFitsForm: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) => {
      const form = asText(answer('gov.legal_form'));
      if (!form) return [];
      if (isCic(form) && value !== 'statutory') return [{ message: 'The law gives every CIC an asset lock. Select "Set by law", or select another legal form' }];
      if (NO_LEGAL_LOCK.includes(form) && value === 'statutory') return [{ message: `No law locks the assets of a ${lower(form)}. Select "In our own articles or rules" or "None", or select another legal form` }];
      return value === 'charity-law' && !['cio', 'clg-charity', 'cbs'].includes(form)
        ? [{ message: `A ${lower(form)} is not a charity. Select another kind of asset lock, or select another legal form` }]
        : [];
    },
  }),
  /** No lock at all is allowed, but somebody will ask. Slipway default. */
  assetLockThere: check({
    params: none,
    severity: 'warn',
    run: ({ value }) => (value === 'none' ? [{ message: 'Say how you will keep what you own in public benefit. The people who decide look for an asset lock' }] : []),
  }),
  /** Where there is a lock, the body that would get the assets is named. Slipway default. */
  lockBodyNamed: check({
    params: none,
    severity: 'warn',
    run: ({ value, answer }) =>
      value !== 'none' && !asText(answer('gov.lock_body')) ? [{ message: 'Name the body that would get what is left if you close. The failure plan needs it too' }] : [],
  }),
  /** Dividends only where the form may pay them, and never without a cap from a CIC. Source: CIC Regulations 2005; HMRC manual CTM40507 on societies. */
  dividendsFitForm: check({
    params: none,
    severity: 'block',
    run: ({ value, answer }) => {
      const form = asText(answer('gov.legal_form'));
      if (!form || value === 'none') return [];
      if (NO_DIVIDENDS.includes(form)) return [{ message: `A ${lower(form)} pays no dividends. Select "No dividends", or select another legal form` }];
      return form === 'cic-shares' && value === 'uncapped' ? [{ message: 'The law caps the dividends of a CIC. Select "Dividends with a cap"' }] : [];
    },
  }),
  /** A CIC's dividend cap is not above `max` percent of distributable profits. Source: CIC Regulations 2005. */
  dividendUnderCap: check({
    params: z.strictObject({ max: z.number() }),
    severity: 'block',
    run: ({ value, answer }, p) => {
      const cap = asNumber(value);
      return cap !== undefined && cap > p.max && isCic(asText(answer('gov.legal_form')))
        ? [{ message: `The dividend cap of a CIC must be ${p.max}% or less of distributable profits` }]
        : [];
    },
  }),
};
