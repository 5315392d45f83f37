import { newId, toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertPathwayVersion } from '#db/tables/pathways.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { createCase } from '#app/domain/cases/create-case.server.ts';
import { caseForActor, stageInFile } from '#app/domain/cases/case-file.server.ts';
import { caseForm } from '#app/domain/answers/case-form.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { reader, useDatabase } from '#app/domain/database.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import type { Pathway, Role, StageKey } from '#workflows/definition.ts';
import { questionsOf, sectionsOf } from '#workflows/form.ts';
import { pathways } from '#workflows/index.ts';
import { typedOf } from '#workflows/typed.ts';
import { plausible } from './plausible.ts';
import { freshDatabase, type Engine } from './engines.ts';

/** The live pathway with one question a stage: the law, the matrix and the gates are the real ones. */
export function smallPathway(version = 1): Pathway {
  const whole = pathways['public-service-mutual'];
  const exercise = questionsOf(whole).filter((q) => ['cont.exercise_held', 'cont.exercises', 'cont.exercised'].includes(q.key));
  return {
    ...whole,
    version,
    stages: whole.stages.map((entry) => ({
      ...entry,
      // Nothing here asks what a contract is worth, so no value decides who assures it.
      signOff: { ...entry.signOff, assuresFrom: undefined },
      stage: {
        ...entry.stage,
        evidence: [],
        criteria: entry.stage.criteria.slice(0, 2).map((c) => ({ key: c.key, title: c.title, looksFor: c.looksFor })),
        groups: [{ key: 'all', title: 'All', sections: [{ key: `${entry.stage.key}-all`, title: 'Everything', questions: entry.stage.key === 'failure-plan' ? exercise : [{ key: `small.${entry.stage.key}`, title: 'What is it?', type: 'text' as const }] }] }],
      },
    })),
  };
}

export const ROLES_ON_STAGE = ['lead', 'member', 'mentor', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember', 'staffSide', 'support', 'outsider'] as const;
export type OnStage = (typeof ROLES_ON_STAGE)[number];

export interface SmallWorld {
  open: OpenDatabase;
  people: Record<OnStage, Actor>;
  close: () => Promise<void>;
}

/** A fresh database in use by the domain, or the one `opened`, with one person for each role. Close it when done. */
export async function smallWorld(engine: Engine, pathway: Pathway = smallPathway(), opened?: OpenDatabase): Promise<SmallWorld> {
  const open = opened ?? (await freshDatabase(engine));
  useDatabase(open);
  const people = Object.fromEntries(ROLES_ON_STAGE.map((role) => [role, actor(role)])) as Record<OnStage, Actor>;
  await transaction(open, async (tx) => {
    await insertPathwayVersion(tx, { key: pathway.key, version: pathway.version, definition_json: toJson(pathway), released_at: instant() });
    for (const who of Object.values(people)) {
      await insertPerson(tx, { id: who.id, email: who.email, name: who.name, job_title: 'Clinician', organisation_id: null, password_hash: null, confirmed_at: instant(), disabled_at: null, colour_scheme: null, created_at: instant() });
    }
  });
  return { open, people, close: async () => { useDatabase(undefined); await open.close(); } };
}

const actor = (role: OnStage): Actor => ({
  id: newId(), name: `${role[0]!.toUpperCase()}${role.slice(1)} Person`, email: `${role.toLowerCase()}-${newId()}@example.org`,
  posts: role === 'support' ? ['support'] : [], sessionProvedAt: instant(), colourScheme: null,
});

const PARTS: OnStage[] = ['member', 'mentor', 'sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember', 'staffSide'];

const JUDGES: OnStage[] = ['sponsor', 'finance', 'hr', 'quality', 'legal', 'secondLine', 'boardMember'];

/** A case of the lead's with everybody in their part; those who judge have said that they have no interest. */
export async function smallCase({ people, open }: SmallWorld, pathway: Pathway['key'] = 'public-service-mutual'): Promise<string> {
  const created = await createCase(people.lead, { title: 'Riverside therapies', summary: 'Therapies in three towns', pathway, parent: { name: 'Northbridge trust' }, commissioner: { name: 'Northbridge ICB' } });
  if (!created.ok) throw new Error(created.reasons[0]?.message);
  const { caseId } = created.value;
  await transaction(open, async (tx) => {
    for (const part of PARTS) await insertMembership(tx, { id: newId(), case_id: caseId, person_id: people[part].id, role: part as Role, organisation_id: null, stages_json: part === 'mentor' ? toJson(['proposal']) : null, invited_by: people.lead.id, from_at: instant(), until_at: null });
    for (const judge of JUDGES) await insertInterest(tx, { id: newId(), case_id: caseId, person_id: people[judge].id, kind: 'none', detail: '', declared_at: instant() });
  });
  return caseId;
}

/** Answers every question of a stage and declares its sections complete. */
export async function completeStage({ people }: SmallWorld, caseId: string, stage: StageKey): Promise<void> {
  const file = (await caseForActor(reader(), people.lead, caseId))!;
  const { entry } = stageInFile(file, stage)!;
  for (const section of sectionsOf(entry.stage, await caseForm(reader(), file))) {
    for (const completion of ['unsaid', 'yes'] as const) {
      const form = await caseForm(reader(), file);
      const now = sectionsOf(entry.stage, form).find((s) => s.key === section.key) ?? section;
      const fields = now.questions.flatMap((q): [string, string][] => {
        const value = q.key === 'cont.exercises' ? exercises(form.today) : plausible(q);
        if (value === undefined) return [];
        const typed = Object.entries(typedOf(q, value)).flatMap(([suffix, texts]) => texts.map((text): [string, string] => [suffix ? `${q.key}.${suffix}` : q.key, text]));
        return [[`${q.key}.revision`, String(form.answerRows.get(q.key)?.revision ?? 0)], ...typed];
      });
      const saved = await saveSection(people.lead, caseId, { stage, section: section.key }, fields, completion);
      if (!saved.ok) throw new Error(saved.reasons[0]?.message);
    }
  }
}

const exercises = (today: string) =>
  ['desktop-insolvency', 'data-extract'].map((type) => ({ type, date: today, people: 'Both owners', findings: 'It can be done', result: 'met' }));
