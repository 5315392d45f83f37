/** A step on the way to the target. */
export interface Milestone {
  /** YYYY-MM-DD. */
  on: string;
  value: number;
}
export type MilestoneStanding = 'reached' | 'missed' | 'noResult' | 'ahead';

export interface StandingMilestone extends Milestone {
  standing: MilestoneStanding;
  /** The result it was held against: the last one of a period that ended by its day. */
  by: { on: string; value: number } | null;
}

/**
 * How each milestone stands on a day: ahead until its day has come, then by the last result of a period that ended by
 * then. One result reaching it in time is enough; a figure that is not there is not called missed.
 */
export function milestonesOn(today: string, milestones: readonly Milestone[], results: readonly { on: string; value: number }[], direction: string | null): StandingMilestone[] {
  return milestones.map((milestone) => {
    const by = results.filter(({ on }) => on <= milestone.on).at(-1) ?? null;
    return { ...milestone, by, standing: milestone.on > today ? 'ahead' : standingOf(milestone, by, direction) };
  });
}

function standingOf({ value }: Milestone, by: { value: number } | null, direction: string | null): MilestoneStanding {
  if (!by || (direction !== 'up' && direction !== 'down')) return 'noResult';
  return (direction === 'up' ? by.value >= value : by.value <= value) ? 'reached' : 'missed';
}
