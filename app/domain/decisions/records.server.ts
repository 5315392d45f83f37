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
