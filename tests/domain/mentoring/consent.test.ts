import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventsOf } from '#db/tables/events.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { addPart } from '#app/domain/cases/add-part.server.ts';
import { answerHistory } from '#app/domain/answers/answer-pages.server.ts';
import { addComment } from '#app/domain/comments/comments.server.ts';
import { readerIn, seesComment } from '#app/domain/comments/comments-seen.server.ts';
import { commentsOf } from '#db/tables/comments.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { noteSharedReading } from '#app/domain/cases/shared-reading.server.ts';
import { shareStages } from '#app/domain/cases/share-stages.server.ts';
import { sweepSharing } from '#app/domain/cases/sweep-sharing.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { reviewPage } from '#app/domain/stages/review-page.server.ts';
import { printPage } from '#app/domain/stages/print-page.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { judge, pass, toItsApprover, value } from '#tests/setup/walk.ts';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let part: string;
  const at = (moment: string) => setClock(() => new Date(moment));
  beforeEach(async () => {
    at('2027-03-01T10:00:00Z');
    world = await smallWorld(engine);
    caseId = await smallCase(world);
    part = (await fileOf('lead')).memberships.find(({ role }) => role === 'mentor')!.id;
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const share = (stages: StageKey[], until: string | null, who: OnStage = 'lead') => shareStages(world.people[who], caseId, part, stages, until);
  const reads = async (stage: StageKey) => (await printPage(reader(), await fileOf('mentor'), stage)) !== undefined;
  const kinds = async (kind: string) => (await eventsOf(reader(), caseId, { limit: 200 })).filter((event) => event.kind === kind).map((event) => event.sentence).reverse();
  const mails = async () => (await latestMail(reader(), 200)).filter((mail) => mail.dedupe.startsWith('sharing:')).map((mail) => `${mail.to_address.split('-')[0]} ${mail.subject}`).reverse();

  it('shares up to the end of the last day in London, with no sweep to help, and takes back at once', async () => {
    value(await share(['readiness'], '2027-03-28'));
    expect([await reads('readiness'), await reads('proposal'), await answerHistory(reader(), await fileOf('mentor'), 'small.proposal')]).toEqual([true, false, undefined]);
    at('2027-03-28T22:59:00Z'); // one minute to midnight: the clocks went forward in the morning
    expect(await reads('readiness')).toBe(true);
    at('2027-03-28T23:00:00Z');
    expect(await reads('readiness')).toBe(false);
    value(await share(['readiness', 'proposal'], '2027-06-01'));
    expect([await reads('readiness'), await reads('proposal')]).toEqual([true, true]);
    value(await share([], null));
    expect([await reads('readiness'), await reads('proposal')]).toEqual([false, false]);
    expect(await kinds('part.share')).toEqual([
      'shared with Mentor Person until 28 March 2027: Readiness check', 'shared with Mentor Person until 1 June 2027: Readiness check, Proposal', 'took back what Mentor Person could read',
    ]);
  });

  it('asks for a day that is neither past nor far away, and lets only the lead choose', async () => {
    for (const [until, words] of [[null, /^Enter the last day/], ['2027-02-28', /must be today or later/], ['2028-03-02', /must be 1 March 2028 or earlier/]] as const) {
      expect(await share(['readiness'], until)).toMatchObject({ status: 422, reasons: [{ field: 'until', message: expect.stringMatching(words) as string }] });
    }
    for (const who of ['member', 'mentor', 'sponsor', 'support'] as const) expect([who, await share(['readiness'], '2027-03-28', who)]).toMatchObject([who, { status: 403 }]);
    expect(await share(['readiness'], '2027-03-28', 'outsider')).toMatchObject({ status: 404 });
    expect(await reads('readiness')).toBe(false);
  });

  it('gives what an invitation shares 90 days', async () => {
    const { membershipId } = value(await addPart(world.people.support, caseId, { personId: world.people.outsider.id, role: 'mentor', organisationId: null, stages: ['proposal'] }));
    expect((await membershipsOfCase(reader(), caseId)).find(({ id }) => id === membershipId)).toMatchObject({ shared_until_on: '2027-05-30' });
  });

  it('puts each day of reading on the timeline once a stage, of the mentor alone and of what is shared alone', async () => {
    value(await share(['readiness', 'governance'], '2027-03-28'));
    const read = async (who: OnStage, ...stages: StageKey[]) => { for (const stage of stages) await noteSharedReading(await fileOf(who), stage); };
    await read('mentor', 'readiness', 'readiness', 'governance', 'contract');
    await read('lead', 'readiness');
    await read('sponsor', 'readiness');
    at('2027-03-01T23:59:00Z');
    await read('mentor', 'readiness');
    at('2027-03-02T00:01:00Z');
    await read('mentor', 'readiness', 'readiness');
    expect(await kinds('part.read')).toEqual(['read the readiness check', expect.stringMatching(/^read the governance/), 'read the readiness check']);
  });

  it('tells both sides a week before and on the day, once each, and records the end', async () => {
    value(await share(['readiness'], '2027-03-28'));
    const counts: number[] = [];
    for (let day = 1; day <= 31; day++) {
      for (const time of ['00:10', '12:00', '22:50', '23:30']) {
        at(`2027-03-${String(day).padStart(2, '0')}T${time}:00Z`);
        await sweepSharing();
      }
      counts.push((await mails()).length);
    }
    expect(counts).toEqual([...Array<number>(20).fill(0), ...Array<number>(7).fill(2), ...Array<number>(4).fill(4)]);
    expect((await mails()).slice(0, 2)).toEqual(['mentor What you can read ends on 28 March 2027: Riverside therapies', 'lead What Mentor Person can read ends on 28 March 2027: Riverside therapies']);
    expect((await mails()).slice(2)).toEqual(['mentor What you can read ends today, 28 March 2027: Riverside therapies', 'lead What Mentor Person can read ends today, 28 March 2027: Riverside therapies']);
    expect(await kinds('part.lapse')).toEqual(['ended what Mentor Person could read: the last day was 28 March 2027']);
  });

  it('tells again of a new day, and nothing of what was taken back', async () => {
    value(await share(['readiness'], '2027-03-08'));
    await sweepSharing();
    value(await share(['readiness'], '2027-03-20'));
    at('2027-03-09T10:00:00Z');
    await sweepSharing();
    expect([await reads('readiness'), (await mails()).length]).toEqual([true, 2]);
    at('2027-03-13T10:00:00Z');
    await sweepSharing();
    expect((await mails()).length).toBe(4);
    value(await share([], null));
    at('2027-03-20T10:00:00Z');
    await sweepSharing();
    expect([(await mails()).length, await kinds('part.lapse')]).toEqual([4, []]);
  });

  it("shows a mentor the stage without the reviewers' words", async () => {
    await pass(world, caseId, 'readiness');
    await toItsApprover(world, caseId, 'proposal');
    value(await addComment(world.people.sponsor, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'mustChange', text: 'Only for the team' }));
    value(await addComment(world.people.member, caseId, { stage: 'proposal', question: 'small.proposal', kind: 'question', audience: 'mentor', text: 'Say which towns' }));
    value(await judge(world, caseId, 'proposal', 'changesRequested', { reasons: [{ code: 'change', text: 'More' }] }));
    const [mentor, lead] = [await fileOf('mentor'), await fileOf('lead')];
    const comments = await commentsOf(reader(), caseId, 'proposal');
    const seen = (file: typeof mentor) => comments.filter((comment) => seesComment(readerIn(file), comment)).map(({ text }) => text).sort();
    expect([seen(mentor), seen(lead)]).toEqual([['Say which towns'], ['Only for the team', 'Say which towns']]);
    const [theirs, teams] = [await reviewPage(reader(), mentor, 'proposal', { showAll: true }), await reviewPage(reader(), lead, 'proposal', { showAll: true })];
    expect([theirs!.reviews.length, teams!.reviews.length > 0]).toEqual([0, true]);
  });
});
