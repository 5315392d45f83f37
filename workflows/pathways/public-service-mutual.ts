import type { PathwayWritten } from '../definition.ts';
import { slipwayDefault, stagesOfPathway } from './sign-off.ts';

export const publicServiceMutual = {
  key: 'public-service-mutual',
  version: 4,
  title: 'Public service mutual',
  summary:
    'The pathway today. A team leaves its NHS trust, council or other public body, still gives public services, and staff have a real ' +
    'say in how it is run.',
  status: 'live',
  // The day the Provider Selection Regime came into force.
  from: '2024-01-01',
  eligibility: [
    'Any team that gives a public service may ask, together with the public body that employs it.',
    'The new organisation leaves the public sector, still delivers public services, and gives staff real control.',
    'No law gives NHS staff a right to a decision. The board of the parent organisation chooses whether to support the plan.',
    'There is no promise of a contract. NHS health care is bought under the Provider Selection Regime.',
    'A mutual is not a legal form. You choose the form in the governance stage.',
  ],
  steps: [
    'Talk with staff and your manager, and check that you are ready.',
    'Send a proposal to the board of the parent organisation.',
    'Write a business case. The board decides, and that decision is then checked.',
    'While you write it, set up the new organisation, plan the move of staff and write the failure plan.',
    'Get a contract from an integrated care board, a council or NHS England, with benefits that can be measured.',
    'Move staff and services across, and open.',
    'Show after 3, 6 and 12 months, and then every year, whether the benefits came true.',
  ],
  labels: {
    team: 'team',
    parent: 'parent organisation',
    commissioner: 'commissioner',
    approver: 'board sponsor',
    approverBody: 'parent board',
    secondLine: 'NHS England regional team',
    enterprise: 'mutual',
    contractRegime: 'Provider Selection Regime',
    support: 'support unit',
  },
  stages: stagesOfPathway({
    readiness: 'none',
    proposal: 'told',
    'business-case': 'assures',
    governance: 'none',
    workforce: 'none',
    contract: 'told',
    // The regional team has a part when services are designated as commissioner requested.
    'failure-plan': 'told',
    transfer: 'told',
    review: 'told',
  }),
  smallTeam: { maxStaff: 25, maxBudgetPence: 100_000_000, source: slipwayDefault },
  reviews: { months: [3, 6, 12], every: 12, source: slipwayDefault },
  sources: [
    { title: 'GOV.UK, Start a public service mutual: the process', checkedOn: '2026-11-23' },
    { title: 'GOV.UK, Introduction to public service mutuals', checkedOn: '2026-11-23' },
    { title: 'NHS England, The Provider Selection Regime: statutory guidance, April 2025', checkedOn: '2026-11-23' },
    { title: 'Procurement Act 2023, section 33', checkedOn: '2026-11-23' },
    { title: 'NHS England, Guidance for trusts considering setting up or dissolving a subsidiary', checkedOn: '2026-11-23' },
    slipwayDefault,
  ],
} satisfies PathwayWritten;
