import type { Reader } from '#db/database.server.ts';
import { roleInWords } from '../../lib/roles.ts';
import { holdersOf, standingsOf, type CaseFile } from '../cases/case-file.server.ts';
import { APPROVING, exclusionOf, TEAM } from '../cases/cases.policy.ts';
import type { Reason } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import type { OnBenefit } from './benefit-command.server.ts';
import type { BenefitDetails } from './benefit-details.schema.ts';

export const OWNERS = ['providerOwner', 'commissionerOwner', 'recorder'] as const;
type Owner = (typeof OWNERS)[number];

/** Ids of the people of the case who may be named for each part. Nobody who is shut out of deciding owns it for the commissioner. */
export function ownersAmong(file: CaseFile): Record<Owner, string[]> {
  const provider = holdersOf(file, ...TEAM);
  const independent = (id: string) => exclusionOf(standingsOf(file.memberships, id), file.interests.filter((i) => i.person_id === id).map((i) => ({ kind: i.kind, at: i.declared_at })), String) === null;
  const commissioner = holdersOf(file, ...APPROVING).filter(independent);
  return { providerOwner: provider, commissionerOwner: commissioner, recorder: [...new Set([...provider, ...commissioner])] };
}

const NOT_AMONG: Record<Owner, string> = {
  providerOwner: 'Select somebody of the team',
  commissionerOwner: "Select somebody on the approver's side who is free to decide",
  recorder: "Select somebody of the team or on the approver's side",
};

/** Who is newly named and may not be, each at their field. Whoever was named before stays until another is. */
export function ownerProblems(file: CaseFile, before: BenefitDetails, said: BenefitDetails): Reason[] {
  const among = ownersAmong(file);
  return newlyNamed(before, said).filter(([owner, id]) => !among[owner].includes(id)).map(([field]) => ({ field, message: NOT_AMONG[field] }));
}

const newlyNamed = (before: BenefitDetails, said: BenefitDetails): [Owner, string][] =>
  OWNERS.flatMap((owner) => (said[owner] && said[owner] !== before[owner] ? [[owner, said[owner]] as [Owner, string]] : []));

const PARTS: Record<Owner, string> = { providerOwner: 'own for the team', commissionerOwner: 'own for the commissioner', recorder: 'record the results of' };

/** Whoever is newly named hears what for. */
export async function tellNamed({ tx, file, row, at }: OnBenefit, before: BenefitDetails, said: BenefitDetails): Promise<void> {
  for (const [owner, id] of newlyNamed(before, said)) {
    await tell(tx, at, [id], { caseId: file.case.id, kind: 'information', about: 'benefits', text: `${file.actor.name} named you to ${PARTS[owner]}: ${row.title}`, link: `/cases/${file.case.id}/benefits/${row.id}` }, file.actor.id);
  }
}

/** Who is offered for each part, by name; whoever is named now stays on offer. */
export async function ownersOnOffer(reader: Reader, file: CaseFile, now: Record<string, string>): Promise<Record<Owner, { value: string; label: string }[]>> {
  const among = ownersAmong(file);
  const name = await namesOf(reader, [...among.recorder, ...OWNERS.map((owner) => now[owner] ?? '')]);
  const roleOf = (id: string) => file.memberships.filter((m) => m.person_id === id && m.until_at === null).map((m) => roleInWords(m.role)).join(', ') || 'no longer in this case';
  const offered = (owner: Owner) => [...new Set([...among[owner], ...(now[owner] ? [now[owner]] : [])])].map((id) => ({ value: id, label: `${name(id)}, ${roleOf(id)}` }));
  return { providerOwner: offered('providerOwner'), commissionerOwner: offered('commissionerOwner'), recorder: offered('recorder') };
}
