import { smallPathway } from '#tests/setup/small-world.ts';
import type { Happened, Rows } from './rows.ts';

/** The record read again in order, as somebody outside would read it: what had passed and what was open at each entry. */
const { stages } = smallPathway();
const order = new Map(stages.map(({ stage, opensAfter, signOff }) => [stage.key as string, { after: opensAfter as string[], assured: signOff.secondLine === 'assures', decided: signOff.signer !== 'none', reviewers: signOff.reviewers as string[] }]));
const under = (stage: string): string[] => order.get(stage)!.after.flatMap((one) => [...under(one), one]);

const SETTLES = ['condition.verify', 'condition.waive', 'condition.lapse'];
const APPROVES = ['stage.approve', 'stage.approveWithConditions'];
const DECIDES = [...APPROVES, 'stage.requestChanges', 'stage.decline'];
const STANDS = ['case.pause', 'case.freeze', 'case.withdraw', 'case.decline'];
const MOVES_AGAIN = ['case.resume', 'case.unfreeze', 'case.reopen'];

interface Then {
  passed: Set<string>;
  once: Set<string>;
  open: Set<string>;
  standing: boolean;
}

/** What the order of events shows to be against the rules; none when all is as it must be. */
export function faultsOfOrder(rows: Rows): string[] {
  const then: Then = { passed: new Set(), once: new Set(), open: new Set(), standing: false };
  const faults = rows.events.flatMap((event) => {
    const found = [...faultsOfStep(rows, event, then), ...faultsOfDecisionEvent(rows, event)].map((fault) => `${event.number} ${event.kind} ${event.subject.stage ?? ''}: ${fault}`);
    follow(rows, event, then);
    return found;
  });
  const stand = rows.stages.filter((s) => ['approved', 'approvedWithConditions', 'finished'].includes(s.state)).map((s) => s.stage).sort();
  return stand.join() === [...then.passed].sort().join() ? faults : [...faults, `the record ends with ${[...then.passed].join()} passed, the rows with ${stand.join()}`];
}

const passes = ({ kind, subject: { stage } }: Happened) => kind === 'stage.finish' || kind === 'stage.assure' || (APPROVES.includes(kind) && !order.get(stage!)!.assured);

function faultsOfStep(rows: Rows, event: Happened, { passed, once, open, standing }: Then): string[] {
  const { kind, subject: { stage } } = event;
  const faults: string[] = [];
  const goesOn = kind === 'stage.open' || APPROVES.includes(kind) || passes(event);
  if (goesOn && kind !== 'stage.finish') {
    const missing = under(stage!).filter((key) => (order.get(key)!.decided ? !passed.has(key) : !once.has(key)));
    if (missing.length) faults.push(`before ${[...new Set(missing)].join()}`);
    if (inTheWay(rows, open, stage!)) faults.push('a condition was in the way');
  }
  if (standing && (goesOn || DECIDES.includes(kind))) faults.push('while the case stood still');
  if ((kind === 'case.authorise' || kind === 'case.goLive') && (!passed.has('transfer') || inTheWay(rows, open, 'transfer'))) faults.push('go-live without the transfer, or over a condition');
  return faults;
}

const inTheWay = ({ conditions }: Rows, open: ReadonlySet<string>, stage: string): boolean =>
  conditions.some((c) => open.has(c.id) && ((c.blocks === 'nextStage' && order.get(stage)!.after.includes(c.stage)) || (c.blocks === 'contract' && (stage === 'contract' || stage === 'transfer')) || (c.blocks === 'goLive' && stage === 'transfer')));

/** A first-line decision had the views it waited for; an approval had its reviews. Each entry of a decision seals one row. */
function faultsOfDecisionEvent({ decisions, reviews, boards, views }: Rows, { kind, at, subject }: Happened): string[] {
  if (!DECIDES.includes(kind) && !['stage.assure', 'stage.query', 'stage.stop'].includes(kind)) return [];
  const faults: string[] = [];
  const sealed = (subject.seals ?? []).filter((seal) => seal.of === 'decisions').map((seal) => seal.id);
  if (!decisions.some((d) => d.id === subject.decision && d.stage === subject.stage) || sealed.join() !== subject.decision) faults.push('seals no decision of its own');
  if (!DECIDES.includes(kind)) return faults;
  const board = boards.find((b) => b.submission_id === subject.submission && b.at <= at && (b.dissolved_at === null || b.dissolved_at > at));
  const given = views.filter((v) => v.board_id === board?.id && v.view !== 'cannotTakePart' && v.at <= at);
  if (board && given.length < board.quorum) faults.push('the board was not heard');
  const missing = order.get(subject.stage!)!.reviewers.filter((role) => !reviews.some((r) => r.submission_id === subject.submission && r.role === role && r.sent_at !== null && r.sent_at <= at));
  if (APPROVES.includes(kind) && missing.length) faults.push(`without the reviews of ${missing.join()}`);
  return faults;
}

function follow({ conditions }: Rows, event: Happened, then: Then): void {
  const { kind, subject } = event;
  if (passes(event)) { then.passed.add(subject.stage!); then.once.add(subject.stage!); }
  if (kind === 'stage.reopen') then.passed.delete(subject.stage!);
  if (kind === 'stage.approveWithConditions') for (const c of conditions) if (c.decision_id === subject.decision) then.open.add(c.id);
  if (SETTLES.includes(kind)) then.open.delete(subject.condition!);
  if (kind === 'condition.reopen') then.open.add(subject.condition!);
  if (STANDS.includes(kind)) then.standing = true;
  if (MOVES_AGAIN.includes(kind)) then.standing = false;
}
