import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { repliesTo } from '#db/tables/comment-replies.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { insertSharedGuidance, sharedFromComment } from '#db/tables/shared-guidance.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { commentFor, deed, fromTeam } from '../comments/comments.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { together } from '../stages/people-named.server.ts';
import { canBeGuidance, mayPropose } from './guidance.policy.ts';
import type { GuidanceProposed } from './guidance.schema.ts';

/** What a mentor answered last in the thread of a comment; null when none did. */
async function mentorsAnswer(reader: Reader, file: Pick<CaseFile, 'memberships'>, { id }: Pick<Row<'comments'>, 'id'>): Promise<{ mentorId: string; answer: string } | null> {
  const mentors = new Set(file.memberships.filter((m) => m.role === 'mentor').map((m) => m.person_id));
  const last = (await repliesTo(reader, id)).findLast((reply) => mentors.has(reply.by));
  return last ? { mentorId: last.by, answer: last.text } : null;
}

/** Whether a comment can become guidance, and whether this person may say so. */
export async function guidanceIn(reader: Reader, file: CaseFile, comment: Row<'comments'>): Promise<{ mentorId: string; answer: string; may: boolean } | null> {
  const found = await mentorsAnswer(reader, file, comment);
  if (!found || !canBeGuidance({ ...comment, fromTeam: fromTeam(file, comment) })) return null;
  return { ...found, may: mayPropose(file.roles, file.actor.id, found.mentorId) };
}

/** Offers a mentor's answer as guidance. Nothing is published before the mentor and a team lead have said yes; a mentor who proposes it has. */
export async function proposeGuidance(actor: Actor, caseId: string, commentId: string, wanted: GuidanceProposed): Promise<Done<{ sharedId: string }> | Refused> {
  return caseCommand(actor, caseId, ['support', 'mentor', 'lead', 'member', 'adviser', 'auditor'], async (tx, file, at) => {
    const comment = await commentFor(tx, file, commentId);
    const found = comment && (await guidanceIn(tx, file, comment));
    if (!comment || !found) return absent();
    if (!found.may) return refused(403, ONLY);
    if (await sharedFromComment(tx, commentId)) return refused(409, 'This answer is proposed as guidance already');
    const named = await namesIn(tx, file, `${wanted.title}\n${wanted.text}`, found.mentorId);
    if (named.length) return refused(422, { field: 'text', message: `Take out ${together(named)}: guidance is read by everybody, and names nobody` });
    const id = newId();
    const own = actor.id === found.mentorId;
    await insertSharedGuidance(tx, {
      id, case_id: caseId, comment_id: commentId, question: comment.question, stage: comment.stage, ...wanted, mentor_id: found.mentorId, by: actor.id, at,
      mentor_agreed_at: own ? at : null, lead_agreed_at: null, lead_agreed_by: null, published_at: null, ended_at: null, ended_by: null, outcome: null,
    });
    const news = { caseId, kind: 'needsYou' as const, about: 'mentoring' as const, text: `Say whether an answer may become guidance: ${wanted.title}`, link: `/guidance/shared/${id}`, because: `${actor.name} proposes it in words without names. It is published only when both the mentor and the team lead say yes. If you do nothing, it is not.` };
    await tell(tx, at, [found.mentorId, ...holdersOf(file, 'lead')], news, actor.id);
    return done({ sharedId: id }, { ...deed(comment, 'guidance.propose'), sentence: 'proposed a mentor’s answer as guidance' });
  });
}
export const ONLY = 'Only the support unit or the mentor who answered can propose it as guidance.';

/** Names of people and bodies of the case that stand in a text. */
async function namesIn(reader: Reader, file: CaseFile, text: string, mentorId: string): Promise<string[]> {
  const [people, bodies] = await Promise.all([
    peopleByIds(reader, [...new Set([mentorId, ...file.memberships.map((m) => m.person_id)])]),
    organisationsByIds(reader, [file.case.parent_id, file.case.commissioner_id].flatMap((id) => id ?? [])),
  ]);
  const whole = (name: string, flags: string) => new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, flags).test(text);
  const names = [...people.map(({ name }) => name), file.case.title, ...bodies.map(({ name }) => name)].filter((name) => whole(name, 'iu'));
  // A part of a name may be a word too, like Grant or Will: there a capital tells.
  const parts = people.flatMap(({ name }) => name.split(' ').filter((part) => part.length > 2)).filter((part) => whole(part, 'u'));
  return longest([...new Set([...names, ...parts])]);
}

/** "Priya Nair" stands for "Priya" and "Nair". */
const longest = (names: readonly string[]) => names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
