import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { organisationById } from '#db/tables/organisations.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeSubmission } from '../cases/cases.policy.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { CONDITION_MOVES, wordsOf } from './conditions.policy.ts';

export interface DischargePage {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  decision: { id: string; at: string; by: string; organisation: string };
  /** When the last one was settled. */
  at: string;
  conditions: { id: string; number: number; text: string; how: string; note: string; by: string; at: string }[];
}
const SETTLING = CONDITION_MOVES.map((m) => `condition.${m.type}`);

/** The letter that every condition of an approval is settled; undefined while one is open, when there was none, or for those who may not see the stage. */
export async function dischargePage(reader: Reader, file: CaseFile, stage: string): Promise<DischargePage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return undefined;
  const decision = (await decisionsOf(reader, file.case.id)).findLast((d) => d.stage === found.key && d.line === 'first' && d.outcome === 'approvedWithConditions' && d.voided_at === null);
  if (!decision) return undefined;
  const [all, events, organisation] = await Promise.all([
    conditionsOf(reader, file.case.id), eventsOf(reader, file.case.id, { limit: 1000, kinds: SETTLING }), decision.organisation_id ? organisationById(reader, decision.organisation_id) : undefined,
  ]);
  const own = all.filter((c) => c.decision_id === decision.id);
  if (own.some((c) => !hasTag('condition', c.state, 'settled'))) return undefined;
  const last = new Map(own.map((c) => [c.id, events.find((e) => fromJson<{ condition?: string }>(e.subject_json).condition === c.id)]));
  const name = await namesOf(reader, [decision.by, ...[...last.values()].map((e) => e?.actor_id ?? null)]);
  const say = (text: string) => inWords(text, file.pathway);
  return {
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: say(found.entry.stage.title), noun: say(found.entry.stage.noun) },
    decision: { id: decision.id, at: decision.at, by: name(decision.by), organisation: organisation?.name ?? '' },
    at: [...last.values()].map((e) => e?.at ?? decision.at).sort().at(-1) ?? decision.at,
    conditions: own.map((c) => {
      const event = last.get(c.id);
      return { id: c.id, number: c.number, text: wordsOf(c), how: describe('condition', c.state).title, note: event ? (fromJson<{ note?: string }>(event.subject_json).note ?? '') : '', by: name(event?.actor_id ?? null), at: event?.at ?? c.at };
    }),
  };
}
