import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { deleteReadingDraft } from '#db/tables/reading-drafts.server.ts';
import { insertReadings } from '#db/tables/readings.server.ts';
import { judgedBy } from '#db/tables/verdicts.server.ts';
import { counted } from '../../lib/money.ts';
import { watchSigns } from '../alerts/watch-signs.server.ts';
import { moveBenefit } from '../benefits/benefit-command.server.ts';
import { readingRow } from '../benefits/record-reading.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { absent, done, refused, type Deed, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { byKey } from './by-key.ts';
import { checkImport, type CheckedImport, type CheckedRow } from './check-import.server.ts';
import { againstRecord, draftOf } from './import-drafts.server.ts';
import { countsOf, importKey, seenAs } from './import-preview.server.ts';

/**
 * Records every new result of a draft, or none. Each row is held against the record once more in the same transaction, and what
 * came between is told. The draft goes with it: the same press again says how many were saved and does nothing.
 */
export async function commitImport(actor: Actor, caseId: string, draftId: string, seen: string): Promise<Done<{ saved: number }> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    const draft = await draftOf(tx, file, draftId);
    if (!draft) return absent();
    const checked = checkImport(draft.text, await againstRecord(tx, file));
    if (!checked.ok) return refused(422, checked.message);
    const no = whyNotSaved(checked, seen);
    if (no) return no;
    const rows = checked.rows.filter((row) => row.status === 'new');
    const judged = await judgedBy(tx, actor.id, [...new Set(rows.map(({ benefit }) => benefit!.id))]);
    if (judged.length) return refused(403, `You judged ${rows.find(({ benefit }) => benefit!.id === judged[0])!.benefit!.title}, so somebody else must record its results`);
    await insertReadings(tx, rows.map(({ benefit, form }) => readingRow(benefit!.id, form!, { by: actor.id, at, replaces: null })));
    await deleteReadingDraft(tx, draft.id);
    const deeds = await moveEach(tx, file, at, rows);
    return Array.isArray(deeds) ? done({ saved: rows.length }, ...deeds, ...(await watchSigns(tx, file, at))) : deeds;
  }, { key: importKey(draftId), payload: { caseId, draftId } });
}

const TOLD = 5;

function whyNotSaved(checked: CheckedImport, seen: string): Refused | null {
  const counts = countsOf(checked);
  const moved = seenAs(counts) !== seen;
  const wrong = checked.rows.filter((row) => row.status === 'error');
  const rows = wrong.slice(0, TOLD).map((row) => `Row ${row.line}: ${Object.values(row.wrong)[0]}`);
  if (moved) return refused(409, `The record changed since you looked: ${counted(counts.new, 'row is', 'rows are')} new now, ${count(counts.same)} recorded already, ${count(counts.error)} to put right. Nothing was saved. Look again, then save`, ...rows);
  if (wrong.length) return refused(422, `Nothing was saved, because ${counted(wrong.length, 'row is', 'rows are')} to put right`, ...rows);
  return counts.new === 0 ? refused(422, 'There is nothing new to save: every row is recorded already') : null;
}

const count = (n: number) => n.toLocaleString('en-GB');

/** Each benefit moves once, with one event that counts; the other owner hears of it. */
async function moveEach(tx: Writer, file: CaseFile, at: string, rows: readonly CheckedRow[]): Promise<Deed[] | Refused> {
  const deeds: Deed[] = [];
  for (const of of byKey(rows, (row) => row.benefit!.id).values()) {
    const row: Row<'benefits'> = of[0]!.benefit!;
    const days = of.map(({ form }) => form!.periodOn).sort();
    const what = `${counted(of.length, 'result')} at once for: ${row.title}`;
    const moved = await moveBenefit({ tx, file, row, at }, { type: 'record', deed: { kind: 'benefit.import', subject: { count: of.length, from: days[0], to: days.at(-1) }, sentence: `recorded ${what}` } });
    if (!moved.ok) return moved;
    deeds.push(...moved.events);
    if (row.commissioner_owner_id) await tell(tx, at, [row.commissioner_owner_id], { caseId: file.case.id, kind: 'information', about: 'results', text: `${file.actor.name} recorded ${what}`, link: `/cases/${file.case.id}/benefits/${row.id}/results` }, file.actor.id);
  }
  return deeds;
}
