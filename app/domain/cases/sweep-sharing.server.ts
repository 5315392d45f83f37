import { fromJson } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { membershipsOfCase, shareStages, sharingUntilBy } from '#db/tables/memberships.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { remindedUnder } from '#db/tables/reminders.server.ts';
import { addDays, dayInWords } from '#workflows/dates.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done, refused, type Deed } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { tellOnce } from '../notifications/tell.server.ts';
import { holdersOf } from './case-file.server.ts';

/** Days before the last one on which both sides hear of it; on the day itself they hear again. */
const BEFORE = 7;

type Ending = Awaited<ReturnType<typeof sharingUntilBy>>[number];
const isShared = (row: Ending) => (fromJson<string[]>(row.stages_json) ?? []).length > 0;
const hasEnded = (row: Ending) => row.shared_until_on! < today();
const isLastDay = (row: Ending) => row.shared_until_on === today();
/** Under which the mentor is told once; each lead under it with their number. */
const wordOf = (row: Ending, nth = 0) => `sharing:${row.id}:${row.shared_until_on}:${isLastDay(row) ? 'day' : 'week'}${nth ? `:${nth}` : ''}`;

/** Tells the mentor and the lead a week before the last day of what is shared and on it, and puts on record that it ended. */
export async function sweepSharing(): Promise<void> {
  const rows = (await sharingUntilBy(reader(), addDays(today(), BEFORE))).filter(isShared);
  if (rows.length === 0) return;
  const told = await remindedUnder(reader(), rows.map((row) => wordOf(row)));
  for (const row of rows) {
    if (hasEnded(row)) await command(CLOCK, (tx) => end(tx, row));
    else if (!told.has(wordOf(row))) await command(CLOCK, async (tx, at) => { await remind(tx, at, row); return done(null); });
  }
}

async function end(tx: Writer, { id, case_id }: Ending) {
  const now = (await membershipsOfCase(tx, case_id)).find((m) => m.id === id);
  if (!now || now.until_at !== null || now.shared_until_on === null || now.shared_until_on >= today()) return refused(409, 'It was changed a moment ago');
  await shareStages(tx, id, '[]', null);
  const [mentor] = await peopleByIds(tx, [now.person_id]);
  const deed: Deed = {
    kind: 'part.lapse', caseId: case_id, subject: { membership: id, stages: fromJson(now.stages_json), until: now.shared_until_on, by: 'Slipway' },
    sentence: `ended what ${mentor?.name ?? 'the mentor'} could read: the last day was ${dayInWords(now.shared_until_on)}`,
  };
  return done(null, deed);
}

async function remind(tx: Writer, at: string, row: Ending): Promise<void> {
  const memberships = await membershipsOfCase(tx, row.case_id);
  const [mentor] = await peopleByIds(tx, [row.person_id]);
  const when = isLastDay(row) ? `today, ${dayInWords(row.shared_until_on!)}` : `on ${dayInWords(row.shared_until_on!)}`;
  const news = { caseId: row.case_id, kind: 'needsYou' as const, about: 'reminders' as const };
  await tellOnce(tx, at, row.person_id, {
    ...news, link: `/cases/${row.case_id}`, text: `What you can read ends ${when}: ${row.case_title}`,
    because: 'You can read what the team shares with you up to the end of that day. The team lead can share it for longer.',
  }, wordOf(row));
  for (const [nth, lead] of holdersOf({ memberships }, 'lead').entries()) {
    await tellOnce(tx, at, lead, {
      ...news, link: `/cases/${row.case_id}/people/${row.id}/sharing`, text: `What ${mentor?.name ?? 'your mentor'} can read ends ${when}: ${row.case_title}`,
      because: 'If you do nothing, they can read nothing more after that day. To share it for longer, set a later day.',
    }, wordOf(row, nth + 1));
  }
}
