import { text } from 'node:stream/consumers';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { documentsOf } from '#db/tables/documents.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { inWords } from '#workflows/form.ts';
import { caseForActor, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { absent, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { addDocument, replaceDocument, type NewVersion } from './add-document.server.ts';
import { documentsSeen } from './documents-page.server.ts';
import { STATEMENT } from './documents.policy.ts';
import { openFile, storeFile } from './file-store.server.ts';

/** A statement of staff side as everybody who may see it reads it: its very words, or the file it was given in. */
export interface StatementShown {
  id: string;
  title: string;
  by: string;
  at: string;
  version: number;
  words: string | null;
}
const TYPED = 'text/plain; charset=utf-8';
const FILE_NAME = 'statement-of-staff-side.txt';

/** Those in force for a stage that this person may see. Only the workforce plan has them. */
export async function statementsFor(from: Reader, file: CaseFile, stage: string): Promise<StatementShown[]> {
  if (stage !== 'workforce') return [];
  const rows = await documentsSeen(from, file, (await inForce(from, file)));
  const name = await namesOf(from, rows.map((row) => row.by));
  return Promise.all(rows.map(async (row) => ({ id: row.id, title: row.title, by: name(row.by), at: row.at, version: row.version, words: await wordsOf(row) })));
}

/** Whether this person may write one now. */
export const mayState = (file: CaseFile, stage: string): boolean => stage === 'workforce' && file.roles.includes('staffSide') && hasTag('stage', file.stages.get('workforce')?.state ?? 'notOpen', 'editable');

export interface StatementPage {
  case: { id: string; title: string };
  stage: { title: string; noun: string };
  /** What this person typed before; '' when nothing, or a file. */
  words: string;
}
/** The page on which staff side writes; undefined for a stage that takes no statement. */
export async function statementPage(from: Reader, file: CaseFile, stage: string): Promise<StatementPage | undefined> {
  const found = stage === 'workforce' ? stageInFile(file, stage) : undefined;
  if (!found) return undefined;
  const own = await ownTyped(from, file);
  return {
    case: { id: file.case.id, title: file.case.title },
    stage: { title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
    words: own ? ((await wordsOf(own)) ?? '') : '',
  };
}

/** Keeps the words as a document nobody else can change; what the same person typed before is the version before it. */
export async function writeStatement(actor: Actor, caseId: string, stage: string, words: string): Promise<Done<{ documentId: string }> | Refused> {
  const file = await caseForActor(reader(), actor, caseId);
  if (!file || stage !== 'workforce') return absent();
  if (!file.roles.includes('staffSide')) return refused(403, 'Only staff side writes its statement');
  if (!mayState(file, stage)) return refused(422, 'The workforce plan is not with the team now, so its statement stays as it is until the plan comes back');
  const version: NewVersion = { title: 'Statement of staff side', fileName: FILE_NAME, mediaType: TYPED, seenBy: 'reviewers', personalData: false, stored: await storeFile([Buffer.from(words, 'utf8')]) };
  const own = await ownTyped(reader(), file);
  return own ? replaceDocument(actor, caseId, own.id, version) : addDocument(actor, caseId, { ...version, stage: 'workforce', kind: STATEMENT });
}

async function inForce(from: Reader, file: CaseFile): Promise<Row<'documents'>[]> {
  return (await documentsOf(from, file.case.id)).filter((row) => row.kind === STATEMENT && row.stage === 'workforce' && row.replaced_at === null && row.withdrawn_at === null);
}

const ownTyped = async (from: Reader, file: CaseFile) => (await inForce(from, file)).find((row) => row.by === file.actor.id && row.file_name === FILE_NAME);

const LONGEST = 100_000;
const wordsOf = async (row: Row<'documents'>): Promise<string | null> => (row.media_type === TYPED && row.bytes <= LONGEST ? text(await openFile(row.content)) : null);
