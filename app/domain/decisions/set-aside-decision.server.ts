import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { conditionsOf, moveCondition } from '#db/tables/conditions.server.ts';
import { voidDecision } from '#db/tables/decisions.server.ts';
import { decide } from '#workflows/decide.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import type { Deed } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';

/** A decision is no longer in force, and the conditions it set that were still open lapse with it. Both stay on record. */
export async function setAsideDecision(tx: Writer, file: CaseFile, decision: Row<'decisions'>, at: string): Promise<Deed[]> {
  await voidDecision(tx, decision.id, at);
  const deeds: Deed[] = [];
  for (const row of await conditionsOf(tx, file.case.id)) {
    if (row.decision_id !== decision.id) continue;
    const decided = decide('condition', row.state, { isTeamLead: false, isOwner: false, isVerifier: false, exclusion: null, decisionStands: false, evidenceCount: 0 }, { type: 'lapse', by: file.actor.id, at });
    if (!decided.ok) continue; // settled while the decision stood
    await moveCondition(tx, row, { state: decided.state });
    const what = `condition ${row.number} of the ${row.stage.replace('-', ' ')}`;
    await tell(tx, at, [row.owner_id], { caseId: file.case.id, kind: 'information', about: 'conditions', text: `No longer asked for: ${what}, ${file.case.title}`, link: `/cases/${file.case.id}/conditions/${row.id}` }, file.actor.id);
    deeds.push({ kind: 'condition.lapse', caseId: file.case.id, subject: { condition: row.id, stage: row.stage, by: 'Slipway' }, sentence: `closed ${what}, because the decision that set it no longer stands` });
  }
  return deeds;
}
