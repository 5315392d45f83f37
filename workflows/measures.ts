import { issueInWords } from './issue-in-words.ts';
import { accessMeasures } from './measures/access.ts';
import { childrenMeasures } from './measures/children.ts';
import { experienceMeasures } from './measures/experience.ts';
import { financeMeasures } from './measures/finance.ts';
import { flowMeasures } from './measures/flow.ts';
import { governanceMeasures } from './measures/governance.ts';
import { inGroup, MEASURE_GROUPS, measuresSchema, type Measure } from './measures/measure.ts';
import { productivityMeasures } from './measures/productivity.ts';
import { qualityMeasures } from './measures/quality.ts';
import { socialValueMeasures } from './measures/social-value.ts';
import { staffMeasures } from './measures/staff.ts';

export type { Measure, MeasureGroup } from './measures/measure.ts';

/** The measure library: every version of every measure, in the order of its groups. */
export const measures: readonly Measure[] = [
  ...staffMeasures.map(inGroup('staff')),
  ...accessMeasures.map(inGroup('access')),
  ...childrenMeasures.map(inGroup('children')),
  ...qualityMeasures.map(inGroup('quality')),
  ...experienceMeasures.map(inGroup('experience')),
  ...flowMeasures.map(inGroup('flow')),
  ...productivityMeasures.map(inGroup('productivity')),
  ...financeMeasures.map(inGroup('finance')),
  ...socialValueMeasures.map(inGroup('social-value')),
  ...governanceMeasures.map(inGroup('governance')),
];

/** The version a benefit was copied from, or the newest when none is named. */
export const measureByCode = (code: string, version?: number, all = measures): Measure | undefined =>
  all.filter((m) => m.code === code && (version ?? m.version) === m.version).sort((a, b) => b.version - a.version)[0];

export interface MeasureSearch {
  words?: string;
  group?: string;
  unit?: string;
  direction?: string;
  frequency?: string;
}

/** The newest versions that match all that is asked. Each word must begin a word of the title, definition, code or group. */
export function searchMeasures({ words = '', ...exact }: MeasureSearch, all = measures): Measure[] {
  const wanted = wordsIn(words);
  return all.filter((m) => {
    if (measureByCode(m.code, undefined, all) !== m) return false;
    if (Object.entries(exact).some(([name, value]) => value && m[name as keyof typeof exact] !== value)) return false;
    if (wanted.length === 0) return true;
    const has = wordsIn(`${m.title} ${m.definition} ${m.code} ${GROUP_TITLES.get(m.group)}`);
    return wanted.every((word) => has.some((other) => other.startsWith(word)));
  });
}

const GROUP_TITLES: ReadonlyMap<string, string> = new Map(MEASURE_GROUPS);
const wordsIn = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}&]+/u).filter(Boolean);

/** What is wrong with the library, as sentences: shapes, and versions of a code that do not run 1, 2, 3. */
export function measureProblems(all: readonly Measure[] = measures): string[] {
  const written = all.map(({ group: _group, perUnits: _perUnits, ...m }) => m);
  const shapes = measuresSchema.safeParse(written);
  const versions = [...new Set(all.map((m) => m.code))].flatMap((code) => {
    const numbers = all.filter((m) => m.code === code).map((m) => m.version).sort((a, b) => a - b);
    return numbers.every((version, i) => version === i + 1) ? [] : [`${code} has the versions ${numbers.join(', ')}: they must run from 1 without a gap or a repeat`];
  });
  return [...(shapes.success ? [] : shapes.error.issues.map((issue) => issueInWords(issue, written))), ...versions];
}
