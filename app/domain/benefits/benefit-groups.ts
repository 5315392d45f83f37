import type { Row } from '#db/schema.ts';
import { figure } from '#workflows/figure.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { BenefitDetails } from './benefit-details.schema.ts';
import { TREATMENTS, FREQUENCIES, QUALITIES } from './benefits.schema.ts';
import { gainOf } from './benefits-in-words.ts';
import { sayDetail, titleOf, type DetailKey, type Saying } from './details-in-words.ts';

export interface Fact {
  key: string;
  value: string;
  to?: string;
}
export interface FactGroup {
  title: string;
  /** What has been said; what was not is left out. */
  facts: Fact[];
  /** Instead of facts, where nothing was said, and the word of the link that changes it. */
  none: string;
  add: string;
  /** The form of this group, where the reader may change it. */
  change?: string;
}

/** Everything a record says of itself, in groups, without the forms. */
export function groupsOf(row: Row<'benefits'>, details: Required<BenefitDetails>, saying: Saying): Record<'promise' | 'measure' | 'worth' | 'owners' | 'contract', FactGroup> {
  const told = (...keys: DetailKey[]) => keys.map((key) => ({ key: titleOf(key), value: sayDetail(key, details[key], saying) })).filter(({ value }) => value !== '');
  return {
    promise: { title: 'What is promised', none: '', add: 'Change', facts: told('beneficiary', 'category') },
    measure: {
      title: 'How it is measured', none: 'Nobody has said yet how it is measured.', add: 'Add',
      facts: [...told('evidenceKind', 'measure'), ...library(details), ...told('numerator', 'denominator', 'unit', 'direction'), ...start(details, saying), ...told('baselineSource'), ...target(details), ...told('tolerance', 'milestones', 'dataSource', 'frequency', 'lagDays')],
    },
    worth: {
      title: 'What it is compared with and worth', none: 'Nobody has said yet what would happen without the change.', add: 'Add',
      facts: [...told('counterfactualMethod', 'counterfactual', 'counterfactualNote'), ...said('The benefit', gainOf(row)), ...told('class', 'valuePerYear', 'confidence', 'attribution', 'otherProviders', 'otherProvidersNote', 'equalityNote')],
    },
    owners: { title: 'Who owns it', none: 'Nobody is named yet.', add: 'Name them', facts: told('providerOwner', 'commissionerOwner', 'recorder') },
    contract: { title: 'In the contract', none: 'Not decided yet. If this is left out of the contract, nobody has to deliver it.', add: 'Decide', facts: contract(row, saying) },
  };
}

const said = (key: string, value: string): Fact[] => (value === '' ? [] : [{ key, value }]);
const library = ({ measureCode, measureVersion }: Required<BenefitDetails>): Fact[] =>
  measureCode === null ? [] : [{ key: titleOf('measureCode'), value: `${measureCode}, version ${measureVersion}`, to: `/guidance/measures/${measureCode}?version=${measureVersion}` }];
const wordsIn = (pairs: readonly (readonly [string, string])[], key: string | null) => pairs.find(([k]) => k === key)?.[1] ?? '';

/** "16 weeks, 1 January 2026 to 31 March 2026, 240 people or cases. B: from a system in daily use". */
function start({ baseline, baselineFrom, baselineOn, baselineN, baselineQuality }: Required<BenefitDetails>, { unit }: Saying): Fact[] {
  if (baseline === null) return [];
  const when = baselineOn && (baselineFrom ? `${day(baselineFrom)} to ${day(baselineOn)}` : day(baselineOn));
  const parts = [figure(baseline, unit), when, baselineN !== null && `${baselineN.toLocaleString('en-GB')} people or cases`].filter(Boolean).join(', ');
  return [{ key: titleOf('baseline'), value: baselineQuality ? `${parts}. ${wordsIn(QUALITIES, baselineQuality)}` : parts }];
}

function target({ direction, target: aim, bandLow, bandHigh, targetOn, unit }: Required<BenefitDetails>): Fact[] {
  const range = bandLow !== null && bandHigh !== null ? `From ${figure(bandLow, unit)} to ${figure(bandHigh, unit)}` : '';
  const words = direction === 'band' ? range : aim !== null ? figure(aim, unit) : direction === 'maintain' ? 'Stay at the starting figure' : '';
  return said(titleOf('target'), words && `${words}${targetOn ? ` by ${day(targetOn)}` : ''}`);
}

function contract(row: Row<'benefits'>, { name }: Saying): Fact[] {
  if (row.treatment === null) return [];
  const by = (id: string | null, at: string | null) => (at ? `${name(id)} on ${day(dayOf(at))}` : '');
  const terms = row.treatment === 'contracted'
    ? [...said('Clause', row.clause ?? ''), ...said(titleOf('frequency'), wordsIn(FREQUENCIES, row.frequency)), ...said('If it is missed', row.consequence ?? '')]
    : [...said('Reason', row.treatment_reason ?? ''), ...said('Agreed by', by(row.treatment_agreed_by, row.treatment_agreed_at) || 'Not agreed yet')];
  return [...said('Decided', wordsIn(TREATMENTS, row.treatment)), ...terms, ...said('Recorded by', by(row.treatment_by, row.treatment_at))];
}
