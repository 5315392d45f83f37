import type { Reader } from '#db/database.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { turnsInFile } from '../cases/case-cards.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { namesOf, peopleHolding, together } from './people-named.server.ts';
import type { TurnView } from './turns.server.ts';

export interface SentPage {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  /** Null for a stage that is finished rather than sent. */
  version: { number: number; sentAt: string; sentBy: string; sha256: string } | null;
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  turn: TurnView | null;
  approvers: string;
  dueOn: string | null;
  mayTakeBack: boolean;
  /** Nobody has decided yet. */
  waiting: boolean;
  /** Titles of the stages that are open to the team now. */
  opened: { key: StageKey; title: string }[];
}

/** The confirmation that a stage was sent or finished, as it stands today; undefined when it was not. */
export async function sentPage(reader: Reader, file: CaseFile, stage: string): Promise<SentPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found) return undefined;
  const submission = await latestSubmission(reader, file.case.id, found.key);
  const live = submission && submission.withdrawn_at === null ? submission : undefined;
  const finished = found.entry.signOff.signer === 'none' && hasTag('stage', found.row.state, 'passed');
  if (!live && !finished) return undefined;
  const [sponsors, turns, name] = await Promise.all([peopleHolding(reader, file, ['sponsor']), turnsInFile(reader, file), namesOf(reader, [live?.sent_by ?? null])]);
  const say = (text: string) => inWords(text, file.pathway);
  const { title, tone } = describe('stage', found.row.state);
  return {
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: say(found.entry.stage.title), noun: say(found.entry.stage.noun) },
    version: live ? { number: live.number, sentAt: live.sent_at, sentBy: name(live.sent_by), sha256: live.sha256 } : null,
    state: { title, tone },
    turn: turns.find((t) => t.stage === found.key && t.stageTitle !== '') ?? null,
    approvers: together(sponsors.map((s) => s.name), `The ${file.pathway.labels.approver}`),
    dueOn: found.row.due_on,
    mayTakeBack: mayLead(file.roles) && hasTag('stage', found.row.state, 'approver') && live?.opened_at === null,
    waiting: hasTag('stage', found.row.state, 'approver'),
    opened: [...file.stages].filter(([, row]) => hasTag('stage', row.state, 'editable')).map(([key]) => ({ key, title: say(stageOf(file.pathway, key).stage.title) })),
  };
}
