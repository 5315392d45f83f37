import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { advisersOf } from '#db/tables/advisers.server.ts';
import { mentorOrganisationById, mentorOrganisations, mentorResultsOf } from '#db/tables/mentors.server.ts';
import { inTopicOrder, titleIn } from '#workflows/mentors.ts';
import { day } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { today } from '../clock.server.ts';
import { offersNow, type MentorOrganisation, type Offers } from '../mentoring/offers.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { MentorSearch } from './directory-search.ts';
import { mayKeepMentors } from './mentors.policy.ts';

/** What the directory says of an organisation: facts, no scores. */
export interface MentorShown {
  id: string;
  name: string;
  userLed: boolean;
  /** "Community interest company (CIC) limited by shares, 100 to 499 staff, South East. Left the public sector on 1 October 2011." */
  facts: string;
  services: string;
  topics: string[];
  /** "2 advisers. 3 of 5 places free." */
  places: string;
  free: boolean;
  ambassador: boolean;
}

const A_PAGE = 20;
const byName = new Intl.Collator('en-GB', { numeric: true });

/** The organisations that match, by name, a page at a time. */
export async function directoryPage(reader: Reader, search: MentorSearch): Promise<{ mentors: MentorShown[]; count: number; page: number; last: number }> {
  const known = await offersNow(reader);
  const advisers = new Map<string, Offers['offers']>();
  for (const offer of known.offers) advisers.set(offer.ties.organisationId, [...(advisers.get(offer.ties.organisationId) ?? []), offer]);
  const found = [...known.organisations.values()].filter((row) => fits(row, advisers.get(row.organisation_id) ?? [], search)).sort((a, b) => byName.compare(a.name, b.name));
  const last = Math.max(1, Math.ceil(found.length / A_PAGE));
  const page = Math.min(last, Math.max(1, Number(search.page) || 1));
  return { mentors: found.slice((page - 1) * A_PAGE, page * A_PAGE).map((row) => shown(row, advisers.get(row.organisation_id) ?? [], known)), count: found.length, page, last };
}

function fits(row: MentorOrganisation, offers: Offers['offers'], { topic, region, service, form, open, kind }: MentorSearch): boolean {
  if ((region && row.region !== region) || (form && row.legal_form !== form) || (service && !fromJson<string[]>(row.services_json).includes(service))) return false;
  if (kind === 'user-led' && row.user_led_at === null) return false;
  return (!topic && !open) || offers.some((offer) => (!topic || offer.topics.includes(topic)) && (!open || isOpen(offer)));
}

const isOpen = (offer: Offers['offers'][number]) => !offer.away && offer.room > 0 && (offer.freeFrom === null || offer.freeFrom <= today());

function shown(row: MentorOrganisation, offers: Offers['offers'], { advisers }: Offers): MentorShown {
  const places = offers.reduce((sum, offer) => sum + advisers.get(offer.id)!.places, 0);
  const free = offers.filter(isOpen).reduce((sum, offer) => sum + offer.room, 0);
  return {
    id: row.organisation_id, name: row.name, userLed: row.user_led_at !== null, facts: factsOf(row), services: fromJson<string[]>(row.services_json).map((key) => titleIn('service', key)).join(', '),
    topics: inTopicOrder(offers.flatMap((offer) => offer.topics)).map((key) => titleIn('topic', key)),
    places: offers.length ? `${counted(offers.length, 'adviser')}. ${free} of ${counted(places, 'place')} free now.` : 'No advisers at present.',
    free: free > 0, ambassador: offers.some((offer) => advisers.get(offer.id)!.ambassador_at !== null),
  };
}

const factsOf = (row: MentorOrganisation) =>
  `${[titleIn('form', row.legal_form), titleIn('size', row.size).toLowerCase(), titleIn('region', row.region)].join(', ')}. ${row.spun_out_on ? `Left the public sector on ${day(row.spun_out_on)}.` : 'It was never part of the public sector.'}`;

export interface AdviserShown {
  id: string;
  /** Null for who has not signed in. */
  name: string | null;
  jobTitle: string;
  topics: string[];
  places: string;
  offers: string;
  about: string;
  ambassador: boolean;
  left: boolean;
}
export interface MentorPage {
  id: string;
  name: string;
  userLed: boolean;
  left: boolean;
  facts: { key: string; value: string }[];
  about: string;
  results: { id: string; words: string; link: string; on: string }[];
  advisers: AdviserShown[];
  mayKeep: boolean;
}

/** One organisation; undefined when it is not in the directory, but to those who keep it. Names of advisers are for people who have signed in. */
export async function mentorPage(reader: Reader, actor: Actor | null, organisationId: string): Promise<MentorPage | undefined> {
  const row = await mentorOrganisationById(reader, organisationId);
  const mayKeep = actor !== null && mayKeepMentors(actor);
  if (!row || (row.left_at !== null && !mayKeep)) return undefined;
  const [results, advisers, { offers }] = await Promise.all([mentorResultsOf(reader, organisationId), advisersOf(reader, organisationId), offersNow(reader)]);
  const rooms = new Map(offers.map((offer) => [offer.id, offer.room]));
  const services = fromJson<string[]>(row.services_json).map((key) => titleIn('service', key));
  return {
    id: organisationId, name: row.name, userLed: row.user_led_at !== null, left: row.left_at !== null, about: row.about, mayKeep,
    facts: [
      { key: 'Legal form', value: titleIn('form', row.legal_form) }, { key: 'Services', value: services.join(', ') }, { key: 'Size', value: titleIn('size', row.size) }, { key: 'Region', value: titleIn('region', row.region) },
      { key: 'Left the public sector', value: row.spun_out_on ? day(row.spun_out_on) : 'It was never part of it' },
      ...(row.user_led_at ? [{ key: 'Led by', value: 'The people it serves, as it says itself' }] : []),
    ],
    results: results.map((result) => ({ id: result.id, words: result.words, link: result.link, on: day(result.published_on) })),
    advisers: advisers.filter((adviser) => mayKeep || (adviser.left_at === null && adviser.disabled_at === null)).map((adviser) => ({
      id: adviser.id, name: actor ? adviser.name : null, jobTitle: adviser.job_title, topics: inTopicOrder(fromJson<string[]>(adviser.topics_json)).map((key) => titleIn('topic', key)),
      places: adviser.away_at ? 'Takes no requests for now' : `${Math.max(0, rooms.get(adviser.id) ?? 0)} of ${counted(adviser.places, 'place')} free${adviser.free_from_on && adviser.free_from_on > today() ? `, from ${day(adviser.free_from_on)}` : ''}`,
      offers: `${titleIn('meets', adviser.meets)}, up to ${counted(adviser.hours_a_month, 'hour')} a month`, about: adviser.about, ambassador: adviser.ambassador_at !== null, left: adviser.left_at !== null,
    })),
  };
}

/** Every mentor organisation by name, those that left too, for those who keep the directory. */
export async function mentorsKept(reader: Reader): Promise<{ id: string; name: string; left: boolean }[]> {
  return (await mentorOrganisations(reader, { left: true })).map((row) => ({ id: row.organisation_id, name: row.name, left: row.left_at !== null })).sort((a, b) => byName.compare(a.name, b.name));
}
