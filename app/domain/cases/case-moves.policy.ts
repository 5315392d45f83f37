import { transitionsOf } from '#workflows/decide.ts';
import type { Role } from '#workflows/definition.ts';
import { mayDecide, mayFreeze, mayLead } from './cases.policy.ts';

/** The moves a person makes on a whole case; the others follow from its stages. */
export const CASE_MOVES = ['pause', 'resume', 'freeze', 'unfreeze', 'withdraw', 'reopen', 'goLive', 'close', 'windUp', 'bringBack', 'merge'] as const;
export type CaseMove = (typeof CASE_MOVES)[number];

interface Words {
  /** The act, on its link, heading and button. */
  title: string;
  /** What follows from it. */
  means: string;
  /** What is asked; empty: no reason is needed. */
  why: string;
}
export const MOVE_WORDS: Readonly<Record<CaseMove, Words>> = {
  pause: { title: 'Pause the case', means: 'All dates stand still and nothing can be sent or decided until you resume it. Everybody in the case is told, with your reason.', why: 'Why do you pause it?' },
  resume: { title: 'Resume the case', means: 'The case goes on where it stood. Dates move on by the working days it was paused.', why: 'What has changed?' },
  freeze: { title: 'Freeze the case', means: 'Use this for a legal challenge. Nothing moves, and go-live cannot happen, until the freeze ends.', why: 'What is the challenge?' },
  unfreeze: { title: 'End the freeze', means: 'The case goes on where it stood. Dates move on by the working days it was frozen.', why: 'How was the challenge settled?' },
  withdraw: { title: 'Withdraw the case', means: 'The case ends. All answers and decisions are kept, and the case can be reopened.', why: 'Why do you withdraw it?' },
  reopen: { title: 'Reopen the case', means: 'The case goes on where it stood when it ended.', why: 'Why do you reopen it?' },
  goLive: { title: 'Confirm go-live', means: 'This records that the enterprise runs the service from today. Starting figures and targets of benefits are fixed from now on.', why: '' },
  close: { title: 'Close the case', means: 'The contract has ended as planned. This cannot be undone.', why: 'How did the contract end?' },
  windUp: { title: 'Record that the enterprise was wound up', means: 'The enterprise no longer exists. This cannot be undone.', why: 'What happened, and who runs the services now?' },
  bringBack: { title: 'Record that the service was brought back', means: 'The service went back to a public body. This cannot be undone.', why: 'Which body runs it now, and why?' },
  merge: { title: 'Record a merger', means: 'The enterprise joined another. This cannot be undone.', why: 'Which organisation did it join?' },
};

/** Why these roles may not make a move, in a sentence; null when they may. Whether the case can is for the law. */
export function whyNotMove(roles: readonly Role[], move: CaseMove): string | null {
  if (move === 'freeze' || move === 'unfreeze') return mayFreeze(roles) ? null : 'Only the legal reviewer or the second line can freeze a case or end the freeze';
  if (move === 'reopen' || move === 'bringBack') return mayLead(roles) || mayDecide(roles) ? null : 'Only the team lead or the approver can do this';
  return mayLead(roles) ? null : 'Only the team lead can do this';
}

/** The move an address names; undefined when it names none. */
export const moveNamed = (word: string | undefined): CaseMove | undefined => CASE_MOVES.find((move) => move === word);

/** The moves these roles may make from a state, in the order of the list. */
export const movesFrom = (state: string, roles: readonly Role[]): CaseMove[] =>
  CASE_MOVES.filter((move) => whyNotMove(roles, move) === null && transitionsOf('case', state, move).length > 0);
