import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction } from '#db/database.server.ts';
import { insertAppointment } from '#db/tables/appointments.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { moveStage, stageOf } from '#db/tables/stages.server.ts';
import { moveWholeCase } from '#app/domain/cases/move-case.server.ts';
import { instant, setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { invitePerson, withdrawInvite } from '#app/domain/people/invite-person.server.ts';
import { remindInvited } from '#app/domain/people/remind-invited.server.ts';
import { remindTurns } from '#app/domain/stages/remind-turns.server.ts';
import { reviewStage } from '#app/domain/stages/review-stage.server.ts';
import { submitStage } from '#app/domain/stages/submit-stage.server.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { newsOf } from '#tests/setup/news.ts';
import { completeStage, smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { pass, sha, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  const at = (moment: string) => setClock(() => new Date(moment));
  /** A governance paper sent on a day, and due on another. */
  async function sent(on: string, due: string): Promise<void> {
    at(`${on}T09:00:00Z`);
    await completeStage(world, caseId, 'governance');
    value(await submitStage(world.people.lead, caseId, 'governance'));
    const row = (await stageOf(reader(), caseId, 'governance'))!;
    await transaction(world.open, (tx) => moveStage(tx, row, { due_on: due }));
  }
  beforeEach(async () => {
    at('2026-02-02T09:00:00Z');
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    await pass(world, caseId, 'readiness');
    await pass(world, caseId, 'proposal');
    await transaction(world.open, (tx) => insertAppointment(tx, { id: newId(), person_id: world.people.support.id, post: 'support', from_at: instant(), until_at: null }));
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const sweepAt = async (moment: string) => (at(moment), await remindTurns(), remindInvited());
  const mails = async (word: string) =>
    (await latestMail(reader(), 500)).filter((mail) => mail.dedupe.startsWith(word)).map((mail) => `${mail.to_address.split('-')[0]} ${mail.subject}`).filter((line) => !/complete and send/i.test(line)).reverse();
  const told = async (who: OnStage, words: RegExp) => (await newsOf(world.people[who])).filter((text) => words.test(text));

  describe('a stage with its approver', () => {
    it('reminds the approver and each reviewer at half time, two days before and one day after, then the support unit', async () => {
      await sent('2026-06-01', '2026-06-19');
      const counts: [number, number][] = [];
      for (const day of [1, 9, 10, 11, 16, 17, 18, 19, 20, 21, 25, 26, 30]) {
        for (const hour of ['00:10', '22:50']) await sweepAt(`2026-06-${String(day).padStart(2, '0')}T${hour}:00Z`);
        counts.push([day, (await mails('stage:')).length]);
      }
      expect(counts.filter(([, n], i) => n !== (counts[i - 1]?.[1] ?? 0))).toEqual([[10, 2], [17, 4], [20, 6]]);
      expect((await mails('stage:')).map((line) => line.replace(/, Riverside.*| by 19 June.*/, '')).sort()).toEqual([
        'legal Late since 19 June 2026: review', 'legal Review', 'legal Review', 'sponsor Decide', 'sponsor Decide', 'sponsor Late since 19 June 2026: decide',
      ]);
      expect(await told('support', /still with.*governance/)).toEqual([expect.stringMatching(/^Due on 19 June 2026, and still with (Legal Person and Sponsor Person|Sponsor Person and Legal Person): Riverside therapies, /)]);
      for (const who of ['lead', 'member', 'mentor', 'finance', 'secondLine'] as const) expect(await told(who, /Decide by|Late since 19 June|Review by 19 June/)).toEqual([]);
    });

    it('stops for whoever has done their part, and while the case stands still', async () => {
      await sent('2026-06-01', '2026-06-19');
      value(await reviewStage(world.people.legal, caseId, 'governance', { role: 'legal', verdict: 'supported', comment: 'Sound', sha256: await sha(caseId, 'governance') }));
      await sweepAt('2026-06-10T09:00:00Z');
      expect((await mails('stage:')).map((line) => line.split(' ')[0])).toEqual(['sponsor']);
      value(await moveWholeCase(world.people.lead, caseId, 'pause', 'Summer'));
      await sweepAt('2026-06-17T09:00:00Z');
      expect(await mails('stage:')).toHaveLength(1);
    });

    it.each([
      ['forward on 29 March', '2026-03-16', '2026-03-27', '2026-03-28', ['2026-03-27T23:59:50Z', '2026-03-28T00:00:10Z', '2026-03-29T00:30:00Z', '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z', '2026-03-29T23:30:00Z']],
      ['back on 25 October', '2026-10-05', '2026-10-24', '2026-10-25', ['2026-10-24T22:59:50Z', '2026-10-24T23:00:10Z', '2026-10-25T00:30:00Z', '2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z', '2026-10-25T23:59:00Z']],
    ])('goes once on the night the clocks go %s, however often and by however many processes it is looked at', async (_, from, due, _late, moments) => {
      await sent(from, due);
      const before = (await mails('stage:')).length;
      const counts: number[] = [];
      for (const moment of moments) {
        at(moment);
        await Promise.all([remindTurns(), remindTurns()]);
        counts.push((await mails('stage:')).length - before);
      }
      const late = (await mails('stage:')).filter((line) => line.includes('Late since'));
      expect(late.map((line) => line.split(' ')[0]).sort()).toEqual(['legal', 'sponsor']);
      expect(counts.slice(1).every((n) => n === counts[1])).toBe(true);
    });
  });

  describe('an invitation', () => {
    const invite = async () => value(await invitePerson(world.people.lead, caseId, { email: 'ola@example.org', name: 'Ola Berg', role: 'adviser', stages: [] }));

    it('is sent again with the same link at half time and two days before it ends; then whoever invited hears of it, and the support unit', async () => {
      at('2026-06-01T09:00:00Z');
      const { id } = await invite();
      for (const day of [2, 7, 8, 9, 12, 13, 15, 16, 17, 22, 23]) await sweepAt(`2026-06-${String(day).padStart(2, '0')}T09:00:00Z`);
      const letters = (await latestMail(reader(), 500)).filter((mail) => mail.to_address === 'ola@example.org').reverse();
      expect(letters.map((mail) => mail.queued_at.slice(0, 10))).toEqual(['2026-06-01', '2026-06-08', '2026-06-13']);
      const links = letters.map((mail) => /\S+\/invitations\/\S+/.exec(mail.text)?.[0]);
      expect(new Set(links).size).toBe(1);
      expect(letters[1]?.text).toContain('You were invited on 1 June 2026 and have not answered yet.');
      expect(await mails(`invitation:${id}`)).toContainEqual(expect.stringMatching(/^lead Ola Berg has not answered/));
      expect(await told('support', /Ola Berg has not answered/)).toHaveLength(1);
    });

    it('is left alone once it was taken back', async () => {
      at('2026-06-01T09:00:00Z');
      const { id } = await invite();
      value(await withdrawInvite(world.people.lead, caseId, id));
      for (const day of ['08', '13', '16', '22']) await sweepAt(`2026-06-${day}T09:00:00Z`);
      expect(await mails(`invitation:${id}`)).toEqual([]);
    });
  });
});
