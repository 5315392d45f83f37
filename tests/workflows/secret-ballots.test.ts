import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ballotForm } from '#app/domain/ballots/ballots.schema.ts';
import { readElectorate } from '#app/domain/ballots/electorate.ts';
import { emailAddress } from '#app/domain/people/people.schema.ts';
import { addDays } from '#workflows/dates.ts';
import { dayFaults, dueOf, FEW_VOTES, halfwayOf, resultOf, takesVotes } from '#workflows/secret-ballots.ts';

const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2027-01-01', n));

it('takes votes on its days and no others, whatever else time brings about', () => {
  fc.assert(fc.property(day, fc.nat({ max: 60 }), day, (opensOn, length, on) => {
    const closesOn = addDays(opensOn, length);
    expect(takesVotes({ state: 'open', opensOn, closesOn }, on)).toBe(dueOf({ state: 'open', opensOn, closesOn }, on) !== 'close');
    expect(dueOf({ state: 'planned', opensOn, closesOn }, on)).toBe(on >= opensOn ? 'open' : null);
    for (const state of ['planned', 'closed', 'cancelled'] as const) expect(takesVotes({ state, opensOn, closesOn }, on)).toBe(false);
    const halfway = halfwayOf(opensOn, closesOn);
    expect(halfway === null).toBe(length < 2);
    if (halfway) expect(opensOn < halfway && halfway <= closesOn).toBe(true);
  }));
});

it('counts to the published cases: 97% against on 98% turnout; a threshold is reached at its very share', () => {
  expect(resultOf({ electorate: 1000, returned: 980, for: 29, against: 951, spoilt: 0 }, 51)).toEqual({ electorate: 1000, returned: 980, turnout: 98, reached: false, counts: { for: 29, against: 951, spoilt: 0, share: 3 } });
  expect([51, 52].map((threshold) => resultOf({ electorate: 200, returned: 110, for: 51, against: 49, spoilt: 10 }, threshold).reached)).toEqual([true, false]);
  expect(resultOf({ electorate: 20, returned: 0, for: 0, against: 0, spoilt: 0 }, 51)).toMatchObject({ turnout: 0, reached: false, counts: null });
});

it('says no count of few votes, and nothing from which one could be worked out but the threshold', () => {
  fc.assert(fc.property(fc.nat({ max: FEW_VOTES - 1 }), fc.nat({ max: FEW_VOTES - 1 }), fc.integer({ min: 1, max: 100 }), (a, b, threshold) => {
    const [yes, no] = [Math.min(a, b), Math.abs(a - b)];
    expect(Object.keys(resultOf({ electorate: 40, returned: yes + no, for: yes, against: no, spoilt: 0 }, threshold)).sort()).toEqual(['counts', 'electorate', 'reached', 'returned', 'turnout']);
    expect(resultOf({ electorate: 40, returned: yes + no, for: yes, against: no, spoilt: 0 }, threshold).counts).toBeNull();
  }));
});

it('refuses days that cannot be, beside their box', () => {
  expect([dayFaults('2027-03-01', '2027-03-01', '2027-03-01'), dayFaults('2027-02-28', '2027-03-01', '2027-03-01'), dayFaults('2029-03-01', '2029-03-01', '2027-03-01'), dayFaults('2027-03-02', '2027-03-01', '2027-03-01'), dayFaults('2027-03-01', '2027-05-01', '2027-03-01')].map((faults) => faults.map(({ field }) => field))).toEqual([[], ['opensOn'], ['opensOn'], ['closesOn'], ['closesOn']]);
});

const read = (text: string) => readElectorate(text, (line) => emailAddress.safeParse(line).data);

it('reads pasted addresses line by line, and says which line is wrong', () => {
  expect(read(' Ann@Ward.example \n\nbob@ward.example\n')).toEqual({ ok: true, addresses: ['ann@ward.example', 'bob@ward.example'] });
  expect(read('ann@ward.example\n\nbob at ward\nANN@ward.example')).toEqual({ ok: false, message: 'Line 3 is not one email address: bob at ward. Line 4 repeats line 1: ann@ward.example' });
  expect(read(Array.from({ length: 8 }, (_, i) => `x${i}`).join('\n'))).toMatchObject({ ok: false, message: expect.stringMatching(/^Line 1 .*Line 5 is not one email address: x4\. There are 3 more lines to mend$/) as string });
  expect([read(' \n'), read('ann@ward.example'), read('a@b.example, c@d.example')].map(({ ok }) => ok)).toEqual([false, false, false]);
});

it('asks for everything at once', () => {
  const refused = ballotForm.safeParse({ question: '', opensOn: '31 2 2027', closesOn: '', threshold: '0', runBy: '', runner: '', electors: '' });
  expect([...new Set(refused.error!.issues.map(({ path }) => path.join('.')))].sort()).toEqual(['closesOn', 'electors', 'method', 'opensOn', 'question', 'runBy', 'runner', 'threshold']);
});
