import type { GroupWritten } from '../../definition.ts';

const assumed = { title: 'Slipway default', assumed: true as const };
const held = { question: 'cont.exercise_held', is: ['yes'] };

export const exercises = {
  key: 'exercises',
  title: 'Exercises',
  sections: [
    {
      key: 'exercise-dates',
      title: 'Exercise dates',
      questions: [
        {
          key: 'cont.test_date', title: 'When is the first exercise?', type: 'date', unknown: true,
          why: 'A plan that nobody has tried is only a document. Try it before the transfer.',
          rules: [{ check: 'beforeDay', params: { question: 'hr.transfer_date', days: 21, label: 'First exercise', otherLabel: 'the transfer' } }],
          source: assumed,
        },
        {
          key: 'cont.next_review', title: 'When will you next review the plan?', type: 'date', unknown: true,
          hint: 'Within a year of the exercise',
          rules: [
            { check: 'dateAfter', params: { question: 'cont.test_date', label: 'Next review', otherLabel: 'the first exercise' } },
            { check: 'withinMonthsOf', params: { question: 'cont.test_date', months: 12, label: 'Next review', otherLabel: 'the first exercise' } },
          ],
          source: assumed,
        },
      ],
    },
    {
      key: 'exercises-held',
      title: 'Exercises held',
      questions: [
        { key: 'cont.exercise_held', title: 'Have you held an exercise yet?', type: 'yesNo' },
        {
          key: 'cont.exercises', title: 'What did you try, and what did you find?', type: 'table', row: 'exercise', when: held,
          why: 'Before the transfer we suggest one desk-top exercise on insolvency and one test of producing the handover lists.',
          columns: [
            {
              key: 'type', title: 'Kind', type: 'choice',
              options: [
                { key: 'desktop-insolvency', title: 'Desk-top: money runs out' },
                { key: 'desktop-other', title: 'Desk-top: another scenario' },
                { key: 'call-tree', title: 'Calling everyone on the list' },
                { key: 'data-extract', title: 'Producing the handover lists' },
                { key: 'cash-stop', title: 'Payments stop' },
              ],
            },
            { key: 'date', title: 'Held on', type: 'date' },
            { key: 'people', title: 'Who took part', type: 'text', words: 30 },
            { key: 'findings', title: 'What you found', type: 'text', words: 60 },
            {
              key: 'result', title: 'Objectives', type: 'choice',
              options: [{ key: 'met', title: 'Met' }, { key: 'partly', title: 'Partly met' }, { key: 'not-met', title: 'Not met' }],
            },
          ],
          rules: [{ check: 'rowDatesInPast', params: { column: 'date', label: 'Exercise date' } }],
          source: assumed,
        },
        {
          key: 'cont.exercise_actions', title: 'What must change because of it?', type: 'table', row: 'action', when: held, notApplicable: true,
          columns: [
            { key: 'action', title: 'Action', type: 'text', words: 30 },
            { key: 'owner', title: 'Owner', type: 'text', words: 10 },
            { key: 'due', title: 'Due', type: 'date' },
            { key: 'urgent', title: 'Is it urgent?', type: 'yesNo' },
            { key: 'closed', title: 'Done on', type: 'date', optional: true },
          ],
          rules: [{ check: 'actionsOverdue' }],
          source: assumed,
        },
        { key: 'cont.lessons', title: 'What did you learn that other teams could use?', type: 'longText', words: 150, optional: true, when: held },
      ],
    },
    {
      key: 'plan-readiness',
      title: 'Ready to rely on',
      questions: [
        {
          key: 'cont.exercised', title: 'Has the plan been exercised?', type: 'computed', computed: { name: 'failurePlanExercised', params: { months: 12 } },
          why: 'The transfer cannot be approved until this says yes.',
          source: assumed,
        },
        { key: 'cont.gate', title: 'Checks of the plan', type: 'computed', computed: { name: 'failurePlanGate' }, source: assumed },
      ],
    },
  ],
} satisfies GroupWritten;
