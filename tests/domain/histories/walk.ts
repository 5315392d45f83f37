import { isRefusedByTrigger } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import type { Done, Refused } from '#app/domain/command.server.ts';
import { reader } from '#app/domain/database.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import type { OnStage, SmallWorld } from '#tests/setup/small-world.ts';
import type { Role, StageKey } from '#workflows/definition.ts';

/** One act as it was drawn. */
export interface Step<Act extends string = string> {
  act: Act;
  /** Which one, where there are several: of holders, outcomes, kinds, days. */
  n: number;
  who: OnStage;
  other: OnStage;
  /** By somebody whose act it is, as things stand; else by `who`, whoever that is. */
  willing: boolean;
}
export interface Walk {
  world: SmallWorld;
  caseId: string;
  stage: StageKey;
}
export type Outcome = Done<unknown> | Refused;
/** Each thing an act tried, with its answer. */
export type Act = (walk: Walk, step: Step) => Promise<Outcome[]>;

export const people = (walk: Walk): Actor[] => Object.values(walk.world.people);
export const person = (walk: Walk, id: string): Actor => people(walk).find((p) => p.id === id)!;
export const named = (walk: Walk, who: OnStage): Actor => walk.world.people[who];
export const partsOf = (walk: Walk): Promise<Row<'memberships'>[]> => membershipsOfCase(reader(), walk.caseId);

/** Whoever holds a role today when the step is willing; else whoever was drawn. */
export async function actorFor(walk: Walk, step: Step, role: Role): Promise<Actor> {
  const holders = step.willing ? (await partsOf(walk)).filter((m) => m.role === role && m.until_at === null) : [];
  return holders.length ? person(walk, holders[step.n % holders.length]!.person_id) : named(walk, step.who);
}

/** Direct SQL that may be refused, told as a command would be. */
export async function direct(work: () => Promise<void>): Promise<Outcome> {
  try {
    await work();
    return { ok: true, value: null, events: [] };
  } catch (error) {
    if (isRefusedByTrigger(error)) return { ok: false, status: 403, reasons: [] };
    throw error;
  }
}

/** A fixture that stops at a refusal is an answer too; a fault of the database is none. */
export const attempt = async (work: () => Promise<unknown>): Promise<Outcome> =>
  work().then(() => ({ ok: true as const, value: null, events: [] }), (error: unknown) => {
    if (error instanceof Error && error.constructor === Error && !('code' in error)) return { ok: false as const, status: 422 as const, reasons: [{ message: error.message }] };
    throw error;
  });
