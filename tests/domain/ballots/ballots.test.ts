import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '#db/database.server.ts';
import { addVote, ballotById, closedCounts } from '#db/tables/ballots.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { notificationsOf } from '#db/tables/notifications.server.ts';
import { latestMail } from '#db/tables/outbox.server.ts';
import { ballotBehind, ballotPage } from '#app/domain/ballots/ballot-page.server.ts';
import { castVote, voterPage } from '#app/domain/ballots/cast-vote.server.ts';
import { cancelBallot } from '#app/domain/ballots/end-ballot.server.ts';
import { setUpBallot } from '#app/domain/ballots/set-up-ballot.server.ts';
import { closeWhatIsOver, sweepBallots } from '#app/domain/ballots/sweep-ballots.server.ts';
import { answerWithResult } from '#app/domain/ballots/answer-with-result.server.ts';
import { saveSection } from '#app/domain/answers/save-section.server.ts';
import { activityPage } from '#app/domain/cases/activity-page.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { pathways } from '#workflows/index.ts';
import type { Vote } from '#workflows/secret-ballots.ts';
import { aBallot, addresses, linkOf } from '#tests/setup/ballots.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { smallCase, smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const whole = pathways['public-service-mutual'];
/** Its workforce stage is with the team from the start. */
const pathway = { ...whole, stages: whole.stages.map((entry) => (entry.stage.key === 'workforce' ? { ...entry, opensAfter: [] } : entry)) };

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  const at = (day: string) => setClock(() => new Date(`${day}T10:00:00Z`));
  beforeEach(async () => {
    at('2027-03-01');
    world = await smallWorld(engine, pathway);
    caseId = await smallCase(world);
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const setUp = async (n: number, more = {}) => value(await setUpBallot(world.people.lead, caseId, aBallot(addresses(n), more))).ballotId;
  const links = async (n: number) => Promise.all(addresses(n).map(linkOf));
  const fileOf = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const pageOf = async (who: OnStage) => ballotPage(reader(), await fileOf(who));
  const close = async () => { at('2027-03-12'); await sweepBallots(); };
  const vote = async (secret: string, choice: Vote) => value(await castVote(secret, choice));
  const voteAll = async (secrets: readonly string[], votes: readonly Vote[]) => { for (const [i, choice] of votes.entries()) await vote(secrets[i]!, choice); };
  const spread = (yes: number, no: number, blank = 0): Vote[] => [...Array<Vote>(yes).fill('for'), ...Array<Vote>(no).fill('against'), ...Array<Vote>(blank).fill('blank')];

  it('opens, is voted in once by each, closes by the clock and is read by the team and staff side alone', async () => {
    const id = await setUp(14);
    expect(await setUpBallot(world.people.lead, caseId, aBallot(addresses(3)))).toMatchObject({ status: 409 });
    const secrets = await links(14);
    expect(new Set(secrets).size).toBe(14);
    expect(await voterPage(secrets[0]!)).toMatchObject({ state: 'open', electorate: 14, closes: '11 March 2027' });
    await voteAll(secrets, spread(8, 3, 1));
    expect([await castVote(secrets[0]!, 'against'), await castVote('not-a-link', 'for')]).toMatchObject([{ ok: true, value: false }, { ok: false, status: 404 }]);
    expect(await voterPage(secrets[0]!)).toMatchObject({ state: 'voted' });
    expect(await pageOf('lead')).toMatchObject({ ballot: { state: 'open', result: null } });
    expect(await answerWithResult(world.people.lead, caseId, id)).toMatchObject({ status: 422 });
    at('2027-03-11');
    await sweepBallots();
    expect(await pageOf('lead')).toMatchObject({ ballot: { state: 'open', result: null } });
    at('2027-03-12');
    expect([await castVote(secrets[13]!, 'for'), await voterPage(secrets[13]!), await pageOf('lead')]).toMatchObject([{ status: 422 }, { state: 'ended' }, { ballot: { state: 'open', result: null } }]);
    await closeWhatIsOver(caseId);
    await sweepBallots();
    const result = { electorate: 14, returned: 12, turnout: 85.7, reached: true, counts: { for: 8, against: 3, spoilt: 1, share: 72.7 } };
    for (const who of ['lead', 'member', 'staffSide', 'support'] as const) expect(await pageOf(who)).toMatchObject({ ballot: { state: 'closed', result } });
    for (const who of ['mentor', 'sponsor', 'finance', 'hr', 'boardMember', 'secondLine'] as const) {
      expect([who, await pageOf(who), (await activityPage(reader(), await fileOf(who), { kind: 'ballots', before: '' })).days]).toEqual([who, undefined, []]);
    }
    const events = (await eventsOf(reader(), caseId, { limit: 100 })).filter(({ kind }) => kind.startsWith('ballot.')).map(({ kind }) => kind).sort();
    expect(events).toEqual(['ballot.close', 'ballot.open', 'ballot.remind', 'ballot.setUp']);
    const told = async (who: OnStage) => (await notificationsOf(reader(), world.people[who].id, { limit: 20 })).filter(({ text }) => text.startsWith('The ballot of staff has closed')).length;
    expect([await told('lead'), await told('staffSide'), await told('sponsor')]).toEqual([1, 1, 0]);
  });

  it('twenty presses of one link at once are one vote, and twenty people at once are twenty', async () => {
    const id = await setUp(21);
    const [first, ...others] = await links(21);
    const presses = await Promise.all(Array.from({ length: 20 }, (_, i) => castVote(first!, i % 2 ? 'for' : 'against')));
    expect(presses.filter((one) => one.ok && one.value)).toHaveLength(1);
    const all = await Promise.all(others.map((secret, i) => castVote(secret, i < 15 ? 'for' : 'blank')));
    expect(all.every((one) => one.ok && one.value)).toBe(true);
    await close();
    const [counts] = await closedCounts(reader(), [id]);
    expect([counts!.for + counts!.against, counts!.blank, counts!.voters]).toEqual([16, 5, 21]);
  });

  it('reminds once, halfway, those who have not voted; either of their links votes, once', async () => {
    await setUp(3);
    const before = await links(3);
    await vote(before[0]!, 'for');
    at('2027-03-05');
    await sweepBallots();
    const reminders = async () => (await latestMail(reader(), 100)).filter(({ subject }) => subject.startsWith('You can still vote')).map(({ to_address }) => to_address).sort();
    expect(await reminders()).toEqual([]);
    at('2027-03-06');
    await sweepBallots();
    await sweepBallots();
    expect(await reminders()).toEqual(addresses(3).slice(1));
    const after = await links(3);
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([true, false]);
    expect([await vote(after[1]!, 'against'), await vote(before[1]!, 'for'), await vote(before[2]!, 'for')]).toEqual([true, false, true]);
  });

  it('a planned ballot opens on its day; a cancelled one keeps its record and counts nothing', async () => {
    const id = await setUp(3, { opensOn: '2027-03-03' });
    expect(await linkOf(addresses(1)[0]!)).toBe('');
    await sweepBallots();
    expect(await ballotById(reader(), id)).toMatchObject({ state: 'planned' });
    at('2027-03-03');
    await sweepBallots();
    const [secret] = await links(1);
    await vote(secret!, 'for');
    for (const [who, status] of [['member', 403], ['staffSide', 403], ['mentor', 404], ['outsider', 404]] as const) expect([who, await cancelBallot(world.people[who], caseId, id, 'No')]).toMatchObject([who, { status }]);
    value(await cancelBallot(world.people.lead, caseId, id, 'The question was wrong'));
    expect(await cancelBallot(world.people.lead, caseId, id, 'Again')).toMatchObject({ status: 422 });
    const [second] = (await links(3)).slice(1);
    expect([await voterPage(second!), await castVote(second!, 'for'), await closedCounts(reader(), [id])]).toMatchObject([{ state: 'cancelled', reason: 'The question was wrong' }, { status: 422 }, []]);
    await setUp(4, { opensOn: '2027-03-03' });
    expect(await pageOf('staffSide')).toMatchObject({ ballot: { state: 'open', electorate: 4 }, earlier: [{ state: 'cancelled', result: null }] });
  });

  it('is set up by the lead alone, on days that can be', async () => {
    const tried = (who: OnStage, more = {}) => setUpBallot(world.people[who], caseId, aBallot(addresses(3), more));
    for (const [who, status] of [['member', 403], ['staffSide', 403], ['sponsor', 404], ['mentor', 404], ['outsider', 404]] as const) expect([who, await tried(who)]).toMatchObject([who, { status }]);
    expect(await tried('lead', { opensOn: '2027-02-28' })).toMatchObject({ status: 422, reasons: [{ field: 'opensOn' }] });
    expect(await tried('lead', { closesOn: '2027-02-28' })).toMatchObject({ status: 422, reasons: [{ field: 'closesOn' }] });
    expect(await tried('lead', { closesOn: '2027-06-28' })).toMatchObject({ status: 422, reasons: [{ field: 'closesOn' }] });
  });

  it('its figures go into the answers by one press, and the page says when they were changed since', async () => {
    const id = await setUp(12);
    await voteAll(await links(12), spread(7, 4, 1));
    await close();
    for (const who of ['staffSide', 'support'] as const) expect(await answerWithResult(world.people[who], caseId, id)).toMatchObject({ status: 403 });
    expect(value(await answerWithResult(world.people.member, caseId, id))).toEqual({ section: 'vote' });
    const answers = await Promise.all(['test', 'threshold', 'closed_on', 'run_by', 'secret', 'electorate', 'returned', 'for', 'against', 'spoilt'].map((key) => answerOf(reader(), caseId, `hr.support_${key}`)));
    expect(answers.map((row) => JSON.parse(row!.value_json!) as unknown)).toEqual(['ballot', 51, '2027-03-11', 'joint', 'yes', 12, 12, 7, 4, 1]);
    const behind = async () => ballotBehind(reader(), await fileOf('member'), ['hr.support_for', 'hr.support_against']);
    expect([await behind(), await pageOf('lead')]).toMatchObject([{ closed: '11 March 2027', agrees: true }, { ballot: { used: { by: 'Member Person', agrees: true } }, may: { use: false } }]);
    value(await saveSection(world.people.lead, caseId, { stage: 'workforce', section: 'vote-counts' }, [['hr.support_for.revision', '1'], ['hr.support_for', '8']], 'unsaid'));
    expect([await behind(), await pageOf('lead')]).toMatchObject([{ agrees: false }, { ballot: { used: { agrees: false } }, may: { use: true } }]);
    value(await answerWithResult(world.people.lead, caseId, id));
    expect(await behind()).toMatchObject({ agrees: true });
  });

  it('of fewer than 10 votes nobody reads a count: not on the page, in the answer or in the record', async () => {
    const id = await setUp(9);
    await voteAll(await links(9), spread(6, 3));
    await close();
    expect((await pageOf('lead'))!.ballot!.result).toEqual({ electorate: 9, returned: 9, turnout: 100, reached: true, counts: null });
    const closed = (await eventsOf(reader(), caseId, { limit: 20 })).find(({ kind }) => kind === 'ballot.close');
    expect(JSON.parse(closed!.subject_json)).toEqual({ ballot: id, electorate: 9, returned: 9, turnout: 100, reached: true });
    value(await answerWithResult(world.people.lead, caseId, id));
    expect(await answerOf(reader(), caseId, 'hr.support_for')).toMatchObject({ state: 'notApplicable', value_json: null, reason: expect.stringMatching(/51% was needed, and it was reached/) as string });
    expect(await answerOf(reader(), caseId, 'hr.support_returned')).toMatchObject({ value_json: '9' });
    expect((await pageOf('lead'))!.ballot!.used).toMatchObject({ agrees: true });
  });

  describe('secrecy', () => {
    /** Every table as it lies there, in the order the engine gives it. */
    async function dump(): Promise<Record<string, Record<string, unknown>[]>> {
      const tables = (await world.open.reader.introspection.getTables()).filter(({ name }) => !name.startsWith('search_words'));
      const rows = await Promise.all(tables.map(async ({ name }) => [name, (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(world.open.reader)).rows] as const));
      return Object.fromEntries(rows);
    }

    it('a vote leaves two traces: a mark without a time on the elector, and one more in a sum', async () => {
      const id = await setUp(3);
      const [, second] = await links(3);
      const before = await dump();
      at('2027-03-02');
      await vote(second!, 'against');
      const after = await dump();
      expect(Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name])).sort()).toEqual(['ballot_counts', 'ballot_electors']);
      const marked = (rows: Record<string, unknown>[]) => rows.map((row): Record<string, unknown> => ({ ...row, voted: Number(row.voted) })).sort((a, b) => String(a.id).localeCompare(String(b.id)));
      expect(marked(after.ballot_electors!)).toEqual(marked(before.ballot_electors!).map((row) => ({ ...row, voted: Number(row.address === addresses(2)[1]) })));
      expect(after.ballot_counts).toEqual([{ ballot_id: id, for: 0, against: 1, blank: 0 }]);
    });

    it('the same people voting otherwise, or in another order, leave the same rows but for the sums', async () => {
      await setUp(6);
      const secrets = await links(6);
      const rest = (tables: Awaited<ReturnType<typeof dump>>) => JSON.stringify({ ...tables, ballot_counts: [], ballot_electors: [] });
      const before = rest(await dump());
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), fc.array(fc.constantFrom<Vote>('for', 'against', 'blank'), { minLength: 6, maxLength: 6 }), async (order, votes) => {
          const left = await undone(async () => {
            for (const i of order) await vote(secrets[i]!, votes[i]!);
            return dump();
          });
          const sums = left.ballot_counts!.map((row) => [row.for, row.against, row.blank]);
          expect(sums).toEqual([(['for', 'against', 'blank'] as const).map((word) => votes.filter((one) => one === word).length)]);
          expect(rest(left)).toBe(before);
          expect(left.ballot_electors!.every((row) => Number(row.voted) === 1 && Object.keys(row).sort().join() === 'address,ballot_id,id,voted')).toBe(true);
        }),
        { numRuns: 8 },
      );
    });

    /** Does, reads and puts the ballot back as it was, which no command can: with the triggers away. */
    async function undone<T>(work: () => Promise<T>): Promise<T> {
      const done = await work();
      await transaction(database(), async (tx) => {
        const [off, on] = await triggersOf();
        for (const statement of off) await sql.raw(statement).execute(tx.db);
        await tx.db.updateTable('ballot_electors').set({ voted: 0 }).execute();
        await tx.db.updateTable('ballot_counts').set({ for: 0, against: 0, blank: 0 }).execute();
        for (const statement of on) await sql.raw(statement).execute(tx.db);
      });
      return done;
    }
    async function triggersOf(): Promise<[string[], string[]]> {
      if (engine === 'postgres') return [['alter table ballot_electors disable trigger user'], ['alter table ballot_electors enable trigger user']];
      const { rows } = await sql<{ sql: string }>`select sql from sqlite_master where name = 'ballot_electors_vote_once'`.execute(world.open.reader);
      return [['drop trigger ballot_electors_vote_once'], [rows[0]!.sql]];
    }

    it('the database refuses a second vote, a vote after the end and an elector after the opening', async () => {
      const id = await setUp(3);
      const [secret] = await links(1);
      await vote(secret!, 'for');
      const direct = (statement: string) => transaction(database(), (tx) => sql.raw(statement).execute(tx.db));
      await expect(direct('update ballot_electors set voted = 1')).rejects.toThrow(/nobody votes twice/);
      await expect(direct(`insert into ballot_electors (id, ballot_id, address, voted) values ('x', '${id}', 'x@wards.example', 0)`)).rejects.toThrow(/settled before a ballot opens/);
      await expect(direct('update ballots set threshold = 10')).rejects.toThrow(/stays as it was agreed/);
      await close();
      await expect(transaction(database(), (tx) => addVote(tx, id, 'for'))).rejects.toThrow(/only while a ballot is open/);
    });
  });
});
