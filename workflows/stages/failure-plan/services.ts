import type { GroupWritten } from '../../definition.ts';

const assumed = { title: 'Slipway default', assumed: true as const };
const crs = { title: 'NHS England, Commissioner requested services: information for commissioners', checkedOn: '2026-11-23' };
const yes = (key: string, title: string) => ({ key, title, type: 'yesNo' as const });

export const services = {
  key: 'services',
  title: 'Services and owners',
  sections: [
    {
      key: 'plan-owners',
      title: 'Plan owners',
      questions: [
        {
          key: 'cont.owner_commissioner', title: 'Who owns the plan at the {commissioner}?', type: 'person',
          why: 'If a provider fails, the {commissioner} is the last resort for patients. One named person must be ready.',
        },
        {
          key: 'cont.owner_provider', title: 'Who owns the plan at the {enterprise}?', type: 'person',
          rules: [{ check: 'differentPeople', params: { question: 'cont.owner_commissioner', message: 'Name 2 different people. Each side needs its own owner' } }],
        },
        {
          key: 'cont.accountable_signed', title: 'When did the accountable officer at the {commissioner} sign the plan?', type: 'date', unknown: true,
          rules: [{ check: 'dateInPast', params: { label: 'Date the accountable officer signed' } }],
          source: assumed,
        },
      ],
    },
    {
      key: 'who-can-invoke',
      title: 'Who can start it',
      questions: [
        {
          key: 'cont.invokers', title: 'Who can put the plan into action?', type: 'table', row: 'person',
          why: 'Money can run out in days. Someone must be able to act at night or at a weekend.',
          hint: 'Give jobs and a duty number, not home numbers',
          columns: [
            { key: 'job', title: 'Job', type: 'text', words: 10 },
            { key: 'side', title: 'Side', type: 'choice', options: [{ key: 'commissioner', title: 'The {commissioner}' }, { key: 'enterprise', title: 'The {enterprise}' }] },
            { key: 'deputy', title: 'Deputy', type: 'text', words: 10 },
            { key: 'contact', title: '24-hour contact', type: 'text', words: 10 },
            { key: 'power', title: 'What they can decide', type: 'text', words: 30, optional: true },
          ],
        },
      ],
    },
    {
      key: 'essential-services',
      title: 'Essential services',
      intro:
        'A service is protected when it must go on locally even if the provider fails. Today these are called commissioner requested services. The {commissioner} decides.',
      questions: [
        {
          key: 'cont.essential', title: 'Which services must go on whatever happens?', type: 'table', row: 'service', minRows: 1, unknown: true, from: 'bc.services',
          why: 'Only services on this list get a fallback, so check that none is missing.',
          columns: [
            { key: 'name', title: 'Service', type: 'text', words: 12 },
            yes('essential', 'Is it essential?'),
            yes('alone', 'Is there no other provider near enough?'),
            yes('inequality', 'Would its loss widen health inequalities?'),
            yes('dependents', 'Would other services fail without it?'),
            yes('protect', 'Is it protected?'),
            { key: 'reason', title: 'Reason for the decision', type: 'text', words: 50 },
          ],
          rules: [{ check: 'protectedIsEssential' }, { check: 'protectionFollowsTests' }],
          source: crs,
        },
        {
          key: 'cont.crs_result', title: 'Result of the tests', type: 'computed', computed: { name: 'protectionSummary' },
          source: crs,
        },
      ],
    },
    {
      key: 'service-tests',
      title: 'Evidence for each test',
      questions: [
        {
          key: 'cont.crs_detail', title: 'What do the answers rest on?', type: 'table', row: 'service', unknown: true,
          hint: 'One row for each essential service',
          columns: [
            { key: 'name', title: 'Service', type: 'text', words: 12 },
            { key: 'minutes', title: 'Minutes to the nearest other provider', type: 'whole', min: 0 },
            yes('absorb', 'Could they take everyone in 3 months?'),
            { key: 'inequality', title: 'Effect on inequalities, 1 to 5', type: 'whole', min: 1, max: 5 },
            { key: 'depends', title: 'Services that depend on it', type: 'text', words: 30, optional: true },
            { key: 'review', title: 'Review date', type: 'date' },
          ],
          source: crs,
        },
      ],
    },
    {
      key: 'service-details',
      title: 'Keeping services safe',
      fullFormOnly: true,
      questions: [
        {
          key: 'cont.service_detail', title: 'What does each essential service need to stay safe?', type: 'table', row: 'service', unknown: true,
          why: 'Whoever steps in needs this on day one.',
          columns: [
            { key: 'name', title: 'Service', type: 'text', words: 12 },
            { key: 'staffing', title: 'Least safe staffing', type: 'text', words: 15 },
            { key: 'caseload', title: 'Patients on caseload', type: 'whole', min: 0 },
            { key: 'equipment', title: 'Critical equipment', type: 'text', words: 20, optional: true },
            { key: 'premises', title: 'Premises', type: 'text', words: 15, optional: true },
            { key: 'system', title: 'IT system', type: 'text', words: 10, optional: true },
            { key: 'hours', title: 'Longest safe gap in hours', type: 'whole', min: 0 },
            {
              key: 'plan', title: 'If the provider fails', type: 'choice',
              options: [{ key: 'continue', title: 'Continue' }, { key: 'merge', title: 'Merge with another' }, { key: 'stop', title: 'Stop safely' }],
            },
          ],
        },
      ],
    },
    {
      key: 'provider-licence',
      title: 'Provider licence',
      questions: [
        {
          key: 'cont.licence', title: 'Does the {enterprise} need an NHS provider licence?', type: 'choice', unknown: true,
          why: 'A licensed provider must share financial information with the regulator. Without one, the contract has to do that job.',
          options: [
            { key: 'needed', title: 'Yes, it needs one' },
            { key: 'held', title: 'It has one' },
            { key: 'exempt', title: 'No, it is exempt', hint: 'Smaller NHS income and no protected service, for example' },
            { key: 'no-licence-then', title: 'There was no provider licence at the time', pathways: ['right-to-request', 'right-to-provide'] },
          ],
          rules: [{ check: 'licenceFits', params: { incomePence: 1_000_000_000, income: 'con.annual_value' } }],
          source: { title: 'NHS provider licence exemptions for independent providers', checkedOn: '2026-11-23' },
        },
        {
          key: 'cont.licence_reason', title: 'Why?', type: 'longText', words: 80, when: { question: 'cont.licence', is: ['exempt'] },
        },
      ],
    },
  ],
} satisfies GroupWritten;
