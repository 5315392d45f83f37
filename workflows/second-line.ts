import type { PathwayStage } from './definition.ts';
import { pounds } from './money.ts';

/** Whether the second line must assure a stage, and why when its value is the reason; '' otherwise. */
export interface Assurance {
  needed: boolean;
  why: string;
}

/**
 * A second line that is told assures from a yearly value in pence. A value nobody has given cannot be shown to be
 * under it, so it is assured.
 */
export function assuranceOf({ secondLine, assuresFrom }: Pick<PathwayStage['signOff'], 'secondLine' | 'assuresFrom'>, valuePence: number | undefined): Assurance {
  if (secondLine !== 'told' || !assuresFrom) return { needed: secondLine === 'assures', why: '' };
  if (valuePence === undefined) return { needed: true, why: 'the yearly value is not known' };
  return valuePence >= assuresFrom.pence ? { needed: true, why: `it is worth ${pounds(assuresFrom.pence)} a year or more` } : { needed: false, why: '' };
}
