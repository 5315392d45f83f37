import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { documentVersionsOf, sentBodiesOf } from '#db/tables/documents.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { STAGES, type StageKey } from '#workflows/definition.ts';
import { evidenceOf, inWords, stageOf } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { bodyOf } from '../stages/submissions.server.ts';
import { AUDIENCES, isShutOutOf, mayAddDocument, mayChangeDocument, maySeeDocument, seesEveryDocument } from './documents.policy.ts';

/** One version of a document as a page shows it. */
export interface DocumentView {
  id: string;
  title: string;
  kind: string;
  /** What it is evidence of, in the pathway's words. */
  kindTitle: string;
  stage: { key: StageKey; title: string } | null;
  conditionId: string | null;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  version: number;
  seenBy: Row<'documents'>['seen_by'];
  seenByTitle: string;
  personalData: boolean;
  state: 'current' | 'replaced' | 'withdrawn';
  by: string;
  at: string;
}

interface KindView {
  stage: StageKey;
  kind: string;
  title: string;
  hint: string | null;
  /** How many the stage needs; 0 when it may do without. */
  minimum: number;
  personalData: boolean;
}

/** Everything the documents pages know of a case: what this person may see, newest version of each first by age. */
export interface Documents {
  case: CaseHead;
  all: DocumentView[];
  kinds: KindView[];
  stages: { key: StageKey; title: string }[];
  mayAdd: boolean;
}

export async function documentsPage(reader: Reader, file: CaseFile): Promise<Documents> {
  const [rows, form] = await Promise.all([documentVersionsOf(reader, file.case.id), caseForm(reader, file)]);
  const seen = await documentsSeen(reader, file, rows);
  const names = new Map((await peopleByIds(reader, [...new Set(seen.map((row) => row.by))])).map((p) => [p.id, p.name]));
  const stages = STAGES.filter((key) => file.stages.has(key)).map((key) => ({ key, title: inWords(stageOf(file.pathway, key).stage.title, file.pathway) }));
  const kinds = stages.flatMap(({ key }) =>
    evidenceOf(stageOf(file.pathway, key).stage, form).map((kind): KindView => ({
      stage: key, kind: kind.key, title: inWords(kind.title, file.pathway), hint: kind.hint ? inWords(kind.hint, file.pathway) : null,
      minimum: kind.minimum, personalData: kind.personalData === true,
    })),
  );
  return {
    case: headOf(file),
    all: seen.map((row) => viewOf(row, file, { stages, name: names.get(row.by) ?? 'Somebody' })),
    kinds, stages, mayAdd: mayAddDocument(file.roles),
  };
}

/** Those of these documents that the person may see. */
export async function documentsSeen(reader: Reader, file: CaseFile, rows: readonly Row<'documents'>[]): Promise<Row<'documents'>[]> {
  const sent = seesEveryDocument(file.roles) || rows.length === 0 ? new Map<string, StageKey[]>() : await stagesSentIn(reader, file.case.id);
  return rows.filter((row) => maySeeDocument(file.roles, file.standings, file.actor.id, row, sent.get(row.id) ?? []));
}

async function stagesSentIn(reader: Reader, caseId: string): Promise<Map<string, StageKey[]>> {
  const sent = new Map<string, StageKey[]>();
  for (const submission of await sentBodiesOf(reader, caseId)) {
    for (const { id } of bodyOf(submission).documents) sent.set(id, [...(sent.get(id) ?? []), submission.stage as StageKey]);
  }
  return sent;
}

function viewOf(row: Row<'documents'>, file: CaseFile, { stages, name }: { stages: Documents['stages']; name: string }): DocumentView {
  const stage = stages.find(({ key }) => key === row.stage) ?? null;
  return {
    id: row.id, title: row.title, kind: row.kind, kindTitle: kindTitle(file, row), stage, conditionId: row.condition_id,
    fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes, sha256: row.content, version: row.version,
    seenBy: row.seen_by, seenByTitle: AUDIENCES.find(([key]) => key === row.seen_by)?.[1] ?? '', personalData: row.personal_data_at !== null,
    state: row.withdrawn_at !== null ? 'withdrawn' : row.replaced_at !== null ? 'replaced' : 'current',
    by: name, at: row.at,
  };
}

// Asked of the definition, not of what applies today: a kind may have stopped applying since the document was added.
function kindTitle(file: CaseFile, row: Row<'documents'>): string {
  if (row.condition_id !== null) return 'Evidence for a condition';
  const all = file.pathway.stages.flatMap(({ stage }) => stage.evidence);
  const kind = all.find(({ key }) => key === row.kind);
  return kind ? inWords(kind.title, file.pathway) : 'Another document';
}

/** One document with every version of it that this person may see, newest first; undefined when it is not theirs to see. */
export async function documentPage(reader: Reader, file: CaseFile, id: string) {
  const rows = await documentVersionsOf(reader, file.case.id);
  const row = rows.find((r) => r.id === id);
  const page = row && (await documentsPage(reader, file));
  const document = page?.all.find((d) => d.id === id);
  if (!row || !document) return undefined;
  const chain = chainOf(rows, row);
  return {
    case: page!.case,
    document,
    versions: page!.all.filter((d) => chain.has(d.id)).sort((a, b) => b.version - a.version),
    mayChange: mayChangeDocument(file.roles, row.by === file.actor.id, row.kind) && !isShutOutOf(file.roles, file.standings, row.stage),
  };
}
export type DocumentPage = NonNullable<Awaited<ReturnType<typeof documentPage>>>;

function chainOf(rows: readonly Row<'documents'>[], of: Row<'documents'>): Set<string> {
  const chain = new Set([of.id]);
  let older = of.replaces_id;
  for (; older !== null; older = rows.find((r) => r.id === older)?.replaces_id ?? null) chain.add(older);
  // Newest last: a version is told of by its id in the one after it.
  for (const row of rows) if (row.replaces_id !== null && chain.has(row.replaces_id)) chain.add(row.id);
  return chain;
}
