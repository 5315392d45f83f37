import type { Reader, Writer } from '../database.server.ts';
import type { Changes, Id, NewRow, Row } from '../schema.ts';
import { tookEffect } from '../sql.server.ts';

type Shared = Row<'shared_guidance'>;

/** Refused by the database while another proposal of the same answer stands. */
export async function insertSharedGuidance(tx: Writer, row: NewRow<'shared_guidance'>): Promise<void> {
  await tx.db.insertInto('shared_guidance').values(row).execute();
}

/** Moves one that stands as it was read. False when it was agreed to, or ended, meanwhile. */
export async function moveSharedGuidance(tx: Writer, was: Shared, changes: Pick<Changes<'shared_guidance'>, 'mentor_agreed_at' | 'lead_agreed_at' | 'lead_agreed_by' | 'published_at' | 'ended_at' | 'ended_by' | 'outcome'>): Promise<boolean> {
  const result = await tx.db.updateTable('shared_guidance').set(changes).where('id', '=', was.id).where('ended_at', 'is', null)
    .where('published_at', was.published_at === null ? 'is' : '=', was.published_at)
    .where('mentor_agreed_at', was.mentor_agreed_at === null ? 'is' : '=', was.mentor_agreed_at)
    .where('lead_agreed_at', was.lead_agreed_at === null ? 'is' : '=', was.lead_agreed_at)
    .executeTakeFirst();
  return tookEffect(result);
}

export const sharedGuidanceById = (reader: Reader, id: Id): Promise<Shared | undefined> => reader.db.selectFrom('shared_guidance').selectAll().where('id', '=', id).executeTakeFirst();

/** The one that stands of a comment: proposed or published. */
export const sharedFromComment = (reader: Reader, commentId: Id): Promise<Shared | undefined> =>
  reader.db.selectFrom('shared_guidance').selectAll().where('comment_id', '=', commentId).where('ended_at', 'is', null).executeTakeFirst();

/** What anybody may read, the newest first: under a topic, beside these questions, or all of it. */
export const publishedGuidance = (reader: Reader, of: { topic?: string; questions?: readonly string[] } = {}): Promise<Shared[]> =>
  of.questions?.length === 0 ? Promise.resolve([]) : reader.db.selectFrom('shared_guidance').selectAll().where('published_at', 'is not', null).where('ended_at', 'is', null)
    .$if(of.topic !== undefined, (query) => query.where('topic', '=', of.topic ?? ''))
    .$if(of.questions !== undefined, (query) => query.where('question', 'in', of.questions ?? []))
    .orderBy('published_at', 'desc').orderBy('id').execute();

/** Of a mentor, or of the cases a person leads; with neither, of everybody. Newest first, ended ones too. */
export const sharedGuidanceOf = (reader: Reader, of: { mentorId: Id; leads: readonly Id[] } | 'everybody'): Promise<Shared[]> =>
  reader.db.selectFrom('shared_guidance').selectAll()
    .$if(of !== 'everybody', (query) => query.where((eb) => (of === 'everybody' ? eb.val(true) : eb.or([eb('mentor_id', '=', of.mentorId), ...(of.leads.length ? [eb('case_id', 'in', of.leads)] : [])]))))
    .orderBy('at', 'desc').orderBy('id').execute();
