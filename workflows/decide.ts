import { transition, type AnyStateMachine } from 'xstate';
import type { BenefitFacts, CaseFacts, ConditionFacts, MentoringFacts, StageFacts } from './facts.ts';
import { benefitGuards, caseGuards, conditionGuards, mentoringGuards, stageGuards, type Guard } from './guards.ts';
import { benefitMachine, type BenefitEvent } from './machines/benefit.ts';
import { caseMachine, type CaseEvent } from './machines/case.ts';
import { conditionMachine, type ConditionEvent } from './machines/condition.ts';
import type { StateMeta } from './machines/lawful.ts';
import { mentoringMachine, type MentoringEvent } from './machines/mentoring.ts';
import { stageMachine, type StageEvent } from './machines/stage.ts';

/** The machines by id, with the version their rows carry. A state name once released is permanent (versions.ts). */
export const machines = {
  case: { machine: caseMachine as AnyStateMachine, guards: caseGuards as Record<string, Guard<CaseFacts, CaseEvent>>, version: 1 },
  stage: { machine: stageMachine as AnyStateMachine, guards: stageGuards as Record<string, Guard<StageFacts, StageEvent>>, version: 1 },
  condition: { machine: conditionMachine as AnyStateMachine, guards: conditionGuards as Record<string, Guard<ConditionFacts, ConditionEvent>>, version: 1 },
  benefit: { machine: benefitMachine as AnyStateMachine, guards: benefitGuards as Record<string, Guard<BenefitFacts, BenefitEvent>>, version: 1 },
  mentoring: { machine: mentoringMachine as AnyStateMachine, guards: mentoringGuards as Record<string, Guard<MentoringFacts, MentoringEvent>>, version: 1 },
} as const;
export type MachineId = keyof typeof machines;
interface Law {
  case: { facts: CaseFacts; event: CaseEvent };
  stage: { facts: StageFacts; event: StageEvent };
  condition: { facts: ConditionFacts; event: ConditionEvent };
  benefit: { facts: BenefitFacts; event: BenefitEvent };
  mentoring: { facts: MentoringFacts; event: MentoringEvent };
}

export type Decided = { ok: true; state: string; effects: string[] } | { ok: false; reasons: string[] };

/** The one question every command asks the law: may this row, at this state and with these facts, take this event? */
export function decide<M extends MachineId>(id: M, state: string, facts: Law[M]['facts'], event: Law[M]['event']): Decided {
  const { machine } = machines[id];
  const snapshot = machine.resolveState({ value: state, context: facts });
  if (!snapshot.can(event)) return { ok: false, reasons: refusals(id, state, facts, event) };
  const [next, actions] = transition(machine, snapshot, event);
  return { ok: true, state: String(next.value), effects: actions.map((a) => a.type) };
}

/** Each guard that says no to this event, as its sentence; of several candidates, the one that fails least. */
function refusals<M extends MachineId>(id: M, state: string, facts: Law[M]['facts'], event: Law[M]['event']): string[] {
  const candidates = transitionsOf(id, state, event.type);
  if (candidates.length === 0) return [`This cannot be done now: it is "${describe(id, state).title.toLowerCase()}"`];
  const named = machines[id].guards as Record<string, Guard<Law[M]['facts'], Law[M]['event']>>;
  const failing = candidates.map(({ guards }) =>
    guards.filter((name) => !named[name]!.test(facts, event)).map((name) => named[name]!.sentence(facts, event)),
  );
  return failing.sort((a, b) => a.length - b.length)[0] ?? [];
}

export interface Move {
  event: string;
  target: string;
  guards: string[];
}

/** The transitions a state has for an event (or for all), with the names of their guards. Drives refusals and diagrams. */
export function transitionsOf(id: MachineId, state: string, event?: string): Move[] {
  const on = machines[id].machine.getStateNodeById(`${id}.${state}`).config.on ?? {};
  return Object.entries(on as Record<string, unknown>)
    .filter(([type]) => event === undefined || type === event)
    .flatMap(([type, config]) => (Array.isArray(config) ? config : [config]).map((t) => move(type, state, t)));
}

function move(event: string, state: string, config: { target?: string; guard?: { params?: { guards?: string[] } } }): Move {
  return { event, target: config.target ?? state, guards: config.guard?.params?.guards ?? [] };
}

/** Title, tone and description of a state, for pages. Throws when the name was never released. */
export function describe(id: MachineId, state: string): StateMeta {
  return machines[id].machine.getStateNodeById(`${id}.${state}`).meta as StateMeta;
}

/** Whether a state carries a tag: pages and policies ask for tags, never for names. */
export function hasTag(id: MachineId, state: string, tag: string): boolean {
  return machines[id].machine.getStateNodeById(`${id}.${state}`).tags.includes(tag);
}

/** Every state of a machine, in the order it is written. */
export const statesOf = (id: MachineId): string[] => Object.keys(machines[id].machine.states);
