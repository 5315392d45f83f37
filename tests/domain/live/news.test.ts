import { afterEach, describe, expect, it } from 'vitest';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { endPart } from '#app/domain/cases/memberships.server.ts';
import { shareStages } from '#app/domain/cases/share-stages.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { hearOf } from '#app/domain/live/bell.server.ts';
import { newsAfter, newsSoFar } from '#app/domain/live/case-news.server.ts';
import { editingNow, forgetOldPresences, notePresence } from '#app/domain/live/presence.server.ts';
import { lastPresences } from '#db/tables/presences.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { ROLES_ON_STAGE, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  afterEach(async () => {
    setClock(undefined);
    await world?.close();
  });
  /** A case whose proposal, which its mentor reads too, is being written. */
  async function opened(): Promise<number> {
    revision = 0;
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    return newsSoFar(reader(), caseId);
  }
  let revision = 0;
  const write = (who: OnStage, text: string) =>
    saveSection(world.people[who], caseId, { stage: 'proposal', section: 'proposal-all' }, [['small.proposal.revision', String(revision++)], ['small.proposal', text]], 'unsaid');
  const partOf = async (role: OnStage) => (await caseForActor(reader(), world.people.lead, caseId))!.memberships.find((m) => m.role === role)!.id;
  /** Who hears of something after `before`, and what. */
  async function hearing(before: number): Promise<Partial<Record<OnStage, string[]>>> {
    const heard = await Promise.all(ROLES_ON_STAGE.map(async (who) => [who, (await newsAfter(reader(), world.people[who], caseId, before))?.news.map(({ title }) => title) ?? ['nothing: no such case']] as const));
    return Object.fromEntries(heard.filter(([, titles]) => titles.length > 0));
  }
  const NONE = { outsider: ['nothing: no such case'] };

  describe('news of a case', () => {
    it('is told to those who may read what it is about, and not to who did it', async () => {
      const before = await opened();
      value(await write('member', 'One number'));
      const said = ['Member Person changed 1 answer in Everything'];
      expect(await hearing(before)).toEqual({ ...NONE, lead: said, support: said, mentor: said });
      value(await shareStages(world.people.lead, caseId, await partOf('mentor'), [], null));
      const unshared = await newsSoFar(reader(), caseId);
      value(await write('lead', 'Two numbers'));
      const after = ['Lead Person changed 1 answer in Everything'];
      expect(await hearing(unshared)).toEqual({ ...NONE, member: after, support: after });
    });

    it('of a comment reaches its audience alone', async () => {
      const before = await opened();
      value(await addComment(world.people.member, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', text: 'CANARY', audience: 'team' }));
      const heard = await hearing(before);
      expect(Object.keys(heard).sort()).toEqual(['lead', 'outsider']);
      expect(JSON.stringify(heard)).not.toContain('CANARY');
    });

    it('goes on from the last entry looked at, whether it was shown or not, and ends with the part', async () => {
      const before = await opened();
      value(await write('member', 'One number'));
      const heard = (await newsAfter(reader(), world.people.sponsor, caseId, before))!;
      expect(heard).toMatchObject({ news: [], upTo: await newsSoFar(reader(), caseId), more: false });
      value(await endPart(world.people.lead, caseId, await partOf('sponsor')));
      expect(await newsAfter(reader(), world.people.sponsor, caseId, before)).toBeUndefined();
    });

    it('rings at once for what is committed, for nothing that is refused, and not after it was silenced', async () => {
      await opened();
      let rung = 0;
      const silence = hearOf(caseId, () => void rung++);
      value(await write('member', 'One number'));
      expect(rung).toBe(1);
      expect((await write('sponsor', 'No number')).ok).toBe(false);
      revision--;
      expect(rung).toBe(1);
      silence();
      value(await write('member', 'Two numbers'));
      expect(rung).toBe(1);
    });
  });

  describe('who is writing', () => {
    const at = (clock: string) => setClock(() => new Date(`2026-11-30T${clock}Z`));
    const seenBy = async (who: OnStage) => editingNow(reader(), (await caseForActor(reader(), world.people[who], caseId))!);
    const types = async (who: OnStage, question: string) => value(await notePresence(world.people[who], caseId, question));

    it('is shown with since when to others who read the draft, and lapses a minute after the last key', async () => {
      await opened();
      at('14:38:00');
      await types('member', 'small.proposal');
      at('14:38:50');
      await types('member', 'small.proposal');
      const shown = [{ question: 'small.proposal', name: 'Member Person', since: '2:38pm' }];
      for (const who of ['lead', 'mentor', 'support'] as const) expect(await seenBy(who)).toEqual(shown);
      for (const who of ['member', 'sponsor', 'staffSide'] as const) expect(await seenBy(who)).toEqual([]);
      at('14:39:51');
      expect(await seenBy('lead')).toEqual([]);
      await types('member', 'small.proposal');
      expect(await seenBy('lead')).toEqual([{ ...shown[0], since: '2:39pm' }]);
      await types('member', 'small.governance');
      expect(await seenBy('mentor')).toEqual([]);
      await types('member', '');
      expect(await seenBy('lead')).toEqual([]);
    });

    it('is noted only of those who can change the answer, and forgotten', async () => {
      await opened();
      const told = (who: OnStage, question: string) => notePresence(world.people[who], caseId, question);
      expect(await told('mentor', 'small.proposal')).toMatchObject({ ok: false, status: 403 });
      expect(await told('mentor', 'small.governance')).toMatchObject({ ok: false, status: 404 });
      expect(await told('outsider', 'small.proposal')).toMatchObject({ ok: false, status: 404 });
      expect(await told('lead', 'no.such')).toMatchObject({ ok: false, status: 404 });
      at('14:00:00');
      await types('lead', 'small.proposal');
      at('15:00:01');
      await forgetOldPresences();
      expect(await lastPresences(reader(), [caseId])).toEqual(new Map());
    });
  });
});
