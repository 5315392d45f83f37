import type { BoardAction, BoardView } from '#workflows/boards.ts';
import type { Role } from '#workflows/definition.ts';
import { APPROVING } from '../cases/cases.policy.ts';

export const VIEW_TITLES: Readonly<Record<BoardView, string>> = {
  support: 'Support', supportWithConditions: 'Support with conditions', notSupport: 'Do not support', cannotTakePart: 'Cannot take part: interest declared',
};
/** What a member with an interest does about it: as they choose it, and as the record says it. */
export const ACTION_TITLES: Readonly<Record<BoardAction, { chosen: string; recorded: string }>> = {
  leavesRoom: { chosen: 'I leave the room when it is discussed', recorded: 'Leaves the room' },
  takesNoPapers: { chosen: 'I take no papers, and leave the room', recorded: 'Takes no papers, and leaves the room' },
  noted: { chosen: 'It is noted, and I stay without a view', recorded: 'Noted; stays without a view' },
};

/** Convening a board and dissolving it are its chair's: the approver. */
export const mayConvene = (roles: readonly Role[]): boolean => roles.includes('sponsor');
export const sitsOnBoard = (roles: readonly Role[]): boolean => roles.includes('boardMember');
/** Who follows a board before the decision. The team reads its views in the record, once decided. */
export const maySeeBoard = (roles: readonly Role[]): boolean => roles.some((role) => APPROVING.includes(role) || role === 'boardMember' || role === 'support' || role === 'auditor');
