import type { StageWritten } from '../definition.ts';
import { dates } from './workforce/dates.ts';
import { handover } from './workforce/handover.ts';
import { informing } from './workforce/informing.ts';
import { readinessToMove } from './workforce/readiness.ts';
import {
  acasInformation, contractPensions, newFairDeal, newLaw, nhsEmployers, partnershipForum, redundancyLaw, slipwayDefault, staffTransfers, tupe, unison,
} from './workforce/sources.ts';
import { staff } from './workforce/staff.ts';
import { startingFigures } from './workforce/starting-figures.ts';
import { support } from './workforce/support.ts';
import { terms } from './workforce/terms.ts';

export const workforce = {
  key: 'workforce',
  title: 'Staff and TUPE',
  noun: 'workforce plan',
  purpose:
    'You plan the move of staff with them and their unions. The people who decide look for lawful talks, real support, ' +
    'settled pensions and fair terms. This is guidance, not legal advice.',
  sources: [
    tupe('as amended in 2014 and 2024'), redundancyLaw, acasInformation, staffTransfers, newFairDeal, nhsEmployers, contractPensions, partnershipForum, newLaw, unison, slipwayDefault,
  ],
  groups: [staff, dates, informing, handover, terms, support, startingFigures, readinessToMove],
  evidence: [
    { key: 'staff-engagement-log', title: 'Consultation plan and log', minimum: 1, hint: 'No names', personalData: true },
    { key: 'tupe-measures-letter', title: 'Letter on changes for staff', minimum: 1, hint: 'Without names. The date is what counts', personalData: true },
    { key: 'equality-analysis', title: 'Equality analysis of the move', minimum: 1, hint: 'Hide counts under 5', personalData: true },
    { key: 'ballot-report', title: 'Report of the vote', minimum: 1, hint: 'From the person who ran it', when: { question: 'hr.support_test', is: ['ballot', 'indicative-vote'] } },
    { key: 'pension-direction', title: 'Pension direction or approval', minimum: 0, hint: 'Go-live waits for it if anyone is in the scheme' },
    { key: 'union-statement', title: 'Union statement or letters', minimum: 0, hint: 'Attached unchanged' },
    { key: 'staff-questions', title: 'Questions and answers for staff', minimum: 0 },
    { key: 'legal-opinion-team', title: 'Legal advice on the transfer', minimum: 0 },
  ],
  criteria: [
    {
      key: 'lawful-consultation', title: 'Staff were informed and consulted lawfully',
      looksFor: 'The right representatives, a full letter before consultation, and enough time to change the plan.',
      evidenceIn: ['staff-representatives', 'information-letter', 'letter-sent', 'measures', 'consultation'],
    },
    {
      key: 'right-staff', title: 'The right staff move',
      looksFor: 'A fair rule for who moves, decisions with names and dates, and numbers that match the costs.',
      evidenceIn: ['staff-list', 'posts', 'law-that-applies'],
    },
    {
      key: 'support-shown', title: 'Staff support is shown',
      looksFor: 'Most who voted said yes on a fair turnout. If most said no, the board says in writing why to go on.',
      evidenceIn: ['vote', 'vote-result', 'board-statement', 'reach'],
    },
    {
      key: 'no-coercion', title: 'Nobody was pressed',
      looksFor: 'A vote run by someone independent, in secret, with the result told to all.',
      evidenceIn: ['vote-run'],
    },
    {
      key: 'pensions-settled', title: 'Pensions are settled',
      looksFor: 'Every member has a way to stay in the scheme, applied for in time.',
      evidenceIn: ['hr.pension_routes', 'pension-application'],
    },
    {
      key: 'terms-clear', title: 'Terms for later recruits are clear',
      looksFor: 'Staff hired later know their pay and pension, and the gap to staff who moved is explained.',
      evidenceIn: ['later-recruits', 'national-pay'],
    },
    {
      key: 'union-views-answered', title: 'Union views are answered point by point',
      looksFor: 'Each point in writing has a reply. A statement from staff side is attached unchanged.',
      evidenceIn: ['consultation', 'union-recognition'],
    },
    {
      key: 'staff-data-safe', title: 'Staff data is safe and in time',
      looksFor: 'Employee liability information went by a safe method before the last lawful day. None of it is in this tool.',
      evidenceIn: ['staff-information', 'staff-information-safety'],
    },
    {
      key: 'starting-figures-taken', title: 'Starting figures are taken',
      looksFor: 'Sickness has a unit, a period and a definition, so that later reviews can compare.',
      evidenceIn: ['sickness', 'engagement-survey'],
    },
  ],
} satisfies StageWritten;
