import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import type { Audience } from '../notifications/who-is-mailed.server.ts';
import type { Outcome } from './decisions.schema.ts';

/** Who hears of a decision: the team and its mentor, whom some outcomes give something to do; and the second line when it is to assure it. */
export function heardOfDecision(file: Pick<CaseFile, 'memberships'>, outcome: Outcome, toAssure: boolean): Record<'team' | 'secondLine', Audience> {
  const acts = outcome === 'changesRequested' || outcome === 'approvedWithConditions';
  return {
    team: { people: holdersOf(file, ...TEAM, 'mentor'), kind: acts ? 'needsYou' : 'information', about: 'stages' },
    secondLine: { people: toAssure ? holdersOf(file, 'secondLine') : [], kind: 'needsYou', about: 'decisions' },
  };
}
