import type { Writer } from '#db/database.server.ts';
import { moveCase, updateCase } from '#db/tables/cases.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { moveStage } from '#db/tables/stages.server.ts';
import { decide } from '#workflows/decide.ts';
import { STAGES } from '#workflows/definition.ts';
import { dueOn } from '#workflows/deadlines.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { landmarksOf } from '#workflows/landmarks.ts';
import { isSmallTeam } from '#workflows/small-team.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { caseForActor, holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import { dayOf } from '../clock.server.ts';
import type { Deed } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { caseFacts, loadStage } from './stage-facts.server.ts';
import { heldDays } from './held-days.server.ts';

const BY_ITSELF = ['develop', 'mobilise', 'authorise'] as const;

/** What follows by itself once a stage has passed or a condition is met: the case moves on and the next stages open. */
export async function advance(tx: Writer, before: CaseFile, at: string): Promise<Deed[]> {
  let file = (await caseForActor(tx, before.actor, before.case.id))!;
  const deeds: Deed[] = [];
  for (const type of BY_ITSELF) {
    const form = await caseForm(tx, file);
    const conditions = await conditionsOf(tx, file.case.id);
    const moved = decide('case', file.case.state, caseFacts(file, form, conditions), { type, by: null, at });
    if (!moved.ok || moved.state === file.case.state) continue;
    await moveCase(tx, file.case, { state: moved.state });
    deeds.push({ kind: `case.${type}`, caseId: file.case.id, subject: { by: 'Slipway' }, sentence: SENTENCES[type] });
    file = (await caseForActor(tx, before.actor, before.case.id))!;
  }
  return [...deeds, ...(await openStages(tx, file, at))];
}

const SENTENCES = {
  develop: 'moved the case into development, because the proposal is approved',
  mobilise: 'moved the case into mobilisation, because the contract is approved',
  authorise: 'authorised go-live, because the transfer is approved and nothing is in its way',
};

async function openStages(tx: Writer, file: CaseFile, at: string): Promise<Deed[]> {
  const deeds: Deed[] = [];
  for (const key of STAGES) {
    const row = file.stages.get(key);
    if (row?.state !== 'notOpen') continue;
    const loaded = await loadStage(tx, file, key);
    const moved = decide('stage', row.state, loaded.facts, { type: 'open', by: null, at });
    if (!moved.ok) continue;
    const due_on = dueOn(dayOf(at), loaded.entry.clock.prepare, heldDays(file.holds));
    await moveStage(tx, row, { state: moved.state, opened_at: at, turn_since_at: at, due_on });
    if (key === 'business-case') await chooseForm(tx, file, at, loaded.form);
    await tell(tx, at, holdersOf(file, ...TEAM), {
      caseId: file.case.id,
      kind: 'information',
      about: 'stages',
      text: `You can start the ${inWords(loaded.entry.stage.noun, file.pathway)}: ${file.case.title}`,
      link: `/cases/${file.case.id}/stages/${key}`,
    }, null);
    deeds.push({ kind: 'stage.open', caseId: file.case.id, subject: { stage: key, by: 'Slipway' }, sentence: `opened the ${inWords(stageOf(file.pathway, key).stage.noun, file.pathway)}` });
  }
  return deeds;
}

/** A small team gets the short form from the moment the business case opens. */
async function chooseForm(tx: Writer, file: CaseFile, at: string, form: Parameters<typeof landmarksOf>[0]): Promise<void> {
  const { staff, budgetPence } = landmarksOf(form);
  if (isSmallTeam(staff, budgetPence, file.pathway.smallTeam)) await updateCase(tx, file.case.id, { short_form_at: at });
}
