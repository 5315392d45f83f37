import { newId } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { documentById, insertDocument, replaceDocument as writeReplacement, withdrawDocument as writeWithdrawal } from '#db/tables/documents.server.ts';
import { conditionById } from '#db/tables/conditions.server.ts';
import type { Role } from '#workflows/definition.ts';
import { hasTag } from '#workflows/decide.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { isShutOutOf, isTooNarrow, mayAddDocument, mayAddKind, mayChangeDocument, STATEMENT } from './documents.policy.ts';
import type { Stored } from './file-store.server.ts';

/** A file that is stored already, and what is said about it. */
export interface NewDocument {
  stage: string | null;
  /** Evidence kind of the pathway, or 'other'. */
  kind: string;
  title: string;
  fileName: string;
  mediaType: string;
  seenBy: Row<'documents'>['seen_by'];
  personalData: boolean;
  /** A condition it is evidence for. */
  conditionId?: string | null;
  stored: Stored;
}
/** A new version keeps the stage, the kind and the condition of the one it replaces. */
export type NewVersion = Omit<NewDocument, 'stage' | 'kind' | 'conditionId'>;

const AS: readonly Role[] = ['lead', 'member', 'adviser', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'support', 'staffSide'];

const READS_DOCUMENTS = 'You can read this stage but not change its documents. The team lead can change that';
const onlyWho = (kind: string, act: string) => (kind === STATEMENT ? `Only its author can ${act} the statement of staff side` : `Only the team, or the person who added it, can ${act} this document`);
const TOO_NARROW = { field: 'seenBy', message: 'Select people who include those who check the condition' };

/** Why the statement of staff side stands as it is now; undefined for any other document, and while the team writes the stage. */
function statementStands(file: CaseFile, kind: string): Refused | undefined {
  const stage = kind === STATEMENT ? stageInFile(file, 'workforce')?.row.state : undefined;
  return stage !== undefined && !hasTag('stage', stage, 'editable') ? refused(422, 'The workforce plan is not with the team now, so its statement stays as it is until the plan comes back') : undefined;
}
const FOR_DECIDERS = { field: 'seenBy', message: 'Select people who include those who review and decide: they read the statement beside the stage' };

const rowOf = (actor: Actor, caseId: string, d: NewDocument, at: string) => ({
  id: newId(), case_id: caseId, stage: d.stage, kind: d.kind, title: d.title, file_name: d.fileName, media_type: d.mediaType,
  bytes: d.stored.bytes, content: d.stored.sha256, seen_by: d.seenBy, personal_data_at: d.personalData ? at : null,
  replaced_at: null, withdrawn_at: null, condition_id: d.conditionId ?? null, by: actor.id, at,
});

/** Adds a document to a case. Its bytes are on disk before this is called, so nothing slow happens in the transaction. */
export async function addDocument(actor: Actor, caseId: string, document: NewDocument): Promise<Done<{ documentId: string }> | Refused> {
  return caseCommand(actor, caseId, AS, async (tx, file, at) => {
    if (!mayAddDocument(file.roles)) return refused(403, 'Only people who work on this case can add documents');
    if (isShutOutOf(file.roles, file.standings, document.stage)) return refused(403, READS_DOCUMENTS);
    if (!mayAddKind(file.roles, document.kind)) return refused(403, 'Only staff side adds its statement. Ask them, or add what they sent you as another document');
    const stands = statementStands(file, document.kind);
    if (stands) return stands;
    if (isTooNarrow(document.kind, document.seenBy)) return refused(422, FOR_DECIDERS);
    const condition = document.conditionId ? await conditionById(tx, document.conditionId) : undefined;
    if (document.conditionId && condition?.case_id !== caseId) return absent();
    if (condition && (document.seenBy === 'team' || document.seenBy === 'mentor')) return refused(422, TOO_NARROW);
    const row = rowOf(actor, caseId, document, at);
    await insertDocument(tx, { ...row, version: 1, replaces_id: null });
    return done({ documentId: row.id }, { kind: 'document.add', caseId, subject: { ...aboutDocument(row), kind: row.kind, sha256: row.content }, sentence: `added a document: ${row.title}` });
  });
}

/** Puts a new version in the place of a document; the chain of versions is kept. */
export async function replaceDocument(actor: Actor, caseId: string, documentId: string, version: NewVersion): Promise<Done<{ documentId: string }> | Refused> {
  return caseCommand(actor, caseId, AS, async (tx, file, at) => {
    const current = await documentById(tx, documentId);
    if (current?.case_id !== caseId) return absent();
    if (!mayChangeDocument(file.roles, current.by === actor.id, current.kind)) return refused(403, onlyWho(current.kind, 'replace'));
    const stands = statementStands(file, current.kind);
    if (stands) return stands;
    if (isTooNarrow(current.kind, version.seenBy)) return refused(422, FOR_DECIDERS);
    if (isShutOutOf(file.roles, file.standings, current.stage)) return refused(403, READS_DOCUMENTS);
    const narrow = current.condition_id !== null && (version.seenBy === 'team' || version.seenBy === 'mentor');
    if (narrow) return refused(422, TOO_NARROW);
    const row = rowOf(actor, caseId, { ...version, stage: current.stage, kind: current.kind, conditionId: current.condition_id }, at);
    if (!(await writeReplacement(tx, documentId, row))) return changedMeanwhile();
    return done({ documentId: row.id }, { kind: 'document.replace', caseId, subject: { ...aboutDocument(row), replaces: documentId, sha256: row.content }, sentence: `added a new version of ${row.title}` });
  });
}

/** Takes a document out of use. Its row and bytes stay: versions already sent refer to them. */
export async function withdrawDocument(actor: Actor, caseId: string, documentId: string): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, AS, async (tx, file, at) => {
    const current = await documentById(tx, documentId);
    if (current?.case_id !== caseId) return absent();
    if (!mayChangeDocument(file.roles, current.by === actor.id, current.kind)) return refused(403, onlyWho(current.kind, 'withdraw'));
    const stands = statementStands(file, current.kind);
    if (stands) return stands;
    if (isShutOutOf(file.roles, file.standings, current.stage)) return refused(403, READS_DOCUMENTS);
    if (!(await writeWithdrawal(tx, documentId, at))) return changedMeanwhile();
    return done(null, { kind: 'document.withdraw', caseId, subject: aboutDocument(current), sentence: `withdrew a document: ${current.title}` });
  });
}

/** What an entry says of a document, so that it is shown to those alone who may know of it. */
const aboutDocument = (row: Pick<Row<'documents'>, 'id' | 'stage' | 'seen_by'>) => ({ document: row.id, seenBy: row.seen_by, ...(row.stage && { stage: row.stage }) });
