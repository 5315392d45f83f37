import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { advisersByIds, type AdviserNamed } from '#db/tables/advisers.server.ts';
import { mentorOrganisations } from '#db/tables/mentors.server.ts';
import { feedbackOf, mentoringsOfCase, mentorNeedOf } from '#db/tables/mentorings.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import type { MentorTopic } from '#workflows/mentor-topics.ts';
import { inTopicOrder, sizeOf, titleIn } from '#workflows/mentors.ts';
import { suggestedTopics } from '#workflows/computed/readiness-proposal.ts';
import { asText, type AnswerValue } from '#workflows/checks/check.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { Typed } from '../../lib/forms.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { landmarksFor } from '../cases/key-facts.server.ts';
import { maySeeSupport } from '../support/support.policy.ts';
import { maySeekMentor, maySeeSearch } from './mentoring.policy.ts';
import { HELPED, OFTEN, outcomeTitle, titleOf } from './mentoring-words.ts';

/** One mentoring as a row of the case's page. */
export interface MentoringShown {
  id: string;
  name: string;
  organisation: string;
  state: { title: string; tone: ReturnType<typeof describe>['tone']; description: string };
  /** Whose turn it is or what was said, in a sentence. */
  words: string;
  feedback: string[];
  /** It has a page of its own for this reader. */
  open: boolean;
}
export interface CaseMentoringPage {
  case: CaseHead;
  example: boolean;
  need: { key: string; value: string }[] | null;
  /** Agreed or under way. */
  current: MentoringShown[];
  /** The one asked and those after it, in order. */
  line: MentoringShown[];
  past: MentoringShown[];
  /** Mentors who came by an invitation. */
  invited: { name: string; words: string }[];
  maySeek: boolean;
  /** May read what help the case is given. */
  seesSupport: boolean;
  /** Whose turn it is in the search, in a sentence; null once there is a mentor. */
  turn: string;
}

/** How a case stands with its mentors. A mentor sees their own; the search is the team's. */
export async function caseMentoringPage(reader: Reader, file: CaseFile): Promise<CaseMentoringPage> {
  const [rows, need, organisations] = await Promise.all([mentoringsOfCase(reader, file.case.id), mentorNeedOf(reader, file.case.id), mentorOrganisations(reader, { left: true })]);
  const [advisers, feedback] = rows.length ? await Promise.all([advisersByIds(reader, [...new Set(rows.map((row) => row.adviser_id))]), feedbackOf(reader, rows.map((row) => row.id))]) : [[], []];
  const search = maySeeSearch(file.roles) || isExample(file);
  const known = { advisers: new Map(advisers.map((row) => [row.id, row])), organisations: new Map(organisations.map((row) => [row.organisation_id, row.name])), feedback };
  const seen = rows.filter((row) => search || known.advisers.get(row.adviser_id)?.person_id === file.actor.id);
  const invited = search ? await invitedMentors(reader, file, rows) : [];
  const shown = (tag: 'agreed' | 'line' | 'asked' | 'over') => seen.filter((row) => hasTag('mentoring', row.state, tag)).map((row) => shownOf(row, known, file));
  const [current, line, past] = [shown('agreed'), [...shown('asked'), ...shown('line')], shown('over').reverse()];
  return {
    case: headOf(file), example: isExample(file), need: search && need ? needInWords(need) : null, current, line, past, invited, maySeek: maySeekMentor(file.roles), seesSupport: maySeeSupport(file.roles),
    turn: turnOf({ need, mentors: [...current, ...invited].map(({ name }) => name), line, past }),
  };
}

function turnOf({ need, mentors, line, past }: { need: unknown; mentors: string[]; line: MentoringShown[]; past: MentoringShown[] }): string {
  if (line[0]) return `With ${line[0].name}, ${line[0].words.replace(/^./, (c) => c.toLowerCase())}`;
  if (mentors.length) return `${mentors.join(' and ')} ${mentors.length === 1 ? 'mentors' : 'mentor'} this team.`;
  if (!need) return 'With the team lead, to say what the team needs help with.';
  return past.length ? 'With the team lead, to choose again. The support unit sees that the team has no mentor, and can match by hand.' : 'With the team lead, to choose who to ask.';
}

/** Who mentors without having been asked here: the lead or the support unit invited them. */
async function invitedMentors(reader: Reader, file: CaseFile, rows: readonly Row<'mentorings'>[]): Promise<CaseMentoringPage['invited']> {
  const parts = file.memberships.filter((m) => m.role === 'mentor' && m.until_at === null && !rows.some((row) => row.membership_id === m.id));
  const people = parts.length ? await peopleByIds(reader, parts.map((m) => m.person_id)) : [];
  return parts.map((m) => ({ name: people.find((p) => p.id === m.person_id)?.name ?? 'A mentor', words: `Mentor of this case since ${day(dayOf(m.from_at))}, by invitation` }));
}

interface Known {
  advisers: ReadonlyMap<string, AdviserNamed>;
  organisations: ReadonlyMap<string, string>;
  feedback: readonly Row<'mentoring_feedback'>[];
}

function shownOf(row: Row<'mentorings'>, { advisers, organisations, feedback }: Known, file: CaseFile): MentoringShown {
  const adviser = advisers.get(row.adviser_id)!;
  const { title, tone, description } = describe('mentoring', row.state);
  return {
    id: row.id, name: adviser.name, organisation: organisations.get(adviser.organisation_id) ?? '', state: { title, tone, description }, words: wordsOf(row, adviser.name),
    feedback: feedback.filter((one) => one.mentoring_id === row.id).map((one) => `${one.side === 'team' ? 'The team' : adviser.name} says it helped: ${titleOf(HELPED, one.helped).toLowerCase()}${one.words ? `. ${one.words}` : ''}`),
    open: file.roles.some((role) => role !== 'auditor'),
  };
}

function wordsOf(row: Row<'mentorings'>, name: string): string {
  if (hasTag('mentoring', row.state, 'asked')) return `Asked on ${day(dayOf(row.asked_at!))}, to reply by ${day(row.reply_by_on!)}.`;
  if (hasTag('mentoring', row.state, 'line')) return `Choice ${row.rank}. Has ${row.reply_days} days to reply once asked.`;
  if (hasTag('mentoring', row.state, 'agreed')) return `${describe('mentoring', row.state).description}. Since ${day(dayOf(row.replied_at!))}.${goingOn(row, name)}`;
  const on = row.over_at ? ` ${day(dayOf(row.over_at))}.` : '';
  return `${[row.outcome ? `${outcomeTitle(row.outcome)}.` : '', row.words ? `${row.words.replace(/\.$/, '')}.` : ''].filter(Boolean).join(' ')}${on}`.trim();
}

function goingOn({ state, team_goes_on_at: team, mentor_goes_on_at: mentor }: Row<'mentorings'>, name: string): string {
  if (!hasTag('mentoring', state, 'working') || (team && mentor)) return '';
  return team ? ` The team wants to go on, and waits for ${name} to say so.` : mentor ? ` ${name} wants to go on, and waits for the team to say so.` : '';
}

/** What a team asks for, for the page and for the adviser who reads a request. */
export const needInWords = (need: Row<'mentor_needs'>): { key: string; value: string }[] => [
  { key: 'Help with', value: inTopicOrder(fromJson<string[]>(need.topics_json)).map((key) => titleIn('topic', key)).join(', ') },
  { key: 'Stuck on', value: need.stuck },
  { key: 'Tried so far', value: need.tried || 'Not said' },
  { key: 'Would like to talk', value: titleOf(OFTEN, need.often) },
  { key: 'Services', value: fromJson<string[]>(need.services_json).map((key) => titleIn('service', key)).join(', ') || 'Not said' },
  { key: 'Size', value: need.size ? titleIn('size', need.size) : 'Not said' },
  { key: 'Legal form', value: need.legal_form ? titleIn('form', need.legal_form) : 'Not chosen yet' },
  { key: 'Region', value: need.region ? titleIn('region', need.region) : 'Not said' },
];

/** What the form begins with: what was said before, else what the case's own answers point to. */
export async function needForm(reader: Reader, file: CaseFile): Promise<{ case: CaseHead; values: Typed; from: string }> {
  const need = await mentorNeedOf(reader, file.case.id);
  if (need) {
    const values = { topics: fromJson<string[]>(need.topics_json).join('\n'), services: fromJson<string[]>(need.services_json).join('\n'), size: need.size ?? '', legalForm: need.legal_form ?? '', region: need.region ?? '', stuck: need.stuck, tried: need.tried, often: need.often, revision: String(need.revision) };
    return { case: headOf(file), values, from: '' };
  }
  const [rows, { staff }] = await Promise.all([answersOf(reader, file.case.id, ['s0.skills', 'gov.legal_form']), landmarksFor(reader, file)]);
  const answer = (key: string) => fromJson<AnswerValue>(rows.find((row) => row.question === key)?.value_json ?? null) ?? undefined;
  const topics = suggestedTopics(answer as Parameters<typeof suggestedTopics>[0]).map(({ key }): MentorTopic => key);
  const values = { topics: topics.join('\n'), size: staff === undefined ? '' : sizeOf(staff), legalForm: asText(answer('gov.legal_form')) ?? '', revision: '0' };
  return { case: headOf(file), values, from: topics.length ? 'The topics ticked are those your readiness check points to. Change them as you like.' : '' };
}
