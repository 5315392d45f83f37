import type { GroupWritten } from '../../definition.ts';
import { WORKSTREAMS, type MobilisationTask, type Workstream } from './tasks.ts';

type SectionWritten = GroupWritten['sections'][number];
type QuestionWritten = SectionWritten['questions'][number];

const ours = { title: 'Slipway default', assumed: true } as const;
/** The planned transfer date, as confirmed here or as told in the workforce stage. */
export const TRANSFER_DATE = ['go.transfer_date', 'hr.transfer_date'];
export const tableOf = (stream: Workstream) => `mob.${stream.key}`;
/** Every table of tasks, and every task as the checks and computations need it. */
export const TASK_TABLES = WORKSTREAMS.map(tableOf);

const asParam = ({ key, title, weeks, blocker, after }: MobilisationTask) => ({
  key, title, weeks, blocker: blocker ?? false, after: [...(after ?? [])],
});
export const ALL_TASKS = WORKSTREAMS.flatMap((stream) => stream.tasks).map(asParam);
const allOf = { tasks: ALL_TASKS, tables: TASK_TABLES, dates: TRANSFER_DATE };

const when = (weeks: number) =>
  weeks < 0 ? `starts ${-weeks} week after transfer` : `start ${weeks} weeks before transfer`;
const hint = ({ blocker, weeks, proof }: MobilisationTask) =>
  `${blocker ? 'Blocker' : 'Task'}: ${when(weeks)}, shown by the ${proof}`;

/** Longer help where a source names a time or where a task needs care. */
const HELP: Record<string, string> = {
  company:
    'A community interest company registered by post can take up to 15 working days.\n\n' +
    'Some charities report long waits for a bank account. Start early and make a test payment.\n\n' +
    "By law, employers' liability cover of at least £5 million must be in place from the first day you employ anyone.",
  registration:
    'A new legal body must register again, even when the sites and managers stay the same. ' +
    'The Care Quality Commission aims to decide about 10 weeks after it accepts an application as complete. An incomplete form is sent back.\n\n' +
    'You need the NHS provider licence if you expect £10 million or more of NHS income in the next 12 months. ' +
    'You also need it if you run services that must keep going or would be hard to replace.',
  information:
    'The NHS gives codes to organisations. You need them before secure email, the toolkit and national services.',
  systems: 'The clinical system is one of the longest jobs. Agree early who pays for moving the data.',
  buildings: 'Many NHS buildings have no written lease. Check each site before you plan a date.',
  people:
    'You can set up a payroll scheme up to 2 months before the first pay day. The letter with your number can take up to 15 working days.\n\n' +
    'By law you must get the staff records, called employee liability information, from the {parent} at least 28 days before transfer. ' +
    'Do not add that information here.',
  contracts: 'Tell the {commissioner} at once if a document they asked for first has changed.',
  care: 'A controlled drugs licence can take at least 6 months. Mark it not needed if you hold no stock, and say so.',
  partners: 'Count open referrals on both sides on the same day. The counts must match.',
  safeguards: 'Starting figures cannot be rebuilt after transfer. Freeze them while the {parent} still holds the data.',
  start: 'We suggest a first board meeting 3 weeks before transfer and the last 1 week before.',
};

const STATUS = [
  { key: 'not-started', title: 'Not started' },
  { key: 'in-progress', title: 'In progress' },
  { key: 'done', title: 'Done' },
  { key: 'not-needed', title: 'Not needed' },
];

const tasksTable = (stream: Workstream): QuestionWritten => ({
  key: tableOf(stream),
  title: `${stream.title}: tasks`,
  type: 'table',
  why: 'The day can only go well if this work starts in time.',
  help: HELP[stream.key],
  fixedRows: stream.tasks.map((task) => ({ key: task.key, title: task.title, hint: hint(task) })),
  columns: [
    { key: 'status', title: 'Status', type: 'choice', options: STATUS },
    { key: 'owner', title: 'Owner', type: 'text', words: 10, optional: true },
    { key: 'done-on', title: 'Date done', type: 'date', optional: true },
    { key: 'evidence', title: 'Evidence or reason', type: 'text', words: 30, hint: 'Number or name of the document', optional: true },
  ],
  rules: [
    { check: 'tasksAllStated' },
    { check: 'tasksDoneHaveDate' },
    { check: 'tasksDoneBeforeToday' },
    { check: 'tasksHaveOwner' },
    { check: 'skippedBlockersExplained', params: { blockers: stream.tasks.filter((task) => task.blocker).map((task) => task.key) } },
    { check: 'tasksStartedInTime', params: { tasks: stream.tasks.map(asParam), dates: TRANSFER_DATE } },
    { check: 'tasksInOrder', params: { tasks: ALL_TASKS, tables: TASK_TABLES } },
  ],
  source: ours,
});

const section = (stream: Workstream): SectionWritten => ({
  key: `ready-${stream.key}`,
  title: stream.title,
  hint: `${stream.tasks.length} tasks, ${stream.tasks.filter((task) => task.blocker).length} of them blockers`,
  intro: 'A blocker must be done, or not needed, before anyone decides to go. Start dates are our suggestions.',
  questions: [
    {
      key: `mob.${stream.key}_starts`,
      title: 'Latest start dates',
      type: 'computed',
      why: 'A task that starts later than this puts the transfer date at risk.',
      computed: { name: 'latestStarts', params: { tasks: stream.tasks.map(asParam), tables: [tableOf(stream)], dates: TRANSFER_DATE } },
    },
    tasksTable(stream),
    {
      key: `mob.${stream.key}_share`,
      title: 'Share of tasks done',
      type: 'computed',
      computed: { name: 'tasksDone', params: { tasks: stream.tasks.map(asParam), tables: [tableOf(stream)] } },
    },
  ],
});

/** The planned day, what it means for every start, and how far the work has come. */
const plan: SectionWritten = {
  key: 'transfer-plan',
  title: 'Transfer date and plan',
  questions: [
    {
      key: 'go.transfer_date',
      title: 'What is the planned transfer date?',
      type: 'date',
      why: 'Every start date is counted back from this day.',
      from: 'hr.transfer_date',
      hint: 'Many teams choose the first day of a month',
      rules: [{ check: 'transferDateReachable', params: { ...allOf, dates: ['go.transfer_date'] } }],
    },
    {
      key: 'go.shadow_from',
      title: 'When did you start to run in shadow form?',
      type: 'date',
      optional: true,
      why: 'Running as if you were separate, with the {parent} still in charge, shows what is not ready.',
      hint: 'Known teams have done this for 2 to 16 months',
      rules: [{ check: 'byTransferDate', params: { dates: TRANSFER_DATE, label: 'Start of shadow form' } }],
    },
    {
      key: 'go.key_dates',
      title: 'Key dates before and after transfer',
      type: 'computed',
      why: 'These are the dates most plans turn on.',
      computed: {
        name: 'transferDates',
        params: {
          dates: TRANSFER_DATE,
          steps: [
            { title: 'Shadow form starts', days: -270 },
            { title: 'Apply for NHS pension access', days: -182 },
            { title: 'Start to register with the Care Quality Commission', days: -180 },
            { title: 'Apply for insurance and clinical negligence cover', days: -120 },
            { title: 'Agree the main terms of leases', days: -120 },
            { title: 'Company, bank account and payroll scheme in place', days: -90 },
            { title: 'Data sharing, data security toolkit and data protection fee under way', days: -90 },
            { title: 'Formal staff consultation starts', days: -90 },
            { title: 'List of contracts to move is agreed', days: -45 },
            { title: 'Transfer agreement signed', days: -30 },
            { title: 'Staff records given, the legal latest', days: -28, fixed: true },
            { title: 'Failure plan exercise done', days: -21 },
            { title: 'Decision to go or not', days: -14 },
            { title: 'Transfer: payroll, phones and signs change', days: 0, fixed: true },
            { title: 'First-day check', days: 1, fixed: true },
            { title: 'Review of the first 30 days', days: 30 },
          ],
        },
      },
      source: ours,
    },
  ],
};

const progress: SectionWritten = {
  key: 'transfer-progress',
  title: 'Progress so far',
  intro: 'These figures come from the tasks you have updated.',
  questions: [
    {
      key: 'go.readiness',
      title: 'Blockers done',
      type: 'computed',
      why: 'Every blocker must be done, or not needed, before anyone decides to go.',
      computed: { name: 'mobilisationReadiness', params: allOf },
      source: ours,
    },
    {
      key: 'go.earliest_date',
      title: 'Earliest transfer date on these lead times',
      type: 'computed',
      computed: { name: 'earliestTransfer', params: allOf },
      source: ours,
    },
    {
      key: 'go.late_reason',
      title: 'How will you catch up on anything late?',
      type: 'longText',
      words: 150,
      optional: true,
      why: 'The people who decide want a plan for each late task, or a new date.',
      example:
        'Our pension application went in 3 weeks late. The officer handling it has all she needs since 4 June. ' +
        'If she has not decided by 1 August, we move the transfer to 1 November. The payroll manager is holding both dates.',
    },
  ],
};

export const mobilisation: GroupWritten[] = [
  { key: 'plan', title: 'Plan and progress', sections: [plan, progress] },
  { key: 'mobilisation', title: 'Getting ready', sections: WORKSTREAMS.map(section) },
];
