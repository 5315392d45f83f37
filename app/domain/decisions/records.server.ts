import type { Row } from '#db/schema.ts';
import type { StageKey } from '#workflows/definition.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { maySeeSubmission } from '../cases/cases.policy.ts';

/** What a decision says, in the words of its record. */
export const OUTCOMES: Readonly<Record<Row<'decisions'>['outcome'], string>> = {
  approved: 'approved', approvedWithConditions: 'approved with conditions', changesRequested: 'changes requested', declined: 'declined',
  assured: 'assured', queried: 'queried by the second line', stopped: 'stopped by the second line',
};

/** Where the record of a decision stands. */
export const recordPath = (caseId: string, stage: string, decisionId: string): string => `/cases/${caseId}/stages/${stage}/decision/record/${decisionId}`;

/** The decisions whose record this person may open, oldest first; those no longer in force too. */
export const recordsFor = (file: Pick<CaseFile, 'roles' | 'standings'>, decisions: readonly Row<'decisions'>[]): Row<'decisions'>[] =>
  decisions.filter((decision) => maySeeSubmission(file.roles, file.standings, decision.stage as StageKey));

/** Whether a first-line decision can be put in a letter to the team: an approval that must be assured stands once it is, and not before. */
export function mayBeTold(decision: Row<'decisions'>, all: readonly Row<'decisions'>[], mustBeAssured: boolean): boolean {
  if (decision.line !== 'first') return false;
  const approves = decision.outcome === 'approved' || decision.outcome === 'approvedWithConditions';
  const answer = all.filter((d) => d.submission_id === decision.submission_id && d.line === 'second' && d.at >= decision.at).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  return !approves || !mustBeAssured || answer?.outcome === 'assured';
}
