import type { Row } from '#db/schema.ts';

type Owned = Pick<Row<'benefits'>, 'recorder_id' | 'provider_owner_id'>;

/** Who records the results of a benefit: the person named, else its owner for the provider, else the team lead. Only people who have a part in the case today. */
export function recorderOf(benefit: Owned, memberships: readonly Pick<Row<'memberships'>, 'person_id' | 'role' | 'until_at'>[]): string | undefined {
  const here = memberships.filter((m) => m.until_at === null);
  const named = [benefit.recorder_id, benefit.provider_owner_id].find((id) => here.some((m) => m.person_id === id));
  return named ?? here.find((m) => m.role === 'lead')?.person_id;
}
