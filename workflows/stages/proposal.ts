import type { StageWritten } from '../definition.ts';
import { backing } from './proposal/backing.ts';
import { delivery } from './proposal/delivery.ts';
import { service } from './proposal/service.ts';
import { team } from './proposal/team.ts';

export const proposal = {
  key: 'proposal',
  title: 'Proposal',
  noun: 'proposal',
  purpose:
    'The {approver} looks for a clear gain for patients, plausible numbers and support. ' +
    'Yes means you may spend time and money on a business case. It does not promise a contract.',
  sources: [
    { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011', checkedOn: '2026-11-23' },
    { title: 'Department of Health, Right to Provide: what it means for host organisations, 2011', checkedOn: '2026-11-23' },
    { title: 'Department for Digital, Culture, Media and Sport, Mutuals Interim Support Fund form, 2017', checkedOn: '2026-11-23' },
    { title: 'National Health Service Act 2006, sections 242 and 244', checkedOn: '2026-11-23' },
    { title: 'Slipway default', assumed: true },
  ],
  groups: [team, service, backing, delivery],
  evidence: [
    { key: 'budget-extract', title: 'Extract of the service budget', minimum: 1, hint: 'One year, with overheads' },
    { key: 'staff-list-summary', title: 'Summary of the staff list', minimum: 1, hint: 'Numbers by role and band, no names', personalData: true },
    { key: 'sponsor-letter', title: 'Letter from the sponsor', minimum: 1, hint: 'Signed by the senior sponsor' },
    { key: 'staff-meeting-note', title: 'Note of a staff meeting', minimum: 1, hint: 'What was said and asked, no names', personalData: true },
    { key: 'performance-snapshot', title: 'Activity and performance figures', minimum: 1, hint: 'The last 12 months' },
  ],
  criteria: [
    {
      key: 'eligible', title: 'The people and the service may apply',
      looksFor: 'The people who propose this work in the service, and this pathway is open to it.',
      evidenceIn: ['title-and-route', 'lead-and-sponsor'],
    },
    {
      key: 'clear-benefit', title: 'Patients gain, and it can be measured',
      looksFor: 'At least one benefit for patients has a measure, a starting figure, a target and a date.',
      evidenceIn: ['plan', 'promised-benefits', 'population'],
    },
    {
      key: 'plausible-numbers', title: 'The numbers are plausible',
      looksFor: 'Staff, budget and payers agree with each other and with the budget extract. Overheads are in.',
      evidenceIn: ['staff-in-scope', 'current-budget', 'who-pays'],
    },
    {
      key: 'options-considered', title: 'Other options were looked at honestly',
      looksFor: 'Staying as now, joining an NHS trust and another provider each have points for and against.',
      evidenceIn: ['options-considered'],
    },
    {
      key: 'host-aims', title: 'It meets the aims of Right to Provide', pathways: ['right-to-provide'],
      looksFor: 'A wider range of providers, better quality and efficiency, and more choice for patients.',
      evidenceIn: ['plan', 'commissioner-fit'],
    },
    {
      key: 'staff-and-unions-aware', title: 'Staff and unions know',
      looksFor: 'Most staff in scope have been told, unions have been told, and views are reported fairly.',
      evidenceIn: ['staff-support', 'unions'],
    },
    {
      key: 'patients-involved', title: 'Patients and the public are being involved',
      looksFor: 'People who use the service have been heard, and someone has decided what the duty to involve calls for.',
      evidenceIn: ['user-involvement', 'involvement-assessment'],
    },
    {
      key: 'no-legal-stop', title: 'Nothing legal stands in the way',
      looksFor: 'No plain bar in law or in buying rules. Interests are declared and handled.',
      evidenceIn: ['commissioner-fit', 'interests', 'two-roles'],
    },
    {
      key: 'sponsor-committed', title: 'The sponsor is committed',
      looksFor: 'A named chief executive or director has written that they support the work.',
      evidenceIn: ['lead-and-sponsor', 'target-dates'],
    },
  ],
} satisfies StageWritten;
