import type { CaseFile } from '../cases/case-file.server.ts';
import { stageInFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { STAGES, type StageKey } from '#workflows/definition.ts';
import { inWords, placeOf } from '#workflows/form.ts';

export interface NewBenefitPage {
  case: CaseHead;
  stage: StageKey;
  section: string;
  question: string;
  /** The words of the question it was promised in; '' when it was not caught in one. */
  asked: string;
  back: { to: string; label: string };
}

/** Where a promise is being made, from the address; what it names that does not exist is left out. */
export function newBenefitPage(file: CaseFile, asked: { stage: string; section: string; question: string }): NewBenefitPage {
  const place = placeOf(file.pathway, asked.question);
  const stage = stageInFile(file, asked.stage)?.key ?? STAGES.find((key) => hasTag('stage', file.stages.get(key)?.state ?? 'notOpen', 'editable')) ?? 'business-case';
  const caught = place !== undefined && place.stage.key === stage;
  const path = `/cases/${file.case.id}`;
  return {
    case: headOf(file), stage, section: caught ? place.section.key : '', question: caught ? asked.question : '',
    asked: caught ? inWords(place.question.title, file.pathway) : '',
    back: caught ? { to: `${path}/stages/${stage}/${place.section.key}#${asked.question}`, label: inWords(place.section.title, file.pathway) } : { to: `${path}/benefits`, label: 'Benefits' },
  };
}
