import type { Reader } from '#db/database.server.ts';
import { assignmentsOf } from '#db/tables/section-assignments.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, sectionsOf } from '#workflows/form.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { inTeam, levelIn, mayLead, maySeeDraft, TEAM } from '../cases/cases.policy.ts';
import { today } from '../clock.server.ts';
import { partOf } from '../comments/comments-seen.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { marksOfStage } from '../stages/stage-facts.server.ts';
import { mayGive } from './sections.policy.ts';

export interface AssignedSection {
  key: string;
  title: string;
  personId: string | null;
  /** Who writes it; '' for nobody in particular. */
  person: string;
  dueOn: string | null;
  completed: boolean;
  late: boolean;
  mayChange: boolean;
}
export interface AssignmentsPage {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string };
  sections: AssignedSection[];
  /** Whom the reader may give a section. */
  people: { value: string; label: string }[];
}

/** Who writes which section of a stage; undefined for those who do not see its draft. */
export async function assignmentsPage(reader: Reader, file: CaseFile, stage: string): Promise<AssignmentsPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeDraft(file.roles, file.standings, found.key)) return undefined;
  const [form, given, marks] = await Promise.all([caseForm(reader, file), assignmentsOf(reader, file.case.id, found.key), marksOfStage(reader, file, found.key)]);
  const name = await namesOf(reader, given.map((row) => row.person_id));
  const writers = holdersOf(file, ...TEAM).filter((id) => levelIn(partOf(file, id).standings, found.key) === 'edit' && (mayLead(file.roles) || id === file.actor.id));
  const say = (text: string) => inWords(text, file.pathway);
  return {
    case: { id: file.case.id, title: file.case.title },
    stage: { key: found.key, title: say(found.entry.stage.title) },
    people: (await peopleByIds(reader, writers)).map((p) => ({ value: p.id, label: p.id === file.actor.id ? `${p.name} (you)` : p.name })),
    sections: sectionsOf(found.entry.stage, form).map((section) => {
      const row = given.find((one) => one.section === section.key);
      const completed = marks.completed.has(section.key);
      return {
        key: section.key, title: say(section.title), personId: row?.person_id ?? null, person: row ? name(row.person_id) : '', dueOn: row?.due_on ?? null, completed,
        late: !completed && row?.due_on !== null && row !== undefined && row.due_on < today(),
        mayChange: inTeam(file.roles) && mayGive(file.roles, file.actor.id, row?.person_id ?? null, file.actor.id),
      };
    }),
  };
}
