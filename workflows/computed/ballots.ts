import { supportOf, SUPPORT_THRESHOLDS, contradictions, yesShareOf, type BallotCounts, type Support } from '../ballots.ts';
import { asNumber } from '../checks/check.ts';
import { ballotCounts } from '../checks/ballots.ts';
import type { Computation, Computed } from './computation.ts';

const WORDS: Record<Support, string> = { strong: 'Strong', supportive: 'Supportive', weak: 'Weak', opposed: 'Opposed' };
const COUNTS = ['electorate', 'returned', 'for', 'against', 'spoilt'] as const;
const none = (unit: Computed['unit'], working: string): Computed => ({ value: null, unit, working });
const said = (n: number) => n.toLocaleString('en-GB');

export const ballotComputations: Record<string, Computation> = {
  /** Yes votes as a share of yes and no votes. Spoilt papers do not count. Arithmetic. */
  yesShare: ({ answer }) => {
    const { for: yes, against } = ballotCounts(answer);
    const share = yes === undefined || against === undefined ? undefined : yesShareOf({ for: yes, against });
    if (share === undefined || yes === undefined || against === undefined) return none('percent', 'Shown when votes for and against are answered');
    return { value: Math.round(share * 10) / 10, unit: 'percent', working: `${said(yes)} of ${said(yes + against)} votes for or against` };
  },
  /** { strongTurnout, strongYes, turnout, yes }: Strong, Supportive, Weak or Opposed, from counts that agree. Slipway default. */
  staffSupport: ({ answer, params }) => {
    const counts = ballotCounts(answer);
    if (COUNTS.some((key) => counts[key] === undefined)) return none('text', 'Shown when all the counts are answered');
    if (contradictions(counts).length > 0) return none('text', 'Shown when the counts agree with each other');
    const t = thresholds(params);
    const support = supportOf(counts as BallotCounts, t);
    if (!support) return none('text', 'Shown when somebody has voted');
    return {
      value: WORDS[support],
      unit: 'text',
      working:
        `Strong is ${t.strongYes}% or more for, on a turnout of ${t.strongTurnout}% or more. Supportive is over ${t.yes}% on ${t.turnout}% or more. ` +
        `Weak is over ${t.yes}% on a lower turnout. Opposed is ${t.yes}% or less. These limits are our default`,
    };
  },
};

const thresholds = (params: Record<string, unknown>) => ({
  strongTurnout: asNumber(params.strongTurnout) ?? SUPPORT_THRESHOLDS.strongTurnout,
  strongYes: asNumber(params.strongYes) ?? SUPPORT_THRESHOLDS.strongYes,
  turnout: asNumber(params.turnout) ?? SUPPORT_THRESHOLDS.turnout,
  yes: asNumber(params.yes) ?? SUPPORT_THRESHOLDS.yes,
});
