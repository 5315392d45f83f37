import type { StageWritten } from '../definition.ts';
import { cash } from './business-case/cash.ts';
import { commercial } from './business-case/commercial.ts';
import { costs } from './business-case/costs.ts';
import { dueDiligence } from './business-case/due-diligence.ts';
import { income } from './business-case/income.ts';
import { investment } from './business-case/investment.ts';
import { slipwayDefault } from './business-case/lines.ts';
import { options } from './business-case/options.ts';
import { peoplePlaces } from './business-case/people-places.ts';
import { ratios } from './business-case/ratios.ts';
import { riskBenefits } from './business-case/risk-benefits.ts';
import { service } from './business-case/service.ts';
import { strategy } from './business-case/strategy.ts';
import { stress } from './business-case/stress.ts';

/** The business case, also called the integrated business plan: five cases in one, with a five-year model. */
export const businessCase = {
  key: 'business-case',
  title: 'Business case',
  noun: 'business case',
  purpose:
    'Shows that patients gain, that the {enterprise} can pay its way for 5 years, and that this is better than the other options. The {approverBody} decides it.',
  sources: [
    { title: 'HM Treasury, Guide to developing the project business case', checkedOn: '2026-11-23' },
    { title: 'HM Treasury, The Green Book', checkedOn: '2026-11-23' },
    { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011', checkedOn: '2026-11-23' },
    { title: 'The Health Care Services (Provider Selection Regime) Regulations 2023', checkedOn: '2026-11-23' },
    slipwayDefault,
  ],
  groups: [strategy, options, service, commercial, income, costs, investment, cash, stress, ratios, peoplePlaces, dueDiligence, riskBenefits],
  evidence: [
    { key: 'options-appraisal', title: 'Options appraisal', minimum: 1, fullFormOnly: true, hint: 'Best done by someone from outside the team' },
    { key: 'financial-model', title: 'Financial model workbook', minimum: 1, fullFormOnly: true, hint: '5 years, with the first 2 by month' },
    { key: 'cashflow', title: 'Cash flow forecast', minimum: 0 },
    { key: 'vat-opinion', title: 'Signed VAT opinion', minimum: 1, hint: 'From a tax adviser' },
    { key: 'needs-assessment', title: 'Local needs assessment', minimum: 0, fullFormOnly: true },
    { key: 'market-analysis', title: 'Market analysis', minimum: 0, fullFormOnly: true },
    { key: 'user-involvement-report', title: 'Report on how patients and the public were involved', minimum: 1, fullFormOnly: true,
      personalData: true },
    { key: 'staff-engagement-log', title: 'Staff engagement log', minimum: 0, personalData: true },
    { key: 'equality-analysis', title: 'Equality impact assessment', minimum: 1 },
    { key: 'quality-impact-assessment', title: 'Quality impact assessment', minimum: 1, fullFormOnly: true },
    { key: 'due-diligence-finance', title: 'Due diligence report: finance', minimum: 1, fullFormOnly: true },
    { key: 'due-diligence-legal', title: 'Due diligence report: legal', minimum: 1, fullFormOnly: true },
    { key: 'due-diligence-operational', title: 'Due diligence report: operations', minimum: 1, fullFormOnly: true },
    {
      key: 'bank-letter', title: 'Letter from the bank or lender', minimum: 1, fullFormOnly: true,
      when: { question: 'fin.working_capital_status', is: ['offered', 'signed'] },
    },
    { key: 'board-minute', title: 'Board minute accepting open red flags', minimum: 1, fullFormOnly: true,
      when: { question: 'bc.flags_accepted', is: ['yes'] } },
    { key: 'support-letter', title: 'Letters from GPs, the council or landlords', minimum: 0 },
    { key: 'external-review', title: 'Review by someone from outside', minimum: 0, hint: 'A charity, a chamber of commerce or a consultant' },
    { key: 'other', title: 'Another document', minimum: 0 },
  ],
  criteria: [
    {
      key: 'quality', title: 'Care gets better and stays joined up', blocking: true,
      looksFor: 'Quality is higher than if nothing changes, handovers are safe, and someone qualified leads on safety and safeguarding.',
      evidenceIn: ['services', 'safe-care', 'care-pathways', 'service-plans', 'cqc-registration'],
    },
    {
      key: 'efficiency', title: 'Money goes further',
      looksFor: 'Savings beyond what the {parent} would make anyway, with a plan and an owner for each. Prices are realistic.',
      evidenceIn: ['savings', 'overheads', 'if-nothing-changes', 'surplus-checks', 'shape-checks'],
    },
    {
      key: 'sustainability', title: 'It can last', blocking: true,
      looksFor: 'Cash is above £0 in every month of the plan, and a bad year can be recovered from. VAT, pensions and insurance are in the figures.',
      evidenceIn: ['cash-flow', 'lowest-cash', 'main-tests', 'all-tests', 'breaking-point', 'vat', 'pensions', 'insurance', 'day-one',
        'cash-checks', 'payers'],
    },
    {
      key: 'value', title: 'It beats the best alternative',
      looksFor: 'At least 4 options, among them staying as you are and an NHS provider, compared fairly. The extra value is in figures.',
      evidenceIn: ['options-compared', 'if-nothing-changes', 'what-matters', 'five-year-value', 'benefits-by-option', 'losses', 'honest-adjustments'],
    },
    {
      key: 'fit-and-support', title: 'It fits local plans and has support',
      looksFor: 'It meets a local need the {commissioner} wants to meet. Patients, staff, GPs and partners were asked, and opposition is answered.',
      evidenceIn: ['local-need', 'vision-and-reasons', 'views', 'market', 'social-value', 'fairness'],
    },
    {
      key: 'delivery', title: 'A capable team can deliver it',
      looksFor: 'Leaders with the right skills, enough time and money for the change, premises and systems ready, and a plan with dates.',
      evidenceIn: ['people-plan', 'leaders', 'delivery-plan', 'premises', 'it-and-information', 'set-up-costs'],
    },
    {
      key: 'lawful-route', title: 'The award route is lawful', blocking: true,
      looksFor: 'A named route, reasons on record and legal advice. For the {contractRegime}, why it applies here.',
      evidenceIn: ['award-route', 'contract-shape'],
    },
    {
      key: 'risks', title: 'Risks are named, priced and owned',
      looksFor: 'Each risk has someone who bears it and a cost, above all those that stay with the {commissioner}. Open red flags are accepted in minutes, up to a sum.',
      evidenceIn: ['risk-register', 'who-bears-risk', 'due-diligence-checks', 'accepted-flags', 'old-liabilities', 'guarantees'],
    },
    {
      key: 'benefits', title: 'Benefits can be measured', blocking: true,
      looksFor: 'Every promised benefit has a measure, a starting figure with its date and source, and a target with its date.',
      evidenceIn: ['benefits-register', 'spending-objectives'],
    },
  ],
} satisfies StageWritten;
