import type { GroupWritten } from '../../definition.ts';
import { EVENT_SIGNS, NUMBER_SIGNS } from '../../early-warning.ts';

const ours = { title: 'Slipway default', assumed: true } as const;
const money: GroupWritten = {
  key: 'review-money',
  title: 'Money',
  sections: [
    {
      key: 'review-costs',
      title: 'Costs and savings',
      questions: [
        { key: 'rev.cost_actual', title: 'What did the service cost in this period?', type: 'money', min: 0, why: 'The cost shows whether the benefit was worth it.', unknown: true },
        {
          key: 'rev.savings_actual',
          title: 'How much was saved against what the service would have cost?',
          type: 'money',
          unknown: true,
          why: 'A saving counts only against what would have happened anyway.',
          hint: 'Write 0 if nothing was saved, or a minus figure if it cost more',
        },
        {
          key: 'rev.savings_how',
          title: 'How did you work the saving out, and who has the money now?',
          type: 'longText',
          words: 100,
          optional: true,
          example:
            'We compared the cost of each treatment with the trust\'s forecast for staying put, not with last year. The saving is £38,000. ' +
            'Half of it paid for a second evening clinic and half lowered the contract price.',
        },
      ],
    },
    {
      key: 'review-surplus',
      title: 'Surplus and its use',
      intro: 'The surplus is what is left of income after all costs. Give the share of the surplus here, not the share of all spending.',
      questions: [
        { key: 'rev.surplus', title: 'What was the surplus or deficit?', type: 'money', why: 'People ask first where the money goes.', hint: 'Write a minus figure for a deficit' },
        { key: 'rev.surplus_made', title: 'Was there a surplus to use?', type: 'yesNo', rules: [{ check: 'surplusAgrees', params: { amount: 'rev.surplus' } }] },
        {
          key: 'rev.surplus_use',
          title: 'How was the surplus used?',
          type: 'table',
          when: { question: 'rev.surplus_made', is: ['yes'] },
          why: 'A social enterprise shows where its surplus went.',
          hint: 'The shares must add up to 100%',
          fixedRows: [
            { key: 'reinvested', title: 'Put back into the service' },
            { key: 'reserves', title: 'Kept in reserves' },
            { key: 'community', title: 'Given to community projects' },
            { key: 'dividend', title: 'Paid as dividends' },
            { key: 'other', title: 'Anything else' },
          ],
          columns: [
            { key: 'share', title: 'Share of the surplus', type: 'percent', total: true },
            { key: 'amount', title: 'Amount', type: 'money', min: 0, total: true, optional: true },
          ],
          rules: [
            { check: 'columnAddsUpTo', params: { column: 'share', label: 'Shares of the surplus', total: 100 } },
            { check: 'amountsMatchSurplus', params: { column: 'amount', amount: 'rev.surplus', tolerancePence: 100_00 } },
            {
              check: 'dividendWithinCap',
              params: {
                row: 'dividend',
                column: 'share',
                form: 'gov.legal_form',
                caps: [
                  { form: 'cic-shares', percent: 35 },
                  { form: 'cic-guarantee', percent: 0 },
                  { form: 'clg-charity', percent: 0 },
                  { form: 'cio', percent: 0 },
                ],
              },
            },
          ],
          source: { title: 'Office of the Regulator of Community Interest Companies, guidance', checkedOn: '2026-11-23' },
        },
      ],
    },
    {
      key: 'review-income',
      title: 'Mix of income',
      questions: [
        {
          key: 'rev.income_mix',
          title: 'What share of income comes from the largest payer?',
          type: 'percent',
          why: 'A body with one payer is at risk when that contract ends.',
          rules: [{ check: 'dependsOnOnePayer', params: { over: 80 } }],
          source: ours,
        },
        { key: 'rev.income_new', title: 'How much income is from new payers or new services?', type: 'money', min: 0, unknown: true },
      ],
    },
  ],
};

const staffAndQuality: GroupWritten = {
  key: 'review-people',
  title: 'Staff and quality',
  sections: [
    {
      key: 'review-staff',
      title: 'Staff',
      questions: [
        {
          key: 'rev.staff',
          title: 'How are staff doing?',
          type: 'table',
          why: 'Staff who are well, and who stay, give better care.',
          help: 'Use one unit for sickness, the same as before transfer: a percentage of working time, or days a person a year. Never mix the two.',
          fixedRows: [
            { key: 'sickness', title: 'Sickness absence over 12 months' },
            { key: 'turnover', title: 'Staff who left over 12 months' },
            { key: 'engagement', title: 'Staff engagement score' },
            { key: 'shares', title: 'Staff who hold a share or are members' },
          ],
          columns: [
            { key: 'value', title: 'Figure', type: 'decimal', optional: true },
            {
              key: 'unit',
              title: 'Unit',
              type: 'choice',
              options: [
                { key: 'percent', title: '%' },
                { key: 'days', title: 'Days a person a year' },
                { key: 'score', title: 'Score' },
                { key: 'none', title: 'We do not have this' },
              ],
            },
            { key: 'n', title: 'Staff counted (n)', type: 'whole', min: 0, optional: true },
            { key: 'before', title: 'Before transfer', type: 'decimal', optional: true, hint: 'In the same unit' },
          ],
          rules: [
            { check: 'allRowsAnswered', params: { noun: 'staff figures' } },
            { check: 'percentNeedsNumber', params: { value: 'value', unit: 'unit', n: ['n'], name: 'row' } },
            { check: 'noSmallCounts', params: { columns: ['n'], name: 'row', under: 5 } },
          ],
        },
      ],
    },
    {
      key: 'review-quality',
      title: 'Care quality and incidents',
      questions: [
        {
          key: 'rev.quality_regulator',
          title: 'What is the Care Quality Commission rating?',
          type: 'choice',
          options: [
            { key: 'outstanding', title: 'Outstanding' },
            { key: 'good', title: 'Good' },
            { key: 'requires-improvement', title: 'Requires improvement' },
            { key: 'inadequate', title: 'Inadequate' },
            { key: 'not-rated', title: 'Not rated yet' },
          ],
        },
        {
          key: 'rev.quality_date',
          title: 'When was the rating published?',
          type: 'date',
          when: { question: 'rev.quality_regulator', is: ['outstanding', 'good', 'requires-improvement', 'inadequate'] },
          rules: [{ check: 'dateInPast', params: { label: 'Date of the rating' } }],
        },
        {
          key: 'rev.incidents',
          title: 'Which kinds of incident were reported?',
          type: 'table',
          row: 'kind of incident',
          notApplicable: true,
          why: 'More reports can be a good sign, if less harm is done.',
          columns: [
            { key: 'kind', title: 'Kind of incident', type: 'text', words: 15 },
            { key: 'number', title: 'Number reported', type: 'whole', min: 0, hint: 'Incidents, not people' },
            { key: 'serious', title: 'Of those, serious', type: 'whole', min: 0, optional: true },
            { key: 'learned', title: 'What changed because of them', type: 'text', words: 40 },
          ],
          rules: [{ check: 'partNotMoreThanWhole', params: { part: 'serious', whole: 'number', label: 'Serious incidents', otherLabel: 'the number reported' } }],
        },
      ],
    },
  ],
};

const warnings: GroupWritten = {
  key: 'review-warnings',
  title: 'Early warnings',
  sections: [
    {
      key: 'review-signs',
      title: 'Early-warning signs',
      intro: 'Use the limits in your failure plan. The colour moves up at once, and down only after 2 clear periods and a signature.',
      questions: [
        {
          key: 'rev.ewi',
          title: 'What is each figure today?',
          type: 'table',
          unknown: true,
          why: 'The failure plan works only if somebody looks at the signs.',
          hint: 'Colours follow the limits in your failure plan',
          fixedRows: NUMBER_SIGNS.map(({ key, title, unit }) => ({ key, title, hint: unit === '%' ? 'A percentage' : `In ${unit}` })),
          columns: [
            { key: 'now', title: 'Today', type: 'decimal', optional: true },
            { key: 'note', title: 'What lies behind it', type: 'text', words: 20, optional: true },
          ],
          rules: [{ check: 'signsReported', params: { noun: 'figures' } }],
          source: ours,
        },
        {
          key: 'rev.ewi_events',
          title: 'Has any of these happened?',
          type: 'table',
          unknown: true,
          fixedRows: EVENT_SIGNS.map(({ key, title, amber, red }) => ({ key, title, hint: amber === 'None' ? `Red: ${red}` : `Amber: ${amber}. Red: ${red}` })),
          columns: [
            {
              key: 'now',
              title: 'Today',
              type: 'choice',
              options: [
                { key: 'clear', title: 'Clear' },
                { key: 'amber', title: 'Amber' },
                { key: 'red', title: 'Red' },
              ],
            },
            { key: 'note', title: 'What happened', type: 'text', words: 20, optional: true },
          ],
          rules: [{ check: 'allRowsAnswered', params: { noun: 'events' } }],
          source: ours,
        },
        {
          key: 'rev.ewi_status',
          title: 'What the signs say',
          type: 'computed',
          why: 'A contract that was just renewed can still fail, so this looks only at the signs.',
          computed: {
            name: 'reviewWarningLevel',
            params: { numbers: 'rev.ewi', events: 'rev.ewi_events', limits: 'cont.ewi' },
          },
          source: ours,
        },
      ],
    },
  ],
};

const next: GroupWritten = {
  key: 'review-next',
  title: 'What next',
  sections: [
    {
      key: 'review-actions',
      title: 'Actions',
      questions: [
        {
          key: 'rev.actions',
          title: 'What will you do about each benefit that missed its target?',
          type: 'table',
          row: 'action',
          notApplicable: true,
          why: 'A missed benefit needs an action, an owner and a date.',
          columns: [
            { key: 'benefit', title: 'Benefit', type: 'text', words: 20 },
            { key: 'action', title: 'Action', type: 'text', words: 40 },
            { key: 'owner', title: 'Owner', type: 'text', words: 10 },
            { key: 'due-on', title: 'Due date', type: 'date' },
          ],
        },
      ],
    },
    {
      key: 'review-decision',
      title: 'Decision asked for',
      questions: [
        {
          key: 'rev.decision',
          title: 'What should happen next?',
          type: 'choice',
          options: [
            { key: 'continue', title: 'Continue', hint: 'Carry on as agreed' },
            { key: 'improve', title: 'Improve', hint: 'Carry on, with the actions above' },
            { key: 'renegotiate', title: 'Renegotiate', hint: 'Change the contract or the targets' },
            { key: 'plan-exit', title: 'Plan an exit', hint: 'Start to hand the service over' },
          ],
          rules: [
            { check: 'missedHaveActions', params: { actuals: 'rev.actuals', actions: 'rev.actions' } },
            { check: 'decisionFitsSigns', params: { numbers: 'rev.ewi', events: 'rev.ewi_events', limits: 'cont.ewi' } },
          ],
        },
        {
          key: 'rev.decision_reason',
          title: 'Why?',
          type: 'longText',
          words: 150,
          why: 'The {approver} needs your reasons as well as your figures.',
        },
        {
          key: 'rev.contract_end',
          title: 'What do you propose when the contract ends?',
          type: 'longText',
          from: 'cont.succession_exit',
          words: 150,
          when: { question: 'rev.point', is: ['before-contract-end'] },
          why: 'A body with one contract stands or falls by what follows it.',
        },
      ],
    },
    {
      key: 'review-lessons',
      title: 'Lessons for other teams',
      intro: 'Lessons are shared with everyone who uses this service unless you choose otherwise.',
      questions: [
        {
          key: 'rev.lessons',
          title: 'What 3 things would you tell the next team?',
          type: 'table',
          row: 'lesson',
          minRows: 3,
          maxRows: 10,
          why: 'The next team starts where you stop.',
          columns: [
            { key: 'lesson', title: 'Lesson', type: 'text', words: 60 },
            {
              key: 'share',
              title: 'Who may read it',
              type: 'choice',
              options: [
                { key: 'everyone', title: 'Everyone' },
                { key: 'case', title: 'Only people on this case' },
              ],
            },
          ],
        },
      ],
    },
  ],
};

export const running: GroupWritten[] = [money, staffAndQuality, warnings, next];
