import type { Reader } from '#db/database.server.ts';
import { describe } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeDraft } from '../cases/cases.policy.ts';
import { instant } from '../clock.server.ts';
import { drawnNow, sectionViews, type SectionView } from './answer-views.server.ts';

export interface PrintPage {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string; state: string };
  sections: SectionView[];
  documents: { id: string; title: string; fileName: string }[];
  benefits: { id: string; title: string; beneficiary: string }[];
  printedAt: string;
}

/** All answers of a stage as they stand, for paper; undefined when the person may not see drafts. */
export async function printPage(reader: Reader, file: CaseFile, stage: string): Promise<PrintPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeDraft(file.roles, file.standings, found.key)) return undefined;
  const form = await caseForm(reader, file);
  const documents = form.documentRows.filter((d) => d.condition_id === null).map((d) => ({ id: d.id, kind: d.kind, stage: d.stage, title: d.title, fileName: d.file_name }));
  return {
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway), state: describe('stage', found.row.state).title },
    sections: sectionViews(found.entry.stage, drawnNow(form, documents), file.roles),
    documents: documents.filter((d) => d.stage === found.key),
    benefits: form.benefitRows.map((b) => ({ id: b.id, title: b.title, beneficiary: b.beneficiary })),
    printedAt: instant(),
  };
}
