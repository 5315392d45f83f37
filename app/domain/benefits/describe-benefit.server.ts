import { targetProblem } from '#workflows/benefits.ts';
import { mayEdit, TEAM } from '../cases/cases.policy.ts';
import { refused, type Done, type Reason, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { benefitCommand, moveBenefit } from './benefit-command.server.ts';
import { columnsOf, detailsOf } from './benefit-columns.server.ts';
import type { BenefitDetails } from './benefit-details.schema.ts';
import { ownerProblems, OWNERS, tellNamed } from './owners.server.ts';

/**
 * Says how a benefit is measured, what it is compared with, or who owns it. After go-live what was agreed stands, but
 * owners may be named anew. `sure`: a target on the worse side is meant.
 */
export async function describeBenefit(actor: Actor, caseId: string, benefitId: string, details: BenefitDetails, { revision, sure = false }: { revision: number; sure?: boolean }): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, revision, as: TEAM }, async (on) => {
    if (!mayEdit(on.file.roles)) return refused(403, 'Only the team can change how a benefit is measured');
    const before = detailsOf(on.row);
    const said = byHand(before, details);
    const wrong = [...newContradictions(before, { ...before, ...said }, sure), ...ownerProblems(on.file, before, said)];
    if (wrong.length) return refused(422, ...wrong);
    const naming = Object.keys(said).every((key) => OWNERS.some((owner) => owner === key));
    const moved = await moveBenefit(on, {
      type: 'describe', changes: columnsOf(said), facts: naming ? { isFixed: false } : {},
      deed: { kind: 'benefit.describe', subject: { before: replaced(before, said) }, sentence: `${naming ? 'said who owns a benefit' : 'said how a benefit is measured'}: ${said.title ?? before.title}` },
    });
    if (moved.ok) await tellNamed(on, before, said);
    return moved;
  });
}

const DEFINITION = ['measure', 'numerator', 'denominator', 'unit'] as const;

/** A definition written by hand is the team's own: the record no longer says that it is the library's. */
function byHand(before: Required<BenefitDetails>, said: BenefitDetails): BenefitDetails {
  const rewritten = said.measureCode === undefined && DEFINITION.some((key) => said[key] !== undefined && said[key] !== before[key]);
  return before.measureCode !== null && rewritten ? { ...said, measureCode: null, measureVersion: null } : said;
}

/** What each changed detail was before. */
const replaced = (before: Required<BenefitDetails>, said: BenefitDetails) =>
  Object.fromEntries(Object.entries(before).filter(([key, was]) => key in said && JSON.stringify(said[key as keyof BenefitDetails]) !== JSON.stringify(was)));

/** What cannot be so and did not stand before: a target that was meant to lie on the worse side is not asked about again. */
export function newContradictions(before: Required<BenefitDetails>, after: Required<BenefitDetails>, sure: boolean): Reason[] {
  const known = contradictions(before, false).map(({ message }) => message);
  return contradictions(after, sure).filter(({ message }) => !known.includes(message));
}

/** What cannot be so, each at its field. */
function contradictions(b: Required<BenefitDetails>, sure: boolean): Reason[] {
  const wrong = targetProblem(b.direction, b.baseline, b.target, b.unit ?? '');
  const share = (field: keyof BenefitDetails, title: string, value: number | null) =>
    b.unit === '%' && value !== null && (value < 0 || value > 100) ? [{ field, message: `${title} must be from 0 to 100, because the unit is %` }] : [];
  return [
    ...(wrong && !sure ? [{ field: 'target', message: wrong }] : []),
    ...(later(b.targetOn, b.baselineOn) ? [] : [{ field: 'targetOn', message: 'Target date must be after the date of the starting figure' }]),
    ...(later(b.baselineOn, b.baselineFrom, true) ? [] : [{ field: 'baselineFrom', message: 'First day of the starting period must be before its last day' }]),
    ...(b.bandLow !== null && b.bandHigh !== null && b.bandLow >= b.bandHigh ? [{ field: 'bandHigh', message: 'Highest figure of the range must be above the lowest' }] : []),
    ...(b.tolerance !== null && b.tolerance < 0 ? [{ field: 'tolerance', message: 'How far off still counts must not be below 0' }] : []),
    ...share('baseline', 'Starting figure', b.baseline), ...share('target', 'Target', b.target),
    ...b.milestones.flatMap((m, i) => (later(b.targetOn, m.on, true) && later(m.on, b.baselineOn) ? [] : [{ field: `milestone${i + 1}On`, message: `Milestone ${i + 1} must fall between the starting figure and the target date` }])),
    ...(b.providerOwner !== null && b.providerOwner === b.commissionerOwner ? [{ field: 'commissionerOwner', message: 'The two owners must be different people' }] : []),
  ];
}

/** Nothing is out of order where one of the two is not said. */
const later = (day: string | null, before: string | null, orSame = false) => day === null || before === null || day > before || (orSame && day === before);
