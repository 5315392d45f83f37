import type { Reader } from '#db/database.server.ts';
import { boardsOfStage } from '#db/tables/boards.server.ts';
import { howManyHave } from '#workflows/boards.ts';
import { dayInWords } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeSubmission } from '../cases/cases.policy.ts';
import { namesOf, peopleHolding, together } from '../stages/people-named.server.ts';
import { loadStage, type StageLoaded } from '../stages/stage-facts.server.ts';
import { membersShown, type MemberShown } from './board-members.server.ts';
import { mayConvene, maySeeBoard, sitsOnBoard } from './boards.policy.ts';
import { boardInBrief, type BoardInBrief } from './load-board.server.ts';

export interface BoardPage {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  version: { number: number; sha256: string } | null;
  /** What stands for the version with the approver. */
  board: (BoardInBrief & { by: string; at: string }) | null;
  /** Its members; before it is convened, who would be asked. */
  members: MemberShown[];
  /** The reader has still to give their own view, and sees only then what others said. */
  viewsHidden: boolean;
  /** Whose turn it is, in a sentence. */
  turn: string;
  /** What the reader may do now. */
  may: { convene: boolean; dissolve: boolean; give: boolean; decide: boolean; invite: boolean };
  /** What the form begins with. */
  proposed: { name: string; quorum: number };
  /** The pathway asks for a board: always, or as a default of ours. */
  asked: 'required' | 'usual' | null;
  /** Boards of this stage that were dissolved. */
  dissolved: { id: string; words: string }[];
}
export type BoardFound = { ok: true; page: BoardPage } | { ok: false; status: 403 | 404 };

/** The board of a stage for one reader: 404 when the stage is not theirs to see, 403 when its board is not. */
export async function boardPage(reader: Reader, file: CaseFile, stage: string): Promise<BoardFound> {
  const found = stageInFile(file, stage);
  if (!found || found.entry.signOff.signer === 'none' || !maySeeSubmission(file.roles, file.standings, found.key)) return { ok: false, status: 404 };
  if (!maySeeBoard(file.roles)) return { ok: false, status: 403 };
  const [loaded, boards, chairs] = await Promise.all([loadStage(reader, file, found.key), boardsOfStage(reader, file.case.id, found.key), peopleHolding(reader, file, ['sponsor'])]);
  const { board, submission, facts } = loaded;
  const [shown, name] = await Promise.all([membersShown(reader, file, board.members, board.views), namesOf(reader, [board.row?.by ?? null, ...boards.map((b) => b.dissolved_by)])]);
  const waiting = hasTag('stage', loaded.row.state, 'approver') && submission !== undefined;
  const free = waiting && file.exclusion === null;
  const give = waiting && board.row !== undefined && sitsOnBoard(file.roles) && !board.views.some((v) => v.by === file.actor.id);
  const chair = mayConvene(file.roles) && free;
  const rule = found.entry.signOff.board;
  return {
    ok: true,
    page: {
      case: { id: file.case.id, title: file.case.title },
      stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: facts.noun },
      version: submission ? { number: submission.number, sha256: submission.sha256 } : null,
      board: board.row ? { ...boardInBrief(board)!, by: name(board.row.by), at: board.row.at } : null,
      members: shown, viewsHidden: give && file.exclusion === null,
      turn: turnOf(loaded, waiting, shown, together(chairs.map((c) => c.name), 'the approver')),
      may: { convene: chair && !board.row, dissolve: chair && board.row !== undefined && board.views.length === 0, give, decide: chair && board.row !== undefined, invite: mayConvene(file.roles) },
      proposed: { name: boards.at(-1)?.name ?? `the board of ${chairs[0]?.organisation || file.pathway.labels.approverBody}`, quorum: rule?.quorum ?? 3 },
      asked: rule ? (rule.required ? 'required' : 'usual') : null,
      dissolved: boards.flatMap((b) => (b.dissolved_at ? [{ id: b.id, words: `${name(b.dissolved_by)} dissolved ${b.name} of ${dayInWords(b.meets_on)}: ${b.dissolved_reason}` }] : [])),
    },
  };
}

function turnOf({ board, facts }: StageLoaded, waiting: boolean, members: readonly MemberShown[], chair: string): string {
  if (!waiting) return `The ${facts.noun} is not with its approver now, so no view is asked for.`;
  if (!board.row) return `No board is convened for this version. ${chair} can convene one, or decide without.`.replace(', or decide without', facts.board.required ? '' : ', or decide without');
  const { given, quorum } = board.facts;
  if (given >= quorum) return `${chair} can record the decision: ${given} of ${quorum} views needed are in.`;
  const awaited = members.filter((m) => m.view === null && m.title === 'No view').map((m) => m.name);
  return `With ${together(awaited, 'nobody who can still give a view')}. ${howManyHave(board.facts)}.`;
}
