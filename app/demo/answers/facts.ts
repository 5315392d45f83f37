import type { AnswerValue } from '#workflows/checks/check.ts';
import type { PathwayKey } from '#workflows/definition.ts';

/** "We do not know yet", with the day it will be known, and "not applicable", with the reason. */
export type NotGiven = { unknownUntil: string } | { notApplicable: string };
/** Answers by question key, as values: money in pence, days as YYYY-MM-DD, tables as rows by column key. */
export type Answers = Record<string, AnswerValue | NotGiven>;

/** What differs from story to story; the stages' answers are written around it. */
export interface StoryFacts {
  pathway: PathwayKey;
  /** "community therapies": as it stands in a sentence. */
  service: string;
  place: string;
  team: string;
  enterprise: string;
  parent: string;
  commissioner: string;
  staff: number;
  wte: number;
  budgetPence: number;
  population: number;
  /** The day the stage is written. Whatever must lie in the past lies before it. */
  today: string;
  transferOn: string;
  contractStart: string;
  contractYears: number;
  /** Option key of gov.legal_form. */
  legalForm: string;
  lead: string;
  deputy: string;
  sponsor: string;
  clinicalLead: string;
  financeLead: string;
  ballot: { electorate: number; returned: number; for: number; against: number; spoilt: number; threshold: number };
  /** The short form: few staff and a small budget. */
  small: boolean;
  /** What this story says in its own words, by question key. */
  extra?: Answers;
}

/** An address that names its owner and goes nowhere. */
export const addressOf = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@demo.slipway.test`;
