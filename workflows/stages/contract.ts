import type { StageWritten } from '../definition.ts';
import { fairness } from './contract/fairness.ts';
import { money } from './contract/money.ts';
import { quality } from './contract/quality.ts';
import { route } from './contract/route.ts';
import { terms } from './contract/terms.ts';

const today = ['public-service-mutual'] as 'public-service-mutual'[];
const standstillRoutes = { question: 'con.route', is: ['direct-award-c', 'most-suitable-provider', 'competitive'] };

const routeAndLength = {
  key: 'route-and-length', title: 'The route and the length are lawful', blocking: true as const,
  looksFor: 'The reason for the route would stand up to a challenge, and the contract is no longer than the route allows.',
  evidenceIn: ['award-route', 'contract-length', 'breaks-and-notice'],
};

/** The contract, and what of the promises is in it. */
export const contract = {
  key: 'contract',
  title: 'Contract and benefits',
  noun: 'contract',
  purpose:
    'A promise that is not in the contract is easy to lose. The people who decide will look for every promised benefit, a lawful route and length, and a price that works.',
  sources: [
    { title: 'National Audit Office, Establishing social enterprises under the Transforming Community Services programme, HC 1088, 2011', checkedOn: '2026-11-23' },
    { title: 'Health Care Services (Provider Selection Regime) Regulations 2023', checkedOn: '2026-11-23' },
    { title: 'NHS England, Provider Selection Regime: statutory guidance, April 2025', checkedOn: '2026-11-23' },
    { title: 'Procurement Act 2023, section 33', checkedOn: '2026-11-23' },
    { title: 'Public Contracts Regulations 2015, regulation 77', checkedOn: '2026-11-23' },
    { title: 'NHS Standard Contract 2021/22, Particulars', checkedOn: '2026-11-23' },
    { title: 'Slipway default', assumed: true },
  ],
  groups: [route, terms, money, quality, fairness],
  evidence: [
    { key: 'contract-draft', title: 'Draft contract', minimum: 1, hint: 'With the particulars filled in as far as they are known' },
    { key: 'service-spec', title: 'Service specifications', minimum: 1, hint: 'One for each service' },
    { key: 'kpi-schedule', title: 'Measures schedule', minimum: 1, hint: 'The measures as they stand in the contract' },
    { key: 'procurement-rationale', title: 'Record of the award route', minimum: 1, hint: 'The paper in which the route was chosen and why' },
    { key: 'psr-notice', title: 'Published award notices', minimum: 1, pathways: today, when: standstillRoutes },
    { key: 'cashflow', title: 'Cash flow with these payment terms', minimum: 0 },
    { key: 'legal-opinion-team', title: 'Legal opinion for the team', minimum: 0, hint: 'Needed before the start; add it here if you have it' },
    { key: 'legal-opinion-commissioner', title: 'Legal opinion for the {commissioner}', minimum: 0, hint: 'Needed before the start; add it here if you have it' },
    { key: 'contract-signed', title: 'Signed contract', minimum: 0, hint: 'Add it once both sides have signed' },
    { key: 'board-minute', title: 'Minute of the decision', minimum: 0 },
  ],
  criteria: [
    {
      key: 'promises-traced', title: 'Every promise is in the contract or explained', blocking: true,
      looksFor: 'Each promised benefit is in the contract with a clause, or is left out with a reason you accept.',
      evidenceIn: ['benefits-in-contract'],
    },
    {
      key: 'benefits-measurable', title: 'The benefits can be measured',
      looksFor: 'Each benefit in the contract has a starting figure, a target, a date, a definition and a source of data. Each is specific and within reach.',
      evidenceIn: ['benefits-in-contract', 'contract-measures'],
    },
    {
      key: 'savings-stated', title: 'Savings are stated or explained',
      looksFor: 'The contract says what is saved each year and who keeps it, or there is a clear reason why it does not.',
      evidenceIn: ['savings'],
    },
    {
      key: 'reporting-fits', title: 'Reporting fits the size of the contract',
      looksFor: 'There are few enough measures to use, and the time they take makes sense for a provider of this size.',
      evidenceIn: ['reporting', 'contract-measures'],
    },
    {
      key: 'liabilities-mapped', title: 'Every liability has a holder',
      looksFor: 'For each liability you can see who holds it, what it could cost, what would set it off and what covers it.',
      evidenceIn: ['liability-map', 'guarantees', 'heads-of-terms'],
    },
    { ...routeAndLength, pathways: ['right-to-request', 'right-to-provide'] },
    { ...routeAndLength, pathways: today, evidenceIn: [...routeAndLength.evidenceIn, 'provider-scores', 'award-notices'] },
    {
      key: 'clinicians-agree', title: 'Clinicians agree the specification',
      looksFor: 'A named clinician agreed the specification, and it matches how care will be given.',
      evidenceIn: ['specifications'],
    },
    {
      key: 'cash-stays-positive', title: 'Price and payment keep cash above zero',
      looksFor: 'The price covers the cost, no price is open, and cash stays above zero in every month with these payment terms.',
      evidenceIn: ['contract-value', 'payment-terms', 'price-realism', 'signing'],
    },
    {
      key: 'standstill-over', title: 'The standstill is over', pathways: today,
      looksFor: 'The last day to challenge has passed, any challenge has been answered, and the signing date comes after both.',
      evidenceIn: ['award-notices', 'challenge', 'signing'],
    },
  ],
} satisfies StageWritten;
