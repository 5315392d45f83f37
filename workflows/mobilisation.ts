import { asRows, asText, type AnswerValue, type Row } from './checks/check.ts';
import { addDays } from './dates.ts';

/** A task before go-live, as definitions hold it. `weeks` before the transfer it should start; negative is after. */
export interface Task {
  key: string;
  title: string;
  weeks: number;
  blocker: boolean;
  after: string[];
}
type Answer = (key: string) => AnswerValue | undefined;
export type TaskState = 'not-started' | 'in-progress' | 'done' | 'not-needed';

/** A real calendar day, or undefined whatever was stored. */
export function realDay(value: unknown): string | undefined {
  const text = asText(value);
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** The first of these questions that holds a day. */
export const firstDay = (answer: Answer, keys: readonly string[]): string | undefined =>
  keys.map((key) => realDay(answer(key))).find((day) => day !== undefined);

const STATES: readonly string[] = ['in-progress', 'done', 'not-needed'];
/** A row's state; what is empty or unknown is not started. */
export const stateOf = (row: Row | undefined): TaskState =>
  (STATES.includes(String(row?.status)) ? row!.status : 'not-started') as TaskState;

/** The state of every task in these tables, by task key. */
export const statesIn = (answer: Answer, tables: readonly string[]): Map<string, TaskState> =>
  new Map(tables.flatMap((table) => asRows(answer(table))).map((row) => [String(row.row), stateOf(row)]));

export const isClosed = (state: TaskState | undefined): boolean => state === 'done' || state === 'not-needed';

/** The last day on which a task can start. */
export const latestStart = (transfer: string, task: Pick<Task, 'weeks'>): string => addDays(transfer, -task.weeks * 7);

/** Tasks that come before the transfer and should have started by now, but have not. */
export const lateTasks = (tasks: readonly Task[], states: Map<string, TaskState>, transfer: string, today: string): Task[] =>
  tasks.filter((task) => task.weeks > 0 && (states.get(task.key) ?? 'not-started') === 'not-started' && today > latestStart(transfer, task));

/**
 * The earliest transfer these lead times allow: today, plus the longest lead of a blocker not started. Leads count back
 * from the transfer, so they are compared, never added. Work in progress is taken to be on time. Slipway default.
 */
export function earliestTransferDay(
  tasks: readonly Task[],
  states: Map<string, TaskState>,
  today: string,
): { day: string; because: Task | undefined } {
  const waiting = tasks.filter((task) => task.blocker && task.weeks > 0 && (states.get(task.key) ?? 'not-started') === 'not-started');
  const because = waiting.reduce<Task | undefined>((longest, task) => (task.weeks > (longest?.weeks ?? 0) ? task : longest), undefined);
  return { day: addDays(today, (because?.weeks ?? 0) * 7), because };
}

/** Up to five names in a sentence: "A, B and 3 more". */
export const named = (names: readonly string[]): string =>
  names.length <= 5 ? names.join('; ') : `${names.slice(0, 4).join('; ')}; and ${names.length - 4} more`;
