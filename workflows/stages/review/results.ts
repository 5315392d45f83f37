import type { GroupWritten } from '../../definition.ts';

const CONSENT = [
  { key: 'yes', title: 'Yes' },
  { key: 'no', title: 'No' },
  { key: 'not-needed', title: 'Not needed', hint: 'Nobody can be recognised' },
];
const live = ['go.transfer_date', 'hr.transfer_date'];

const period: GroupWritten = {
  key: 'review-time',
  title: 'When',
  sections: [
    {
      key: 'review-period',
      title: 'Period covered',
      questions: [
        {
          key: 'rev.point',
          title: 'Which review is this?',
          type: 'choice',
          why: 'What can be judged depends on how long you have been live.',
          options: [
            { key: 'month-3', title: 'Month 3', hint: 'Is the data flowing?' },
            { key: 'month-6', title: 'Month 6', hint: 'First signs' },
            { key: 'month-12', title: 'Month 12', hint: 'First full review' },
            { key: 'yearly', title: 'Yearly review' },
            { key: 'before-contract-end', title: '12 months before the contract ends', hint: 'An extra review, before anyone decides what follows' },
          ],
          source: { title: 'Slipway default', assumed: true },
        },
        { key: 'rev.period_from', title: 'First day of the period', type: 'date', rules: [{ check: 'dateInPast', params: { label: 'First day of the period' } }] },
        {
          key: 'rev.period_to',
          title: 'Last day of the period',
          type: 'date',
          rules: [
            { check: 'dateInPast', params: { label: 'Last day of the period' } },
            { check: 'dateAfter', params: { question: 'rev.period_from', label: 'Last day of the period', otherLabel: 'the first day' } },
            { check: 'afterTransferDate', params: { dates: live, label: 'Last day of the period' } },
            { check: 'tooEarlyToJudge', params: { dates: live, months: 12 } },
          ],
        },
        {
          key: 'rev.months_live',
          title: 'Months live at the end of the period',
          type: 'computed',
          computed: { name: 'monthsLive', params: { dates: live, to: 'rev.period_to', early: 12 } },
        },
      ],
    },
  ],
};

const numbers: GroupWritten = {
  key: 'review-results',
  title: 'Results',
  sections: [
    {
      key: 'review-actuals',
      title: 'Result of each benefit',
      intro: 'Give one row for each promised benefit. Never give a count of people from 1 to 4, because somebody might be recognised.',
      questions: [
        {
          key: 'rev.actuals',
          title: 'What happened to each promised benefit?',
          type: 'table',
          row: 'result',
          minRows: 1,
          why: 'This is the whole point: what was promised, and what came true.',
          help:
            'Use the same measure and unit as the promise.\n\nA percentage needs the number it is a percentage of.\n\n' +
            'Data quality: A is checked by someone outside, B is from a tested system, C is counted by hand or has gaps, D cannot be relied on. ' +
            'A result graded D counts as not measured.',
          columns: [
            { key: 'benefit', title: 'Benefit', type: 'text', words: 20, hint: 'Its name on the Benefits page' },
            { key: 'value', title: 'Result', type: 'decimal' },
            { key: 'unit', title: 'Unit', type: 'text', words: 5, hint: 'The same as in the promise, such as weeks or %' },
            { key: 'numerator', title: 'Number that met it', type: 'whole', min: 0, optional: true },
            { key: 'denominator', title: 'Out of', type: 'whole', min: 0, optional: true },
            { key: 'n', title: 'Number measured (n)', type: 'whole', min: 0, optional: true, hint: 'A percentage needs this' },
            {
              key: 'counts',
              title: 'What the numbers count',
              type: 'choice',
              optional: true,
              options: [
                { key: 'people', title: 'People' },
                { key: 'events', title: 'Visits, incidents or other events' },
                { key: 'things', title: 'Money, days or things' },
              ],
            },
            { key: 'comparator', title: 'Comparison figure', type: 'decimal', optional: true, hint: 'A similar service or the national figure' },
            {
              key: 'quality',
              title: 'Data quality',
              type: 'choice',
              options: [
                { key: 'a', title: 'A: checked by someone outside' },
                { key: 'b', title: 'B: from a tested system' },
                { key: 'c', title: 'C: by hand, or with gaps' },
                { key: 'd', title: 'D: cannot be relied on' },
              ],
            },
            { key: 'source', title: 'Source', type: 'text', words: 25 },
          ],
          rules: [
            { check: 'percentNeedsNumber', params: { value: 'value', unit: 'unit', n: ['n', 'denominator'], name: 'benefit' } },
            { check: 'noSmallCounts', params: { columns: ['numerator', 'denominator', 'n'], value: 'value', unit: 'unit', kind: 'counts', name: 'benefit', under: 5 } },
            { check: 'shareMatchesCounts', params: { tolerance: 0.5 } },
            { check: 'smallSample', params: { value: 'value', unit: 'unit', n: ['n', 'denominator'], name: 'benefit', under: 20 } },
            { check: 'unitsMatchPromise' },
            { check: 'surprisingChange', params: { percent: 70 } },
            { check: 'everyBenefitReported' },
            { check: 'weakData', params: { grade: 'd' } },
          ],
        },
        {
          key: 'rev.variance',
          title: 'Results against the start and the target',
          type: 'computed',
          why: 'One look shows how far each promise has come.',
          computed: { name: 'benefitVariance', params: { question: 'rev.actuals' } },
        },
      ],
    },
    {
      key: 'review-method',
      title: 'How you measured',
      questions: [
        {
          key: 'rev.method_same',
          title: 'Was every benefit measured in the same way as before transfer?',
          type: 'yesNo',
          why: 'Before and after can be compared only when the definition is the same.',
        },
        {
          key: 'rev.method_change',
          title: 'What changed in the way you measured, and why?',
          type: 'longText',
          words: 150,
          when: { question: 'rev.method_same', is: ['no'] },
          example:
            'Before transfer the wait was counted from the date of the GP letter. Since May we count from the day the referral arrives, as the national rule asks. ' +
            'We counted 3 months both ways. The new way makes the wait 2 days shorter, so we take 2 days off the gain.',
        },
        {
          key: 'rev.baseline_short',
          title: 'Does any starting figure cover less than 12 months?',
          type: 'yesNo',
          why: 'A short period can be a good or a bad spell, so readers need to know.',
          rules: [{ check: 'adviseWhen', params: { is: ['yes'], message: 'Say this beside each result it touches. Compare the same months of each year' }, severity: 'note' }],
        },
        {
          key: 'rev.baseline_detail',
          title: 'Which ones, and how many months do they cover?',
          type: 'longText',
          words: 100,
          when: { question: 'rev.baseline_short', is: ['yes'] },
        },
      ],
    },
    {
      key: 'review-dropped',
      title: 'Benefits no longer pursued',
      questions: [
        {
          key: 'rev.dropped',
          title: 'Which promised benefits have been dropped or changed?',
          type: 'table',
          row: 'dropped benefit',
          notApplicable: true,
          why: 'A promise that is quietly dropped damages trust in the rest.',
          columns: [
            { key: 'benefit', title: 'Benefit', type: 'text', words: 20 },
            { key: 'reason', title: 'Why', type: 'text', words: 40 },
            { key: 'agreed-by', title: 'Who agreed', type: 'text', words: 10 },
            { key: 'agreed-on', title: 'Date agreed', type: 'date' },
          ],
          rules: [{ check: 'columnInPast', params: { column: 'agreed-on', label: 'Date agreed' } }],
        },
      ],
    },
  ],
};

const meaning: GroupWritten = {
  key: 'review-meaning',
  title: 'What it means',
  sections: [
    {
      key: 'review-narrative',
      title: 'What changed and why',
      questions: [
        {
          key: 'rev.narrative',
          title: 'What changed, why, and what else may explain it?',
          type: 'longText',
          words: 300,
          why: 'Other things change too, and a fair reader asks what would have happened anyway.',
          help:
            'Say what changed. Say why you think so. Then name other causes, such as a mild winter, a new national rule or a one-off grant.\n\n' +
            'Before 12 months, write "early signs suggest", not "we have shown".',
          example:
            'The wait for a first visit fell from 16 weeks to 9. We put it down to self-booking, which started in June, and to 2 therapists moved from office duties. ' +
            'Referrals also fell by 6% after a GP practice closed, so part of the fall may not be ours. The trust next door saw no change.',
        },
      ],
    },
    {
      key: 'review-stories',
      title: 'Stories, surveys and audits',
      questions: [
        {
          key: 'rev.qualitative',
          title: 'What else shows the difference?',
          type: 'table',
          row: 'piece of evidence',
          notApplicable: true,
          why: 'Numbers miss things that people can tell you.',
          columns: [
            {
              key: 'kind',
              title: 'Kind',
              type: 'choice',
              options: [
                { key: 'story', title: 'Story' },
                { key: 'survey', title: 'Survey' },
                { key: 'audit', title: 'Audit' },
                { key: 'observation', title: 'Observation' },
              ],
            },
            { key: 'shows', title: 'What it shows', type: 'text', words: 60 },
            { key: 'measure', title: 'Benefit it belongs to', type: 'text', words: 20, optional: true },
            { key: 'consent', title: 'Has the person agreed to share it?', type: 'choice', options: CONSENT },
          ],
          rules: [{ check: 'storiesHaveConsent' }],
        },
        { key: 'rev.qualitative_file', title: 'Survey or audit report', type: 'file', evidence: 'review-report', optional: true },
      ],
    },
    {
      key: 'review-unexpected',
      title: 'Unexpected effects',
      questions: [
        {
          key: 'rev.unexpected',
          title: 'What happened that nobody planned?',
          type: 'table',
          row: 'effect',
          notApplicable: true,
          why: 'Side effects, good and bad, help the next team.',
          columns: [
            { key: 'effect', title: 'Effect', type: 'text', words: 40 },
            { key: 'kind', title: 'Good or bad', type: 'choice', options: [{ key: 'good', title: 'Good' }, { key: 'bad', title: 'Bad' }, { key: 'mixed', title: 'Mixed' }] },
            { key: 'who', title: 'Who felt it', type: 'text', words: 15 },
            { key: 'response', title: 'What you did', type: 'text', words: 30, optional: true },
          ],
        },
      ],
    },
  ],
};

export const results: GroupWritten[] = [period, numbers, meaning];
