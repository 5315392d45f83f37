import type { AnswerValue } from '#workflows/checks/check.ts';
import type { Answer } from '#workflows/form.ts';
import { FEW_VOTES, type BallotResult } from '#workflows/secret-ballots.ts';

/** What of a ballot goes into the answers. */
export interface Figures {
  method: string;
  question: string;
  threshold: number;
  closesOn: string;
  runBy: string;
  result: BallotResult;
}
/** An answer as a ballot gives it: a value, or why there is none to give. */
export type Given = { value: AnswerValue } | { notApplicable: string };

/** The answers a closed ballot gives, question by question, in the order of the form: what decides whether others are asked stands first. */
export function answersFrom({ method, question, threshold, closesOn, runBy, result }: Figures): Map<string, Given> {
  const { counts } = result;
  const unsaid: Given = { notApplicable: `Fewer than ${FEW_VOTES} people voted, so the counts are not shown. ${threshold}% was needed, and it was ${result.reached ? '' : 'not '}reached` };
  const count = (n: number | undefined): Given => (n === undefined ? unsaid : { value: n });
  return new Map<string, Given>([
    ['hr.support_test', { value: method }], ['hr.support_question', { value: question }], ['hr.support_threshold', { value: threshold }], ['hr.support_closed_on', { value: closesOn }],
    ['hr.support_run_by', { value: runBy }], ['hr.support_secret', { value: 'yes' }],
    ['hr.support_electorate', { value: result.electorate }], ['hr.support_returned', { value: result.returned }],
    ['hr.support_for', count(counts?.for)], ['hr.support_against', count(counts?.against)], ['hr.support_spoilt', count(counts?.spoilt)],
  ]);
}

/** Whether an answer still says what the ballot gave. */
export function agrees(answer: Answer | undefined, given: Given): boolean {
  if ('notApplicable' in given) return answer?.state === 'notApplicable' && answer.reason === given.notApplicable;
  return answer?.state === 'answered' && answer.value === given.value;
}
