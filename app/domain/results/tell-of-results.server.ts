import type { Row } from '#db/schema.ts';
import { readingChecksOf } from '#db/tables/reading-checks.server.ts';
import { day } from '../../lib/dates.ts';
import type { OnBenefit } from '../benefits/benefit-command.server.ts';
import { tell } from '../notifications/tell.server.ts';

/** The other owner hears of a new result. Of a corrected one, whoever had said something of the old one: it is to be checked again. */
export async function tellOfResult({ tx, file, row, at }: OnBenefit, corrected?: Row<'readings'>): Promise<void> {
  const link = `/cases/${file.case.id}/benefits/${row.id}/results`;
  const news = { caseId: file.case.id, link };
  if (!corrected) {
    if (row.commissioner_owner_id) await tell(tx, at, [row.commissioner_owner_id], { ...news, kind: 'information', about: 'results', text: `${file.actor.name} recorded a result: ${row.title}` }, file.actor.id);
    return;
  }
  const checkers = (await readingChecksOf(tx, [row.id])).filter((check) => check.reading_id === corrected.id && check.kind !== 'answered').map((check) => check.by);
  await tell(tx, at, checkers, {
    ...news, kind: 'needsYou', about: 'results', text: `${file.actor.name} corrected a result you looked at: ${row.title}, to ${day(corrected.period_on)}`,
    because: 'The new figure counts as not confirmed until you or somebody else on your side has looked at it.',
  }, file.actor.id);
}
