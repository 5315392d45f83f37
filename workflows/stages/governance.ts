import type { StageWritten } from '../definition.ts';
import { board } from './governance/board.ts';
import { conduct } from './governance/conduct.ts';
import { legalForm } from './governance/legal-form.ts';
import { ownership } from './governance/ownership.ts';
import { registration } from './governance/registration.ts';
import * as sources from './governance/sources.ts';

export const governance = {
  key: 'governance',
  title: 'Governance and legal form',
  noun: 'governance plan',
  purpose:
    'You choose a legal form and set up the board, ownership, policies and cover. The people who decide look for a form ' +
    'that fits the purpose, real staff control and a board that can do the job.',
  sources: Object.values(sources),
  groups: [legalForm, ownership, board, conduct, registration],
  evidence: [
    { key: 'articles', title: 'Draft articles or rules', minimum: 1, hint: 'Upload the articles, not the memorandum' },
    {
      key: 'community-interest-statement', title: 'Community interest statement', minimum: 1, hint: 'Form CIC36 or its draft',
      when: { question: 'gov.legal_form', is: ['cic-guarantee', 'cic-shares'] },
    },
    { key: 'board-skills-matrix', title: 'Board skills matrix', minimum: 1 },
    { key: 'fit-and-proper', title: 'Record of fit and proper person checks', minimum: 1, hint: 'Dates and results only', personalData: true },
    { key: 'policies-pack', title: 'Policies pack', minimum: 1, hint: 'With the policy on conflicts of interest' },
    { key: 'board-minute', title: 'Minutes of founder meetings', minimum: 1, hint: 'With the reasons for the legal form' },
    { key: 'vat-opinion', title: 'Written opinion on value added tax', minimum: 1, when: { question: 'gov.legal_form', is: ['llp'] } },
    { key: 'legal-opinion-team', title: 'Legal advice to the {team}', minimum: 0 },
    { key: 'insurance-certificate', title: 'Insurance certificates or quotes', minimum: 0 },
  ],
  criteria: [
    {
      key: 'form-fits-purpose', title: 'The legal form fits the purpose',
      looksFor: 'A clear reason for the form, minuted, and honest about the forms left out. There is time to register it.',
      evidenceIn: ['chosen-form', 'guide-result', 'community-benefit'],
    },
    {
      key: 'asset-lock-adequate', title: 'The asset lock is strong enough',
      looksFor: 'Assets and surplus stay in public benefit, and a body is named for what is left if it closes.',
      evidenceIn: ['asset-lock', 'dividends', 'charges'],
    },
    {
      key: 'staff-control-real', title: 'Staff control is real',
      looksFor: 'Staff hold votes, or can appoint and remove directors. It is more than a forum.',
      evidenceIn: ['owners', 'staff-control', 'staff-and-patient-voice'],
    },
    {
      key: 'board-competent', title: 'The board can do the job',
      looksFor: 'An independent chair, a clinician, a finance lead, checked people, and every skill covered or a plan for the gap.',
      evidenceIn: ['board-members', 'board-skills', 'board-rules', 'named-leads'],
    },
    {
      key: 'conflicts-closed', title: 'Conflicts are handled',
      looksFor: 'Every open interest has a step that handles it, roles are kept apart, and each side has its own lawyer.',
      evidenceIn: ['conflicts', 'two-sides', 'legal-advisers'],
    },
    {
      key: 'registrations-in-hand', title: 'Registrations are on the way',
      looksFor: 'Each registration has an owner and a date that leaves enough time before the transfer.',
      evidenceIn: ['registrations'],
    },
    {
      key: 'cover-in-place', title: 'Harm and loss are covered',
      looksFor: 'Every service is covered from the transfer date, and old claims have a home.',
      evidenceIn: ['clinical-cover', 'insurance'],
    },
  ],
} satisfies StageWritten;
