import type { Reader } from '#db/database.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { coversDue, coversOf } from '#db/tables/covers.server.ts';
import { interestsOf } from '#db/tables/interests.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { today } from '../clock.server.ts';
import { CLOCK, command, done } from '../command.server.ts';
import { reader } from '../database.server.ts';
import { beginCover, closeCover, type CoverFile } from './cover-parts.server.ts';

/** Ends each cover whose last day has gone and begins each whose first day has come, once. */
export async function sweepCovers(): Promise<void> {
  for (const { id, case_id } of await coversDue(reader(), today())) {
    await command(CLOCK, async (tx, at) => {
      const file = await coverFile(tx, case_id);
      const cover = file.covers.find((c) => c.id === id && c.ended_at === null);
      if (!cover) return done(null);
      if (cover.until_on < today()) return done(null, ...(await closeCover(tx, file, cover, { at, by: null, why: `, whose last day was ${dayInWords(cover.until_on)}` })));
      return cover.membership_id ? done(null) : done(null, ...(await beginCover(tx, file, cover, at)));
    });
  }
}

async function coverFile(from: Reader, caseId: string): Promise<CoverFile> {
  const [row, memberships, interests, covers] = await Promise.all([caseById(from, caseId), membershipsOfCase(from, caseId), interestsOf(from, caseId), coversOf(from, caseId)]);
  return { case: row!, memberships, interests, covers };
}
