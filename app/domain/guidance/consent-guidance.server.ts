import type { Reader, Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { moveSharedGuidance, sharedGuidanceById } from '#db/tables/shared-guidance.server.ts';
import { changedMeanwhile } from '../cases/case-command.server.ts';
import { holdersOf } from '../cases/case-file.server.ts';
import { absent, command, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { mayEnd, maySeeProposal, type Say } from './guidance.policy.ts';

type Shared = Row<'shared_guidance'>;
export interface SharedLoaded {
  row: Shared;
  case: Row<'cases'>;
  leads: string[];
  say: Say;
}

/** One proposal or piece of guidance with what this person may say of it; undefined when it is none of theirs. A mentor keeps their word after they have left the case. */
export async function loadShared(reader: Reader, actor: Pick<Actor, 'id' | 'posts'>, id: string): Promise<SharedLoaded | undefined> {
  const row = await sharedGuidanceById(reader, id);
  if (!row) return undefined;
  const [of, memberships] = await Promise.all([caseById(reader, row.case_id), membershipsOfCase(reader, row.case_id)]);
  const leads = holdersOf({ memberships }, 'lead');
  const say = { mentor: row.mentor_id === actor.id, lead: leads.includes(actor.id), support: actor.posts.includes('support'), auditor: actor.posts.includes('auditor') };
  return maySeeProposal(say) ? { row, case: of!, leads, say } : undefined;
}

/** The mentor or the team lead says yes or no. Two times yes publishes it; one no ends it. */
export const consentToGuidance = (actor: Actor, id: string, yes: boolean): Promise<Done<{ published: boolean }> | Refused> =>
  onShared(actor, id, async (tx, loaded, at) => {
    const { row, say } = loaded;
    if (!say.mentor && !say.lead) return refused(403, 'The mentor who answered and the team lead say whether it may become guidance.');
    if (row.published_at !== null) return refused(409, 'Both have agreed already, and it is published');
    if (!yes) return end(tx, loaded, actor, 'refused', at);
    if (mine(row, say)) return refused(409, 'You have said yes already');
    const agreed = { mentor_agreed_at: say.mentor ? at : row.mentor_agreed_at, lead_agreed_at: say.lead ? at : row.lead_agreed_at, lead_agreed_by: say.lead ? actor.id : row.lead_agreed_by };
    const published = agreed.mentor_agreed_at !== null && agreed.lead_agreed_at !== null;
    if (!(await moveSharedGuidance(tx, row, { ...agreed, published_at: published ? at : null }))) return changedMeanwhile();
    if (published) await tellAll(tx, loaded, at, 'An answer is now guidance that everybody can read', actor);
    return done({ published }, { ...deedOf(row, 'guidance.agree'), sentence: published ? 'agreed that an answer becomes guidance, and it is published' : 'agreed that an answer becomes guidance' });
  });

/** Either side, or the support unit, takes it away: from that moment nobody finds it. */
export const withdrawGuidance = (actor: Actor, id: string): Promise<Done<{ published: boolean }> | Refused> =>
  onShared(actor, id, async (tx, loaded, at) => {
    if (!mayEnd(loaded.say)) return refused(403, 'Only the mentor, the team lead or the support unit can take it away.');
    return end(tx, loaded, actor, loaded.row.published_at === null ? 'takenBack' : 'withdrawn', at);
  });

const onShared = (actor: Actor, id: string, work: (tx: Writer, loaded: SharedLoaded, at: string) => Promise<Done<{ published: boolean }> | Refused>) => {
  const doer = { id: actor.id, name: actor.name, role: 'visitor' };
  return command(doer, async (tx, at) => {
    const loaded = await loadShared(tx, actor, id);
    if (!loaded) return absent();
    doer.role = loaded.say.mentor ? 'mentor' : loaded.say.lead ? 'lead' : loaded.say.support ? 'support' : 'auditor';
    return loaded.row.ended_at === null ? work(tx, loaded, at) : refused(409, 'This has ended already');
  });
};

const ENDED = { refused: 'did not agree that an answer becomes guidance', takenBack: 'took back a proposal of guidance', withdrawn: 'withdrew an answer from the guidance' };

async function end(tx: Writer, loaded: SharedLoaded, actor: Actor, outcome: keyof typeof ENDED, at: string): Promise<Done<{ published: boolean }> | Refused> {
  if (!(await moveSharedGuidance(tx, loaded.row, { ended_at: at, ended_by: actor.id, outcome }))) return changedMeanwhile();
  await tellAll(tx, loaded, at, outcome === 'withdrawn' ? 'An answer is no longer guidance' : 'An answer does not become guidance', actor);
  return done({ published: false }, { ...deedOf(loaded.row, `guidance.${outcome}`), sentence: ENDED[outcome] });
}

const tellAll = (tx: Writer, { row, leads }: SharedLoaded, at: string, text: string, actor: Actor) =>
  tell(tx, at, [row.mentor_id, row.by, ...leads], { caseId: row.case_id, kind: 'information', about: 'mentoring', text: `${text}: ${row.title}`, link: `/guidance/shared/${row.id}` }, actor.id);

const deedOf = (row: Shared, kind: string) => ({ kind, caseId: row.case_id, subject: { comment: row.comment_id, stage: row.stage, question: row.question, audience: 'mentor' } });
export const mine = (row: Shared, say: Say): boolean => (say.mentor ? row.mentor_agreed_at : row.lead_agreed_at) !== null;
