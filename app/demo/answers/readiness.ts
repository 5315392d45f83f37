import { addDays } from '#workflows/dates.ts';
import { addressOf, type Answers, type StoryFacts } from './facts.ts';

const member = (name: string, jobTitle: string, employer: string) => ({ name, jobTitle, employer, email: addressOf(name) });

/** A readiness check as a team fills it in before anything is decided. */
export const readinessAnswers = (f: StoryFacts): Answers => ({
  's0.why': ['better-outcomes', 'lower-cost-or-time', 'autonomy'],
  's0.vision': `People in ${f.place} would wait weeks less for a first appointment. They would see the same clinician from start to finish, and they could book, change and ask by phone or online on the same day. GPs would have one number to ring. Fewer people would end up in hospital because nobody got to them in time.`,
  's0.services': [{ name: f.service, sites: f.small ? 1 : Math.max(2, Math.round(f.staff / 60)), wte: f.wte, budget: f.budgetPence }],
  's0.eligible': f.pathway === 'public-service-mutual' ? ['left-public-sector', 'delivers-public-services', 'staff-control'] : 'yes',
  's0.lead': member(f.lead, 'Clinical lead', f.parent),
  's0.deputy': member(f.deputy, 'Operations manager', f.parent),
  's0.team_size': f.staff,
  's0.team_wte': f.wte,
  's0.manager_aware': 'yes',
  's0.manager_aware_on': addDays(f.today, -40),
  's0.staff_talk': 'yes',
  's0.staff_talk_on': addDays(f.today, -20),
  's0.time_release': f.small ? 4 : 12,
  's0.skills': [
    { row: 'finance', rating: 1 }, { row: 'hr', rating: 2 }, { row: 'legal', rating: 0 }, { row: 'governance', rating: 1 },
    { row: 'commercial', rating: 1 }, { row: 'clinical-governance', rating: 4 }, { row: 'it', rating: 2 }, { row: 'comms', rating: 2 },
    { row: 'data', rating: 3 },
  ],
  's0.starter_read': 'yes',
  's0.mentor_wanted': 'yes',
  ...f.extra,
});
