import type { GroupWritten } from '../../definition.ts';

/** Who proposes what, by which route, and who stands behind it. */
export const team = {
  key: 'team',
  title: 'The proposal and the people',
  sections: [
    {
      key: 'title-and-route',
      title: 'Title and route',
      questions: [
        {
          key: 'eoi.title', title: 'What is the proposal called?', type: 'text', words: 12,
          hint: 'Name the service and the place', example: 'Harbour Lane Therapies: community therapy run by its staff',
        },
        {
          key: 'eoi.route', title: 'Route', type: 'computed', pathways: ['right-to-request'],
          computed: { name: 'routeOfPathway', params: { title: 'Right to Request, decided by a primary care trust board' } },
        },
        {
          key: 'eoi.route', title: 'Route', type: 'computed', pathways: ['right-to-provide'],
          computed: { name: 'routeOfPathway', params: { title: 'Right to Provide, decided by an NHS trust board' } },
        },
        {
          key: 'eoi.route', title: 'Who will buy most of your services?', type: 'choice', pathways: ['public-service-mutual'],
          why: 'The rules for awarding a contract differ between NHS and council services.',
          options: [
            { key: 'mutual-icb', title: 'An integrated care board or another NHS body' },
            { key: 'mutual-council', title: 'A council' },
          ],
        },
        {
          key: 'eoi.applicant_type', title: 'Who is making this proposal?', type: 'choice',
          options: [
            { key: 'individual', title: 'One person' },
            { key: 'team', title: 'A team of staff' },
            { key: 'vcs', title: 'A voluntary or community organisation', pathways: ['public-service-mutual'] },
            { key: 'dpulo', title: 'An organisation run by disabled people', pathways: ['public-service-mutual'] },
            { key: 'vcs-consortium', title: 'A group of voluntary organisations bidding together', pathways: ['public-service-mutual'] },
          ],
        },
        {
          key: 'eoi.scope', title: 'What would move?', type: 'choice',
          options: [
            { key: 'single-service', title: 'One service' },
            { key: 'several-services', title: 'Several services' },
            { key: 'care-pathway', title: 'A care pathway', hint: 'Every step of care for one condition or group of people' },
            { key: 'whole-provider-arm', title: 'All the services of a provider arm' },
          ],
        },
      ],
    },
    {
      key: 'lead-and-sponsor',
      title: 'Lead and sponsor',
      questions: [
        {
          key: 'eoi.lead', title: 'Who leads the proposal?', type: 'person', from: 's0.lead',
          why: 'The {approverBody} needs one person to contact.',
        },
        {
          key: 'eoi.deputy', title: 'Who is the deputy?', type: 'person', from: 's0.deputy',
          why: 'Someone must be able to answer when the lead is away.',
        },
        {
          key: 'eoi.sponsor', title: 'Who is the senior sponsor?', type: 'person',
          why: 'A chief executive or director who backs the work shows that it has support at the top.',
          hint: 'A chief executive or a director',
        },
      ],
    },
    {
      key: 'interests',
      title: 'Conflicts of interest',
      intro:
        'Most people who lead a proposal hope to work in the new organisation. That is an interest. It is fine to have one. It must be ' +
        'written down and handled.',
      questions: [
        {
          key: 'eoi.interests_any', title: 'Does anyone working on this have an interest to declare?', type: 'yesNo',
          why: 'Nobody who may become a director, employee or shareholder of the {enterprise} may take part in the decision.',
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['no'], message: 'Check this again. Anyone who may work in the {enterprise}, or sit on its board, has an interest' },
            },
          ],
          source: { title: 'NHS England, Managing conflicts of interest in the NHS', checkedOn: '2026-11-23' },
        },
        {
          key: 'eoi.interests', title: 'What are the interests?', type: 'table', row: 'interest', minRows: 1,
          when: { question: 'eoi.interests_any', is: ['yes'] },
          columns: [
            { key: 'person', title: 'Name', type: 'text', words: 8 },
            {
              key: 'kind', title: 'Kind', type: 'choice',
              options: [
                { key: 'financial', title: 'Financial' },
                { key: 'professional', title: 'Professional, not financial' },
                { key: 'personal', title: 'Personal, not financial' },
                { key: 'indirect', title: 'Indirect', hint: 'Through a relative or close friend' },
              ],
            },
            { key: 'interest', title: 'What the interest is', type: 'text', words: 30 },
            {
              key: 'action', title: 'What will be done', type: 'choice', optional: true,
              options: [
                { key: 'leave-the-room', title: 'Leaves the room when it is decided' },
                { key: 'no-access', title: 'Does not see the papers' },
                { key: 'noted', title: 'Noted, no action needed' },
              ],
            },
            { key: 'declared-on', title: 'Declared on', type: 'date' },
          ],
          rules: [{ check: 'interestsHandled', params: { person: 'person', action: 'action' } }],
          source: { title: 'NHS England, Managing conflicts of interest in the NHS', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'two-roles',
      title: 'Separate roles',
      intro:
        'Leaders often work for the {parent} and plan the {enterprise} at the same time. These steps keep the two apart. They are our ' +
        'suggestions.',
      questions: [
        {
          key: 'eoi.recusals', title: 'What will the lead stay out of?', type: 'choices',
          why: 'People may challenge a decision if the same person sat on both sides.',
          hint: 'Select all that apply',
          options: [
            { key: 'host-approval', title: 'The decision of the {approverBody}' },
            { key: 'specification', title: 'Writing what the {commissioner} wants to buy' },
            { key: 'transfer-price', title: 'Setting the price the {parent} asks' },
          ],
          rules: [
            {
              check: 'includesAll',
              params: {
                keys: ['host-approval', 'specification', 'transfer-price'],
                titles: ['the decision', 'what will be bought', 'the price'],
                message: 'We suggest that the lead stays out of all 3. Say who handles these instead',
              },
            },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
        {
          key: 'eoi.permission', title: 'Do you have written permission to work on this in paid time?', type: 'yesNo',
          hint: 'Keep a log of hours and expenses',
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['no'], message: 'Ask your manager for written permission, and keep a log of hours and expenses' },
              severity: 'warn',
            },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
        {
          key: 'eoi.separate_advisers', title: 'Will the {parent} and the {enterprise} have separate legal advisers?',
          type: 'yesNo', unknown: true,
          why: 'One adviser cannot act for both sides of a deal.',
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['no'], message: 'We suggest separate legal advisers. Say who protects each side if you share one' },
              severity: 'warn',
            },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
        {
          key: 'eoi.price_barrier', title: 'Are people who may join the {enterprise} kept away from other bidders\' prices?',
          type: 'yesNo', unknown: true,
          rules: [
            {
              check: 'adviseWhen',
              params: { is: ['no'], message: 'Agree with the {commissioner} how you will be kept away from other bidders\' prices' },
              severity: 'warn',
            },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
      ],
    },
  ],
} satisfies GroupWritten;
