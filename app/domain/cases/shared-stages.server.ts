import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import type { StageKey } from '#workflows/definition.ts';
import { addDays } from '#workflows/dates.ts';
import { dayOf, today } from '../clock.server.ts';

/** For how long what an invitation shares can be read, until the lead sets another day. */
const AT_FIRST = 90;

type Sharing = Pick<Row<'memberships'>, 'stages_json' | 'shared_until_on'>;

/** The stages a mentor may read today. After the last day there are none, whether or not a sweep has run. */
export const stagesShared = (m: Sharing): StageKey[] => (hasLapsed(m) ? [] : (fromJson<StageKey[]>(m.stages_json) ?? []));

const hasLapsed = ({ shared_until_on: until }: Sharing): boolean => until !== null && until < today();

/** How a mentor's part begins: what is shared with them, and until when. */
export const sharingAtFirst = (stages: readonly StageKey[], at: string): Sharing => ({
  stages_json: JSON.stringify(stages), shared_until_on: stages.length ? addDays(dayOf(at), AT_FIRST) : null,
});
