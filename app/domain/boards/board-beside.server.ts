import type { Reader } from '#db/database.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import type { stageInFile, CaseFile } from '../cases/case-file.server.ts';
import { loadBoard } from './load-board.server.ts';
import { maySeeBoard, mayConvene, sitsOnBoard } from './boards.policy.ts';

/** The board as a line on the page where a version is read. */
export interface BoardBeside {
  words: string;
  /** The reader may follow it to its own page. */
  seen: boolean;
  link: string;
  /** The reader's own view is asked for. */
  give: boolean;
}

/** Null where no board is convened, unless the reader could convene one now. */
export async function boardBeside(reader: Reader, file: CaseFile, { row, entry }: NonNullable<ReturnType<typeof stageInFile>>, submissionId: string): Promise<BoardBeside | null> {
  const board = await loadBoard(reader, file, entry, submissionId);
  const waiting = hasTag('stage', row.state, 'approver');
  const seen = maySeeBoard(file.roles);
  if (!board.row) {
    if (!waiting || !mayConvene(file.roles) || file.exclusion !== null) return null;
    return { words: board.facts.required ? 'A board must give its views before you decide.' : 'No board is convened for this version.', seen, link: 'Convene a board', give: false };
  }
  const give = waiting && file.exclusion === null && sitsOnBoard(file.roles) && !board.views.some((v) => v.by === file.actor.id);
  return { words: `${board.row.name} meets on ${dayInWords(board.row.meets_on)}. ${board.facts.given} of ${board.facts.quorum} views needed are in.`.replace(/^./, (c) => c.toUpperCase()), seen, link: 'See the board', give };
}
