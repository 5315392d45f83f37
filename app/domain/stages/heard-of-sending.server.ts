import type { PathwayStage } from '#workflows/definition.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { TEAM } from '../cases/cases.policy.ts';
import type { Audience } from '../notifications/who-is-mailed.server.ts';

/** Who hears of a stage that is sent: those who decide, those asked for a review, and the team. The page that sends says so before. */
export function heardOfSending(file: Pick<CaseFile, 'memberships'>, { signOff }: PathwayStage): Record<'signers' | 'reviewers' | 'others', Audience> {
  const signers = holdersOf(file, 'sponsor');
  const reviewers = signOff.reviewers.flatMap((role) => holdersOf(file, role)).filter((id) => !signers.includes(id));
  const others = [...holdersOf(file, ...TEAM), ...(signOff.secondLine === 'told' ? holdersOf(file, 'secondLine') : [])];
  return {
    signers: { people: signers, kind: 'needsYou', about: 'decisions' },
    reviewers: { people: reviewers, kind: 'needsYou', about: 'reviews' },
    others: { people: others, kind: 'information', about: 'stages' },
  };
}
