import { newId } from '#db/codec.ts';
import { transaction, type Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { deleteReadingDraftsBefore, insertReadingDraft, readingDraftById } from '#db/tables/reading-drafts.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { whyNoResult } from '../benefits/benefit-command.server.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { mayRecordResult, maySeeBenefits, TEAM } from '../cases/cases.policy.ts';
import { now, today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { database } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { readTable, type Against } from './check-import.server.ts';
import { mayImportResults } from './results.policy.ts';

const DAYS_KEPT = 7;

/** Keeps a table of results while its preview is read. Nothing is recorded. Refused when its rows or headings cannot be told apart. */
export async function keepImport(actor: Actor, caseId: string, { text, fileName }: { text: string; fileName: string }): Promise<Done<{ draftId: string }> | Refused> {
  return caseCommand(actor, caseId, TEAM, async (tx, file, at) => {
    if (!maySeeBenefits(file.roles, file.standings)) return absent();
    if (!mayImport(file, await benefitsOf(tx, caseId))) return refused(403, 'Only the team and the people named to record results can add them');
    const field = fileName ? 'file' : 'pasted';
    const table = readTable(text);
    if (!table.ok) return refused(422, { field, message: table.message });
    if (table.rows.length === 0) return refused(422, { field, message: 'There is no row with a result' });
    const id = newId();
    await insertReadingDraft(tx, { id, case_id: caseId, file_name: fileName, text, by: actor.id, at });
    return done({ draftId: id });
  });
}

/** The draft as its own author may see it. */
export async function draftOf(reader: Reader, file: CaseFile, draftId: string): Promise<Row<'reading_drafts'> | undefined> {
  const draft = await readingDraftById(reader, draftId);
  return draft?.case_id === file.case.id && draft.by === file.actor.id ? draft : undefined;
}

export const mayImport = (file: CaseFile, benefits: readonly Row<'benefits'>[]): boolean =>
  mayImportResults({ me: file.actor.id, roles: file.roles, exclusion: file.exclusion }, benefits.map((b) => b.recorder_id));

/** What the rows of a file are held against, for this person and today. The law is asked once a benefit, not once a row. */
export async function againstRecord(reader: Reader, file: CaseFile): Promise<Against> {
  const benefits = await benefitsOf(reader, file.case.id);
  const reasons = new Map(benefits.map((b) => [b.id, whyNotAdded(file, b)]));
  return { benefits, inForce: inForce(await readingsOf(reader, [...reasons.keys()])), today: today(), whyNot: ({ id }) => reasons.get(id) ?? null };
}

function whyNotAdded(file: CaseFile, b: Row<'benefits'>): string | null {
  if (b.withdrawn_at) return `This promise was withdrawn on ${day(dayOf(b.withdrawn_at))}, so no result can be added`;
  if (!mayRecordResult(file.roles, file.actor.id, b.recorder_id)) return 'Somebody else is named to record the results of this benefit';
  return whyNoResult(file, b, now().toISOString())[0] ?? null;
}

/** Forgets tables that nobody came back for. */
export const forgetOldImports = (): Promise<void> =>
  transaction(database(), (tx) => deleteReadingDraftsBefore(tx, new Date(now().getTime() - DAYS_KEPT * 86_400_000).toISOString()));
