import type { PathwayWritten } from '../definition.ts';
import { slipwayDefault, stagesOfPathway } from './sign-off.ts';

export const rightToRequest = {
  key: 'right-to-request',
  version: 4,
  title: 'Right to Request',
  summary:
    'From 2008 to 2010, staff of a primary care trust could ask its board to consider their plan for a social enterprise. It is kept ' +
    'here for past cases and for training.',
  status: 'historic',
  // Announced in June 2008 with the Next Stage Review; the last applications were due on 30 September 2010.
  from: '2008-06-30',
  until: '2010-09-30',
  eligibility: [
    'Staff of a primary care trust who gave primary or community care could apply.',
    'A plan could cover one service, several, or everything the trust provided.',
    'Staff had the right to have their case considered by the board. They did not have the right to a yes.',
    'If the board said yes, it supported the plan and gave a first contract of 3 to 5 years without competition.',
  ],
  steps: [
    'Talk with staff and your manager, and check that you are ready.',
    'Send a proposal to the primary care trust board.',
    'Write a business case. The board decides, then people at the strategic health authority check that decision.',
    'While you write it, set up the new organisation, plan the move of staff and write the failure plan.',
    'Agree a first contract with benefits that can be measured.',
    'Move staff and services across, and open.',
    'Show after 3, 6 and 12 months, and then every year, whether the benefits came true.',
  ],
  labels: {
    team: 'team',
    parent: 'primary care trust',
    commissioner: 'primary care trust',
    approver: 'board sponsor',
    approverBody: 'primary care trust board',
    secondLine: 'strategic health authority',
    enterprise: 'social enterprise',
    contractRegime: 'uncontested first contract',
    support: 'Department of Health social enterprise team',
  },
  stages: stagesOfPathway({
    readiness: 'none',
    proposal: 'told',
    'business-case': 'assures',
    governance: 'none',
    workforce: 'none',
    // Told, but from the yearly value in sign-off.ts it assures.
    contract: 'told',
    'failure-plan': 'none',
    transfer: 'assures',
    review: 'told',
  }),
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: slipwayDefault },
  contractMonths: {
    min: 36,
    max: 60,
    source: { title: 'Millar, Hall and Miller, Right to Request social enterprises, Voluntary Sector Studies Network, 2012', checkedOn: '2026-11-23' },
  },
  reviews: { months: [3, 6, 12], every: 12, source: slipwayDefault },
  sources: [
    { title: 'Department of Health, Right to Request, archived page, 2012', checkedOn: '2026-11-23' },
    { title: 'Department of Health, Social enterprise: making a difference, 2008, abstract', checkedOn: '2026-11-23' },
    { title: 'House of Commons written statement on Right to Request, 27 July 2010', checkedOn: '2026-11-23' },
    { title: 'House of Commons written statement on Right to Request, 16 November 2010', checkedOn: '2026-11-23' },
    { title: 'Millar, Hall and Miller, Right to Request social enterprises, Voluntary Sector Studies Network, 2012', checkedOn: '2026-11-23' },
    { title: 'National Audit Office, Establishing social enterprises under the Right to Request Programme, HC 1088, 2011', checkedOn: '2026-11-23' },
    slipwayDefault,
  ],
} satisfies PathwayWritten;
