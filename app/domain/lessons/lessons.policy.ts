import { STAGES, type Role, type StageKey } from '#workflows/definition.ts';
import { mayEdit, mayLead, type Standing } from '../cases/cases.policy.ts';

/** A lesson about a stage is given and mended by those who may change its answers. */
export const mayGiveLesson = (roles: readonly Role[], standings: readonly Standing[], stage: StageKey): boolean => mayEdit(roles, standings, stage);
/** The stages somebody may give a lesson about. */
export const stagesToTellOf = (roles: readonly Role[], standings: readonly Standing[]): StageKey[] => STAGES.filter((stage) => mayGiveLesson(roles, standings, stage));
/** The lead speaks for the team; who gave a lesson may take it back. */
export const mayWithdrawLesson = (roles: readonly Role[], me: string, by: string): boolean => mayLead(roles) || (mayEdit(roles) && me === by);
