import type { Reader } from '#db/database.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { turnsInFile } from '../cases/case-cards.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeSubmission } from '../cases/cases.policy.ts';
import type { TurnView } from '../stages/turns.server.ts';
import { OUTCOME_WORDS } from './decisions.schema.ts';

export interface DonePage {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  /** Null when it was put off: nothing is decided then. */
  decision: { id: string; words: string; outcome: string } | null;
  state: string;
  turn: TurnView | null;
  /** The new date when it was put off. */
  dueOn: string | null;
  opened: string[];
}

/** What became of the stage after its signer signed; undefined when they have signed nothing and put nothing off. */
export async function donePage(reader: Reader, file: CaseFile, stage: string): Promise<DonePage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return undefined;
  const [decisions, turns] = await Promise.all([decisionsOf(reader, file.case.id), turnsInFile(reader, file)]);
  const last = decisions.filter((d) => d.stage === found.key && d.by === file.actor.id && d.line === 'first').at(-1);
  const putOff = found.row.state === 'deferred';
  if (!last && !putOff) return undefined;
  const say = (text: string) => inWords(text, file.pathway);
  const opened = [...file.stages].filter(([key, row]) => hasTag('stage', row.state, 'editable') && stageOf(file.pathway, key).opensAfter.includes(found.key));
  return {
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: say(found.entry.stage.title), noun: say(found.entry.stage.noun) },
    decision: last && !putOff ? { id: last.id, outcome: last.outcome, words: last.outcome in OUTCOME_WORDS ? OUTCOME_WORDS[last.outcome as 'approved'].done : last.outcome } : null,
    state: describe('stage', found.row.state).title,
    turn: turns.find((t) => t.stage === found.key && t.stageTitle !== '') ?? null,
    dueOn: putOff ? found.row.due_on : null,
    opened: opened.map(([key]) => say(stageOf(file.pathway, key).stage.title)),
  };
}
