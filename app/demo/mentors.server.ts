import { addDays } from '#workflows/dates.ts';
import type { MentorTopic } from '#workflows/mentor-topics.ts';
import { declareMentorConflict } from '../domain/mentors/declare-conflict.server.ts';
import type { AdviserSaved, MentorSaved } from '../domain/mentors/mentors.schema.ts';
import { addMentorResult, registerMentor } from '../domain/mentors/register-mentor.server.ts';
import { addAdviser } from '../domain/mentors/save-adviser.server.ts';
import type { Actor } from '../domain/people/actor.server.ts';
import { must, onDay } from './story.server.ts';

/** Name, job, topics, teams at once, and what differs from most. */
type Offer = [name: string, jobTitle: string, topics: readonly MentorTopic[], places: number, more?: Partial<AdviserSaved>];
interface Entry {
  mentor: Omit<MentorSaved, 'revision' | 'left'>;
  results: readonly [words: string, year: string, publishedOn: string][];
  advisers: readonly Offer[];
}

/** Five invented organisations. The first adviser of the first is one of the people who can sign in. */
const MENTORS: readonly Entry[] = [
  {
    mentor: { name: 'Longbarn Care CIC', legalForm: 'cic-guarantee', services: ['therapies', 'community-nursing'], size: '100-to-499', region: 'south-east', spunOutOn: '2011-10-01', userLed: false, about: 'Community nursing and therapies in three market towns, run by its staff since 2011. Invented for this demonstration.' },
    results: [['Waits for physiotherapy fell from 14 weeks to 6 weeks between April 2012 and March 2014', '2014', '2014-06-30'], ['Sickness absence was 3.1% in the year to March 2025, from 4.9% before the move', '2025', '2025-07-14']],
    advisers: [
      ['Fiona Grant', 'Chief executive', ['business-planning', 'governance-board', 'contract-negotiation', 'legal-form', 'mobilisation'], 2],
      ['Samuel Oyelaran', 'Director of finance', ['finance-cashflow', 'business-planning', 're-tender', 'bid-writing'], 2, { hours: 8 }],
      ['Bridget Lacey', 'Director of people', ['tupe-hr', 'pensions', 'union-relations', 'staff-engagement'], 1],
    ],
  },
  {
    mentor: { name: 'Westfold Dental and Foot Care', legalForm: 'cbs', services: ['dental', 'podiatry'], size: '15-to-99', region: 'south-west', spunOutOn: '2012-04-01', userLed: false, about: 'Dental care and podiatry for people who find it hard to get to a clinic. Staff and patients own it together. Invented for this demonstration.' },
    results: [['9 in 10 patients said in 2024 that they were seen when they needed it', '2024', '2025-02-20']],
    advisers: [
      ['Edwin Tamale', 'Managing director', ['legal-form', 'governance-board', 'cqc-registration', 'estates'], 2],
      ['Marion Hext', 'Head of contracts', ['contract-negotiation', 'benefits-measurement', 'commissioning-process', 'bid-writing'], 1],
    ],
  },
  {
    mentor: { name: 'Open Door Living', legalForm: 'coop', services: ['social-care', 'learning-disability'], size: 'under-15', region: 'london', spunOutOn: null, userLed: true, about: 'Disabled people who run their own support, and help others to. Invented for this demonstration.' },
    results: [],
    advisers: [
      ['Marcus Bell', 'Co-ordinator', ['user-involvement', 'legal-form', 'finance-cashflow', 'commissioning-process'], 2, { ambassador: true, hours: 10, about: 'I answer in writing if you like, and can meet where you meet.' }],
      ['Yasmin Choudhury', 'Peer adviser', ['user-involvement', 'staff-engagement', 'social-value'], 2, { ambassador: true, meets: 'remote' }],
    ],
  },
  {
    mentor: { name: 'Northmoor Care Co-operative', legalForm: 'coop', services: ['social-care', 'end-of-life'], size: '500-or-more', region: 'north-east', spunOutOn: '2009-07-01', userLed: false, about: 'Care at home and in hospices, owned by the people who give it. Invented for this demonstration.' },
    results: [['It kept 94% of its staff in the year to March 2025', '2025', '2025-06-02']],
    advisers: [
      ['Leonard Frith', 'Company secretary', ['governance-board', 'legal-form', 'insurance-indemnity', 'failure-recovery'], 2],
      ['Anjali Rao', 'Director of operations', ['mobilisation', 'it-ig', 'estates', 'failure-recovery'], 1],
      ['Peter Garside', 'Head of pensions and pay', ['pensions', 'tupe-hr'], 0, { about: 'Full until the spring.' }],
    ],
  },
  {
    mentor: { name: 'Saltmere Children First CIC', legalForm: 'cic-shares', services: ['children', 'therapies'], size: '15-to-99', region: 'south-east', spunOutOn: '2016-04-01', userLed: false, about: 'Speech and language therapy and health visiting on the coast. Invented for this demonstration.' },
    results: [['Children were seen within 8 weeks of referral in 2024, from 19 weeks in 2016', '2024', '2025-03-11']],
    advisers: [
      ['Grace Tennant', 'Founder', ['business-planning', 'staff-engagement', 'legal-form', 'benefits-measurement'], 2],
      ['Hugh Ansell', 'Finance lead', ['finance-cashflow', 'contract-negotiation'], 1, { away: true, about: 'On leave for now.' }],
    ],
  },
];

export type Adviser = Actor & { adviserId: string };
/** The advisers by name. */
export type Mentors = Record<string, Adviser>;

interface Hands {
  /** Keeps the directory. */
  unit: Actor;
  /** Those who have an account already, by name. */
  known: readonly Actor[];
  register: (name: string, jobTitle: string) => Promise<Actor>;
}

/** The directory, a year before the real day. */
export async function gatherMentors({ unit, known, register }: Hands, today: string, bids: { body: string }): Promise<Mentors> {
  onDay(addDays(today, -365));
  const found: Mentors = {};
  for (const { mentor, results, advisers } of MENTORS) {
    const { organisationId } = must(await registerMentor(unit, { ...mentor, revision: 0, left: false }), `add ${mentor.name}`);
    const site = `https://${mentor.name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
    for (const [words, year, publishedOn] of results) must(await addMentorResult(unit, organisationId, { words, link: `${site}/reports/${year}`, publishedOn }), `record a result of ${mentor.name}`);
    for (const [name, jobTitle, topics, places, more] of advisers) {
      const who = known.find((person) => person.name === name) ?? (await register(name, jobTitle));
      const offer: AdviserSaved = { topics: [...topics], places, hours: 6, meets: 'both', freeFrom: null, away: false, about: '', revision: 0, email: who.email, ambassador: false, left: false, ...more };
      found[name] = { ...who, adviserId: must(await addAdviser(unit, organisationId, offer), `add ${name}`).adviserId };
    }
  }
  must(await declareMentorConflict(found['Edwin Tamale']!, null, { kind: 'bids', body: bids.body, whole: true, detail: 'The contract for community dental care' }), 'declare a bid');
  return found;
}
