import { describe, expect, it } from 'vitest';
import { bestMatches, explained, MATCH_WEIGHTS, type AdviserOffer, type MatchFor } from '#workflows/matching.ts';
import type { CaseTies, Declared } from '#workflows/mentor-conflicts.ts';
import { MENTOR_TOPICS, type MentorTopic } from '#workflows/mentor-topics.ts';
import { REGIONS, SERVICES, SIZES, sizeOf } from '#workflows/mentors.ts';

const ties = { personId: 'p', organisationId: 'o', employerId: null, declared: [] };
const offer = (some: Partial<AdviserOffer> = {}): AdviserOffer => ({
  id: 'a', topics: ['pensions', 'tupe-hr'], services: ['therapies'], size: '15-to-99', legalForm: 'cic-shares', region: 'london', room: 1, away: false, freeFrom: null, ties, ...some,
});
const of: CaseTies = { caseId: 'c', parentId: 'trust', commissionerId: 'icb', decidingBodies: new Set(['region']), team: new Set(['lead']), judges: new Set(['sponsor']), interested: new Set(['director']) };
const asked: MatchFor = { need: { topics: ['pensions', 'tupe-hr'], services: ['therapies'], size: '15-to-99', legalForm: 'cic-shares', region: 'london' }, of, today: '2026-05-04' };
const points = (some: Partial<AdviserOffer>) => explained(offer(some), asked).points;

describe('a match', () => {
  it('is worth what the weights say, and loses just what does not fit', () => {
    expect(points({})).toBe(100);
    expect(points({ topics: ['pensions'] })).toBe(80);
    expect(points({ services: ['dental'] })).toBe(80);
    expect([points({ size: '100-to-499' }), points({ size: '500-or-more' })]).toEqual([93, 85]);
    expect(points({ legalForm: 'cbs' })).toBe(90);
    expect(points({ region: 'midlands' })).toBe(95);
    expect([points({ freeFrom: '2026-05-04' }), points({ freeFrom: '2026-06-01' }), points({ freeFrom: '2026-12-01' })]).toEqual([100, 95, 90]);
  });
  it('follows other weights', () => {
    const match = (legalForm: number) => bestMatches([offer({ id: 'far', topics: ['pensions'] }), offer({ id: 'form', legalForm: 'cbs' })], { ...asked, weights: { ...MATCH_WEIGHTS, legalForm } })[0]!.id;
    expect([match(10), match(60)]).toEqual(['form', 'far']);
  });
  it('says why and why not, each line with its points', () => {
    const { lines, points: sum } = explained(offer({ topics: ['pensions'], legalForm: 'cbs', freeFrom: '2026-06-04' }), asked);
    const said = (speaksFor: boolean) => lines.filter((line) => line.speaksFor === speaksFor).map((line) => line.words);
    expect(said(true)).toEqual(['Helps with pensions', 'Runs therapies and rehabilitation', 'About your size: 15 to 99 staff', 'In your region: London']);
    expect(said(false)).toEqual(['Does not help with TUPE and staff matters', 'Has another legal form: community benefit society', 'Not free until 4 June 2026']);
    expect(sum).toBe(20 + 20 + 15 + 0 + 5 + 5);
  });
  it('counts for nobody what the team has not said, and says so', () => {
    const nothing = { ...asked, need: { ...asked.need, services: [], size: null, legalForm: null, region: null } };
    const { points: sum, lines } = explained(offer(), nothing);
    expect(sum).toBe(MATCH_WEIGHTS.topics + MATCH_WEIGHTS.availability);
    expect(lines.filter((line) => !line.speaksFor)).toHaveLength(4);
  });
  it('is nobody who is full, takes no requests or helps with none of the topics', () => {
    expect(bestMatches([offer({ room: 0 }), offer({ away: true }), offer({ topics: ['estates'] })], asked)).toEqual([]);
  });
  it('is five at most, the best first, and ties fall to whoever has more room', () => {
    const pool = ['f', 'e', 'd', 'c', 'b', 'a'].map((id, i) => offer({ id, room: i < 2 ? 3 : 1, topics: id === 'a' ? ['pensions', 'tupe-hr'] : ['pensions'] }));
    expect(bestMatches(pool, asked).map((match) => match.id)).toEqual(['a', 'e', 'f', 'b', 'c']);
  });
  it('knows which band a number of staff falls in', () => {
    expect([0, 14, 15, 99, 100, 499, 500, 1719].map(sizeOf)).toEqual(['under-15', 'under-15', '15-to-99', '15-to-99', '100-to-499', '100-to-499', '500-or-more', '500-or-more']);
  });
});

/** Numbers that look random and are the same each time. */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

/** The ways in which an adviser can be in conflict, each planted on an adviser who otherwise fits. */
const PLANTS: ((ties: AdviserOffer['ties']) => AdviserOffer['ties'])[] = [
  (t) => ({ ...t, personId: 'lead' }), (t) => ({ ...t, personId: 'sponsor' }), (t) => ({ ...t, personId: 'director' }),
  (t) => ({ ...t, organisationId: 'trust' }), (t) => ({ ...t, organisationId: 'icb' }), (t) => ({ ...t, organisationId: 'region' }),
  (t) => ({ ...t, employerId: 'trust' }), (t) => ({ ...t, employerId: 'icb' }), (t) => ({ ...t, employerId: 'region' }),
  ...(['bids', 'competes', 'works-for', 'family', 'other'] as const).flatMap((kind) => [
    ...['icb', 'trust', 'region'].map((bodyId) => (t: AdviserOffer['ties']) => ({ ...t, declared: [...t.declared, { kind, caseId: null, bodyId }] })),
    (t: AdviserOffer['ties']) => ({ ...t, declared: [...t.declared, { kind, caseId: 'c', bodyId: null }] }),
  ]),
];
const HARMLESS: Declared[] = [{ kind: 'bids', caseId: 'another', bodyId: null }, { kind: 'competes', caseId: null, bodyId: 'another-icb' }, { kind: 'other', caseId: null, bodyId: null }];

it('never matches a conflict in 10,000 generated pools, and leaves out nobody else', () => {
  const random = seeded(20_261_130);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[], most: number): T[] => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list)))];
  const topics = MENTOR_TOPICS.map(({ key }) => key);
  const [faults, count] = [[] as object[], { conflicts: 0, shown: 0, empty: 0 }];
  for (let pool = 0; pool < 10_000; pool++) {
    const need = { topics: some(topics, 6) as MentorTopic[], services: some(SERVICES, 2).map(({ key }) => key), size: pick([null, ...SIZES.map(({ key }) => key)]), legalForm: pick([null, 'cic-shares', 'cbs']), region: pick([null, ...REGIONS.map(({ key }) => key)]) };
    const planted = new Set<string>();
    const offers = Array.from({ length: Math.floor(random() * 12) }, (_, i) => {
      const id = `a${i}`;
      const clean = { personId: `p${i}`, organisationId: `o${i % 3}`, employerId: pick([null, `e${i}`]), declared: random() < 0.3 ? [pick(HARMLESS)] : [] };
      const conflict = random() < 0.4 ? pick(PLANTS) : undefined;
      if (conflict) planted.add(id);
      return offer({
        id, topics: conflict ? topics : some(topics, 8), services: some(SERVICES, 3).map(({ key }) => key), size: pick(SIZES).key, legalForm: pick(['cic-shares', 'cbs', 'llp']), region: pick(REGIONS).key,
        room: conflict ? 3 : Math.floor(random() * 3), away: !conflict && random() < 0.1, freeFrom: pick([null, '2026-05-20', '2027-01-01']), ties: conflict ? conflict(clean) : clean,
      });
    });
    const found = bestMatches(offers, { ...asked, need });
    const fit = offers.filter((o) => !planted.has(o.id) && !o.away && o.room > 0 && o.topics.some((topic) => need.topics.includes(topic as MentorTopic)));
    const inOrder = found.every(({ points: worth }, i) => i === 0 || worth <= found[i - 1]!.points);
    if (found.some(({ id }) => planted.has(id)) || found.length !== Math.min(5, fit.length) || !inOrder) faults.push({ pool, found, planted });
    count.conflicts += planted.size;
    count.shown += found.length;
    count.empty += Number(found.length === 0);
  }
  expect(faults).toEqual([]);
  expect(count.conflicts).toBeGreaterThan(15_000);
  expect(count.shown).toBeGreaterThan(5_000);
  expect(count.empty).toBeGreaterThan(100);
});
