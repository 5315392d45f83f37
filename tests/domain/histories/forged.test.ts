import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { transaction, type Writer } from '#db/database.server.ts';
import type { NewRow } from '#db/schema.ts';
import { giveCoverPart, insertCover } from '#db/tables/covers.server.ts';
import { insertInterest } from '#db/tables/interests.server.ts';
import { endMembership, insertMembership } from '#db/tables/memberships.server.ts';
import { insertSubmission, latestSubmission } from '#db/tables/submissions.server.ts';
import { instant } from '#app/domain/clock.server.ts';
import { database, reader } from '#app/domain/database.server.ts';
import { ownKeys } from '#tests/domain/record/keys-and-heads.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import type { StageKey } from '#workflows/definition.ts';
import { forced, forgery } from './forge.ts';
import { atBegin, day, historiesWorld, tick, type HistoriesWorld } from './starts.ts';

/** What the forger is given by direct SQL before they forge a decision, on a case that would let them decide. */
interface Forger {
  world: HistoriesWorld;
  caseId: string;
  stage: StageKey;
  id: string;
  line: 'first' | 'second';
}
type Flaw = (forger: Forger) => Promise<Partial<NewRow<'decisions'>>>;

const write = (work: (tx: Writer) => Promise<unknown>) => transaction(database(), work);
const roleOf = ({ line }: Forger) => (line === 'first' ? 'sponsor' : 'secondLine');
const part = async ({ caseId, id, world }: Forger, role: string, until_at: string | null = null): Promise<string> => {
  const membership = newId();
  await write((tx) => insertMembership(tx, { id: membership, case_id: caseId, person_id: id, role, organisation_id: null, stages_json: null, invited_by: world.people.lead.id, from_at: instant(), until_at }));
  return membership;
};
const formerly = (role: string): Flaw => async (forger) => { await part(forger, role, instant()); return {}; };
const stake = (kind: 'director' | 'shareholder' | 'employee'): Flaw => async ({ caseId, id }) => { await write((tx) => insertInterest(tx, { id: newId(), case_id: caseId, person_id: id, kind, detail: '', declared_at: instant() })); return {}; };
const endOwn: Flaw = async (forger) => {
  const own = await reader().db.selectFrom('memberships').select('id').where('case_id', '=', forger.caseId).where('person_id', '=', forger.id).where('until_at', 'is', null).execute();
  for (const { id } of own) await write((tx) => endMembership(tx, id, instant()));
  return {};
};

/** Stands in for the signer of the line on some days, by rows alone. */
const deputy = (from: number, until: number): Flaw => async (forger) => {
  const { world, caseId, id, line } = forger;
  await endOwn(forger);
  const away = world.people[line === 'first' ? 'sponsor' : 'secondLine'].id;
  const membership = await part(forger, roleOf(forger));
  const cover = newId();
  await write((tx) => insertCover(tx, { id: cover, case_id: caseId, person_id: away, role: roleOf(forger), deputy_id: id, from_on: day(from), until_on: day(until), reason: 'Leave', by: away, at: instant(), membership_id: null, ended_at: null, ended_by: null }));
  await write((tx) => giveCoverPart(tx, cover, membership));
  return { for_id: away };
};

const FLAWS: Record<string, [Flaw, RegExp]> = {
  'was a member': [formerly('member'), /a part in/],
  'was the lead': [formerly('lead'), /a part in/],
  'was an adviser': [formerly('adviser'), /a part in/],
  'is the mentor': [async (forger) => { await part(forger, 'mentor'); return {}; }, /a part in/],
  'sent the version': [async ({ caseId, stage, id }) => {
    const version = (await latestSubmission(reader(), caseId, stage))!;
    const own = { ...version, id: newId(), number: version.number + 1, sent_by: id, opened_at: null, opened_by: null, withdrawn_at: null };
    await write((tx) => insertSubmission(tx, own));
    return { submission_id: own.id, sha256: own.sha256 };
  }, /a part in|two people|first line has approved/],
  'began the case': [async ({ caseId, id }) => { await write((tx) => tx.db.updateTable('cases').set({ created_by: id }).where('id', '=', caseId).execute()); return {}; }, /a case they began/],
  'is to be a director': [stake('director'), /a part in/],
  'is to be a shareholder': [stake('shareholder'), /a part in/],
  'is to be employed': [stake('employee'), /a part in/],
  'reviewed the version': [async ({ caseId, stage, id }) => {
    const version = (await latestSubmission(reader(), caseId, stage))!;
    await write((tx) => tx.db.insertInto('reviews').values({ id: newId(), submission_id: version.id, case_id: caseId, role: 'extra', verdict: 'supported', comment: '', by: id, saved_at: instant(), sent_at: instant() }).execute());
    return {};
  }, /a version they reviewed/],
  'has no part': [endOwn, /only the case sponsor decides/],
  'is a deputy whose days are over': [deputy(-3, -1), /deputy only on the days/],
  'is a deputy whose days are to come': [deputy(1, 4), /deputy only on the days/],
  'is a deputy and names nobody they sign for': [async (forger) => { await deputy(0, 2)(forger); return { for_id: null }; }, /for the person they cover/],
  'read another text': [() => Promise.resolve({ sha256: '0'.repeat(64) }), /the very version that was sent/],
};

eachEngine((engine) => {
  let world: HistoriesWorld;
  let keys: ReturnType<typeof ownKeys>;
  beforeAll(async () => { keys = ownKeys(); world = await historiesWorld(engine, /(proposal|business case|governance) reviewed$|^business case with/); }, 120_000);
  afterAll(async () => { await world.close(); keys.forget(); });

  /** Somebody new with the part of a line, on a case that waits for that line. */
  async function forger(line: 'first' | 'second', which: number): Promise<Forger> {
    const waiting = world.starts.filter(({ name }) => (line === 'first' ? name.endsWith('reviewed') : name.startsWith('business case with the second')));
    const { caseId, stage } = waiting[which % waiting.length]!;
    const made = { world, caseId, stage, id: world.people.boardMember.id, line };
    await part(made, roleOf(made));
    return made;
  }
  const says = async (made: Forger, more: Partial<NewRow<'decisions'>> = {}) =>
    forced((await forgery(made, made.id, { line: made.line, outcome: made.line === 'first' ? 'approved' : 'assured', ...more }))!);

  it.each(Object.entries(FLAWS))('never takes a decision by who %s, on either line of any case', async (_, [flaw, sentence]) => {
    await fc.assert(fc.asyncProperty(fc.constantFrom('first' as const, 'second' as const), fc.nat(4), async (line, which) => {
      atBegin();
      try {
        const made = await forger(line, which);
        expect(await says(made), 'without the flaw').toBe('done');
        tick();
        expect(await says(made, await flaw(made))).toMatch(sentence);
      } finally {
        await world.open.undo();
      }
    }), { numRuns: 12 });
  });

  it('takes a deputy on the days of their cover, and never the first signer, nor whom they signed for, on the second line', async () => {
    atBegin();
    try {
      const made = await forger('second', 0);
      expect(await says(made, await deputy(0, 2)(made))).toBe('done');
      const first = { ...made, id: world.people.sponsor.id };
      await part(first, 'secondLine');
      expect(await says(first)).toBe('the two lines are two people');
    } finally {
      await world.open.undo();
    }
  });
});
