import { newId, toJson } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { insertPathwayVersion } from '#db/tables/pathways.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { conveneBoard } from '#app/domain/boards/convene-board.server.ts';
import { createCase, type NewCase } from '#app/domain/cases/create-case.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { database } from '#app/domain/database.server.ts';
import type { Actor } from '#app/domain/people/actor.server.ts';
import { hashPassword } from '#app/domain/people/passwords.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import type { Site } from './site.ts';
import { completeStage, ROLES_ON_STAGE, smallCase, smallPathway, type OnStage, type SmallWorld } from './small-world.ts';
import { judgedCase } from './site-verdicts.ts';
import { agreeAll, judge, pass, read, reviewAll, sha, toItsApprover, value } from './walk.ts';
import { furnish } from './site-furniture.ts';

/** Who asks. `elsewhere` is the team lead of another case; admin, outsider and elsewhere have no part in the case. */
export const ASKERS = [
  'anonymous', 'lead', 'member', 'mentor', 'sponsor', 'finance', 'secondLine', 'boardMember', 'staffSide', 'support', 'auditor', 'admin', 'outsider', 'elsewhere',
] as const;
export type Asker = (typeof ASKERS)[number];

export const SITE_PASSWORD = 'tulip-ladder-quartz';
const POSTS = ['support', 'auditor', 'admin'] as const;
type Person = Actor & { email: string };

export interface SiteWorld extends SmallWorld {
  others: Record<'auditor' | 'admin' | 'elsewhere', Person>;
  /** Words to put into addresses and forms: {case}, {elsewhere}, {sha}, … */
  words: Record<string, string>;
}

/**
 * One case with something at every turn: proposal approved with a condition (shared with the mentor), business case
 * with the second line, failure plan with its approver, workforce sent and unopened with a board of one convened, governance complete and unsent,
 * contract not open. Beside it a live one that is being judged, a case of somebody else, and the example that everybody
 * may read. All signed in.
 */
export async function siteWorld(site: Site): Promise<SiteWorld> {
  const world = await people(site);
  const caseId = await smallCase(world);
  await pass(world, caseId, 'readiness');
  await toItsApprover(world, caseId, 'proposal');
  const condition = { text: 'The board has people with every skill', evidence: 'A table of skills', ownerId: world.people.lead.id, dueOn: '2030-03-01', blocks: 'contract' as const };
  value(await judge(world, caseId, 'proposal', 'approvedWithConditions', { conditions: [condition] }));
  await agreeAll(world, caseId);
  for (const stage of ['business-case', 'failure-plan', 'workforce', 'governance'] as const) await completeStage(world, caseId, stage);
  for (const stage of ['business-case', 'failure-plan', 'workforce'] as const) value(await submitStage(world.people.lead, caseId, stage));
  for (const stage of ['business-case', 'failure-plan'] as const) await read(world.people.sponsor, caseId, stage);
  await reviewAll(world, caseId, 'business-case');
  value(await judge(world, caseId, 'business-case', 'approved'));
  value(await conveneBoard(world.people.sponsor, caseId, 'workforce', { name: 'the board of Northbridge trust', meetsOn: '2030-05-06', quorum: 1, sha256: await sha(caseId, 'workforce') }));
  world.words = {
    case: caseId,
    elsewhere: await startedBy(world.others.elsewhere, 'Lakeside podiatry', 'real'),
    example: await startedBy(world.others.auditor, 'The example', 'example'),
    absent: newId(),
    sha: await sha(caseId, 'failure-plan'),
    shaBusinessCase: await sha(caseId, 'business-case'),
    shaWorkforce: await sha(caseId, 'workforce'),
    ...(await furnish(world, caseId)),
    ...(await judgedCase(world)),
  };
  return world;
}

async function startedBy(who: Actor, title: string, shownAs: NewCase['shownAs'] & string): Promise<string> {
  const wanted = { title, summary: 'Feet in two towns', pathway: 'public-service-mutual' as const, parent: { name: 'Lakeside trust' }, commissioner: null, shownAs };
  return value(await createCase(who, wanted)).caseId;
}

async function people(site: Site): Promise<SiteWorld> {
  const open = database();
  const someone = (role: string, posts: Actor['posts'] = []): Person => ({ id: newId(), name: `${role[0]!.toUpperCase()}${role.slice(1)} Person`, email: `${role.toLowerCase()}@example.org`, posts, sessionProvedAt: instant(), colourScheme: null });
  const onStage = Object.fromEntries(ROLES_ON_STAGE.map((role) => [role, someone(role, role === 'support' ? ['support'] : [])])) as Record<OnStage, Person>;
  const others = { auditor: someone('auditor', ['auditor']), admin: someone('admin', ['admin']), elsewhere: someone('elsewhere') };
  const everybody: Record<string, Person> = { ...onStage, ...others };
  const password_hash = await hashPassword(SITE_PASSWORD);
  const pathway = smallPathway(99);
  await transaction(open, async (tx) => {
    await insertPathwayVersion(tx, { key: pathway.key, version: pathway.version, definition_json: toJson(pathway), released_at: instant() });
    for (const { id, email, name } of Object.values(everybody)) await insertPerson(tx, { id, email, name, job_title: 'Clinician', organisation_id: null, password_hash, confirmed_at: instant(), disabled_at: null, colour_scheme: null, created_at: instant() });
    for (const post of POSTS) await insertAppointment(tx, { id: newId(), person_id: everybody[post]!.id, post, from_at: instant(), until_at: null });
  });
  for (const role of ASKERS) if (role !== 'anonymous') await site.signIn(role, everybody[role]!.email, SITE_PASSWORD);
  return { open, people: onStage, others, words: {}, close: () => site.close() };
}
