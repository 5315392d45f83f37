import type { Reader, Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertMentions, mentionsOf } from '#db/tables/comments.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { placeOf } from '#workflows/form.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { refused, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { together } from '../stages/people-named.server.ts';
import { partOf, readsStage, seesComment, stagesSent } from './comments-seen.server.ts';
import { namesMentioned } from './names-mentioned.ts';

export type About = Pick<Row<'comments'>, 'id' | 'by' | 'audience' | 'stage' | 'question' | 'case_id'>;

/** Everybody with a part in the case today, and whether they could see this comment once it is sent. */
export async function peopleAround(reader: Reader, file: CaseFile, about: Omit<About, 'id' | 'case_id'>): Promise<{ id: string; name: string; sees: boolean }[]> {
  const ids = [...new Set(file.memberships.filter((m) => m.until_at === null).map((m) => m.person_id))];
  const [people, sent] = await Promise.all([peopleByIds(reader, ids), stagesSent(reader, file.case.id)]);
  const only = placeOf(file.pathway, about.question)?.question.seenBy;
  return people.filter((p) => p.disabled_at === null).map(({ id, name }) => {
    const who = partOf(file, id);
    const reads = readsStage(who, about.stage as StageKey, sent.has(about.stage)) && (!only || only.some((role) => who.roles.includes(role)));
    return { id, name, sees: reads && seesComment(who, { ...about, sent_at: 'sent' }) };
  });
}

/** Whom a text and a choice mention; refused, by name, when one of them could not see it. */
export async function mentioned(tx: Writer, file: CaseFile, about: Omit<About, 'id' | 'case_id'>, said: { text: string; chosen: readonly string[]; field: string }): Promise<string[] | Refused> {
  const people = await peopleAround(tx, file, about);
  const named = namesMentioned(said.text, people.map((p) => p.name));
  const meant = people.filter((p) => said.chosen.includes(p.id) || named.includes(p.name));
  const blind = meant.filter((p) => !p.sees && !meant.some((other) => other.name === p.name && other.sees)).map((p) => p.name);
  if (blind.length === 0) return meant.filter((p) => p.sees && p.id !== file.actor.id).map((p) => p.id);
  return refused(422, { field: said.field, message: `${together(blind)} cannot see this comment. Take the name out, or choose that more people see it` });
}

/** Keeps who is mentioned and, unless it is a draft, tells them. */
export async function mention(tx: Writer, file: CaseFile, about: About, people: readonly string[], at: string, draft: boolean): Promise<void> {
  await insertMentions(tx, about.id, people, at);
  if (!draft) await tellMentioned(tx, file, about, people, at);
}

/** Drafts that are sent now: who they mention, and can see them still, is told. */
export async function tellOfSent(tx: Writer, file: CaseFile, drafts: readonly Row<'comments'>[], at: string): Promise<void> {
  const mentions = await mentionsOf(tx, drafts.map((c) => c.id));
  for (const draft of drafts) {
    const ids = mentions.filter((m) => m.comment_id === draft.id).map((m) => m.person_id);
    if (ids.length === 0) continue;
    const seeing = (await peopleAround(tx, file, draft)).filter((p) => p.sees && ids.includes(p.id));
    await tellMentioned(tx, file, draft, seeing.map((p) => p.id), at);
  }
}

const tellMentioned = (tx: Writer, file: CaseFile, about: About, people: readonly string[], at: string) =>
  tell(tx, at, people, { caseId: file.case.id, kind: 'information', about: 'comments', text: `${file.actor.name} mentioned you in a comment: ${file.case.title}`, link: `/cases/${file.case.id}/comments/${about.id}` }, file.actor.id);
