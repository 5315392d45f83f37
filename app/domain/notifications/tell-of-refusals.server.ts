import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { livePeopleIn } from '#db/tables/appointments.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { openInvitationsTo } from '#db/tables/invitations.server.ts';
import { liveMembershipsOfCases, membershipsOf } from '#db/tables/memberships.server.ts';
import { personByEmail } from '#db/tables/people.server.ts';
import { refusedAddresses } from '#db/tables/refused-addresses.server.ts';
import { remindedUnder } from '#db/tables/reminders.server.ts';
import { addDays } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tellEachOnce } from './tell.server.ts';

/** Days after which a refusal nobody was told of is left to the pages that show it. */
const RECENT = 14;

/** Tells once of each address that a mail server refused: the leads of the cases its owner is in, whoever invited it, and the support unit. */
export async function tellOfRefusals(): Promise<void> {
  const refused = await refusedAddresses(reader(), addDays(today(), -RECENT));
  if (refused.length === 0) return;
  const told = await remindedUnder(reader(), refused.map(wordOf));
  for (const row of refused.filter((one) => !told.has(wordOf(one)))) {
    await command(CLOCK, async (tx, at) => {
      await tellOf(tx, at, row);
      return done(null);
    });
  }
}

const wordOf = ({ id }: Row<'refused_addresses'>) => `refused:${id}`;

async function tellOf(tx: Writer, at: string, row: Row<'refused_addresses'>): Promise<void> {
  const [person, invited] = [await personByEmail(tx, row.address), await openInvitationsTo(tx, row.address)];
  const parts = person ? await membershipsOf(tx, person.id) : [];
  const ids = [...new Set([...parts, ...invited].map((one) => one.case_id))];
  const [cases, memberships] = ids.length ? await Promise.all([casesByIds(tx, ids), liveMembershipsOfCases(tx, ids)]) : [[], []];
  const name = person?.name ?? invited[0]?.name ?? row.address;
  const news = (caseId: string | null, link: string, where: string) =>
    ({ caseId, kind: 'needsYou', link, text: `Email does not reach ${name}${where}`, because: `The mail server refused ${row.address}. Ask them for an address that works. They are still told under Notifications.` }) as const;
  await tellEachOnce(tx, at, await livePeopleIn(tx, 'support'), news(null, '/mail', ''), wordOf(row));
  for (const found of cases.filter(({ state }) => !hasTag('case', state, 'ended'))) {
    const leads = holdersOf({ memberships: memberships.filter((part) => part.case_id === found.id) }, 'lead');
    const inviters = invited.filter((one) => one.case_id === found.id).map((one) => one.invited_by);
    const people = [...leads, ...inviters].filter((id) => id !== person?.id);
    await tellEachOnce(tx, at, people, news(found.id, `/cases/${found.id}/people`, `: ${found.title}`), `${wordOf(row)}:${found.id}`);
  }
}
