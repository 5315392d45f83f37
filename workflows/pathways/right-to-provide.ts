import type { PathwayWritten } from '../definition.ts';
import { slipwayDefault, stagesOfPathway } from './sign-off.ts';

export const rightToProvide = {
  key: 'right-to-provide',
  version: 4,
  title: 'Right to Provide',
  summary:
    'From 2011, people working in NHS and care services could propose a staff-led enterprise to the board of their NHS trust. It is ' +
    'kept here for past cases and for training.',
  status: 'historic',
  // Boards were to consider the first round of proposals by 31 December 2011.
  from: '2011-03-30',
  until: '2011-12-31',
  eligibility: [
    'People working in NHS and care services could apply, alone or as a team.',
    'A plan could cover one service, several services or a care pathway.',
    'Staff of an NHS trust had the right to propose. The trust board considered the plan and gave its view.',
    'There was no promise of a contract. The new enterprise had to win or agree one like any other provider.',
  ],
  steps: [
    'Talk with staff and your manager, and check that you are ready.',
    'Send a proposal, called an expression of interest, to the NHS trust board.',
    'Write a business case. The trust board decides, and its decision is then checked.',
    'While you write it, set up the new organisation, plan the move of staff and write the failure plan.',
    'Win or agree a contract with the people who buy the service, with benefits that can be measured.',
    'Move staff and services across, and open.',
    'Show after 3, 6 and 12 months, and then every year, whether the benefits came true.',
  ],
  labels: {
    team: 'team',
    parent: 'NHS trust',
    commissioner: 'primary care trust',
    approver: 'board sponsor',
    approverBody: 'NHS trust board',
    secondLine: 'independent assurer',
    enterprise: 'social enterprise',
    contractRegime: 'contract won or agreed like any other',
    support: 'Department of Health social enterprise team',
  },
  stages: stagesOfPathway({
    readiness: 'none',
    proposal: 'told',
    'business-case': 'assures',
    governance: 'none',
    workforce: 'none',
    contract: 'told',
    'failure-plan': 'none',
    transfer: 'told',
    review: 'told',
  }),
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: slipwayDefault },
  reviews: { months: [3, 6, 12], every: 12, source: slipwayDefault },
  sources: [
    { title: 'Department of Health, Right to Provide: what it means for host organisations, 2011', checkedOn: '2026-11-23' },
    { title: 'Department of Health, Making Quality Your Business: expression of interest guidance and template, July 2011', checkedOn: '2026-11-23' },
    { title: 'House of Commons written statement on Right to Provide, 30 March 2011', checkedOn: '2026-11-23' },
    slipwayDefault,
  ],
} satisfies PathwayWritten;
