import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { ballotById, ballotsOf, closedCounts } from '#db/tables/ballots.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { hasTag } from '#workflows/decide.ts';
import { BALLOT_METHODS, BALLOT_RUNNERS, isLive, type BallotResult, type BallotState } from '#workflows/secret-ballots.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { asAnswer } from '../answers/case-form.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { mayEdit, mayLead } from '../cases/cases.policy.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { standsStill } from '../stages/stage-facts.server.ts';
import { maySeeBallots } from './ballots.policy.ts';
import { agrees, answersFrom } from './figures.ts';
import { figuresOf } from './answer-with-result.server.ts';

export interface BallotView {
  id: string;
  state: BallotState;
  question: string;
  method: string;
  opens: string;
  closes: string;
  threshold: number;
  runner: string;
  electorate: number;
  setUp: string;
  reason: string;
  result: BallotResult | null;
  /** Closed: who put it in the answer and when, and whether the answers still say so. */
  used: { by: string; on: string; agrees: boolean } | null;
}
export interface BallotPage {
  case: CaseHead;
  ballot: BallotView | null;
  earlier: BallotView[];
  may: { lead: boolean; setUp: boolean; cancel: boolean; use: boolean };
}

/** The ballots of a case, the newest first; undefined when they are not this reader's to see. */
export async function ballotPage(reader: Reader, file: CaseFile): Promise<BallotPage | undefined> {
  if (!maySeeBallots(file.roles)) return undefined;
  const rows = await ballotsOf(reader, file.case.id);
  const [ballot = null, ...earlier] = await viewsOf(reader, rows);
  const live = ballot !== null && isLive(ballot.state);
  const editable = hasTag('stage', stageInFile(file, 'workforce')?.row.state ?? 'notOpen', 'editable') && !standsStill(file.case.state);
  return {
    case: headOf(file), ballot, earlier,
    may: {
      lead: mayLead(file.roles), setUp: mayLead(file.roles) && !live && !standsStill(file.case.state), cancel: mayLead(file.roles) && live,
      use: ballot?.state === 'closed' && editable && mayEdit(file.roles, file.standings, 'workforce') && !ballot.used?.agrees,
    },
  };
}

/** A ballot that may still be cancelled; undefined when there is none by that id for this reader. */
export async function liveBallot(reader: Reader, file: CaseFile, ballotId: string): Promise<{ case: CaseHead; id: string; state: BallotState } | undefined> {
  const row = await ballotById(reader, ballotId);
  return row?.case_id === file.case.id && maySeeBallots(file.roles) ? { case: headOf(file), id: row.id, state: row.state } : undefined;
}

/** Where the figures of a section come from when they came from a ballot; null when they did not. */
export async function ballotBehind(reader: Reader, file: CaseFile, questions: readonly string[]): Promise<{ closed: string; agrees: boolean } | null> {
  if (!questions.some((key) => key.startsWith('hr.support_'))) return null;
  const used = (await ballotsOf(reader, file.case.id)).find((row) => row.used_at !== null);
  const [counts] = used ? await closedCounts(reader, [used.id]) : [];
  return used && counts ? { closed: day(used.closes_on), agrees: await stillSaid(reader, used, counts, questions) } : null;
}

async function viewsOf(reader: Reader, rows: readonly Row<'ballots'>[]): Promise<BallotView[]> {
  const [counts, name] = await Promise.all([rows.length ? closedCounts(reader, rows.map(({ id }) => id)) : [], namesOf(reader, rows.flatMap((row) => [row.by, ...(row.used_by ? [row.used_by] : [])]))]);
  return Promise.all(rows.map(async (row) => {
    const own = counts.find((one) => one.ballot_id === row.id);
    return {
      id: row.id, state: row.state,
      question: row.question, method: BALLOT_METHODS.find(({ value }) => value === row.method)?.label ?? '', opens: dayInWords(row.opens_on), closes: dayInWords(row.closes_on), threshold: row.threshold,
      runner: `${row.runner} (${BALLOT_RUNNERS.find(({ value }) => value === row.run_by)?.label.toLowerCase() ?? ''})`, electorate: row.electorate,
      setUp: `${name(row.by)}, ${day(dayOf(row.at))}`, reason: row.reason,
      result: own ? figuresOf(row, own).result : null,
      used: own && row.used_at ? { by: name(row.used_by), on: day(dayOf(row.used_at)), agrees: await stillSaid(reader, row, own) } : null,
    };
  }));
}

/** Whether the answers, or those among `only`, say what the ballot gave. */
async function stillSaid(reader: Reader, ballot: Row<'ballots'>, counts: Row<'ballot_counts'>, only?: readonly string[]): Promise<boolean> {
  const given = [...answersFrom(figuresOf(ballot, counts))].filter(([key]) => only?.includes(key) ?? true);
  const rows = new Map((await answersOf(reader, ballot.case_id, given.map(([key]) => key))).map((row) => [row.question, asAnswer(row)]));
  return given.every(([key, one]) => agrees(rows.get(key), one));
}
