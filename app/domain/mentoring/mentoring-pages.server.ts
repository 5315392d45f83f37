import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { adviserOfPerson, placesTaken } from '#db/tables/advisers.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { mentorOrganisationById } from '#db/tables/mentors.server.ts';
import { feedbackOf, mentoringsOfAdviser, mentorNeedOf } from '#db/tables/mentorings.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { inTopicOrder, titleIn } from '#workflows/mentors.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { counted } from '../../lib/money.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { needInWords } from './case-mentoring-page.server.ts';
import { loadMentoring, sideOf, type Side } from './load-mentoring.server.ts';
import { AGREED, movesFrom } from './mentoring.policy.ts';
import { MOVE_WORDS, outcomeTitle, type Move } from './mentoring-words.ts';

export interface MentoringPage {
  id: string;
  side: Side;
  case: { id: string; title: string; summary: string };
  name: string;
  organisation: string;
  state: { title: string; tone: ReturnType<typeof describe>['tone']; description: string };
  /** It waits for this reader's yes or no until this day. */
  answerBy: string | null;
  facts: { key: string; value: string }[];
  need: { key: string; value: string }[];
  moves: { move: Move; title: string }[];
  mayFeedBack: boolean;
  /** The reader is in the case, so it can be opened. */
  inCase: boolean;
}

/** One mentoring for either side; undefined for everybody else. An adviser who is asked reads what the team wrote for them, and nothing of the case. */
export async function mentoringPage(reader: Reader, actor: Actor, id: string): Promise<MentoringPage | undefined> {
  const loaded = await loadMentoring(reader, id);
  const side = loaded && sideOf(loaded, actor);
  if (!loaded || side === undefined) return undefined;
  const { row, case: of, adviser } = loaded;
  const bodies = [of.parent_id, of.commissioner_id].flatMap((one) => one ?? []);
  const [need, organisations, leads, feedback] = await Promise.all([mentorNeedOf(reader, of.id), organisationsByIds(reader, bodies), peopleByIds(reader, holdersOf(loaded, 'lead')), feedbackOf(reader, [id])]);
  const body = (one: string | null) => organisations.find((o) => o.id === one)?.name ?? 'Not named';
  const { title, tone, description } = describe('mentoring', row.state);
  const asked = hasTag('mentoring', row.state, 'asked');
  // Words of the team are for who has to answer and who said yes, not for who said no.
  const reads = side !== 'mentor' || !hasTag('mentoring', row.state, 'over');
  return {
    id, side, case: { id: of.id, title: of.title, summary: of.summary }, name: adviser.name, organisation: loaded.organisation.name, state: { title, tone, description },
    answerBy: asked && side === 'mentor' ? day(row.reply_by_on!) : null,
    facts: [
      { key: 'Team lead', value: leads.map((lead) => lead.name).join(', ') || 'Nobody' }, { key: 'Employer now', value: body(of.parent_id) }, { key: 'Commissioner', value: body(of.commissioner_id) },
      ...(row.asked_at ? [{ key: 'Asked', value: `${day(dayOf(row.asked_at))}${row.by_hand_at ? ', matched by the support unit' : ''}` }] : []),
      ...(asked ? [{ key: 'Reply by', value: day(row.reply_by_on!) }] : []),
      ...(row.outcome ? [{ key: 'How it ended', value: outcomeTitle(row.outcome) }] : []),
      ...(row.words ? [{ key: 'Said', value: row.words }] : []),
    ],
    need: reads && need ? needInWords(need) : [],
    moves: movesFrom(row.state, side).filter((move) => !(move === 'goOn' && (side === 'team' ? row.team_goes_on_at : row.mentor_goes_on_at))).map((move) => ({ move, title: MOVE_WORDS[move].title })),
    mayFeedBack: row.outcome !== null && (side === 'team' || side === 'mentor') && !feedback.some((one) => one.side === side),
    inCase: side !== 'mentor' || hasTag('mentoring', row.state, 'agreed'),
  };
}

export interface AdviserDesk {
  organisation: { id: string; name: string };
  offers: { key: string; value: string }[];
  /** Requests to answer, then teams helped, then what is over. */
  groups: { title: string; none: string; rows: { id: string; to: string; title: string; words: string; state: MentoringPage['state'] }[] }[];
}

/** What an adviser has to answer and whom they help; undefined for who is no adviser. */
export async function adviserDesk(reader: Reader, personId: string): Promise<AdviserDesk | undefined> {
  const adviser = await adviserOfPerson(reader, personId);
  if (!adviser) return undefined;
  const [rows, organisation, taken] = await Promise.all([mentoringsOfAdviser(reader, adviser.id), mentorOrganisationById(reader, adviser.organisation_id), placesTaken(reader, AGREED, adviser.id)]);
  const asked = rows.filter((row) => row.asked_at !== null);
  const titles = new Map((asked.length ? await casesByIds(reader, [...new Set(asked.map((row) => row.case_id))]) : []).map((row) => [row.id, row.title]));
  const group = (tag: 'asked' | 'agreed' | 'over') => asked.filter((row) => hasTag('mentoring', row.state, tag)).map((row) => {
    const { title, tone, description } = describe('mentoring', row.state);
    return { id: row.id, to: `/mentoring/${row.id}`, title: titles.get(row.case_id) ?? 'A team', words: tag === 'asked' ? `Reply by ${day(row.reply_by_on!)}` : tag === 'agreed' ? `Since ${day(dayOf(row.replied_at!))}` : day(dayOf(row.over_at!)), state: { title, tone, description } };
  });
  const invited = await invitedTo(reader, personId, asked.filter((row) => hasTag('mentoring', row.state, 'agreed')).map((row) => row.case_id));
  return {
    organisation: { id: adviser.organisation_id, name: organisation?.name ?? '' },
    offers: [
      { key: 'Places', value: `${taken.get(adviser.id) ?? 0} of ${counted(adviser.places, 'place')} taken` }, { key: 'Requests', value: adviser.away_at ? 'None for now' : adviser.free_from_on ? `From ${day(adviser.free_from_on)}` : 'Yes' },
      { key: 'Time', value: `Up to ${counted(adviser.hours_a_month, 'hour')} a month` }, { key: 'Meets', value: titleIn('meets', adviser.meets) },
      { key: 'Helps with', value: inTopicOrder(fromJson<string[]>(adviser.topics_json)).map((key) => titleIn('topic', key)).join(', ') },
    ],
    groups: [
      { title: 'Requests to answer', none: 'Nobody waits for your answer.', rows: group('asked') },
      { title: 'Teams you help', none: 'You help no team at present.', rows: [...group('agreed'), ...invited] },
      { title: 'Earlier', none: 'Nothing yet.', rows: group('over') },
    ],
  };
}

/** Teams that invited the person as their mentor themselves, without asking through the directory. */
async function invitedTo(reader: Reader, personId: string, except: readonly string[]): Promise<AdviserDesk['groups'][number]['rows']> {
  const parts = (await membershipsOf(reader, personId)).filter((part) => part.role === 'mentor' && part.until_at === null && !except.includes(part.case_id));
  const titles = new Map((parts.length ? await casesByIds(reader, parts.map((part) => part.case_id)) : []).map((row) => [row.id, row.title]));
  return parts.map((part) => ({ id: part.id, to: `/cases/${part.case_id}`, title: titles.get(part.case_id) ?? 'A team', words: `Since ${day(dayOf(part.from_at))}, by invitation`, state: { title: 'Mentor', tone: 'teal', description: '' } }));
}
