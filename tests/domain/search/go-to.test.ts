import { afterEach, expect, it } from 'vitest';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { placesFor } from '#app/domain/search/go-to.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(() => world?.close());
  const open = async () => { world = await smallWorld(engine); caseId = await smallCase(world); };
  const places = (who: OnStage, typed = '') => placesFor(reader(), world.people[who], typed);

  it('begins with what waits for a person and their cases', async () => {
    await open();
    const first = await places('lead');
    expect(first.filter(({ kind }) => kind === 'Case')).toMatchObject([{ to: `/cases/${caseId}` }]);
    expect(first.some(({ kind }) => kind === 'Your turn')).toBe(true);
    expect(await places('outsider')).toEqual([]);
  });

  it('finds tasks, cases by part of a title, guidance and what a search finds, each once', async () => {
    await open();
    value(await addComment(world.people.lead, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'CANARYGOTO towns', audience: 'team' }));
    const [{ title } = { title: '' }] = (await places('lead')).filter(({ kind }) => kind === 'Case');
    const byTitle = await places('lead', title.slice(1, 6));
    expect(byTitle.filter(({ to }) => to === `/cases/${caseId}`)).toHaveLength(1);
    expect((await places('lead', 'tupe')).some(({ kind, to }) => kind === 'Guidance' && to === '/guidance/tupe')).toBe(true);
    expect(await places('lead', 'canarygoto')).toMatchObject([{ kind: 'Comment' }]);
    expect(await places('lead', '?!')).toEqual([]);
  });

  it('lists nothing that this person could not open', async () => {
    await open();
    value(await addComment(world.people.lead, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'CANARYGOTO towns', audience: 'team' }));
    for (const who of ['mentor', 'sponsor', 'support', 'outsider'] as const) expect(await places(who, 'canarygoto'), who).toEqual([]);
  });
});
