import type { Reader } from '#db/database.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { decide, transitionsOf } from '#workflows/decide.ts';
import { caseForm } from '../answers/case-form.server.ts';
import { instant } from '../clock.server.ts';
import { caseFacts } from '../stages/stage-facts.server.ts';
import type { CaseFile } from './case-file.server.ts';
import { MOVE_WORDS, type CaseMove } from './case-moves.policy.ts';
import { headOf, type CaseHead } from './case-page.server.ts';

export interface MovePage {
  case: CaseHead;
  move: CaseMove;
  title: string;
  means: string;
  /** The question for the reason; '' when none is asked. */
  why: string;
  /** What stands in the way whatever reason is given. */
  inTheWay: string[];
}

/** The page that confirms one move of a whole case; undefined when the case, as it stands, knows no such move. */
export async function movePage(reader: Reader, file: CaseFile, move: CaseMove): Promise<MovePage | undefined> {
  if (transitionsOf('case', file.case.state, move).length === 0) return undefined;
  const facts = caseFacts(file, await caseForm(reader, file), await conditionsOf(reader, file.case.id));
  const law = decide('case', file.case.state, facts, { type: move, by: file.actor.id, at: instant(), reason: 'given' });
  return { case: headOf(file), move, ...MOVE_WORDS[move], inTheWay: law.ok ? [] : law.reasons };
}
