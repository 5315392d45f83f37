import type { Reader } from '#db/database.server.ts';
import { hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead, maySeeDraft, TEAM } from '../cases/cases.policy.ts';
import { peopleHolding } from '../stages/people-named.server.ts';
import { hashOfText, partnersIn, type Partner } from './partners.server.ts';

export interface PartnersPage {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  partners: Partner[];
  /** Whom the lead may name; null for everybody else, and while the stage is not with the team. */
  choices: { value: string; label: string }[] | null;
  /** For a partner whose word is missing: the text that they would confirm. */
  confirms: { hash: string } | null;
}

/** Who must confirm a stage and who has; undefined where the reader may not see its draft. */
export async function partnersPage(reader: Reader, file: CaseFile, stage: string): Promise<PartnersPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeDraft(file.roles, file.standings, found.key)) return undefined;
  const form = await caseForm(reader, file);
  const partners = await partnersIn(reader, file, found.key, form);
  const [editable, me] = [hasTag('stage', found.row.state, 'editable'), partners.find(({ id }) => id === file.actor.id)];
  const team = editable && mayLead(file.roles) ? await peopleHolding(reader, file, TEAM) : null;
  return {
    case: { id: file.case.id, title: file.case.title },
    stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
    partners,
    choices: team && [...new Map(team.map(({ id, name, organisation }) => [id, { value: id, label: organisation ? `${name}, ${organisation}` : name }])).values()],
    confirms: editable && me && me.state !== 'confirmed' ? { hash: hashOfText(file, found.key, form) } : null,
  };
}
