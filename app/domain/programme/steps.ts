import type { Places } from '#db/tables/programme.server.ts';

export type StepKey =
  | 'promised' | 'measurable' | 'contracted' | 'measured'
  | 'met' | 'missed' | 'notProven' | 'onTrack' | 'atRisk' | 'tooEarly' | 'unjudged'
  | 'notContracted' | 'undecided' | 'withdrawn';

export interface Step {
  key: StepKey;
  title: string;
  /** What is counted, in one sentence for the page. */
  counts: string;
  part: 'thread' | 'verdict' | 'beside';
  places: Places;
}

const LIVE = { settled: ['contracted', 'leftOut', 'undecided'] } as const;
const verdict = (key: StepKey & Places['verdict'], title: string, counts: string): Step => ({ key, title, counts, part: 'verdict', places: { ...LIVE, measured: 1, verdict: key } });

/** The thread of the whole programme: each number it shows, what it counts, and which places of a benefit make it up. */
export const STEPS: readonly Step[] = [
  { key: 'promised', title: 'Promised', counts: 'Every benefit on record that has not been withdrawn.', part: 'thread', places: LIVE },
  { key: 'measurable', title: 'Measurable', counts: 'Promised, with a measure, a starting figure and its source, and a target with its date.', part: 'thread', places: { ...LIVE, measurable: 1 } },
  { key: 'contracted', title: 'In the contract', counts: 'Measurable, with a clause that asks for it and how often it is reported.', part: 'thread', places: { settled: ['contracted'] } },
  { key: 'measured', title: 'Being measured', counts: 'It is settled whether it is in the contract, and results have come in or a verdict has been given.', part: 'thread', places: { ...LIVE, measured: 1 } },
  verdict('met', 'Met', 'The newest verdict says the target was reached and has lasted.'),
  verdict('missed', 'Missed', 'The newest verdict says the target was not reached by its date.'),
  verdict('notProven', 'Not proven', 'The newest verdict says the results cannot show it either way.'),
  verdict('onTrack', 'On track', 'The newest verdict, before the target date, says it is far enough along.'),
  verdict('atRisk', 'At risk', 'The newest verdict, before the target date, says it is not far enough along.'),
  verdict('tooEarly', 'Too early to say', 'The newest verdict was given under 12 months after go-live.'),
  { key: 'unjudged', title: 'No verdict yet', counts: 'Being measured, and nobody has judged it.', part: 'verdict', places: { ...LIVE, measured: 1, verdict: null } },
  { key: 'notContracted', title: 'Not in the contract, reason recorded', counts: 'Left out of the contract for a reason that the commissioner agreed to.', part: 'beside', places: { settled: ['leftOut'] } },
  { key: 'undecided', title: 'Not decided yet', counts: 'Neither in the contract nor left out with an agreed reason: nobody has to deliver it.', part: 'beside', places: { settled: ['undecided'] } },
  { key: 'withdrawn', title: 'Withdrawn', counts: 'No longer promised, with the reason recorded. Counted nowhere else.', part: 'beside', places: { settled: ['withdrawn'] } },
];

export const stepOf = (key: string): Step | undefined => STEPS.find((step) => step.key === key);
