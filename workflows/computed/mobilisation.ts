import { asRows, asText } from '../checks/check.ts';
import { addDays, dayInWords } from '../dates.ts';
import { fillLabels } from '../labels.ts';
import { earliestTransferDay, firstDay, isClosed, lateTasks, latestStart, named, realDay, statesIn, type Task } from '../mobilisation.ts';
import { addWorkingDays, isWorkingDay } from '../working-days.ts';
import type { Computation, ComputationInput, Computed } from './computation.ts';

const waiting = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });
const keys = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const tasksOf = (params: Record<string, unknown>): Task[] => (Array.isArray(params.tasks) ? (params.tasks as Task[]) : []);

/** What most computations here need: the tasks, their states, and the planned transfer date. */
function planOf({ answer, params }: ComputationInput) {
  return { tasks: tasksOf(params), states: statesIn(answer, keys(params.tables)), transfer: firstDay(answer, keys(params.dates)) };
}
const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;
const DATE_FIRST = 'Shown when the transfer date is answered';

/** Worked out from the tasks before go-live. Params: `tasks`, the `tables` that hold them, `dates` where the transfer date stands. */
export const mobilisationComputations: Record<string, Computation> = {
  /** Share of needed blockers done, the late tasks by name and the earliest transfer date. Slipway default. */
  mobilisationReadiness: (input) => {
    const { tasks, states, transfer } = planOf(input);
    const say = (task: Task) => fillLabels(task.title, input.pathway.labels);
    const needed = tasks.filter((task) => task.blocker && states.get(task.key) !== 'not-needed');
    if (needed.length === 0) return waiting('percent', 'No blocker is needed');
    const done = needed.filter((task) => states.get(task.key) === 'done').length;
    const late = transfer ? lateTasks(tasks, states, transfer, input.today) : [];
    const { day } = earliestTransferDay(tasks, states, input.today);
    const sentences = [
      `${done} of ${needed.length} blockers done`,
      ...(late.length ? [`Late to start: ${named(late.map(say))}`] : []),
      `Earliest transfer date on our lead times: ${dayInWords(day)}${transfer && day > transfer ? `, later than the planned ${dayInWords(transfer)}` : ''}`,
    ];
    return { value: percent(done, needed.length), unit: 'percent', working: sentences.join('. ') };
  },
  /** The earliest transfer date our lead times allow from today. Slipway default. */
  earliestTransfer: (input) => {
    const { tasks, states } = planOf(input);
    const { day, because } = earliestTransferDay(tasks, states, input.today);
    return {
      value: day,
      unit: 'date',
      working: because
        ? `${because.weeks} weeks from today, for this blocker, which has not started: ${fillLabels(because.title, input.pathway.labels)}`
        : 'Every blocker has started or is closed, so our lead times set no later date',
    };
  },
  /** Share of the needed tasks of one table that are done. */
  tasksDone: (input) => {
    const { tasks, states } = planOf(input);
    const needed = tasks.filter((task) => states.get(task.key) !== 'not-needed');
    if (needed.length === 0) return waiting('percent', 'No task here is needed');
    const done = needed.filter((task) => states.get(task.key) === 'done').length;
    const open = needed.filter((task) => task.blocker && !isClosed(states.get(task.key))).length;
    const left = open === 0 ? 'No blocker is open' : `${open} ${open === 1 ? 'blocker is' : 'blockers are'} open`;
    return { value: percent(done, needed.length), unit: 'percent', working: `${done} of ${needed.length} tasks done. ${left}` };
  },
  /** The last day to start each task not closed, earliest first, one a line. Slipway default. */
  latestStarts: (input) => {
    const { tasks, states, transfer } = planOf(input);
    if (!transfer) return waiting('text', DATE_FIRST);
    const late = new Set(lateTasks(tasks, states, transfer, input.today).map((task) => task.key));
    const open = tasks.filter((task) => !isClosed(states.get(task.key)));
    if (open.length === 0) return { value: 'Everything here is done or not needed', unit: 'text', working: `Counted back from ${dayInWords(transfer)}` };
    const lines = open
      .map((task) => ({ task, on: latestStart(transfer, task) }))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ task, on }) => `${dayInWords(on)}: ${fillLabels(task.title, input.pathway.labels)}${late.has(task.key) ? ' (late)' : ''}`);
    return { value: lines.join('\n'), unit: 'text', working: `Counted back from ${dayInWords(transfer)}. The lead times are our defaults` };
  },
  /** { steps: [{ title, days, fixed }] }: dates before and after transfer, one a line. Suggested days move to the working day before. Slipway default. */
  transferDates: (input) => {
    const transfer = firstDay(input.answer, keys(input.params.dates));
    if (!transfer) return waiting('text', DATE_FIRST);
    const steps = (Array.isArray(input.params.steps) ? input.params.steps : []) as { title: string; days: number; fixed?: boolean }[];
    const lines = steps.map((step) => {
      const counted = addDays(transfer, step.days);
      const on = step.fixed || isWorkingDay(counted) ? counted : addWorkingDays(counted, -1);
      return `${dayInWords(on)}: ${fillLabels(step.title, input.pathway.labels)}`;
    });
    return { value: lines.join('\n'), unit: 'text', working: `Counted from ${dayInWords(transfer)}. Suggested days never fall on a weekend or bank holiday` };
  },
  /** How many rows are each colour: "8 green, 3 amber, 1 red". */
  colourCounts: ({ answer, params }) => {
    const rows = asRows(answer(String(params.question)));
    const column = String(params.column);
    if (rows.length === 0) return waiting('text', 'Shown when the table is filled in');
    const counts = ['green', 'amber', 'red'].map((colour) => `${rows.filter((row) => row[column] === colour).length} ${colour}`);
    const coloured = rows.filter((row) => asText(row[column])).length;
    return { value: counts.join(', '), unit: 'text', working: `${coloured} of ${Number(params.rows)} rows have a colour` };
  },
  /**
   * { blocks, settled }: how many conditions that stop this are open. The application gives them under the answer key
   * `conditions`, as rows of text, owner, dueOn, blocks and state.
   */
  openConditions: ({ answer, params, today }) => {
    const all = answer('conditions');
    if (all === undefined) return waiting('whole', 'The conditions are listed on the case page');
    const open = asRows(all).filter((row) => keys(params.blocks).includes(String(row.blocks)) && !keys(params.settled).includes(String(row.state)));
    if (open.length === 0) return { value: 0, unit: 'whole', working: 'No condition that stops go-live is open' };
    const lines = open.map((row) => {
      const due = realDay(row.dueOn);
      const when = due ? ` (${due < today ? 'was due' : 'due'} ${dayInWords(due)})` : '';
      return `${asText(row.text) ?? 'A condition'}${when}`;
    });
    return { value: open.length, unit: 'whole', working: `Still open: ${lines.join('; ')}` };
  },
};
