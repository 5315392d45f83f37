import type { GroupWritten } from '../../definition.ts';
import { EVENT_SIGNS, NUMBER_SIGNS, type NumberSign } from '../../early-warning.ts';

const assumed = { title: 'Slipway default', assumed: true as const };
const FEEDS = [
  { key: 'finance-return', title: 'Finance return' },
  { key: 'ledger', title: 'Ledger' },
  { key: 'lender', title: 'Letter from the lender' },
  { key: 'hr', title: 'Staff records' },
  { key: 'contract-report', title: 'Contract report' },
  { key: 'regulator', title: 'Regulator' },
  { key: 'incident-system', title: 'Incident system' },
  { key: 'survey', title: 'Staff survey' },
  { key: 'company-register', title: 'Companies House' },
  { key: 'legal', title: 'Legal adviser' },
  { key: 'none', title: 'No source yet' },
];
const feed = { key: 'feed', title: 'Where it is reported', type: 'choice' as const, options: FEEDS };
const inUnits = (n: number, unit: string) => (unit === '%' ? `${n}%` : `${n} ${unit}`);
const defaults = ({ worse, unit, amber, red }: NumberSign) => `Our default. Amber: ${worse} ${inUnits(amber, unit)}. Red: ${worse} ${inUnits(red, unit)}`;

export const signs = {
  key: 'signs',
  title: 'Warning signs',
  sections: [
    {
      key: 'number-signs',
      title: 'Signs in numbers',
      intro: 'Quality ratings alone do not show that money is running out. Watch cash first.',
      questions: [
        {
          key: 'cont.ewi', title: 'When does each number turn amber or red?', type: 'table', unknown: true,
          why: 'A threshold agreed in advance saves an argument in a crisis.',
          help:
            'Leave a threshold empty to use our default. Choose signs from data that is already reported, so that nobody has to collect more.\n\n' +
            'Add today\'s figure only if you have one.',
          fixedRows: NUMBER_SIGNS.map((sign) => ({ key: sign.key, title: sign.title, hint: defaults(sign) })),
          columns: [
            { key: 'amber', title: 'Amber', type: 'decimal', min: 0, optional: true },
            { key: 'red', title: 'Red', type: 'decimal', min: 0, optional: true },
            feed,
            { key: 'now', title: 'Today', type: 'decimal', optional: true },
          ],
          rules: [
            { check: 'allRowsAnswered', params: { noun: 'warning signs' }, severity: 'warn' },
            { check: 'thresholdsInOrder' },
            { check: 'signsMeasured' },
          ],
          source: assumed,
        },
      ],
    },
    {
      key: 'event-signs',
      title: 'Events to watch',
      questions: [
        {
          key: 'cont.ewi_events', title: 'Which events turn a sign amber or red?', type: 'table', unknown: true,
          hint: 'Leave a threshold empty to use our default',
          fixedRows: EVENT_SIGNS.map(({ key, title, amber, red }) => ({ key, title, hint: `Our default. ${amber ? `Amber: ${amber}. ` : ''}Red: ${red}` })),
          columns: [
            { key: 'amber', title: 'Amber', type: 'text', words: 20, optional: true },
            { key: 'red', title: 'Red', type: 'text', words: 20, optional: true },
            feed,
            {
              key: 'now', title: 'Today', type: 'choice', optional: true,
              options: [{ key: 'clear', title: 'Clear' }, { key: 'amber', title: 'Amber' }, { key: 'red', title: 'Red' }],
            },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'events' }, severity: 'warn' }, { check: 'signsMeasured' }],
          source: assumed,
        },
      ],
    },
    {
      key: 'warning-level',
      title: 'Level and response',
      questions: [
        {
          key: 'cont.level', title: 'Level the signs call for today', type: 'computed', computed: { name: 'earlyWarningLevel' },
          why: 'A contract that was just renewed can still fail. The level looks only at the signs.',
          help:
            'Our default:\n\n' +
            '- one red or 3 amber: enhanced monitoring\n' +
            '- 2 red, one of them about cash, suppliers, arrears or the Care Quality Commission: contingency planning\n' +
            '- under 7 days of cash, or advice on insolvency: put the plan into action',
          source: assumed,
        },
        {
          key: 'cont.ladder', title: 'What happens at each level?', type: 'table',
          help: 'Our default: meet within 10 working days for enhanced monitoring, within 3 for contingency planning and on the same day to act.',
          fixedRows: [
            { key: 'usual', title: 'Level 0, business as usual', hint: 'Review each quarter' },
            { key: 'enhanced', title: 'Level 1, enhanced monitoring', hint: 'Review each month, with a recovery plan' },
            { key: 'contingency', title: 'Level 2, contingency planning', hint: 'Team named, fallback warned, staff data refreshed' },
            { key: 'step-in', title: 'Level 3, step-in', hint: 'Someone else runs the service for now' },
            { key: 'exit', title: 'Level 4, managed exit', hint: 'Services and staff move to another provider' },
            { key: 'settle', title: 'Level 5, review and settle', hint: 'Lessons, assets and debts' },
          ],
          columns: [
            { key: 'action', title: 'What happens', type: 'text', words: 40 },
            { key: 'days', title: 'Meet within working days', type: 'whole', min: 0, max: 60 },
            { key: 'first', title: 'First person to approve', type: 'text', words: 10 },
            { key: 'second', title: 'Second person to approve', type: 'text', words: 10 },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'levels' }, severity: 'warn' }, { check: 'twoApprovers' }],
          source: assumed,
        },
        {
          key: 'cont.step_down', title: 'When may you go down a level?', type: 'longText', words: 80,
          help: 'Our default: after 2 clear periods in a row, and only when both owners sign. It never happens by itself.',
          example: 'When no sign is red and at most one is amber for 2 months in a row. The director and the contract manager both sign, and the minute goes to the board.',
          source: assumed,
        },
      ],
    },
  ],
} satisfies GroupWritten;
