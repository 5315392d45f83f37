import type { Actor } from '../domain/people/actor.server.ts';
import { registerOrganisation, type NewOrganisation } from '../domain/organisations/register-organisation.server.ts';
import { must } from './story.server.ts';

type Kind = NewOrganisation['kind'];
/** Name, kind, code, first day, last day. */
type Entry = [name: string, kind: Kind, code: string | null, from: string | null, until: string | null];

const PCT_END = '2013-03-31';
const CCG_START = '2013-04-01';
const CCG_END = '2022-06-30';
const ICB_START = '2022-07-01';

/** Who buys a place's services, each taking over from the one before. The first is what the case began with. */
const CHAINS = {
  surrey: [
    ['East Elmbridge and Mid Surrey Primary Care Trust', 'pct', '5KP', '2002-04-01', '2006-09-30'],
    ['Surrey Primary Care Trust', 'pct', '5P5', '2006-10-01', PCT_END],
    ['NHS Surrey Downs Clinical Commissioning Group', 'ccg', '99H', CCG_START, '2020-03-31'],
    ['NHS Surrey Heartlands Clinical Commissioning Group', 'ccg', '92A', '2020-04-01', CCG_END],
    ['NHS Surrey Heartlands Integrated Care Board', 'icb', 'QXU', ICB_START, null],
  ],
  kingston: [
    ['Kingston Primary Care Trust', 'pct', '5A5', '2001-04-01', PCT_END],
    ['NHS Kingston Clinical Commissioning Group', 'ccg', '08J', CCG_START, '2020-03-31'],
    ['NHS South West London Clinical Commissioning Group', 'ccg', '36L', '2020-04-01', CCG_END],
    ['NHS South West London Integrated Care Board', 'icb', 'QWE', ICB_START, null],
  ],
  leicester: [
    ['Leicester City Primary Care Trust', 'pct', '5PC', '2006-10-01', PCT_END],
    ['NHS Leicester City Clinical Commissioning Group', 'ccg', '04C', CCG_START, CCG_END],
    ['NHS Leicester, Leicestershire and Rutland Integrated Care Board', 'icb', 'QK1', ICB_START, null],
  ],
  bromley: [
    ['Bromley Primary Care Trust', 'pct', '5A7', '2001-04-01', PCT_END],
    ['NHS Bromley Clinical Commissioning Group', 'ccg', '07Q', CCG_START, '2020-03-31'],
    ['NHS South East London Clinical Commissioning Group', 'ccg', '72Q', '2020-04-01', CCG_END],
    ['NHS South East London Integrated Care Board', 'icb', 'QKK', ICB_START, null],
  ],
  hull: [
    ['Hull Teaching Primary Care Trust', 'pct', '5NX', '2002-04-01', PCT_END],
    ['NHS Hull Clinical Commissioning Group', 'ccg', '03F', CCG_START, CCG_END],
    ['NHS Humber and North Yorkshire Integrated Care Board', 'icb', 'QOQ', ICB_START, null],
  ],
  cornwall: [
    ['Cornwall and Isles of Scilly Primary Care Trust', 'pct', '5QP', '2006-10-01', PCT_END],
    ['NHS Kernow Clinical Commissioning Group', 'ccg', '11N', CCG_START, CCG_END],
    ['NHS Cornwall and the Isles of Scilly Integrated Care Board', 'icb', 'QT6', ICB_START, null],
  ],
  bedfordshire: [
    ['NHS Bedfordshire', 'pct', '5P2', '2006-10-01', PCT_END],
    ['NHS Bedfordshire Clinical Commissioning Group', 'ccg', '06F', CCG_START, '2021-03-31'],
    ['NHS Bedfordshire, Luton and Milton Keynes Clinical Commissioning Group', 'ccg', 'M1J4Y', '2021-04-01', CCG_END],
    ['NHS Bedfordshire, Luton and Milton Keynes Integrated Care Board', 'icb', 'QHG', ICB_START, null],
  ],
  gloucestershire: [
    ['NHS Gloucestershire', 'pct', '5QH', '2006-10-01', PCT_END],
    ['NHS Gloucestershire Clinical Commissioning Group', 'ccg', '11M', CCG_START, CCG_END],
    ['NHS Gloucestershire Integrated Care Board', 'icb', 'QR1', ICB_START, null],
  ],
  london: [['NHS London', 'sha', 'Q36', '2006-07-01', PCT_END], ['NHS England, London region', 'nhse', null, CCG_START, null]],
  yorkshire: [['NHS Yorkshire and the Humber', 'sha', 'Q32', '2006-07-01', PCT_END]],
  southEast: [['Surrey and Sussex Strategic Health Authority', 'sha', 'Q19', '2002-04-01', '2006-06-30'], ['NHS South East Coast', 'sha', 'Q37', '2006-07-01', PCT_END]],
  southWest: [['NHS South West', 'sha', 'Q39', '2006-07-01', PCT_END]],
  eastMidlands: [['NHS East Midlands', 'sha', 'Q33', '2006-07-01', PCT_END]],
  eastOfEngland: [['NHS East of England', 'sha', 'Q35', '2006-07-01', PCT_END]],
  department: [['Department of Health, Social Enterprise Unit', 'support', null, '2006-01-01', '2013-03-31']],
  kpmg: [['KPMG', 'mentor', null, null, null]],
  unions: [['Joint staff side', 'union', null, null, null]],
  // Invented, like everybody in the stories of Riverside and Harbour Lane.
  trust: [['Wenbourne Community Health NHS Trust', 'trust', null, '2011-04-01', null]],
  icb: [['NHS Wenbourne and Downs Integrated Care Board', 'icb', null, ICB_START, null]],
  council: [['Wenbourne Borough Council', 'council', null, null, null]],
  region: [['NHS England, regional team', 'nhse', null, CCG_START, null]],
  supportUnit: [['Slipway support unit', 'support', null, null, null]],
  mentors: [['Longbarn Care CIC', 'mentor', null, '2011-10-01', null]],
  audit: [['Internal audit for Wenbourne and Downs', 'other', null, null, null]],
  harbourTrust: [['Saltmere NHS Foundation Trust', 'trust', null, '2009-02-01', null]],
  harbourIcb: [['NHS Saltmere Coast Integrated Care Board', 'icb', null, ICB_START, null]],
  harbourLane: [['Harbour Lane Therapies CIC', 'spinOut', null, null, null]],
} satisfies Record<string, Entry[]>;

export type Place = keyof typeof CHAINS;
export type Organisations = Record<Place, string>;

/** Records every organisation and who took over from whom; the ids of those the stories begin with. */
export async function organisations(admin: Actor): Promise<Organisations> {
  const first: Partial<Organisations> = {};
  for (const [place, chain] of Object.entries(CHAINS) as [Place, Entry[]][]) {
    let successor_id: string | null = null;
    for (const [name, kind, code, from_on, until_on] of [...chain].reverse()) {
      successor_id = must(await registerOrganisation(admin, { name, kind, code, from_on, until_on, successor_id }), `record ${name}`).organisationId;
    }
    first[place] = successor_id!;
  }
  return first as Organisations;
}

/** What the first organisation of a place is called. */
export const nameOf = (place: Place): string => CHAINS[place][0]![0];
