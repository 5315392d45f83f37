import type { BoardFacts } from './facts.ts';

/** What a board member may say of a version, once. */
export const BOARD_VIEWS = ['support', 'supportWithConditions', 'notSupport', 'cannotTakePart'] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];
/** What a member with an interest does about it. */
export const BOARD_ACTIONS = ['leavesRoom', 'takesNoPapers', 'noted'] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

export const noBoard = (required: boolean): BoardFacts => ({ required, convened: false, quorum: 0, given: 0, members: 0, unable: 0, majority: null });

/** A board in numbers. A view counts when its giver can take part: not shut out from the case, and without an interest in this version. */
export function boardFacts(board: { quorum: number; required: boolean }, members: readonly { id: string; shutOut: boolean }[], views: readonly { by: string; view: BoardView }[]): BoardFacts {
  const unable = members.filter(({ id, shutOut }) => shutOut || views.some((v) => v.by === id && v.view === 'cannotTakePart'));
  const counted = views.filter((v) => v.view !== 'cannotTakePart' && !unable.some(({ id }) => id === v.by));
  return { ...board, convened: true, given: counted.length, members: members.length, unable: unable.length, majority: majorityOf(counted) };
}

/** Support with conditions is support; only when it is itself what most say is the majority a conditional one. */
function majorityOf(views: readonly { view: BoardView }[]): BoardFacts['majority'] {
  const most = (...among: BoardView[]) => views.filter(({ view }) => among.includes(view)).length * 2 > views.length;
  if (most('notSupport')) return 'notSupport';
  if (most('supportWithConditions')) return 'supportWithConditions';
  return most('support', 'supportWithConditions') ? 'support' : null;
}

/** Whether a move of the chair goes against what most members said. To ask for changes, or to decide later, goes against nothing. */
export function againstBoard(move: string, majority: BoardFacts['majority']): boolean {
  if (move === 'approve') return majority === 'notSupport' || majority === 'supportWithConditions';
  if (move === 'approveWithConditions') return majority === 'notSupport';
  return move === 'decline' && (majority === 'support' || majority === 'supportWithConditions');
}

/** "3 of 5 board members must give a view before the decision is recorded. 1 has". */
export function howManyHave({ quorum, members, unable, given }: BoardFacts): string {
  const have = given === 0 ? 'None has' : given === 1 ? '1 has' : `${given} have`;
  const able = members - unable;
  return `${quorum} of ${members} board members must give a view before the decision is recorded. ${have}${able < quorum ? `. Only ${able} can take part, so invite others` : ''}`;
}

/** What the rules about a board itself may know. */
export interface BoardActFacts {
  noun: string;
  /** The version is with its approver, and not decided on. */
  withApprover: boolean;
  convened: boolean;
  isStale: boolean;
  exclusion: string | null;
  interestSaid: boolean;
  /** Members who are not shut out, and the fewest views the pathway lets a board have. */
  able: number;
  least: number;
  /** Views in, and whether this person's is one of them. */
  views: number;
  gaveView: boolean;
}
export type BoardAct =
  | { type: 'convene'; quorum: number }
  | { type: 'give'; view: BoardView; words: string; action: BoardAction | null }
  | { type: 'dissolve'; reason: string };

/** Why a board may not be convened or dissolved, or a view not given now; none when it may. */
export function boardRefusals(f: BoardActFacts, act: BoardAct): string[] {
  const said = (holds: boolean, sentence: string) => (holds ? [] : [sentence]);
  const here = [...said(f.withApprover, `The ${f.noun} is not with its approver now`), ...said(!f.isStale, `A newer version of the ${f.noun} was sent. Read what changed first`)];
  if (act.type === 'convene') return [...here, ...said(f.exclusion === null, f.exclusion ?? ''), ...said(f.interestSaid, SAY_FIRST), ...said(!f.convened, 'A board is convened for this version already'), ...quorate(f, act.quorum)];
  const convened = [...here, ...said(f.convened, 'No board is convened for this version')];
  if (act.type === 'dissolve') return [...convened, ...said(f.views === 0, 'A view is in, so the board stands until the decision'), ...said(act.reason.trim() !== '', 'Enter the reason')];
  const once = [...convened, ...said(!f.gaveView, 'You gave your view on this version. It stays as it is')];
  if (act.view === 'cannotTakePart') return [...once, ...said(act.words.trim() !== '', 'Enter what the interest is'), ...said(act.action !== null, 'Select what you do about it')];
  return [...once, ...said(f.exclusion === null, f.exclusion?.replace('decide', 'give a view') ?? ''), ...said(f.interestSaid, SAY_FIRST), ...said(act.view === 'support' || act.words.trim() !== '', 'Enter your reasons')];
}

const SAY_FIRST = 'Say first whether you have an interest in the new organisation. Open the stage to be asked';

function quorate({ able, least }: BoardActFacts, quorum: number): string[] {
  if (quorum < least) return [`This pathway asks for at least ${least} views`];
  return able < quorum ? [`${quorum} views need ${quorum} members who can take part, and ${able === 1 ? '1 has' : `${able} have`} joined. Invite others first`] : [];
}
