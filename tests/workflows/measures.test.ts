import { describe, expect, it } from 'vitest';
import { CATEGORIES, DIRECTIONS, FREQUENCIES, UNITS } from '#app/domain/benefits/benefits.schema.ts';
import { measureByCode, measureProblems, measures, searchMeasures, type Measure } from '#workflows/measures.ts';
import { MEASURE_CATEGORIES, MEASURE_GROUPS, MEASURE_UNITS, RATE_UNITS } from '#workflows/measures/measure.ts';
import { namesTwo } from '#workflows/wording.ts';

const textsOf = (m: Measure) => [m.title, m.definition, m.numerator, m.denominator, m.workedOut, m.dataSource, m.source.title, m.anchor?.text, m.anchor?.on, m.caution].filter((text) => text !== undefined);
const codes = (found: readonly Measure[]) => found.map((m) => m.code);
const sickness = measures[0]!;
const keys = (pairs: readonly (readonly [string, string])[]) => pairs.map(([key]) => key);

describe('the measure library', () => {
  it('holds 84 measures of ten groups, each shaped as it should be', () => {
    expect(measureProblems()).toEqual([]);
    expect(new Set(codes(measures)).size).toBe(84);
    const sizes = MEASURE_GROUPS.map(([group]) => measures.filter((m) => m.group === group && m.version === 1).length);
    expect(sizes).toEqual([12, 14, 10, 9, 6, 10, 6, 6, 6, 5]);
    expect(new Set(measures.map((m) => m.title)).size).toBe(84);
  });

  it('speaks the words of a benefit: its categories, directions and frequencies, and every unit it offers that a measure may have', () => {
    expect([...MEASURE_CATEGORIES].sort()).toEqual(keys(CATEGORIES).sort());
    for (const m of measures) {
      expect(keys(DIRECTIONS), m.code).toContain(m.direction);
      expect(keys(FREQUENCIES), m.code).toContain(m.frequency);
    }
    const extra = MEASURE_UNITS.filter((unit) => !(UNITS as readonly string[]).includes(unit));
    expect(extra).toEqual(['contacts a day', '£ per contact', 'kg per contact', 'per 100 staff', 'per 10,000', 'per 100,000', 'rating']);
  });

  it.each(measures.map((m) => [m.code, m] as const))('%s is in plain words, with a source', (_, m) => {
    for (const text of textsOf(m)) {
      expect(text).not.toMatch(/\b(please|sorry|invalid|valid|required|e\.g|i\.e|MK|recall|inferred)\b|[![\]{}’“”–]/i);
      expect(text.length).toBeLessThanOrEqual(260);
    }
    expect(m.definition).toMatch(/^[A-Z].*[^.]\.$/);
    expect(m.definition.split(/\. /)).toHaveLength(1);
    expect(m.title.split(/\s+/).length).toBeLessThanOrEqual(9);
    expect(m.source.title.length).toBeGreaterThan(10);
    expect(namesTwo(m.title), 'the library breaks its own rule').toBe(false);
  });

  it('gives a national figure only with its time, and only where the definition has a national source', () => {
    const anchored = measures.filter((m) => m.anchor);
    expect(codes(anchored)).toEqual(['AC04', 'AC09', 'AC10', 'AC11', 'CH01', 'CH02', 'CH03', 'CH04', 'CH05']);
    for (const m of anchored) {
      expect(m.source.title, m.code).toMatch(/^(NHS England|GOV\.UK),/);
      expect(m.anchor!.on, m.code).toMatch(/\b20\d\d/);
    }
  });

  it('multiplies by what its unit says, and only where there is a denominator', () => {
    for (const m of measures) expect(m.perUnits, m.code).toBe(m.denominator ? RATE_UNITS[m.unit as keyof typeof RATE_UNITS] : undefined);
    expect(['ST01', 'QS01', 'EX03', 'AC05', 'ST02', 'AC01'].map((code) => measureByCode(code)?.perUnits)).toEqual([100, 1000, 10_000, 100_000, 1, undefined]);
  });

  it('marks a guard among the measures of quality alone, and never one measure as both quality and value', () => {
    expect(codes(measures.filter((m) => m.balancing && !m.quality))).toEqual([]);
    expect(codes(measures.filter((m) => m.quality && m.value))).toEqual([]);
    expect(codes(measures.filter((m) => m.suggested))).toEqual(['FL05', 'FI02', 'FI03', 'FI05']);
  });

  it('says in a sentence what is wrong with an entry', () => {
    const { denominator: _, ...broken } = sickness;
    expect(measureProblems([broken])).toEqual([
      'In number 1: ST01 needs both a numerator and a denominator, or neither',
      'In number 1: ST01 needs a denominator, or how it is worked out',
      'In number 1: ST01 is measured in %, which needs a denominator',
    ]);
    expect(measureProblems([sickness, { ...sickness, version: 3 }])).toEqual(['ST01 has the versions 1, 3: they must run from 1 without a gap or a repeat']);
  });
});

describe('versions', () => {
  const again: Measure = { ...sickness, version: 2, title: 'Sickness absence, counted anew' };
  const all = [...measures, again];
  it('keeps the old one beside the new one, and offers the new one', () => {
    expect(measureProblems(all)).toEqual([]);
    expect(measureByCode('ST01', undefined, all)).toBe(again);
    expect(measureByCode('ST01', 1, all)).toBe(sickness);
    expect(measureByCode('ST01', 3, all)).toBeUndefined();
    expect(searchMeasures({ words: 'st01' }, all)).toEqual([again]);
    expect(searchMeasures({}, all)).toHaveLength(84);
  });
  it('knows no other code', () => expect([measureByCode('ZZ99'), measureByCode(''), measureByCode('st01')]).toEqual([undefined, undefined, undefined]));
});

describe('searching', () => {
  it.each([
    [{ words: 'st01' }, ['ST01']],
    [{ words: 'physio WAIT' }, ['AC01']],
    [{ words: 'sickness' }, ['ST01', 'ST02']],
    [{ words: 'sickness', unit: '%' }, ['ST01']],
    [{ words: 'ickness' }, []],
    [{ words: 'A&E' }, ['FL01']],
    [{ words: 'wheelchair weeks' }, ['AC09']],
    [{ words: 'money', direction: 'band' }, ['FI02']],
    [{ words: '  ', group: 'governance' }, ['GV01', 'GV02', 'GV03', 'GV04', 'GV05']],
    [{ group: 'quality', frequency: 'quarterly' }, ['QS06', 'QS07']],
    [{ direction: 'maintain' }, ['GV03', 'GV05']],
    [{ group: 'no-such-group' }, []],
  ])('%j finds %j', (search, found) => expect(codes(searchMeasures(search))).toEqual(found));

  it('finds each measure by its code and by every word of its title', () => {
    for (const m of measures) for (const words of [m.code, m.title, m.title.toUpperCase()]) expect(codes(searchMeasures({ words })), words).toContain(m.code);
  });
});
