import { registerOrganisation } from '#app/domain/organisations/register-organisation.server.ts';
import { promise, type Benefit } from '#app/demo/benefits.server.ts';
import { declareNoInterest, passStage, prepare, reviewStage, sendStage, type Players, type Scene } from '#app/demo/scene.server.ts';
import { begin, join, must, onDay } from '#app/demo/story.server.ts';
import { closeTheDatabase, openTheDatabase } from '#app/domain/database.server.ts';
import { DEMO_DOMAIN } from '#app/domain/outbox/outbox-worker.server.ts';
import { DEMO_PASSWORD, hashPassword } from '#app/domain/people/passwords.server.ts';
import { registerPerson } from '#app/domain/people/register-person.server.ts';
import { secrets } from '#app/env.server.ts';
import { addDays } from '#workflows/dates.ts';
import { actor } from './actors.ts';
import { bodies, RUNS, SIGNING, signingTitle, small, TODAY, type Run, type Signing } from './hands/facts.ts';

const ago = (days: number) => addDays(TODAY, -days);
const WAITS: Benefit = {
  title: 'Shorter waits', beneficiary: 'People referred by their GP', category: 'access',
  measure: { what: 'Days from referral to first visit', unit: 'days', direction: 'down', from: 42, source: 'Monthly extract', on: ago(30), to: 21, by: addDays(TODAY, 300) },
};
/** Who sits on the board of five, all of them people who can sign in. */
const SEATS = ['board-member', 'hr', 'quality', 'legal', 'mentor'];

/** A case of the cast whose readiness check is done and whose benefit is promised, told by the real commands. `joins`: who is in it beside the lead and the approver. */
async function started(story: Signing, run: Run, joins: readonly 'legal'[] = []): Promise<Scene> {
  const facts = { ...small('right-to-provide'), commissioner: bodies(run).old };
  const players: Players = { lead: await actor(SIGNING.lead.part), sponsor: await actor(SIGNING.approver.part), support: await actor('support', ['support']), ...(joins.length && { legal: await actor('legal') }) };
  const admin = await actor('admin', ['admin']);
  onDay(ago(12));
  const commissioner = await commissionerOf(admin, facts.commissioner);
  const caseId = await begin(players.lead, { title: signingTitle(story, run), summary: 'A team that wants to run its own service', pathway: facts.pathway, parent: { name: facts.parent }, commissioner: { id: commissioner } });
  for (const role of ['sponsor', ...joins] as const) await join(caseId, players[role]!, role, players.support!, commissioner);
  const scene = { caseId, facts, players };
  await sendStage(scene, 'readiness', ago(11));
  await promise(scene, [WAITS]);
  return scene;
}

const registered = new Map<string, string>();
async function commissionerOf(admin: Awaited<ReturnType<typeof actor>>, name: string): Promise<string> {
  const known = registered.get(name);
  if (known) return known;
  const { organisationId } = must(await registerOrganisation(admin, { name, kind: 'ccg', code: null, from_on: '2013-04-01', until_on: null, successor_id: null }), `record ${name}`);
  registered.set(name, organisationId);
  return organisationId;
}

const TELL: Record<Signing, (run: Run) => Promise<void>> = {
  /** A proposal that is ready to be sent. */
  phone: async (run) => prepare(await started('phone', run), 'proposal', ago(9)),
  /** A proposal with its approver, who has a board of five to ask. */
  board: async (run) => {
    const scene = await started('board', run);
    for (const seat of SEATS) await join(scene.caseId, await actor(seat), 'boardMember', scene.players.support!);
    await sent(scene);
  },
  /** A proposal with its approver. */
  changes: async (run) => sent(await started('changes', run)),
  /** A proposal approved for one body, and governance that waits for its approver. */
  successor: async (run) => {
    const scene = await started('successor', run, ['legal']);
    onDay(ago(10));
    await declareNoInterest(scene, ['sponsor', 'legal']);
    await passStage(scene, 'proposal', { sent: ago(9), opened: ago(8), reviewed: ago(7), decided: ago(6) });
    await sendStage(scene, 'governance', ago(4));
    await reviewStage(scene, 'governance', ago(2));
  },
  /** A proposal approved, so that the workforce plan is open to the team. */
  ballot: async (run) => {
    const scene = await started('ballot', run);
    onDay(ago(10));
    await declareNoInterest(scene, ['sponsor']);
    await passStage(scene, 'proposal', { sent: ago(9), opened: ago(8), reviewed: ago(7), decided: ago(6) });
  },
};

/** Sent, and read by the support unit. */
async function sent(scene: Scene): Promise<void> {
  await sendStage(scene, 'proposal', ago(8));
  await reviewStage(scene, 'proposal', ago(6));
}

/** The lead and the approver, who sign in like the cast. */
async function enrol(): Promise<void> {
  const admin = await actor('admin', ['admin']);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { part, name, jobTitle } of Object.values(SIGNING)) {
    must(await registerPerson(admin, { email: part + DEMO_DOMAIN, name, jobTitle, organisationId: null, posts: [], passwordHash }), `register ${name}`);
  }
}

await openTheDatabase(secrets().databaseUrl);
await enrol();
for (const run of RUNS) for (const story of Object.keys(TELL) as Signing[]) await TELL[story](run);
await closeTheDatabase();
