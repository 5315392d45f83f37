import type { Scope } from '#db/search.server.ts';
import { STAGES, type Role, type StageKey } from '#workflows/definition.ts';
import { APPROVING, maySeeBenefits, maySeeDraft, maySeeSubmission, type Standing } from '../cases/cases.policy.ts';
import { audiencesOf } from '../comments/comments.policy.ts';
import { seesEveryDocument, type Audience } from '../evidence/documents.policy.ts';

type Reach = Scope['reach'];
/** A person's standing in one case today. */
export interface PartIn {
  caseId: string;
  roles: readonly Role[];
  standings: readonly Standing[];
}

/** What somebody finds in the cases they have a part in: cases in which they reach the same are asked together. */
export function scopesIn(parts: readonly PartIn[]): Scope[] {
  const alike = new Map<string, { cases: string[]; reach: Reach }>();
  for (const { caseId, roles, standings } of parts) {
    const stands = JSON.stringify([roles, standings.map(({ role, until, stages }) => [role, until, stages])]); // all that reach rests on
    const known = alike.get(stands);
    if (known) known.cases.push(caseId);
    else alike.set(stands, { cases: [caseId], reach: reachOf(roles, standings) });
  }
  return [...alike.values()];
}

/** What a post outside any one case finds in every case. */
export const scopeOfPost = (post: 'support' | 'auditor'): Scope => ({ cases: null, reach: reachOf([post], []) });

/** Which entries these roles find: what the pages of the case would show them, and nothing else. */
function reachOf(roles: readonly Role[], standings: readonly Standing[]): Reach {
  const drafts = STAGES.filter((stage) => maySeeDraft(roles, standings, stage));
  const sent = STAGES.filter((stage) => !drafts.includes(stage) && maySeeSubmission(roles, standings, stage));
  return [
    { audience: 'case', stages: null },
    ...(drafts.length ? [{ audience: 'draft', stages: allOr(drafts) }] : []),
    ...(sent.length ? [{ audience: 'sent', stages: allOr(sent) }] : []),
    ...(drafts.length + sent.length ? audiencesOf(roles).map((audience) => ({ audience: `comment ${audience}`, stages: allOr([...drafts, ...sent]) })) : []),
    ...(maySeeBenefits(roles, standings) ? [{ audience: 'benefits', stages: null }] : []),
    ...documentsOf(roles).map((audience) => ({ audience: `document ${audience}`, stages: null })),
    ...(roles.includes('mentor') ? ['document mentor', 'document reviewers'].map((audience) => ({ audience, stages: [...drafts, ...sent] })) : []),
  ];
}

const allOr = (stages: readonly StageKey[]) => (stages.length === STAGES.length ? null : stages);

/** The audiences of documents that a role sees on every stage. */
function documentsOf(roles: readonly Role[]): Audience[] {
  if (seesEveryDocument(roles)) return ['team', 'mentor', 'reviewers', 'everyone'];
  return roles.some((role) => APPROVING.includes(role)) ? ['reviewers', 'everyone'] : ['everyone'];
}
