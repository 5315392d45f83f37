/** A vote or survey as it was counted: whole papers, never shares. `spoilt` includes blank papers. */
export interface BallotCounts {
  electorate: number;
  returned: number;
  for: number;
  against: number;
  spoilt: number;
}

/** Percentages, 0 to 100, from which a result earns its word. Slipway default. */
export interface SupportThresholds {
  strongTurnout: number;
  strongYes: number;
  turnout: number;
  yes: number;
}
export const SUPPORT_THRESHOLDS: SupportThresholds = { strongTurnout: 60, strongYes: 60, turnout: 50, yes: 50 };

export type Support = 'strong' | 'supportive' | 'weak' | 'opposed';

const said = (n: number) => n.toLocaleString('en-GB');

/** What cannot be true of these counts together, as sentences that say what to do. Missing counts are passed over. */
export function contradictions(counts: Partial<BallotCounts>): string[] {
  const { electorate, returned, spoilt = 0 } = counts;
  const yesAndNo = counts.for !== undefined && counts.against !== undefined ? counts.for + counts.against : undefined;
  const found: string[] = [];
  if (electorate !== undefined && returned !== undefined && returned > electorate) {
    found.push(`Papers returned, ${said(returned)}, must not be more than the ${said(electorate)} staff who could vote. Check both counts`);
  }
  if (yesAndNo === undefined) return found;
  if (returned === undefined && electorate !== undefined && yesAndNo + spoilt > electorate) {
    found.push(`Votes counted, ${said(yesAndNo + spoilt)}, must not be more than the ${said(electorate)} staff who could vote. Check the counts`);
  }
  if (returned !== undefined && (counts.spoilt === undefined ? yesAndNo > returned : yesAndNo + spoilt !== returned)) {
    found.push(`Votes for, votes against and spoilt papers must add up to the ${said(returned)} papers returned. They add up to ${said(yesAndNo + spoilt)}`);
  }
  return found;
}

/** Papers returned as a percentage of staff who could vote; undefined without an electorate. */
export const turnoutOf = ({ electorate, returned }: Pick<BallotCounts, 'electorate' | 'returned'>): number | undefined =>
  electorate > 0 ? (returned / electorate) * 100 : undefined;

/** Yes votes as a percentage of yes and no votes, spoilt papers left out; undefined when nobody voted. */
export const yesShareOf = (counts: Pick<BallotCounts, 'for' | 'against'>): number | undefined =>
  counts.for + counts.against > 0 ? (counts.for / (counts.for + counts.against)) * 100 : undefined;

/** The word a result earns; undefined when nobody could vote or nobody did. */
export function supportOf(counts: BallotCounts, t: SupportThresholds): Support | undefined {
  const turnout = turnoutOf(counts);
  const yes = yesShareOf(counts);
  if (turnout === undefined || yes === undefined) return undefined;
  if (yes <= t.yes) return 'opposed';
  if (turnout < t.turnout) return 'weak';
  return turnout >= t.strongTurnout && yes >= t.strongYes ? 'strong' : 'supportive';
}
