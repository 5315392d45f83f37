import { describe, expect, it } from 'vitest';
import { measures } from '#workflows/measures.ts';
import { missingKinds, portfolioFindings, type BenefitDraft } from '#workflows/smart.ts';

const draft = (d: Partial<BenefitDraft>) => d as BenefitDraft;
const of = (code: string, more: Partial<BenefitDraft> = {}) => draft({ measureCode: code, title: code, category: measures.find((m) => m.code === code)!.category, ...more });
const cash = (pounds: number) => ({ cashable: true, valuePerYearPence: pounds * 100 });

/** Waits, engagement, savings with their guards: what a contract might well hold. */
const fair = [of('AC01'), of('ST05'), of('PR02', cash(60_000)), of('FI04', cash(40_000)), of('QS01'), of('EX01')];
const said = (all: readonly BenefitDraft[], efficiencyLinePence: number | null = null) => portfolioFindings(all, { efficiencyLinePence }).map(({ level, sentence }) => `${level}: ${sentence}`);

describe('the benefits of a contract, taken together', () => {
  it('has nothing to say of a fair set', () => expect(said(fair, 10_000_000)).toEqual([]));

  it.each<[string, BenefitDraft[], string[]]>([
    ['none', [], ['block: No benefit is in the contract. Put in one of quality and one of value, or say why not']],
    ['too many', [...fair, ...Array.from({ length: 7 }, () => of('EX05'))], ['warn: 6 to 12 benefits in the contract are plenty for a small enterprise. You have 13: keep the ones that matter most']],
    ['few', fair.filter((_, i) => i !== 0), ['note: 6 to 12 benefits in the contract are plenty for a small enterprise. You have 5']],
    ['no staff', fair.map((d) => (d.measureCode === 'ST05' ? of('QS02') : d)), ['warn: Add one benefit at least for each of these: staff']],
    ['no value', [of('AC01'), of('AC02'), of('ST05'), of('QS01'), of('EX01'), of('EX03')], ['block: No value benefit is in the contract. Add one, or say why not']],
    ['no quality', [of('ST05'), of('ST03'), of('SV01'), of('SV03'), of('GV01', { category: 'integration' }), of('FI05')], [
      'block: No quality benefit is in the contract. Add one, or say why not', 'warn: Add a safety measure: each benefit of efficiency needs one beside it that shows care did not get worse',
    ]],
    ['sickness alone', [of('ST01', { title: 'Less sickness' }), of('ST02', { title: 'Fewer days lost' })], [
      'note: 6 to 12 benefits in the contract are plenty for a small enterprise. You have 2', 'block: No quality benefit and no value benefit is in the contract. Add one, or say why not',
      'warn: Staff absence is the only benefit in the contract. Add one that patients would notice',
    ]],
    ['savings without guards', [...fair, of('PR01'), of('PR03'), of('ST08')], ['warn: Add 3 safety measures: each benefit of efficiency needs one beside it that shows care did not get worse']],
  ])('%s', (_, all, expected) => expect(said(all)).toEqual(expected));

  it('reads own measures by their category', () => {
    const own = (category: string) => draft({ title: category, category, measureCode: null, measure: 'Own' });
    expect(said([own('access'), own('staff'), own('cash-saving'), own('safety'), own('experience'), own('patient-outcome')])).toEqual([]);
    expect(missingKinds([own('staff')])).toEqual(['quality', 'value']);
    expect(missingKinds([own('inequality')])).toEqual(['value']);
    expect(missingKinds(fair)).toEqual([]);
  });

  it.each<[line: number | null, near: boolean]>([[10_000_000, true], [10_500_000, true], [9_530_000, true], [10_600_000, false], [9_500_000, false], [0, false], [null, true], [Number.NaN, true]])(
    'compares the cash, £100,000, with a plan of %s pence', (line, near) => expect(said(fair, line)).toHaveLength(near ? 0 : 1),
  );
  it('names both sums', () => {
    expect(said(fair, 20_000_000)).toEqual(['warn: These benefits save £100,000 a year in cash, and the finance plan counts on £200,000. Bring them within 5% of each other']);
    expect(said(fair.map((d) => ({ ...d, cashable: false })), 0)).toEqual([]);
  });
});
