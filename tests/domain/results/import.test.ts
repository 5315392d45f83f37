import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventsOf } from '#db/tables/events.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { benefitById } from '#db/tables/benefits.server.ts';
import { addReading } from '#app/domain/benefits/record-reading.server.ts';
import { withdrawBenefit } from '#app/domain/benefits/withdraw-benefit.server.ts';
import { caseForActor } from '#app/domain/cases/case-file.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { commitImport } from '#app/domain/results/commit-import.server.ts';
import { keepImport } from '#app/domain/results/import-drafts.server.ts';
import { templateRows } from '#app/domain/results/import-page.server.ts';
import { importPreview, savedBefore } from '#app/domain/results/import-preview.server.ts';
import { sweep } from '#app/domain/sweeps.server.ts';
import { toCsv } from '#app/lib/csv.ts';
import { eachEngine } from '#tests/setup/engines.ts';
import { contracted, liveCase, result, setBenefit } from '#tests/setup/live-case.ts';
import { smallWorld, type OnStage, type SmallWorld } from '#tests/setup/small-world.ts';
import { value } from '#tests/setup/walk.ts';

const HEAD = 'Benefit,Period from,Period to,Result,Numerator,Denominator,People or cases,Quality,Note\n';

eachEngine((engine) => {
  let world: SmallWorld;
  let caseId: string;
  let waits: string;
  let seen: string;
  beforeEach(async () => {
    setClock(() => new Date('2027-05-03T09:00:00Z'));
    world = await smallWorld(engine);
    caseId = await liveCase(world);
    waits = await contracted(world, caseId);
    seen = await contracted(world, caseId, 'Seen within 2 hours', { unit: '%', direction: 'up', baseline: 50, target: 70 });
  });
  afterEach(async () => { setClock(undefined); await world.close(); });

  const file = async (who: OnStage) => (await caseForActor(reader(), world.people[who], caseId))!;
  const keep = async (rows: string, who: OnStage = 'lead') => value(await keepImport(world.people[who], caseId, { text: HEAD + rows, fileName: '' })).draftId;
  const preview = async (draft: string, who: OnStage = 'lead') => (await importPreview(reader(), await file(who), draft))!;
  const commit = async (draft: string, as = '') => commitImport(world.people.lead, caseId, draft, as || (await preview(draft)).seen);
  const count = async () => (await readingsOf(reader(), [waits, seen])).length;
  /** "row column: sentence" of every wrong cell. */
  const faults = async (rows: string, who: OnStage = 'lead') => (await preview(await keep(rows, who), who)).rows.flatMap((row) => Object.entries(row.wrong).map(([column, message]) => `${row.line} ${column}: ${message}`));

  it('shows what is new before anything is saved, then saves all of it with one event a benefit', async () => {
    const draft = await keep('1,2027-01-01,2027-01-31,15,,,,B,\n1,01/02/2027,28/02/2027,14.5,,,,b,Moved clinic\nSeen within 2 hours,1 1 2027,31 1 2027,56%,112,200,200,A,\n');
    expect(await preview(draft)).toMatchObject({ counts: { new: 3, same: 0, error: 0 }, empty: 0, left: 0 });
    expect(await count()).toBe(0);
    expect(value(await commit(draft))).toEqual({ saved: 3 });
    expect((await readingsOf(reader(), [waits])).map((r) => [r.period_from, r.period_on, r.value, r.quality, r.note])).toEqual([['2027-01-01', '2027-01-31', 15, 'B', ''], ['2027-02-01', '2027-02-28', 14.5, 'B', 'Moved clinic']]);
    const events = await eventsOf(reader(), caseId, { limit: 9, kinds: ['benefit.import'] });
    expect(events.map((e) => JSON.parse(e.subject_json) as object).sort((a, b) => ('count' in a && 'count' in b ? Number(b.count) - Number(a.count) : 0))).toMatchObject([{ benefit: waits, count: 2, from: '2027-01-31', to: '2027-02-28', state: 'measuring' }, { benefit: seen, count: 1 }]);
    expect((await benefitById(reader(), waits))!.state).toBe('measuring');
  });

  it('says the same on a second press, and does nothing', async () => {
    const draft = await keep('1,,2027-01-31,15,,,,B,\n');
    const as = (await preview(draft)).seen;
    expect(value(await commit(draft, as))).toEqual({ saved: 1 });
    expect(value(await commit(draft, as))).toEqual({ saved: 1 });
    expect(await count()).toBe(1);
    expect(await importPreview(reader(), await file('lead'), draft)).toBeUndefined();
    expect(await savedBefore(reader(), await file('lead'), draft)).toEqual({ saved: 1 });
    expect(await savedBefore(reader(), await file('member'), draft)).toBeUndefined();
  });

  it('knows what is recorded already, and never changes it', async () => {
    value(await addReading(world.people.lead, caseId, waits, result('2027-01-01', '2027-01-31', { value: 15 })));
    const again = await keep('1,2027-01-01,2027-01-31,15,,,,B,\n1,2027-02-01,2027-02-28,14,,,,B,\n');
    expect((await preview(again)).counts).toEqual({ new: 1, same: 1, error: 0 });
    expect(value(await commit(again))).toEqual({ saved: 1 });
    expect(await faults('1,2027-01-01,2027-01-31,12,,,,A,\n')).toEqual([
      '2 value: The record says 15 weeks for this period. Correct that result instead', '2 quality: The record says B for this period. Correct that result instead',
    ]);
  });

  it('refuses all of it when the record moved since it was looked at, and says what changed', async () => {
    const draft = await keep('1,2027-01-01,2027-01-31,15,,,,B,\n1,2027-02-01,2027-02-28,14,,,,B,\n');
    const as = (await preview(draft)).seen;
    value(await addReading(world.people.member, caseId, waits, result('2027-01-01', '2027-01-31', { value: 16 })));
    const outcome = await commit(draft, as);
    expect(outcome).toMatchObject({ ok: false, status: 409, reasons: [{ message: expect.stringMatching(/^The record changed since you looked: 1 row is new now, 0 recorded already, 1 to put right/) }, { message: 'Row 2: The record says 16 weeks for this period. Correct that result instead' }] });
    expect(await count()).toBe(1);
    expect(await commit(draft)).toMatchObject({ ok: false, status: 422 });
    expect(await count()).toBe(1);
  });

  it.each([
    ['9,,2027-01-31,1,,,,B,', ['2 benefit: No benefit of this case has the number 9']],
    ['Longer waits,,2027-01-31,1,,,,B,', ['2 benefit: No benefit of this case has this title']],
    ['1,,2027-01-31,12%,,,,B,', ['2 value: 12% is a percentage. This benefit is measured in weeks']],
    ['1,,2027-01-31,£12,,,,B,', ['2 value: £12 is money. This benefit is measured in weeks']],
    ['1,,2027-01-31,12 days,,,,B,', ['2 value: 12 days is in days. This benefit is measured in weeks']],
    ['2,,2027-01-31,12,3,0,25,B,', ['2 denominator: Out of how many must be more than 0']],
    ['2,,2027-01-31,56,,,,B,', ['2 n: Enter the number of people or cases behind the percentage']],
    ['2,,2027-01-31,156,,,10,B,', ['2 value: Result must be from 0 to 100, because the unit is %']],
    ['2,,2027-01-31,56,100,200,200,B,', ['2 value: 100 of 200 is 50%, not 56%. Check the figures']],
    ['1,,2026-12-31,12,,,,B,', ['2 periodOn: The period must be after the starting figure, which is of 31 December 2026']],
    ['1,,2027-06-30,12,,,,B,', ['2 periodOn: The period has not ended yet. Enter a last day up to today']],
    ['1,2027-02-01,2027-01-31,12,,,,B,', ['2 periodFrom: First day of the period must not be after its last day']],
    ['1,,30/02/2027,12,,,,B,', ['2 periodOn: This must be a real date, like 27 3 2027']],
    ['1,,2027-01-31,"3,5",,,,B,', ['2 value: Write decimals with a point, like 38.5, and thousands without a sign']],
    ['1,,2027-01-31,twelve,,,,E,', ['2 value: Result must be a number, like 38.5', '2 quality: Quality must be A, B, C or D']],
    ['1,,2027-01-31,=SUM(A1),,,,B,@cmd', ['2 value: This cell looks like a formula, because it begins with =. Paste its value instead', '2 note: This cell looks like a formula, because it begins with @. Paste its value instead']],
    ['1,,2027-01-31,12,,,,B,\n1,,2027-01-31,13,,,,B,', ['2 periodOn: The same benefit and last day stand in row 3 of this file. Leave one of them out', '3 periodOn: The same benefit and last day stand in row 2 of this file. Leave one of them out']],
    ['1,2027-01-01,2027-02-28,12,,,,B,\n1,2027-02-01,2027-03-31,13,,,,B,', ['2 periodFrom: This period overlaps row 3 of this file. Check both days', '3 periodFrom: This period overlaps row 2 of this file. Check both days']],
  ])('says on the very cell what is wrong with %j', async (rows, expected) => {
    expect(await faults(`${rows}\n`)).toEqual(expected);
    expect(await count()).toBe(0);
  });

  it('holds periods against the record, negative figures against nothing, and withdrawn promises against their day', async () => {
    value(await addReading(world.people.lead, caseId, waits, result('2027-01-01', '2027-01-31')));
    expect(await faults('1,2027-01-15,2027-02-28,12,,,,B,\n1,2027-03-01,2027-03-31,-12,,,,B,\n')).toEqual(['2 periodFrom: This period overlaps the recorded result of 1 January 2027 to 31 January 2027. Check both days']);
    value(await withdrawBenefit(world.people.lead, caseId, seen, 'Counted twice'));
    expect(await faults('2,,2027-01-31,56,,,20,B,\n')).toEqual(['2 benefit: This promise was withdrawn on 3 May 2027, so no result can be added']);
  });

  it('lets a named recorder add their own benefits and no others, and nobody see the draft of another', async () => {
    await setBenefit(world, seen, { recorder_id: world.people.quality.id });
    expect(await faults('1,,2027-01-31,12,,,,B,\n2,,2027-01-31,56,,,20,B,\n', 'quality')).toEqual(['2 benefit: Somebody else is named to record the results of this benefit']);
    const draft = await keep('1,,2027-01-31,12,,,,B,\n');
    expect(await importPreview(reader(), await file('member'), draft)).toBeUndefined();
    expect(await commitImport(world.people.member, caseId, draft, '1 0 0')).toMatchObject({ ok: false, status: 404 });
    for (const who of ['sponsor', 'mentor', 'support'] as const) expect(await keepImport(world.people[who], caseId, { text: `${HEAD}1,,2027-01-31,12,,,,B,`, fileName: '' })).toMatchObject({ ok: false, status: 403 });
  });

  it('is refused whole when its rows or headings cannot be told apart, or are too many', async () => {
    const refusal = async (text: string) => ((await keepImport(world.people.lead, caseId, { text, fileName: 'a.csv' })) as { reasons?: { field?: string; message: string }[] }).reasons?.map((r) => `${r.field}: ${r.message}`);
    expect(await refusal('1,2027-01-31,12')).toEqual(['file: The first row must name the columns. Not found: Benefit, Period to, Result, Quality']);
    expect(await refusal('Benefit,Result,Value,Period to,Quality\n')).toEqual(['file: Two columns are called Result. Leave one of them out']);
    expect(await refusal(HEAD)).toEqual(['file: There is no row with a result']);
    expect(await refusal(`${HEAD}1,"2027-01-31`)).toEqual([expect.stringMatching(/^file: A quotation mark opens in row 2/)]);
    expect(await refusal(HEAD + '1,,2027-01-31,12,,,,B,\n'.repeat(50_000))).toEqual([expect.stringMatching(/^file: That is more than 20,000 rows\. Send fewer at a time\. Nothing was saved/)]);
  });

  it('reads its own template back: a row for each result due, those left empty left out', async () => {
    const rows = await templateRows(reader(), await file('lead'));
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['Benefit', 'Title', 'Period from', 'Period to'],
      ...[['2027-01-01', '2027-01-31'], ['2027-02-01', '2027-02-28'], ['2027-03-01', '2027-03-31'], ['2027-04-01', '2027-04-30']].map(([from, to]) => [1, 'Shorter waits', from, to]),
      ...[['2027-01-01', '2027-01-31'], ['2027-02-01', '2027-02-28'], ['2027-03-01', '2027-03-31'], ['2027-04-01', '2027-04-30']].map(([from, to]) => [2, 'Seen within 2 hours', from, to]),
    ]);
    rows[1]!.splice(4, 5, '12', '', '', '', 'B');
    const { draftId } = value(await keepImport(world.people.lead, caseId, { text: toCsv(rows).slice(1), fileName: 'template.csv' }));
    expect(await preview(draftId)).toMatchObject({ counts: { new: 1, same: 0, error: 0 }, empty: 7 });
    expect((await preview(draftId)).unread).toEqual([]);
  });

  it('is forgotten after 7 days', async () => {
    const draft = await keep('1,,2027-01-31,12,,,,B,\n');
    setClock(() => new Date('2027-05-10T08:00:00Z'));
    await sweep();
    expect(await preview(draft)).toBeDefined();
    setClock(() => new Date('2027-05-10T10:00:00Z'));
    await sweep();
    expect(await importPreview(reader(), await file('lead'), draft)).toBeUndefined();
  });
});
