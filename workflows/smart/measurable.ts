import { RATE_UNITS } from '../measures/measure.ts';
import { isPercent, plain } from '../results.ts';
import { kept, of, type SmartFinding, type Tidy } from './draft.ts';

const measurable = of('measurable');

/** What is needed to measure it, and figures that could never be compared. Stories, surveys, audits and observation are asked what they are, not for numbers. */
export function measurableFindings(d: Tidy): SmartFinding[] {
  const numbers = [d.measure, d.unit, d.baseline, d.target, d.bandLow, d.bandHigh, d.library].some((known) => known != null);
  if (!d.evidenceKind && !numbers) return [measurable('block', 'evidenceKind', 'Say what will show it: numbers, stories, a survey, an audit or observation')];
  return [...(d.qualitative ? missingEvidence(d) : missingNumbers(d)), ...clashes(d), ...money(d)];
}

const EVIDENCE: Readonly<Record<string, string>> = { story: 'stories', survey: 'the survey', audit: 'the audit', observation: 'the observation' };

const missingEvidence = (d: Tidy) => kept(
  !d.dataSource && measurable('block', 'dataSource', `Say who collects ${EVIDENCE[d.evidenceKind!]}, and from whom`),
  !d.frequency && measurable('block', 'frequency', `Say how often ${EVIDENCE[d.evidenceKind!]} will be reported`),
);

function missingNumbers(d: Tidy): SmartFinding[] {
  const unit = d.unit ?? '';
  const rate = Object.hasOwn(RATE_UNITS, unit) || isPercent(unit) || plain(unit).startsWith('per ');
  const band = d.direction === 'band';
  return kept(
    !d.unit && measurable('block', 'unit', 'Select the unit'),
    !d.direction && measurable('block', 'direction', 'Say which way is better'),
    d.baseline === null && measurable('block', 'baseline', 'Enter the starting figure. Nobody can rebuild it after the change'),
    !d.baselineSource && measurable('block', 'baselineSource', 'Say where the starting figure comes from'),
    !d.baselineOn && measurable('block', 'baselineOn', 'Enter the last day of the period the starting figure is of'),
    d.target === null && !band && d.direction !== 'maintain' && measurable('block', 'target', 'Enter the target'),
    band && (d.bandLow === null || d.bandHigh === null) && measurable('block', d.bandLow === null ? 'bandLow' : 'bandHigh', 'Enter the lowest and the highest figure of the range'),
    rate && !d.denominator && !d.library && measurable('block', 'denominator', `Say what the figure is divided by. Without a denominator nobody can check a figure in ${unit}`),
    rate && !d.numerator && !d.library && measurable('block', 'numerator', `Say what is counted: the numerator of a figure in ${unit}`),
    !d.dataSource && measurable('block', 'dataSource', 'Say where the figures will come from'),
    !d.frequency && measurable('block', 'frequency', 'Say how often it will be reported'),
    rate && d.baselineN === null && measurable('warn', 'baselineN', 'Say how many people or cases the starting figure rests on'),
    d.baselineN !== null && d.baselineN < FEW && measurable('warn', 'baselineN', `The starting figure rests on fewer than ${FEW} people or cases, so chance moves it a great deal. Join several quarters`),
    !d.baselineQuality && measurable('note', 'baselineQuality', 'Say how good the data behind the starting figure is, from A to D'),
    d.baselineQuality === 'D' && measurable('warn', 'baselineQuality', 'Data of quality D cannot carry a promise. Put the data right first, and promise the figure for year 2'),
    d.direction === 'maintain' && d.tolerance === null && measurable('warn', 'tolerance', 'Say how far it may move and still count as the same'),
    d.tolerance !== null && d.tolerance < 0 && measurable('block', 'tolerance', 'The tolerance must be 0 or more'),
  );
}

/** Under this, no result is judged. Slipway default. */
const FEW = 20;

/** Units that cannot be compared, and a direction that is not the measure's. */
function clashes(d: Tidy): SmartFinding[] {
  const { library } = d;
  if (!library) return kept(d.unit && d.measure && saysOtherUnit(d.measure, d.unit) && measurable('block', 'unit', `"${d.measure}" cannot be measured in ${d.unit}. The two cannot be compared, so change the unit or the measure`));
  return kept(
    d.unit && core(d.unit) !== core(library.unit) && measurable('block', 'unit', `"${library.title}" (${library.code}) is measured in ${library.unit}, and you chose ${d.unit}. The two cannot be compared. Use one unit for the starting figure and the target`),
    d.direction && AWAY[library.direction] === d.direction && measurable('warn', 'direction', `${library.direction === 'down' ? 'Lower' : 'Higher'} is better for "${library.title}" (${library.code}), and you chose the other way. Change one of them`),
  );
}

/** A unit without how often it is counted: "count a month" is a count. */
const core = (unit: string) => plain(unit).replace(/ (a|per|each) (month|quarter|year)$/, '');
const AWAY: Readonly<Record<string, string>> = { up: 'down', down: 'up' };
const DAYS_EACH = /\bdays?\b.*\b(a|per|each|every) (person|head|employee|staff member|member of staff|year)\b/i;
const SHARE = /^\s*(the )?(share|percentage|proportion|per ?cent)\b|%/i;
const saysOtherUnit = (measure: string, unit: string) => (isPercent(unit) ? DAYS_EACH.test(measure) : /^(days|weeks|hours|minutes)/.test(plain(unit)) && SHARE.test(measure));

const money = (d: Tidy) => kept(
  d.cashable && d.valuePerYearPence === null && measurable('warn', 'valuePerYearPence', 'You say this saves cash. Enter how much a year'),
  d.valuePerYearPence !== null && d.valuePerYearPence < 0 && measurable('block', 'valuePerYearPence', 'The value a year must be 0 or more'),
);
