import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { membershipsOf } from '#db/tables/memberships.server.ts';
import { publishedGuidance, sharedFromComment, sharedGuidanceOf } from '#db/tables/shared-guidance.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { topicOf, topicsForStage } from '#workflows/guidance.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { commentFor } from '../comments/comments.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { loadShared, mine } from './consent-guidance.server.ts';
import { mayEnd } from './guidance.policy.ts';
import { guidanceIn } from './propose-guidance.server.ts';

type Shared = Row<'shared_guidance'>;
/** A mentor's answer as anybody reads it. */
export interface SharedAnswer {
  id: string;
  title: string;
  text: string;
  on: string;
}
const answerOf = (row: Shared): SharedAnswer => ({ id: row.id, title: row.title, text: row.text, on: day(dayOf(row.published_at!)) });

export const sharedUnderTopic = async (reader: Reader, topic: string): Promise<SharedAnswer[]> => (await publishedGuidance(reader, { topic })).map(answerOf);

/** By question. */
export async function sharedBeside(reader: Reader, questions: readonly string[]): Promise<Map<string, SharedAnswer[]>> {
  const found = new Map<string, SharedAnswer[]>();
  for (const row of await publishedGuidance(reader, { questions })) found.set(row.question, [...(found.get(row.question) ?? []), answerOf(row)]);
  return found;
}

const STANDS = { waiting: 'Waits for consent', published: 'Published', refused: 'Not agreed', takenBack: 'Taken back', withdrawn: 'Withdrawn' } as const;
const standOf = (row: Shared): keyof typeof STANDS => row.outcome ?? (row.published_at ? 'published' : 'waiting');

export interface SharedPage {
  id: string;
  title: string;
  text: string;
  topic: { key: string; title: string };
  stands: keyof typeof STANDS;
  state: string;
  facts: { key: string; value: string }[];
  /** May still say yes or no. */
  mayAgree: boolean;
  mayEnd: boolean;
}

/** One proposal, for those who have a say in it; undefined for everybody else. */
export async function sharedPage(reader: Reader, actor: Actor, id: string): Promise<SharedPage | undefined> {
  const loaded = await loadShared(reader, actor, id);
  if (!loaded) return undefined;
  const { row, say } = loaded;
  const name = await namesOf(reader, [row.mentor_id, row.by, row.lead_agreed_by, row.ended_by]);
  const [stands, said] = [standOf(row), (at: string | null) => (at ? `Yes, ${day(dayOf(at))}` : 'Has not said yet')];
  return {
    id, title: row.title, text: row.text, topic: { key: row.topic, title: topicOf(row.topic)?.title ?? row.topic }, stands, state: STANDS[stands],
    facts: [
      { key: 'From the case', value: loaded.case.title }, { key: 'Proposed by', value: `${name(row.by)}, ${day(dayOf(row.at))}` },
      { key: `The mentor, ${name(row.mentor_id)}`, value: said(row.mentor_agreed_at) },
      { key: row.lead_agreed_by ? `The team lead, ${name(row.lead_agreed_by)}` : 'The team lead', value: said(row.lead_agreed_at) },
      ...(row.ended_at ? [{ key: STANDS[stands], value: `By ${name(row.ended_by)}, ${day(dayOf(row.ended_at))}` }] : []),
    ],
    mayAgree: stands === 'waiting' && (say.mentor || say.lead) && !mine(row, say), mayEnd: row.ended_at === null && mayEnd(say),
  };
}

export interface SharedList {
  rows: { id: string; title: string; from: string; state: string; on: string }[];
}

/** Answers this person has a say in: their own as a mentor, those of cases they lead; for the support unit and auditors, all. */
export async function sharedList(reader: Reader, actor: Actor): Promise<SharedList> {
  const all = actor.posts.includes('support') || actor.posts.includes('auditor');
  const leads = (await membershipsOf(reader, actor.id)).filter((m) => m.role === 'lead' && m.until_at === null).map((m) => m.case_id);
  const rows = await sharedGuidanceOf(reader, all ? 'everybody' : { mentorId: actor.id, leads });
  const titles = new Map((rows.length ? await casesByIds(reader, [...new Set(rows.map((row) => row.case_id))]) : []).map((row) => [row.id, row.title]));
  return { rows: rows.map((row) => ({ id: row.id, title: row.title, from: titles.get(row.case_id) ?? '', state: STANDS[standOf(row)], on: day(dayOf(row.at)) })) };
}

export interface ProposalForm {
  case: { id: string; title: string };
  commentId: string;
  question: string;
  asked: string;
  answer: string;
  topics: { value: string; label: string }[];
  may: boolean;
  /** The proposer is the mentor: to propose is to agree. */
  own: boolean;
}

/** What the form to propose an answer begins with; undefined when the comment cannot become guidance. */
export async function proposalForm(reader: Reader, file: CaseFile, commentId: string): Promise<ProposalForm | undefined> {
  const comment = await commentFor(reader, file, commentId);
  const found = comment && (await guidanceIn(reader, file, comment));
  if (!comment || !found) return undefined;
  const place = placeOf(file.pathway, comment.question);
  const near = topicsForStage(comment.stage, file.pathway.key);
  return {
    case: { id: file.case.id, title: file.case.title }, commentId, question: place ? inWords(place.question.title, file.pathway) : 'An answer', asked: comment.text, answer: found.answer,
    topics: near.map(({ key, title }) => ({ value: key, label: title })), may: found.may && !(await sharedFromComment(reader, commentId)), own: found.mentorId === file.actor.id,
  };
}

/** What the page of a comment says of it as guidance: a link to propose it, or to what was proposed. */
export async function guidanceLink(reader: Reader, file: CaseFile, comment: Row<'comments'>): Promise<{ to: string; label: string } | null> {
  const found = await guidanceIn(reader, file, comment);
  if (!found) return null;
  const row = await sharedFromComment(reader, comment.id);
  if (!row) return found.may ? { to: `/cases/${file.case.id}/comments/${comment.id}/guidance`, label: 'Propose this answer as guidance for everybody' } : null;
  return (await loadShared(reader, file.actor, row.id)) ? { to: `/guidance/shared/${row.id}`, label: row.published_at ? 'This answer is guidance' : 'This answer is proposed as guidance' } : null;
}
