import { figure } from '#workflows/figure.ts';
import { day } from '../../lib/dates.ts';
import { count, counted, pounds } from '../../lib/money.ts';
import type { BenefitDetails, Milestone } from './benefit-details.schema.ts';
import { ATTRIBUTIONS, CATEGORIES, CLASSES, CONFIDENCES, COUNTERFACTUALS, DIRECTIONS, EVIDENCE_KINDS, FREQUENCIES, QUALITIES } from './benefits.schema.ts';

export type DetailKey = keyof BenefitDetails;
type Pairs = readonly (readonly [string, string])[];
type As = 'text' | 'figure' | 'day' | 'pence' | 'days' | 'count' | 'person' | 'milestones' | Pairs;

const YES_NO = [['yes', 'Yes'], ['no', 'No']] as const;
const FIELDS: Record<DetailKey, [title: string, as: As]> = {
  title: ['What will get better', 'text'], beneficiary: ['Who gains', 'text'], category: ['Kind of benefit', CATEGORIES],
  evidenceKind: ['What shows it', EVIDENCE_KINDS], measure: ['What is counted or timed', 'text'], measureCode: ['From the measure library', 'text'], measureVersion: ['Version in the library', 'count'],
  numerator: ['The part that is counted', 'text'], denominator: ['Out of what', 'text'], unit: ['Unit', 'text'], direction: ['Which way is better', DIRECTIONS],
  dataSource: ['Where results come from', 'text'], frequency: ['How often it is reported', FREQUENCIES], lagDays: ['Known after', 'days'],
  baseline: ['Starting figure', 'figure'], baselineFrom: ['First day of the starting period', 'day'], baselineOn: ['Date of the starting figure', 'day'],
  baselineSource: ['Where the starting figure comes from', 'text'], baselineN: ['People or cases behind it', 'count'], baselineQuality: ['How good the data is', QUALITIES],
  target: ['Target', 'figure'], bandLow: ['Lowest figure of the range', 'figure'], bandHigh: ['Highest figure of the range', 'figure'], tolerance: ['How far off still counts', 'figure'],
  targetOn: ['Target date', 'day'], milestones: ['On the way', 'milestones'],
  counterfactualMethod: ['If nothing had changed', COUNTERFACTUALS], counterfactual: ['Figure if nothing had changed', 'figure'], counterfactualNote: ['How that was worked out', 'text'],
  class: ['What kind of value', CLASSES], valuePerYear: ['Value a year', 'pence'], confidence: ['How sure you are', CONFIDENCES], attribution: ['How much of it is your doing', ATTRIBUTIONS],
  otherProviders: ['Asked of other providers too', YES_NO], otherProvidersNote: ['Why that is fair', 'text'], equalityNote: ['Who may gain less', 'text'],
  providerOwner: ['Owner in the team', 'person'], commissionerOwner: ["Owner on the approver's side", 'person'], recorder: ['Who records results', 'person'],
};

export const titleOf = (key: DetailKey): string => FIELDS[key][0];

/** What the words of a value need: the unit of its figures, people by id, and the pathway's own words. */
export interface Saying {
  unit: string | null;
  name: (id: string | null) => string;
  say: (text: string) => string;
}

/** One detail of a record as people read it; '' for what is not said. */
export function sayDetail(key: DetailKey, value: unknown, { unit, name, say }: Saying): string {
  const as = FIELDS[key][1];
  if (value === null || value === undefined || value === '') return '';
  if (typeof as !== 'string') return say(as.find(([k]) => k === value)?.[1] ?? '');
  switch (as) {
    case 'figure': return figure(value as number, unit);
    case 'day': return day(value as string);
    case 'pence': return pounds(value as number);
    case 'days': return counted(value as number, 'day');
    case 'count': return count(value as number);
    case 'person': return name(value as string);
    case 'milestones': return (value as Milestone[]).map((m) => `${figure(m.value, unit)} by ${day(m.on)}`).join(', ');
    default: return value as string;
  }
}
