import { addDays, addMonths } from '../../../workflows/dates.ts';
import type { PathwayKey } from '../../../workflows/definition.ts';
import { dayOf } from '../../../app/lib/dates.ts';
import type { Answers, StoryFacts } from '../../../app/demo/answers/facts.ts';

export const TODAY = dayOf(new Date());

/** A team small enough for the short form, on any pathway, that expects to leave in ten months. */
export const small = (pathway: PathwayKey): StoryFacts => ({
  pathway, service: 'hand therapy', place: 'Riverside', team: 'Riverside hand therapy', enterprise: 'Riverside Hand Therapy CIC',
  parent: 'Northbridge Community Trust', commissioner: 'Northbridge Health Board', staff: 12, wte: 9.5, budgetPence: 75_000_000, population: 21_000,
  today: TODAY, transferOn: addMonths(TODAY, 10), contractStart: addMonths(TODAY, 10), contractYears: 3, legalForm: 'cic-guarantee',
  lead: 'Rosa Quill', deputy: 'Tom Aldous', sponsor: 'Margaret Okoye', clinicalLead: 'Ann Wye', financeLead: 'Gareth Pugh',
  ballot: { electorate: 12, returned: 11, for: 10, against: 1, spoilt: 0, threshold: 51 }, small: true,
});

/** The day of the transfer came early: it is today. */
export const early = (facts: StoryFacts): StoryFacts => ({ ...facts, transferOn: TODAY });

/** A first review can look back no further than the day it is written. */
export const firstDays: Answers = { 'rev.period_from': addDays(TODAY, -1), 'rev.period_to': TODAY };

/** The case that half-written.ts tells of before the server starts. Its proposal lacks these sections. */
export const HALF_WRITTEN = { title: 'Riverside hand therapy, half written', pathway: 'right-to-provide', without: ['commissioner-fit', 'staff-support'] } as const;
