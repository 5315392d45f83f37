import type { Reader } from '#db/database.server.ts';
import type { NewRow, Row } from '#db/schema.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { repliesTo } from '#db/tables/comment-replies.server.ts';
import { commentById } from '#db/tables/comments.server.ts';
import { documentById } from '#db/tables/documents.server.ts';
import { membershipById } from '#db/tables/memberships.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { submissionById, submissionsOf } from '#db/tables/submissions.server.ts';
import type { Pathway } from '#workflows/definition.ts';
import { inWords, placeOf } from '#workflows/form.ts';
import { asPlainText, showAnswer } from '#workflows/show.ts';
import { roleInWords } from '../../lib/roles.ts';
import { inText } from '../answers/answer-in-text.server.ts';
import { pathwayOf } from '../pathways/pathways.server.ts';
import { bodyOf } from '../stages/submissions.server.ts';

type Source = Row<'search_stale'>;
type Entry = Omit<NewRow<'search_entries'>, 'source' | 'source_id' | 'case_id'>;

/** What can be found of one source as it is now, in words; nothing when it is gone. */
export async function entriesOf(reader: Reader, source: Source): Promise<NewRow<'search_entries'>[]> {
  const { caseId, entries } = (await WORDS[source.source](reader, source.source_id)) ?? { caseId: '', entries: [] };
  return entries.map((entry) => ({ ...source, case_id: caseId, ...entry }));
}

type Words = (reader: Reader, id: string) => Promise<{ caseId: string; entries: Entry[] } | undefined>;
const WORDS: Record<Source['source'], Words> = {
  async case(reader, id) {
    const row = await caseById(reader, id);
    if (!row) return undefined;
    const bodies = await organisationsByIds(reader, [row.parent_id, row.commissioner_id].flatMap((body) => body ?? []));
    return { caseId: id, entries: [{ kind: 'case', audience: 'case', stage: null, place: '', title: `${row.title} ${row.reference}`, body: [row.summary, ...bodies.map((body) => body.name)].join('\n') }] };
  },
  async answer(reader, id) {
    const [caseId = '', question = ''] = id.split(' ');
    const [row, answer] = await Promise.all([caseById(reader, caseId), answerOf(reader, caseId, question)]);
    const pathway = row && (await pathwayOf(reader, row));
    const place = pathway && openPlace(pathway, question);
    if (!place || !answer || answer.state === 'unreadable') return undefined;
    return { caseId, entries: [{ kind: 'answer', audience: 'draft', stage: place.stage.key, place: `${place.section.key} ${question}`, title: inWords(place.question.title, pathway), body: inText(place.question, answer) }] };
  },
  async submission(reader, id) {
    const sent = await submissionById(reader, id);
    if (!sent) return undefined;
    const row = (await caseById(reader, sent.case_id))!;
    const standing = (await submissionsOf(reader, sent.case_id, sent.stage)).findLast((s) => s.withdrawn_at === null);
    return { caseId: sent.case_id, entries: standing?.id === id ? sentEntries(await pathwayOf(reader, row), sent) : [] };
  },
  async comment(reader, id) {
    const row = await commentById(reader, id);
    if (!row || row.sent_at === null) return undefined;
    const [pathway, replies] = [await pathwayOf(reader, (await caseById(reader, row.case_id))!), await repliesTo(reader, id)];
    const place = openPlace(pathway, row.question);
    if (!place) return undefined;
    return { caseId: row.case_id, entries: [{ kind: 'comment', audience: `comment ${row.audience}`, stage: row.stage, place: id, title: inWords(place.question.title, pathway), body: [row.text, row.proposed, ...replies.map((r) => r.text)].filter(Boolean).join('\n') }] };
  },
  async document(reader, id) {
    const row = await documentById(reader, id);
    if (!row || row.replaced_at !== null || row.withdrawn_at !== null) return undefined;
    return { caseId: row.case_id, entries: [{ kind: 'document', audience: `document ${row.seen_by}`, stage: row.stage, place: id, title: row.title, body: row.file_name }] };
  },
  async benefit(reader, id) {
    const row = await benefitById(reader, id);
    return row && { caseId: row.case_id, entries: [{ kind: 'benefit', audience: 'benefits', stage: null, place: id, title: row.title, body: [row.beneficiary, row.measure, row.clause, row.consequence].filter(Boolean).join('\n') }] };
  },
  async membership(reader, id) {
    const row = await membershipById(reader, id);
    if (!row || row.until_at !== null) return undefined;
    const [person] = await peopleByIds(reader, [row.person_id]);
    const [body] = row.organisation_id ? await organisationsByIds(reader, [row.organisation_id]) : [];
    return { caseId: row.case_id, entries: [{ kind: 'person', audience: 'case', stage: null, place: '', title: person!.name, body: [roleInWords(row.role), body?.name].filter(Boolean).join(', ') }] };
  },
};

/** A version as it was sent: its answers and the names of its files. */
function sentEntries(pathway: Pathway, sent: Row<'submissions'>): Entry[] {
  const body = bodyOf(sent);
  const at = { audience: 'sent', stage: sent.stage };
  return [
    ...body.answers.flatMap(({ question, state, value }): Entry[] => {
      const place = openPlace(pathway, question);
      if (!place || state !== 'answered' || value === null) return [];
      return [{ ...at, kind: 'answer', place: `${body.number} ${question}`, title: inWords(place.question.title, pathway), body: asPlainText(showAnswer(place.question, value)) }];
    }),
    ...body.documents.map(({ id, title, fileName }): Entry => ({ ...at, kind: 'document', place: id, title, body: fileName })),
  ];
}

/** Where a question stands. One that only some roles may see is found by nobody. */
function openPlace(pathway: Pathway, question: string) {
  const place = placeOf(pathway, question);
  return place?.question.seenBy ? undefined : place;
}
