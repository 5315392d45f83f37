import { z } from 'zod';
import { dayInWords } from '../dates.ts';
import { fillLabels } from '../labels.ts';
import { earliestTransferDay, firstDay, isClosed, lateTasks, latestStart, named, realDay, stateOf, statesIn } from '../mobilisation.ts';
import { asRows, asText, check, type Check, type CheckInput } from './check.ts';

export const Tasks = z.array(
  z.strictObject({ key: z.string(), title: z.string(), weeks: z.number(), blocker: z.boolean(), after: z.array(z.string()) }),
);
const Dates = z.array(z.string()).min(1);
const none = z.strictObject({});

/** The name of a fixed row, with the pathway's own words; "Row 2" when it is not one of them. */
export const rowName = ({ question, pathway }: CheckInput, key: unknown, index: number): string => {
  const fixed = question.fixedRows?.find((row) => row.key === key);
  return fixed ? fillLabels(fixed.title, pathway.labels) : `Row ${index + 1}`;
};

/** Checks of the tasks before go-live. A table of tasks has the columns status, owner, done-on and evidence. */
export const taskChecks: Record<string, Check> = {
  /** Every task of the table has a status. Slipway default. */
  tasksAllStated: check({
    params: none,
    severity: 'warn',
    run: ({ question, value, pathway }) => {
      const stated = new Set(asRows(value).filter((row) => asText(row.status)).map((row) => row.row));
      const missing = (question.fixedRows ?? []).filter((row) => !stated.has(row.key)).map((row) => fillLabels(row.title, pathway.labels));
      return missing.length ? [{ message: `Select a status for: ${named(missing)}`, column: 'status' }] : [];
    },
  }),
  /** A task that is done says when. Slipway default. */
  tasksDoneHaveDate: check({
    params: none,
    severity: 'warn',
    run: (input) =>
      asRows(input.value).flatMap((row, i) =>
        stateOf(row) === 'done' && !asText(row['done-on'])
          ? [{ message: `Enter the date this was done: ${rowName(input, row.row, i)}`, row: i, column: 'done-on' }]
          : [],
      ),
  }),
  /** Nothing is done in the future, or done on a day while it is not done. A contradiction. */
  tasksDoneBeforeToday: check({
    params: none,
    severity: 'block',
    run: (input) =>
      asRows(input.value).flatMap((row, i) => {
        const on = realDay(row['done-on']);
        return on && on > input.today && stateOf(row) === 'done'
          ? [{ message: `Date done must be today or in the past: ${rowName(input, row.row, i)}`, row: i, column: 'done-on' }]
          : [];
      }),
  }),
  /** A task in progress has an owner. Slipway default. */
  tasksHaveOwner: check({
    params: none,
    severity: 'warn',
    run: (input) =>
      asRows(input.value).flatMap((row, i) =>
        stateOf(row) === 'in-progress' && !asText(row.owner)
          ? [{ message: `Enter who owns this task: ${rowName(input, row.row, i)}`, row: i, column: 'owner' }]
          : [],
      ),
  }),
  /** A blocker that is not needed says why. Slipway default. */
  skippedBlockersExplained: check({
    params: z.strictObject({ blockers: z.array(z.string()) }),
    severity: 'warn',
    run: (input, p) =>
      asRows(input.value).flatMap((row, i) =>
        stateOf(row) === 'not-needed' && p.blockers.includes(String(row.row)) && !asText(row.evidence)
          ? [{ message: `Say why this blocker is not needed: ${rowName(input, row.row, i)}`, row: i, column: 'evidence' }]
          : [],
      ),
  }),
  /** A task whose latest start has passed has been started. Slipway default. */
  tasksStartedInTime: check({
    params: z.strictObject({ tasks: Tasks, dates: Dates }),
    severity: 'warn',
    run: ({ question, value, answer, today, pathway }, p) => {
      const transfer = firstDay(answer, p.dates);
      if (!transfer) return [];
      const states = statesIn((key) => (key === question.key ? value : answer(key)), [question.key]);
      return lateTasks(p.tasks, states, transfer, today).map((task) => ({
        message: `${fillLabels(task.title, pathway.labels)}: start this now. It should have started by ${dayInWords(latestStart(transfer, task))}`,
        column: 'status',
      }));
    },
  }),
  /** A task is not done before what it depends on. Slipway default. */
  tasksInOrder: check({
    params: z.strictObject({ tasks: Tasks, tables: z.array(z.string()) }),
    severity: 'warn',
    run: ({ question, value, answer, pathway }, p) => {
      const states = statesIn((key) => (key === question.key ? value : answer(key)), p.tables);
      const title = (key: string) => fillLabels(p.tasks.find((task) => task.key === key)?.title ?? key, pathway.labels);
      return asRows(value).flatMap((row, i) => {
        const task = p.tasks.find((each) => each.key === row.row);
        const open = stateOf(row) === 'done' ? (task?.after ?? []).filter((key) => !isClosed(states.get(key))) : [];
        return open.length ? [{ message: `${title(task!.key)} is done, but this comes first: ${named(open.map(title))}. Check both`, row: i }] : [];
      });
    },
  }),
  /** The transfer date leaves time for the longest blocker not started. Slipway default. */
  transferDateReachable: check({
    params: z.strictObject({ tasks: Tasks, tables: z.array(z.string()), dates: Dates }),
    severity: 'warn',
    run: ({ value, answer, today, pathway }, p) => {
      const planned = realDay(value);
      const { day, because } = earliestTransferDay(p.tasks, statesIn(answer, p.tables), today);
      if (!planned || !because || planned >= day || planned < today) return [];
      const cause = fillLabels(because.title, pathway.labels);
      return [{ message: `On our lead times ${dayInWords(day)} is the earliest, because of this task: ${cause}. Choose a later date, or say how you will catch up` }];
    },
  }),
};
