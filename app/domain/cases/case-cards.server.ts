import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { holdsOfCases } from '#db/tables/holds.server.ts';
import { liveMembershipsOfCases } from '#db/tables/memberships.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { stagesOfCases } from '#db/tables/stages.server.ts';
import type { Pathway, Role, StageKey } from '#workflows/definition.ts';
import { dayOf, today } from '../clock.server.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { heldDays } from '../stages/held-days.server.ts';
import { turnsOf, type TurnSource, type TurnView } from '../stages/turns.server.ts';
import type { CaseFile } from './case-file.server.ts';
import { stagesShared } from './shared-stages.server.ts';
import { casesJudgedIn, shutOutOf } from './waiting-for.server.ts';

/** One case in a list: who has the turn, for this reader. */
export interface CaseCard {
  case: Row<'cases'>;
  pathway: Pathway;
  pathwayTitle: string;
  /** Names of the mentors. */
  mentors: string[];
  roles: Role[];
  /** Stages shared with a mentor; null when the reader is not only a mentor. */
  shared: StageKey[] | null;
  stages: Map<StageKey, Row<'stages'>>;
  turns: TurnView[];
}

/** Cards for cases already found for the reader, in their order: a fixed number of reads however many there are, and two more for each that waits for a judgement of theirs. */
export async function cardsFor(reader: Reader, actor: Actor, cases: readonly Row<'cases'>[]): Promise<CaseCard[]> {
  const ids = cases.map((row) => row.id);
  const [stages, parts, holds] = await Promise.all([stagesOfCases(reader, ids), liveMembershipsOfCases(reader, ids), holdsOfCases(reader, ids)]);
  const leading = parts.filter((part) => part.person_id === actor.id || part.role === 'lead' || part.role === 'sponsor' || part.role === 'secondLine' || part.role === 'mentor');
  const [names, organisations] = await namesFor(reader, leading);
  const [stagesBy, partsBy, holdsBy] = [groupBy(stages), groupBy(leading), groupBy(holds)];
  const looked = { cases, stages, parts: parts.filter((part) => part.person_id === actor.id) };
  const shutOut = await shutOutOf(reader, actor.id, casesJudgedIn(looked));
  return Promise.all(
    cases.map(async (row) => {
      const pathway = await pathwayOf(reader, row);
      const mine = (partsBy.get(row.id) ?? []).filter((part) => part.person_id === actor.id);
      const source: TurnSource = {
        case: row, pathway, names, organisations, me: actor.id, shutOut: shutOut.get(row.id) ?? null, today: today(), dayOf,
        stages: new Map((stagesBy.get(row.id) ?? []).map((stage) => [stage.stage as StageKey, stage])),
        parts: partsBy.get(row.id) ?? [],
        ...holdsOfSource(holdsBy.get(row.id) ?? []),
      };
      const mentoring = mine.find((part) => part.role === 'mentor');
      const shared = mentoring && mine.length === 1 ? stagesShared(mentoring) : null;
      return {
        case: row, pathway, pathwayTitle: pathway.title, shared,
        mentors: source.parts.filter((part) => part.role === 'mentor' && part.person_id !== actor.id).map((part) => names.get(part.person_id) ?? 'a mentor'),
        roles: mine.map((part) => part.role as Role),
        stages: source.stages as Map<StageKey, Row<'stages'>>,
        turns: turnsOf(source),
      };
    }),
  );
}

/** Whose turn it is in one case, for its pages. */
export async function turnsInFile(reader: Reader, file: CaseFile): Promise<TurnView[]> {
  const parts = file.memberships.filter((m) => m.until_at === null);
  const [names, organisations] = await namesFor(reader, parts);
  return turnsOf({
    case: file.case, pathway: file.pathway, stages: file.stages, parts, names, organisations, me: file.actor.id, shutOut: file.exclusion, today: today(), dayOf,
    ...holdsOfSource(file.holds),
  });
}

const holdsOfSource = (holds: readonly Row<'holds'>[]) => ({ holds: heldDays(holds), holdReason: holds.find((hold) => hold.until_at === null)?.reason ?? '' });

async function namesFor(reader: Reader, parts: readonly Pick<Row<'memberships'>, 'person_id' | 'organisation_id'>[]) {
  const [people, organisations] = await Promise.all([
    peopleByIds(reader, [...new Set(parts.map((part) => part.person_id))]),
    organisationsByIds(reader, [...new Set(parts.flatMap((part) => part.organisation_id ?? []))]),
  ]);
  return [new Map(people.map((p) => [p.id, p.name])), new Map(organisations.map((o) => [o.id, o.name]))] as const;
}

function groupBy<T extends { case_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.case_id);
    if (group) group.push(row);
    else groups.set(row.case_id, [row]);
  }
  return groups;
}
