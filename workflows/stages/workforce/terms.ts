import type { GroupWritten } from '../../definition.ts';
import { contractPensions, newFairDeal, newLaw, nhsEmployers, partnershipForum, slipwayDefault, tupe } from './sources.ts';

const now = ['public-service-mutual'] as 'public-service-mutual'[];
const then = ['right-to-request', 'right-to-provide'] as ('right-to-request' | 'right-to-provide')[];
const notIn = { key: 'none', title: 'None yet' };

const groupColumns = (routes: { key: string; title: string; hint?: string }[]) => [
  { key: 'group', title: 'Staff group', type: 'text' as const, words: 10 },
  { key: 'members', title: 'Members', type: 'whole' as const, min: 0, total: true as const },
  { key: 'half-time', title: 'Over half their time on the service', type: 'yesNo' as const },
  { key: 'route', title: 'Way to stay in', type: 'choice' as const, options: [...routes, notIn] },
];
const routeRules = [
  { check: 'pensionRouteForAll', params: { staff: 'hr.staff_table', routes: 'hr.pension_routes' }, severity: 'warn' as const },
  { check: 'pensionMembersAgree', params: { staff: 'hr.staff_table' } },
  { check: 'pensionHalfTime' },
];
const routes = {
  key: 'hr.pension_routes', title: 'Which way does each group stay in the NHS Pension Scheme?', type: 'table' as const, row: 'group', minRows: 1, unknown: true as const,
  notApplicable: true as const, why: 'Nobody can be forgotten: a break in membership cannot be put right later.', rules: routeRules,
};

/** Pensions, pay agreements, later recruits and union recognition. */
export const terms = {
  key: 'terms',
  title: 'Pensions and terms',
  sections: [
    {
      key: 'pension-route',
      title: 'Pension route',
      pathways: now,
      intro:
        'Since 7 October 2013 staff who must transfer stay in the NHS Pension Scheme. This policy is called New Fair Deal. It ' +
        'protects people while they spend more than half their time on the service.',
      questions: [
        {
          key: 'hr.pension', title: 'How will staff who move stay in the NHS Pension Scheme?', type: 'choice', unknown: true,
          why: 'Pensions are often the first thing staff ask about.',
          help:
            'A direction or determination is the paper that lets members stay in. Closed means only the staff named. Open means ' +
            'later recruits too. Closed is the usual start, and open must be asked for. ' +
            'An employer with an NHS Standard Contract, or some council and primary care contracts, may join as an independent ' +
            'provider instead. This has been so since 1 April 2014.',
          options: [
            { key: 'new-fair-deal-closed', title: 'New Fair Deal, closed' },
            { key: 'new-fair-deal-open', title: 'New Fair Deal, open' },
            { key: 'independent-provider', title: 'As an independent provider' },
            { key: 'both', title: 'A mix, by group' },
            { key: 'no-members', title: 'Nobody is in the scheme' },
          ],
          source: nhsEmployers,
        },
        {
          ...routes,
          columns: groupColumns([
            { key: 'closed-direction', title: 'Closed direction or determination' },
            { key: 'open-direction', title: 'Open direction or determination' },
            { key: 'independent-provider', title: 'Independent provider' },
          ]),
          source: contractPensions,
        },
      ],
    },
    {
      key: 'pension-direction',
      title: 'Pension route',
      pathways: then,
      intro:
        'In those years a direction let named staff who moved stay in the NHS Pension Scheme. Later recruits were left out, ' +
        'which unions opposed.',
      questions: [
        {
          key: 'hr.pension', title: 'How will staff who move stay in the NHS Pension Scheme?', type: 'choice', unknown: true,
          why: 'Pensions are often the first thing staff ask about.',
          options: [
            { key: 'direction', title: 'By a direction for named staff' },
            { key: 'comparable-scheme', title: 'A scheme that is as good' },
            { key: 'no-members', title: 'Nobody is in the scheme' },
          ],
          source: { title: 'HSJ, South West community interest companies and pensions, 2011', checkedOn: '2026-11-23' },
        },
        { ...routes, columns: groupColumns([{ key: 'direction', title: 'Direction' }]), source: slipwayDefault },
      ],
    },
    {
      key: 'pension-application',
      title: 'Pension application',
      questions: [
        {
          key: 'hr.pension_applied', title: 'When did you apply, or when will you?', type: 'date', unknown: true, notApplicable: true,
          why: 'No published time for an answer was found, so start early. We suggest 26 weeks before the transfer.',
          rules: [{ check: 'pensionAppliedInTime', params: { transfer: 'hr.transfer_date', weeks: 26 } }], source: slipwayDefault,
        },
        {
          key: 'hr.pension_granted', title: 'When was it granted?', type: 'date', optional: true, unknown: true,
          hint: 'Go-live waits for this if anyone is in the scheme',
          rules: [
            { check: 'dateInPast', params: { label: 'The date it was granted' } },
            { check: 'dateAfter', params: { question: 'hr.pension_applied', label: 'The grant', otherLabel: 'the application' } },
          ],
        },
        {
          key: 'hr.pension_reserve', title: 'Could later pay rises or early retirements bring extra pension charges?', type: 'choice', unknown: true,
          why: 'The scheme may bill the employer for these.',
          options: [
            { key: 'planned', title: 'Yes, and there is money set aside' },
            { key: 'not-planned', title: 'Yes, and nothing is set aside' },
            { key: 'no', title: 'No' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['not-planned'], message: 'Add these charges to the risk register and to your downside figures' } }],
          source: newFairDeal, pathways: now,
        },
      ],
    },
    {
      key: 'national-pay',
      title: 'National pay and terms',
      questions: [
        {
          key: 'hr.afc_link', title: 'Will you follow national pay deals after the transfer?', type: 'choice', unknown: true,
          why: 'After a transfer, later national deals do not reach staff by themselves.',
          help:
            'Agenda for Change is the national NHS pay agreement. It stays as it was on the transfer date, unless you choose to ' +
            'follow it. Payers have not always funded later deals outside the NHS, so test this in your business case.',
          options: [
            { key: 'dynamic', title: 'Yes, always' },
            { key: 'static', title: 'No, pay stays as on the transfer date until we change it' },
            { key: 'own', title: 'We decide each year' },
          ],
          source: partnershipForum,
        },
        {
          key: 'hr.continuity', title: 'How will years of NHS service count?', type: 'longText', words: 80, unknown: true,
          why: 'Years of service carry over in law. Staff want to know about returning to the NHS too.',
          example:
            'All years count with us from day one, for redundancy and leave. If someone goes back to the NHS, we give them a record ' +
            'of service to show.',
          source: partnershipForum,
        },
      ],
    },
    {
      key: 'later-recruits',
      title: 'Staff hired later',
      questions: [
        {
          key: 'hr.terms_new_joiners', title: 'Which terms will people hired later get?', type: 'choice', unknown: true,
          why: 'Unions fear two sets of terms for the same work.',
          options: [
            { key: 'same', title: 'The same as staff who moved', hint: 'Agenda for Change' },
            { key: 'local', title: 'Terms of our own' },
            { key: 'other', title: 'Something else' },
          ],
          source: slipwayDefault,
        },
        {
          key: 'hr.two_tier', title: 'How will you keep it fair between staff who moved and staff hired later?', type: 'longText', words: 150, unknown: true,
          why: 'Bank staff and new recruits have lost out in past moves.',
          example:
            'New staff get the same pay, leave and sick pay. They join our own pension, to which we pay 10%. We will ask for open ' +
            'access to the NHS scheme in year 2, and tell staff each year what each scheme costs.',
          source: slipwayDefault,
        },
        {
          key: 'hr.joiner_pension', title: 'Which pension will they get?', type: 'choice', from: 'fin.pension_joiners', unknown: true,
          options: [
            { key: 'nhs', title: 'NHS Pension Scheme' },
            { key: 'other', title: 'Another workplace scheme' },
            { key: 'undecided', title: 'Not decided' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['undecided'], message: 'Decide the pension for new staff, and tell staff and unions' } }],
          source: slipwayDefault,
        },
      ],
    },
    {
      key: 'new-law-on-terms',
      title: 'New law on terms',
      pathways: now,
      intro:
        'The Employment Rights Act 2025 became law on 18 December 2025. It lets ministers make rules on the terms of staff in ' +
        'outsourced public services, both those who moved and those hired later. ' +
        'On 23 November 2026 we found no page that says the rules are in force, or whether NHS awards are covered. Ask your legal adviser.',
      questions: [
        {
          key: 'hr.two_tier_checked', title: 'When did your legal adviser last check these rules?', type: 'date', unknown: true, notApplicable: true,
          rules: [{ check: 'dateInPast', params: { label: 'The date of the check' } }], source: newLaw,
        },
        {
          key: 'hr.two_tier_cost', title: 'What would it cost each year to give later recruits terms that are no worse?', type: 'money', min: 0, unknown: true, notApplicable: true,
          why: 'If the rules apply, this cost is yours.', source: slipwayDefault,
        },
      ],
    },
    {
      key: 'union-recognition',
      title: 'Union recognition',
      questions: [
        {
          key: 'hr.recognition', title: 'Will the {enterprise} recognise the same unions?', type: 'choice', unknown: true,
          why: 'Recognition carries over in law if the group of staff stays a group of its own.',
          options: [
            { key: 'signed', title: 'Yes, the agreement is signed' },
            { key: 'draft', title: 'Yes, the agreement is a draft' },
            { key: 'some', title: 'Some of them' },
            { key: 'none', title: 'No' },
          ],
          rules: [{ check: 'adviseWhen', severity: 'warn', params: { is: ['none', 'some'], message: 'Give the reason, and take legal advice. Recognition may carry over by law' } }],
          source: tupe('regulation 6'),
        },
        { key: 'hr.recognition_reason', title: 'Why not all of them?', type: 'text', words: 60, when: { question: 'hr.recognition', is: ['some', 'none'] } },
      ],
    },
  ],
} satisfies GroupWritten;
