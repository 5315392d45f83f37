import type { GroupWritten } from '../../definition.ts';

const psr = (regulation: string) => ({
  title: `Health Care Services (Provider Selection Regime) Regulations 2023, ${regulation}`,
  checkedOn: '2026-11-23',
});
const today = ['public-service-mutual'] as 'public-service-mutual'[];
const standstillRoutes = { question: 'con.route', is: ['direct-award-c', 'most-suitable-provider', 'competitive'] };

export const route = {
  key: 'route',
  title: 'Route to award',
  sections: [
    {
      key: 'award-route',
      title: 'Award route',
      questions: [
        {
          key: 'con.route',
          title: 'How will the {commissioner} award the contract?',
          type: 'choice',
          why: 'The route decides which notices, waiting times and lengths apply.',
          help:
            'The route is for the {commissioner} to choose. Ask the contract lead there before you answer.\n\n' +
            'An award without competition was the weak point of more than one past transfer. Write the reason down as you go.',
          unknown: true,
          options: [
            { key: 'uncontested-rtr', title: 'Award without competition under Right to Request', pathways: ['right-to-request'] },
            { key: 'negotiated', title: 'Award by negotiation', pathways: ['right-to-provide'] },
            { key: 'any-qualified-provider', title: 'Any qualified provider', hint: 'Patients choose between providers who meet the standard', pathways: ['right-to-provide'] },
            { key: 'direct-award-a', title: 'Direct award A', hint: 'Only the existing provider can run the service', pathways: today },
            { key: 'direct-award-b', title: 'Direct award B', hint: 'Patients choose freely and every provider who qualifies gets a contract', pathways: today },
            { key: 'direct-award-c', title: 'Direct award C', hint: 'The contract is ending, the provider did well and little will change', pathways: today },
            { key: 'most-suitable-provider', title: 'Most suitable provider', hint: 'The {commissioner} can name the right provider without a competition', pathways: today },
            { key: 'competitive', title: 'Competition', hint: 'Any provider may bid' },
            { key: 'reserved-s33', title: 'Competition reserved for mutuals, Procurement Act', hint: 'Some council services, 5 years at most', pathways: today },
            { key: 'reserved-reg77', title: 'Competition reserved for mutuals, 2015 regulations', hint: 'Only if it began before 24 February 2025, 3 years at most', pathways: today },
            { key: 'community-right-to-challenge', title: 'Community Right to Challenge', hint: 'Council services only; it leads to a competition', pathways: today },
            { key: 'variation', title: 'Change to a contract that exists', hint: 'Get legal advice first' },
            { key: 'novation', title: 'Contract moved to the new body (novation)', hint: 'Get legal advice first' },
          ],
          rules: [
            {
              check: 'adviseWhen', severity: 'warn', pathways: today,
              params: {
                is: ['direct-award-a', 'direct-award-c'],
                message: 'This route is for the provider who runs the service now, and the {enterprise} is a new body. Say in your reason why it fits, and get legal advice',
              },
            },
            {
              check: 'adviseWhen', severity: 'warn',
              params: { is: ['variation', 'novation'], message: 'Changing or moving a contract is allowed only in some cases. Get legal advice and add it to the documents' },
            },
            {
              check: 'adviseWhen', severity: 'warn', pathways: today,
              params: {
                is: ['reserved-s33', 'reserved-reg77'],
                message: 'Reserved competitions are for some council services. Check with a lawyer that this service is on the list',
              },
            },
          ],
          source: psr('regulations 6 to 11'),
        },
        {
          key: 'con.route_rationale',
          from: 'bc.award_reason',
          title: 'Why is this the right route?',
          type: 'longText',
          words: 300,
          why: 'If someone challenges the award, this record is the first thing they will ask for.',
          hint: 'Say which other routes were considered and why they were left out',
          example:
            'The integrated care board looked at all 5 routes. Direct awards A and C do not fit, because Harbour Lane Therapies is a new body. ' +
            'There is one other community therapy provider within 20 miles and it told us in May it could not take on 42 staff. ' +
            'The board chose most suitable provider on 4 September after scoring us on the 5 criteria.',
        },
        {
          key: 'con.route_decider', title: 'Who decided the route?', type: 'text', words: 30,
          hint: 'Name the person or committee and their job',
        },
        {
          key: 'con.route_date', title: 'When did they decide?', type: 'date', unknown: true,
          rules: [
            {
              check: 'routeInForce', pathways: today,
              params: {
                routes: [
                  { key: 'direct-award-a', title: 'Direct award A', from: '2024-01-01' },
                  { key: 'direct-award-b', title: 'Direct award B', from: '2024-01-01' },
                  { key: 'direct-award-c', title: 'Direct award C', from: '2024-01-01' },
                  { key: 'most-suitable-provider', title: 'Most suitable provider', from: '2024-01-01' },
                  { key: 'reserved-s33', title: 'A competition reserved under the Procurement Act', from: '2025-02-24' },
                  { key: 'reserved-reg77', title: 'A competition reserved under the 2015 regulations', until: '2025-02-23' },
                ],
              },
            },
          ],
        },
      ],
    },
    {
      key: 'provider-scores',
      title: 'Selection criteria',
      pathways: today,
      when: standstillRoutes,
      questions: [
        {
          key: 'con.psr_scores',
          title: 'How did the {commissioner} weigh and score the 5 criteria?',
          type: 'table',
          why: 'The Provider Selection Regime (PSR, the rules for buying NHS health care) names 5 criteria to weigh.',
          unknown: true,
          fixedRows: [
            { key: 'quality', title: 'Quality and innovation' },
            { key: 'value', title: 'Value' },
            { key: 'integration', title: 'Integration, collaboration and sustainability' },
            { key: 'access', title: 'Access, inequalities and choice' },
            { key: 'social-value', title: 'Social value' },
          ],
          columns: [
            { key: 'weight', title: 'Weight', type: 'percent', total: true },
            { key: 'score', title: 'Score', type: 'decimal', min: 0, optional: true },
            { key: 'reason', title: 'Reason', type: 'text', words: 60, optional: true },
          ],
          rules: [
            { check: 'columnAddsUpTo', params: { column: 'weight', label: 'Weights', total: 100 } },
            { check: 'rowAtLeast', params: { row: 'social-value', column: 'weight', least: 10, label: 'Social value', unit: '%', because: 'since April 2022 NHS buyers are expected to give it 10% or more. Check whether that applies here' } },
          ],
          source: psr('regulation 5'),
        },
      ],
    },
    {
      key: 'award-notices',
      title: 'Award notices',
      pathways: today,
      questions: [
        {
          key: 'con.notices',
          title: 'Which notices has the {commissioner} published?',
          type: 'table',
          row: 'notice',
          why: 'The date of the intention notice starts the standstill, the pause in which other providers can challenge.',
          unknown: true,
          notApplicable: true,
          columns: [
            {
              key: 'type', title: 'Notice', type: 'choice',
              options: [
                { key: 'intention-to-use-msp', title: 'Intention to use the most suitable provider process' },
                { key: 'tender', title: 'Invitation to bid' },
                { key: 'intention-to-award', title: 'Intention to award' },
                { key: 'award', title: 'Contract awarded' },
                { key: 'modification', title: 'Contract changed' },
                { key: 'other', title: 'Another notice' },
              ],
            },
            { key: 'ref', title: 'Reference', type: 'text', words: 10 },
            { key: 'published', title: 'Published on', type: 'date' },
          ],
          rules: [{ check: 'noticesForRoute' }, { check: 'awardNoticeInTime', params: { days: 30 } }],
          source: psr('regulations 9 to 12'),
        },
        {
          key: 'con.standstill_end', title: 'Last day to challenge', type: 'computed',
          why: 'Other providers can write to the {commissioner} until midnight at the end of this day.',
          computed: { name: 'standstillDeadline' },
          source: psr('regulation 12'),
        },
      ],
    },
    {
      key: 'challenge',
      title: 'Challenges to the award',
      pathways: today,
      when: standstillRoutes,
      questions: [
        {
          key: 'con.representations', title: 'Has another provider challenged the award?', type: 'yesNo', unknown: true,
          why: 'A written challenge keeps the standstill open until someone at the {commissioner} has looked at the decision again.',
        },
        {
          key: 'con.further_decision', title: 'When did the {commissioner} tell providers the result?', type: 'date', unknown: true,
          when: { question: 'con.representations', is: ['yes'] },
        },
        {
          key: 'con.earliest_signing', title: 'First day you can sign', type: 'computed',
          computed: { name: 'earliestSigning' },
          source: psr('regulation 12'),
        },
      ],
    },
    {
      key: 'signing',
      title: 'Signing the contract',
      questions: [
        {
          key: 'con.signing_date', title: 'When will both sides sign the contract?', type: 'date', unknown: true,
          rules: [{ check: 'signedAfterStandstill', pathways: today }],
        },
        {
          key: 'con.award_notice_by', title: 'Publish the award notice by', type: 'computed', pathways: today,
          computed: { name: 'awardNoticeDue', params: { days: 30 } },
          source: { title: 'NHS England, Provider Selection Regime: statutory guidance', checkedOn: '2026-11-23' },
        },
        {
          key: 'con.cash_check', title: 'When was the {enterprise}\'s cash last checked?', type: 'date', unknown: true,
          why: 'A signed contract does not show that a provider is safe. Check the next 13 weeks of cash just before you sign.',
          help: 'In 2009 a prison health provider signed a new 3-year contract in July and was in liquidation by late September.',
          rules: [{ check: 'dateInPast', params: { label: 'Date of the cash check' } }, { check: 'cashCheckedAtSigning', params: { days: 30 } }],
          source: { title: 'Slipway default', assumed: true },
        },
      ],
    },
  ],
} satisfies GroupWritten;
