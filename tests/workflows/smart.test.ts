import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smartFindings, type BenefitDraft, type DraftContext, type SmartFinding } from '#workflows/smart.ts';

const context: DraftContext = { transferOn: '2027-04-01', contractEndOn: '2032-03-31', objectives: ['A healthier workforce'] };

/** Central Surrey's absence, 3.55% before: a promise with nothing left to say. */
const absence: BenefitDraft = {
  title: 'Staff sickness absence falls', beneficiary: 'Community nurses and therapists', category: 'staff', measure: 'Staff sickness absence rate', measureCode: 'ST01',
  numerator: 'Days lost to sickness', denominator: 'Days available', unit: '%', direction: 'down',
  baseline: 3.55, baselineFrom: '2025-12-01', baselineOn: '2026-11-30', baselineN: 700, baselineSource: 'Electronic Staff Record', baselineQuality: 'A',
  target: 2.5, bandLow: null, bandHigh: null, targetOn: '2029-03-31', milestones: [{ on: '2028-03-31', value: 3 }],
  counterfactualMethod: 'trend', counterfactual: 3.5, counterfactualNote: 'Flat for 3 years', dataSource: 'Payroll', frequency: 'monthly', tolerance: 0.1,
  cashable: false, valuePerYearPence: null, providerOwner: 'Asha Rao', commissionerOwner: 'Karen Hall', evidenceKind: 'numbers',
};
const wait: Partial<BenefitDraft> = { title: 'Patients wait less', category: 'access', measure: 'Median weeks from referral to first visit', measureCode: null, numerator: null, denominator: null, unit: 'weeks', baseline: 16, target: 8, counterfactual: 15, milestones: [{ on: '2028-03-31', value: 12 }] };
const occupancy: Partial<BenefitDraft> = { title: 'Beds are used well', measure: 'Bed occupancy', measureCode: 'FL05', category: 'productivity', direction: 'band', baseline: 78, target: null, bandLow: 85, bandHigh: 92, counterfactual: 78, milestones: [{ on: '2028-03-31', value: 84 }] };
const story: BenefitDraft = {
  ...Object.fromEntries(Object.keys(absence).map((key) => [key, null])) as unknown as BenefitDraft,
  title: 'Patients feel better listened to', beneficiary: 'Patients', category: 'experience', evidenceKind: 'story', dataSource: 'Six patients a year, told to a volunteer', frequency: 'yearly', targetOn: '2029-03-31', providerOwner: 'Asha Rao', commissionerOwner: 'Karen Hall',
};

const found = (change: Partial<BenefitDraft>, about: Partial<DraftContext> = {}, from: BenefitDraft = absence) => smartFindings({ ...from, ...change }, { ...context, ...about });
const brief = ({ point, level, field }: SmartFinding) => `${point} ${level} ${field}`;

describe('a promise that can be checked', () => {
  it.each([
    ['Central Surrey: absence from 3.55% to 2.5%', {}],
    ['a wait described in own words', wait],
    ['a range', occupancy],
    ['something that stays as it is', { direction: 'maintain', target: 3.55, milestones: null, counterfactual: 3.9 }],
    ['a saving with its worth', { cashable: true, valuePerYearPence: 5_000_000 }],
    ['nothing to compare with, and why', { counterfactualMethod: 'none', counterfactual: null, counterfactualNote: 'A new service' }],
    ['a figure over 100 where that is possible', { ...occupancy, measureCode: 'FL04', direction: 'up', target: 90, bandLow: null, bandHigh: null, milestones: [{ on: '2028-03-31', value: 84 }] }],
  ] satisfies [string, Partial<BenefitDraft>][])('has nothing to put right: %s', (_, change) => expect(found(change)).toEqual([]));

  it('asks a story what it is, and not for numbers', () => {
    expect(smartFindings(story, context)).toEqual([]);
    expect(found({ dataSource: null, frequency: null }, {}, story).map(({ sentence }) => sentence)).toEqual(['Say who collects stories, and from whom', 'Say how often stories will be reported']);
    expect(found({ evidenceKind: null }, {}, story).map(brief)).toContain('measurable block evidenceKind');
    for (const kind of ['survey', 'audit', 'observation']) expect(found({ evidenceKind: kind }, {}, story)).toEqual([]);
  });
  it('still tells a survey with numbers that they contradict', () => {
    expect(found({ evidenceKind: 'survey', target: 120 }).map(brief)).toContain('achievable block target');
  });
});

/** One change to a good promise, and all that is then said of it. */
const TABLE: [what: string, change: Partial<BenefitDraft>, said: string[]][] = [
  ['no title', { title: ' ' }, ['specific block title']],
  ['no beneficiary', { beneficiary: null }, ['specific block beneficiary']],
  ['no measure', { measure: null, measureCode: null }, ['specific block measure']],
  ['a code nobody knows', { measureCode: 'ZZ99' }, ['specific block measureCode']],
  ['a version nobody knows', { measureVersion: 9 }, ['specific block measureCode']],
  ['the version it was copied from', { measureVersion: 1 }, []],
  ['no owners', { providerOwner: null, commissionerOwner: '' }, ['specific warn providerOwner', 'specific warn commissionerOwner']],
  ['one person as both owners', { commissionerOwner: 'asha rao ' }, ['specific block commissionerOwner']],
  ['no category', { category: null }, ['relevant block category']],
  ['vague words without a number', { ...wait, title: 'Improved access by 2029', target: null }, ['measurable block target', 'plain warn title']],
  ['vague words with a number', { title: 'Absence improves by a third, from 3.55% to 2.5%' }, []],
  ['2 measures in a title', { title: 'Fewer missed visits and shorter waits' }, ['plain warn title']],
  ['2 measures in a title, by what is counted', { title: 'Fewer falls and pressure ulcers' }, ['plain warn title']],
  ['an "and" that joins no measures', { title: 'Waits for speech and language therapy are between 3 and 5 weeks' }, []],
  ['2 measures in a measure', { ...wait, measure: 'Weeks of waiting and complaints' }, ['plain warn measure']],
  ['a title like a paragraph', { title: 'Staff sickness absence in the whole of the community nursing and therapy service falls' }, ['plain note title']],
  ['no unit', { unit: null }, ['measurable block unit']],
  ['no direction', { direction: null }, ['measurable block direction']],
  ['no starting figure', { baseline: null }, ['measurable block baseline']],
  ['a starting figure that is no number', { baseline: Number.NaN }, ['measurable block baseline']],
  ['no source', { baselineSource: null }, ['measurable block baselineSource']],
  ['no day of the starting figure', { baselineOn: null }, ['measurable block baselineOn']],
  ['a day that does not exist', { baselineOn: '2026-02-30' }, ['measurable block baselineOn']],
  ['no target', { target: null }, ['measurable block target']],
  ['half a range', { ...occupancy, bandHigh: null }, ['measurable block bandHigh']],
  ['a percentage of nothing', { measureCode: null, denominator: null }, ['measurable block denominator']],
  ['a ratio of nothing', { ...wait, unit: 'ratio' }, ['measurable block denominator', 'measurable block numerator']],
  ['a rate of nothing', { ...wait, unit: 'per 1,000', numerator: 'Falls' }, ['measurable block denominator']],
  ['no data source', { dataSource: null }, ['measurable block dataSource']],
  ['no frequency', { frequency: null }, ['measurable block frequency']],
  ['a percentage without n', { baselineN: null }, ['measurable warn baselineN']],
  ['a handful of people', { baselineN: 12 }, ['measurable warn baselineN']],
  ['data of unknown quality', { baselineQuality: null }, ['measurable note baselineQuality']],
  ['data of no quality', { baselineQuality: 'D' }, ['measurable warn baselineQuality']],
  ['a steady figure without tolerance', { direction: 'maintain', target: null, tolerance: null, milestones: null }, ['measurable warn tolerance']],
  ['a tolerance below 0', { tolerance: -1 }, ['measurable block tolerance']],
  ['another direction than the measure has', { direction: 'up', target: 4, milestones: [{ on: '2028-03-31', value: 3.8 }] }, ['measurable warn direction']],
  ['days per person against a %', { ...wait, measure: 'Sickness days per person', unit: '%', numerator: 'Days', denominator: 'People' }, ['measurable block unit']],
  ['a share in weeks', { ...wait, measure: 'Share of patients seen' }, ['measurable block unit']],
  ['cash without pounds', { cashable: true }, ['measurable warn valuePerYearPence']],
  ['pounds below 0', { valuePerYearPence: -1 }, ['measurable block valuePerYearPence']],
  ['a target that is the start', { target: 3.55, milestones: [{ on: '2028-03-31', value: 3.55 }] }, ['achievable block target', 'achievable warn counterfactual']],
  ['a target on the wrong side', { target: 4 }, ['achievable block target', 'achievable warn counterfactual']],
  ['a percentage over 100', { ...wait, unit: '%', numerator: 'Seen', denominator: 'Due', direction: 'up', baseline: 80, target: 104, counterfactual: 80, milestones: [{ on: '2028-03-31', value: 90 }] }, ['achievable block target']],
  ['percentages below 0', { baseline: -1, counterfactual: -2, milestones: [{ on: '2028-03-31', value: -5 }], target: -3 }, ['achievable block baseline', 'achievable block target', 'achievable block counterfactual', 'achievable block milestones', 'achievable warn target', 'timed warn milestones']],
  ['a steady figure with a change', { direction: 'maintain', milestones: null }, ['achievable warn target']],
  ['a change nobody would believe', { target: 0.5 }, ['achievable warn target']],
  ['a range upside down', { ...occupancy, bandLow: 92, bandHigh: 85 }, ['achievable block bandHigh']],
  ['a range it is in already', { ...occupancy, baseline: 90 }, ['achievable warn bandLow']],
  ['no word on what would happen anyway', { counterfactualMethod: null }, ['achievable block counterfactualMethod']],
  ['no figure for what would happen anyway', { counterfactual: null }, ['achievable warn counterfactual']],
  ['nothing to compare with, and no reason', { counterfactualMethod: 'none', counterfactualNote: null }, ['achievable warn counterfactualNote']],
  ['a target that would come anyway', { counterfactual: 2.4 }, ['achievable warn counterfactual']],
  ['a target most of which would come anyway', { counterfactual: 2.8 }, ['achievable warn counterfactual']],
  ['no target date', { targetOn: null }, ['timed block targetOn']],
  ['a starting figure after the target', { baselineFrom: '2028-12-01', baselineOn: '2029-11-30' }, ['timed warn baselineOn', 'timed block targetOn', 'timed warn milestones']],
  ['a period that ends before it begins', { baselineFrom: '2027-01-01' }, ['timed block baselineFrom']],
  ['a short period', { baselineFrom: '2026-09-01' }, ['timed warn baselineFrom']],
  ['a period without a beginning', { baselineFrom: null }, ['timed warn baselineFrom']],
  ['an old starting figure', { baselineFrom: '2025-01-01', baselineOn: '2025-12-31' }, ['timed warn baselineOn']],
  ['a target after the contract', { targetOn: '2033-03-31' }, ['timed block targetOn']],
  ['a target before the transfer', { targetOn: '2027-03-31', milestones: [{ on: '2027-02-28', value: 3 }] }, ['timed block targetOn']],
  ['no milestone', { milestones: [] }, ['timed warn milestones']],
  ['a milestone without a figure', { milestones: [{ on: '2028-03-31', value: null }] }, ['timed warn milestones']],
  ['milestones out of order', { milestones: [{ on: '2028-09-30', value: 3.2 }, { on: '2028-03-31', value: 3 }] }, ['timed block milestones']],
  ['milestones that turn back', { milestones: [{ on: '2028-03-31', value: 2.8 }, { on: '2028-09-30', value: 3 }] }, ['timed warn milestones']],
  ['a milestone past the target', { milestones: [{ on: '2028-03-31', value: 2.2 }] }, ['timed warn milestones']],
  ['a milestone on the target date', { milestones: [{ on: '2029-03-31', value: 2.6 }] }, ['timed warn milestones']],
];

describe('what is said of one thing wrong', () => {
  it.each(TABLE)('%s', (_, change, said) => expect(found(change).map(brief)).toEqual(said));

  it('asks for the objective it serves, and only where objectives were asked for', () => {
    expect(found({}, { objectives: [] }).map(brief)).toEqual(['relevant warn objectives']);
    expect(found({}, { objectives: null })).toEqual([]);
  });
  it('says nothing of days it does not know', () => expect(found({ targetOn: '2033-03-31' }, { transferOn: null, contractEndOn: null })).toEqual([]));
  it('answers an empty draft in the order of the letters', () => {
    const nothing = Object.fromEntries(Object.keys(absence).map((key) => [key, null])) as unknown as BenefitDraft;
    expect(smartFindings(nothing, context).map(brief)).toEqual([
      'specific block title', 'specific block beneficiary', 'specific block measure', 'specific warn providerOwner', 'specific warn commissionerOwner',
      'measurable block evidenceKind', 'achievable block counterfactualMethod', 'relevant block category', 'timed block targetOn', 'timed warn milestones',
    ]);
  });
});

describe('published figures', () => {
  it('Sandwell: days a year cannot be set against a rate in %, and both units are named', () => {
    const clash = found({ unit: 'days per person', baseline: 22, target: 0.5, milestones: [{ on: '2028-03-31', value: 10 }], counterfactual: 22 });
    expect(clash.map(brief)).toEqual(['measurable block unit', 'achievable warn target']);
    expect(clash[0]!.sentence).toBe('"Staff sickness absence rate" (ST01) is measured in %, and you chose days per person. The two cannot be compared. Use one unit for the starting figure and the target');
    expect(clash[1]!.sentence).toBe('From 22 days per person to 0.5 days per person is a change of 98%, which is hard to believe. Check that both figures count the same thing');
  });
  it('Central Surrey: 16 weeks to 8 for physiotherapy passes, and 3.55% to 1.74% is believed', () => {
    expect(found({ ...wait, measureCode: 'AC01' })).toEqual([]);
    expect(found({ target: 1.74 })).toEqual([]);
  });
  it('Bromley: missed appointments from 13% to 5% pass', () => {
    expect(found({ measureCode: 'AC07', title: 'Missed appointments fall', baseline: 13, target: 5, counterfactual: 12, milestones: [{ on: '2028-03-31', value: 9 }] })).toEqual([]);
  });
});

describe('sentences', () => {
  const all = TABLE.flatMap(([, change]) => found(change));
  it('can be acted on: short, plain, without a full stop at the end', () => {
    for (const { sentence } of all) {
      expect(sentence).toMatch(/^["A-Z].*[^.]$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\b(please|invalid|valid|required|e\.g)\b|!/i);
      for (const one of sentence.split(/(?<=\.) /)) expect(one.split(' ').length, one).toBeLessThanOrEqual(30);
    }
  });
});

const text = fc.option(fc.oneof(fc.string(), fc.constantFrom('ST01', '%', 'weeks', 'up', 'down', 'band', 'maintain', 'story', 'numbers', 'none', 'trend', 'per 1,000', 'Fewer falls and less waiting')));
const number = fc.option(fc.oneof(fc.double(), fc.integer()));
const day = fc.option(fc.oneof(fc.string(), fc.constantFrom('2027-02-30', '0000-00-00', '9999-12-31', '0100-01-01'), fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10))));
const DAYS = ['baselineFrom', 'baselineOn', 'targetOn'];
const fieldOf = (key: string, value: unknown) => {
  if (DAYS.includes(key)) return day;
  if (key === 'milestones') return fc.option(fc.array(fc.record({ on: day, value: number }), { maxLength: 4 }));
  return key === 'cashable' ? fc.option(fc.boolean()) : typeof value === 'number' || key.startsWith('band') || key.endsWith('Pence') ? number : text;
};
const drafts = fc.record(Object.fromEntries(Object.entries(absence).map(([key, value]) => [key, fieldOf(key, value)]))) as unknown as fc.Arbitrary<BenefitDraft>;

describe('any draft whatever', () => {
  it('is answered with sentences, and the same ones again', () => {
    fc.assert(fc.property(drafts, day, day, (draft, transferOn, contractEndOn) => {
      const findings = smartFindings(draft, { transferOn, contractEndOn, objectives: null });
      for (const { sentence } of findings) expect(sentence).toMatch(/^["A-Z][\s\S]+/);
      expect(smartFindings(draft, { transferOn, contractEndOn, objectives: null })).toEqual(findings);
    }), { numRuns: 3000 });
  });
  it('is answered also when it is not of the shape it should be', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(absence)), fc.anything()), (wild) => {
      expect(Array.isArray(smartFindings(wild as unknown as BenefitDraft, context))).toBe(true);
    }), { numRuns: 2000 });
  });
});
