import type { Role } from '#workflows/definition.ts';

/** Whose word on an answer as guidance it is. */
export interface Say {
  mentor: boolean;
  lead: boolean;
  support: boolean;
  auditor: boolean;
}
export const maySeeProposal = (say: Say): boolean => say.mentor || say.lead || say.support || say.auditor;
export const mayEnd = (say: Say): boolean => say.mentor || say.lead || say.support;

interface Asked {
  kind: string;
  state: string;
  audience: string;
  /** Its writer is in the team. */
  fromTeam: boolean;
}
/** A settled question of the team to its mentor: its answer can become guidance. */
export const canBeGuidance = ({ kind, state, audience, fromTeam }: Asked): boolean => kind === 'question' && state === 'settled' && audience === 'mentor' && fromTeam;
/** The support unit proposes it, or the mentor whose answer it is. */
export const mayPropose = (roles: readonly Role[], me: string, mentorId: string): boolean => roles.includes('support') || me === mentorId;
