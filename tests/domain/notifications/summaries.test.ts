import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { endMembership, membershipsOfCase } from '#db/tables/memberships.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { updatePerson } from '#db/tables/people.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { chooseNotices } from '#app/domain/notifications/choices.server.ts';
import { choiceName, NOTICES, type Pace } from '#app/domain/notifications/kinds.ts';
import { markNoticesRead } from '#app/domain/notifications/notifications.server.ts';
import { sendSummaries } from '#app/domain/notifications/send-summaries.server.ts';
import { tell, type News } from '#app/domain/notifications/tell.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  const at = (moment: string) => setClock(() => new Date(moment));
  beforeEach(async () => {
    at('2026-06-01T09:00:00Z'); // a Monday
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await transaction(world.open, (tx) => tx.db.deleteFrom('notifications').execute());
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const summariesAt = async (moment: string) => (at(moment), sendSummaries());
  const summaries = async () => (await latestMail(reader(), 500)).filter((mail) => mail.dedupe.startsWith('summary:')).reverse();
  const subjects = async () => (await summaries()).map((mail) => `${mail.to_address.split('-')[0]} ${mail.subject}`);
  const telling = (who: OnStage, news: Partial<News> = {}, moment = '2026-06-01T10:00:00Z') =>
    transaction(world.open, (tx) => tell(tx, moment, [world.people[who].id], { caseId, kind: 'information', text: 'A stage was opened', link: `/cases/${caseId}`, ...news }, null));
  const choose = async (who: OnStage, changes: Record<string, Pace>) =>
    value(await chooseNotices(world.people[who], { ...Object.fromEntries(NOTICES.map((line) => [choiceName(line), line.kind === 'needsYou' ? 'once' : 'daily'] as const)), ...changes }));

  describe('the summary of the day', () => {
    it('goes at 7am in London on the next working day, in summer and winter, once, however often it is looked at', async () => {
      await telling('lead');
      for (const moment of ['2026-06-01T12:00:00Z', '2026-06-02T05:59:59Z']) await summariesAt(moment);
      expect(await subjects()).toEqual([]);
      for (const moment of ['2026-06-02T06:00:00Z', '2026-06-02T06:10:00Z', '2026-06-02T20:00:00Z']) await summariesAt(moment);
      expect(await subjects()).toEqual(['lead Slipway on Tuesday 2 June 2026: 1 thing to know']);
      await telling('lead', { text: 'In winter' }, '2026-12-01T10:00:00Z');
      await summariesAt('2026-12-02T06:59:59Z');
      expect(await subjects()).toHaveLength(1);
      await summariesAt('2026-12-02T07:00:00Z');
      expect((await subjects())[1]).toContain('Wednesday 2 December 2026');
    });

    it('rests at weekends and on bank holidays in England, and loses nothing by it', async () => {
      await telling('lead', {}, '2026-12-24T10:00:00Z'); // a Thursday
      for (const day of [25, 26, 27, 28]) await summariesAt(`2026-12-${day}T09:00:00Z`);
      expect(await subjects()).toEqual([]);
      await summariesAt('2026-12-29T09:00:00Z');
      expect(await subjects()).toEqual(['lead Slipway on Tuesday 29 December 2026: 1 thing to know']);
    });

    it('says each thing once, with a link to it and to the settings, and is never empty', async () => {
      await telling('lead');
      await telling('lead');
      await telling('lead', { text: 'Late in the day' }, '2026-06-02T06:30:00Z');
      await summariesAt('2026-06-02T08:00:00Z');
      const [first] = await summaries();
      expect(first?.text.match(/A stage was opened/g)).toHaveLength(1);
      expect(first?.text).toContain(`\n  http://localhost:3000/cases/${caseId}\n`);
      expect(first?.text).toContain('http://localhost:3000/account/notifications');
      await summariesAt('2026-06-03T08:00:00Z');
      const [, second] = await summaries();
      expect(second?.text).toContain('Late in the day');
      expect(second?.text).not.toContain('A stage was opened');
      for (const day of ['04', '05', '08']) await summariesAt(`2026-06-${day}T08:00:00Z`);
      expect(await summaries()).toHaveLength(2);
    });

    it('leaves out what was mailed at once, read, switched off since, grown old, or is of a case no longer theirs', async () => {
      await telling('lead', { kind: 'needsYou', text: 'Mailed at once' });
      await telling('member');
      at('2026-06-01T11:00:00Z');
      await markNoticesRead(world.people.member, `/cases/${caseId}`);
      await telling('hr', { about: 'people' });
      await choose('hr', { 'information-people': 'off' });
      await telling('finance', {}, '2026-05-18T10:00:00Z');
      await telling('mentor');
      const part = (await membershipsOfCase(reader(), caseId)).find((m) => m.role === 'mentor')!;
      await transaction(world.open, (tx) => endMembership(tx, part.id, '2026-06-01T12:00:00Z'));
      await telling('quality');
      await transaction(world.open, (tx) => updatePerson(tx, world.people.quality.id, { disabled_at: '2026-06-01T12:00:00Z' }));
      await summariesAt('2026-06-02T08:00:00Z');
      expect(await subjects()).toEqual([]);
      expect((await latestMail(reader(), 50)).map((mail) => mail.subject)).toContain('Mailed at once');
    });

    it('holds what needs a person who asked for it so, while it still waits for them', async () => {
      await choose('sponsor', { 'needsYou-decisions': 'daily' });
      await choose('finance', { 'needsYou-reviews': 'daily' });
      await pass(world, caseId, 'readiness');
      await completeStage(world, caseId, 'proposal');
      value(await submitStage(world.people.lead, caseId, 'proposal'));
      expect((await latestMail(reader(), 50)).map((mail) => mail.to_address.split('-')[0])).not.toContain('sponsor');
      await summariesAt('2026-06-02T08:00:00Z');
      expect(await subjects()).toContainEqual(expect.stringMatching(/^sponsor .*1 thing needs you/));
      const [mail] = (await summaries()).filter((one) => one.to_address.startsWith('sponsor'));
      expect(mail?.text).toMatch(/Needs you:\n\n- Decide by /);
    });

    it('does not hold what the person has dealt with since', async () => {
      await choose('sponsor', { 'needsYou-decisions': 'daily' });
      await pass(world, caseId, 'readiness');
      await pass(world, caseId, 'proposal');
      await summariesAt('2026-06-02T08:00:00Z');
      expect((await summaries()).filter((mail) => mail.to_address.startsWith('sponsor') && mail.text.includes('Needs you:'))).toEqual([]);
    });

    it('is made once by two processes at once', async () => {
      for (const who of ['lead', 'member', 'hr', 'finance'] as const) await telling(who);
      at('2026-06-02T08:00:00Z');
      await Promise.all([sendSummaries(), sendSummaries(), sendSummaries()]);
      expect((await subjects()).map((line) => line.split(' ')[0]).sort()).toEqual(['finance', 'hr', 'lead', 'member']);
    });
  });

  describe('what a person chose', () => {
    it('decides when they are mailed about that kind, and about no other', async () => {
      await choose('lead', { 'information-people': 'once', 'information-comments': 'off', 'needsYou-conditions': 'daily' });
      const mailed = async () => (await latestMail(reader(), 50)).map((mail) => mail.subject).filter((subject) => /^[A-D]$/.test(subject)).sort();
      await telling('lead', { about: 'people', text: 'A' });
      await telling('lead', { about: 'comments', text: 'B' });
      await telling('lead', { kind: 'needsYou', about: 'conditions', text: 'C' });
      await telling('lead', { kind: 'needsYou', about: 'people', text: 'D' });
      expect(await mailed()).toEqual(['A', 'D']);
      await summariesAt('2026-06-02T08:00:00Z');
      expect((await summaries()).map((mail) => mail.text.match(/^- [A-D]$/gm))).toEqual([['- C']]);
    });
  });
});
