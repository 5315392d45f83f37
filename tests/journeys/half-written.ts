import { promise, type Benefit } from '#app/demo/benefits.server.ts';
import { prepare, sendStage, type Players } from '#app/demo/scene.server.ts';
import { begin, join, onDay } from '#app/demo/story.server.ts';
import { closeTheDatabase, openTheDatabase } from '#app/domain/database.server.ts';
import { secrets } from '#app/env.server.ts';
import { addDays } from '#workflows/dates.ts';
import { actor } from './actors.ts';
import { HALF_WRITTEN, small, TODAY } from './hands/facts.ts';

const WAITS: Benefit = {
  title: 'Shorter waits for hand therapy', beneficiary: 'People referred by their GP', category: 'access',
  measure: { what: 'Days from referral to first visit', unit: 'days', direction: 'down', from: 42, source: 'Monthly extract', on: addDays(TODAY, -30), to: 21, by: addDays(TODAY, 300) },
};

/** Before the server starts, a case of the cast is told by the real commands, so that a walk need not begin at the first idea. */
async function tell(): Promise<void> {
  const { title, pathway, without } = HALF_WRITTEN;
  const players = { lead: await actor('team-lead'), member: await actor('team-member'), sponsor: await actor('sponsor'), support: await actor('support', ['support']) } satisfies Players;
  const facts = small(pathway);
  onDay(addDays(TODAY, -3));
  const caseId = await begin(players.lead, { title, summary: 'Hand therapy for people in Riverside', pathway, parent: { name: facts.parent }, commissioner: { name: facts.commissioner } });
  for (const role of ['member', 'sponsor'] as const) await join(caseId, players[role], role, players.support);
  const scene = { caseId, facts, players };
  await sendStage(scene, 'readiness', addDays(TODAY, -2));
  await promise(scene, [WAITS]);
  await prepare(scene, 'proposal', addDays(TODAY, -1), undefined, { leave: without });
}

await openTheDatabase(secrets().databaseUrl);
await tell();
await closeTheDatabase();
