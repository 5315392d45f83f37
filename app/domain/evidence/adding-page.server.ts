import type { Reader } from '#db/database.server.ts';
import { conditionById } from '#db/tables/conditions.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, sectionsOf } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { documentsPage } from './documents-page.server.ts';
import { mayAddKind } from './documents.policy.ts';

/** One thing a document can be evidence of. */
interface Choice {
  /** Stage and kind: "business-case:board-minute". */
  value: string;
  label: string;
  stage: StageKey | null;
  kind: string;
  hint: string | null;
  personalData: boolean;
}

/** What the page that adds a document needs, and where it leads back to. */
export interface AddingPage {
  case: { id: string; title: string };
  choices: Choice[];
  /** The value asked for in the address; empty when there is none. */
  chosen: string;
  condition: { id: string; text: string; stage: string; kind: string } | null;
  back: { to: string; label: string };
  /** It was opened from the list of documents, and leads there again. */
  listed: boolean;
}

/** Undefined when the address names a stage, section or condition that this case does not have. */
export async function addingPage(reader: Reader, file: CaseFile, asked: URLSearchParams): Promise<AddingPage | undefined> {
  const { case: head, kinds, stages } = await documentsPage(reader, file);
  const path = `/cases/${head.id}`;
  const choices = [
    ...kinds.filter((k) => mayAddKind(file.roles, k.kind)).map((k): Choice => ({ value: `${k.stage}:${k.kind}`, label: `${titleOf(stages, k.stage)}: ${k.title}`, stage: k.stage, kind: k.kind, hint: k.hint, personalData: k.personalData })),
    ...stages.map(({ key, title }): Choice => ({ value: `${key}:other`, label: `${title}: another document`, stage: key, kind: 'other', hint: null, personalData: false })),
    { value: ':other', label: 'Another document of the case', stage: null, kind: 'other', hint: null, personalData: false },
  ];
  const [stage, section, kind, conditionId] = ['stage', 'section', 'kind', 'condition'].map((name) => asked.get(name) ?? '');
  const shared = { case: head, choices, chosen: choices.find((c) => c.value === `${stage}:${kind || 'other'}` && (stage || kind))?.value ?? '', condition: null };
  if (conditionId) {
    const row = await conditionById(reader, conditionId);
    if (row?.case_id !== head.id) return undefined;
    return { ...shared, condition: { id: row.id, text: row.text, stage: row.stage, kind: 'other' }, back: { to: `${path}/conditions/${row.id}`, label: `Condition ${row.number}` }, listed: false };
  }
  if (stage && !stageInFile(file, stage)) return undefined;
  if (stage && section) {
    const { entry } = stageInFile(file, stage)!;
    const found = sectionsOf(entry.stage, await caseForm(reader, file)).find((s) => s.key === section);
    return found && { ...shared, back: { to: `${path}/stages/${stage}/${section}`, label: inWords(found.title, file.pathway) }, listed: false };
  }
  const search = stage ? `?stage=${stage}${kind ? `&kind=${encodeURIComponent(kind)}` : ''}` : '';
  return { ...shared, back: { to: `${path}/documents${search}`, label: 'Documents' }, listed: true };
}

const titleOf = (stages: readonly { key: StageKey; title: string }[], key: StageKey) => stages.find((s) => s.key === key)?.title ?? key;
