import type { Row } from '#db/schema.ts';
import { dayInWords } from '#workflows/dates.ts';
import type { Actor } from '../people/actor.server.ts';

/** The list of bodies, and which took over from which, is kept by the support unit and administrators. */
export const mayNameSuccessor = ({ posts }: Pick<Actor, 'posts'>): boolean => posts.includes('support') || posts.includes('admin');

export const KINDS: Readonly<Record<Row<'organisations'>['kind'], string>> = {
  pct: 'Primary care trust', sha: 'Strategic health authority', ccg: 'Clinical commissioning group', icb: 'Integrated care board', trust: 'NHS trust', council: 'Council',
  nhse: 'NHS England', spinOut: 'Social enterprise', mentor: 'Mentor organisation', union: 'Trade union or staff side', support: 'Support unit', other: 'Other',
};

type Body = Pick<Row<'organisations'>, 'id' | 'name' | 'from_on' | 'until_on' | 'successor_id'>;
const existsOn = (body: Body, on: string) => (body.from_on === null || body.from_on <= on) && (body.until_on === null || body.until_on >= on);

/** Why one body cannot take over from another on a day; null when it can. `bodies`: all that are known. */
export function whyNotSucceed(old: Body, next: Body, on: string, bodies: readonly Body[]): { field: string; message: string } | null {
  const name = (id: string | null) => bodies.find((b) => b.id === id)?.name ?? 'another body';
  if (old.successor_id !== null) return { field: 'main', message: `${name(old.successor_id)} took over from ${old.name} already. Name the successor of ${name(old.successor_id)} instead` };
  if (next.id === old.id) return { field: 'successor', message: 'A body cannot take over from itself. Select another' };
  for (let id = next.successor_id; id !== null; id = bodies.find((b) => b.id === id)?.successor_id ?? null) {
    if (id === old.id) return { field: 'successor', message: `${old.name} took over from ${next.name}, so it cannot be the other way round` };
  }
  if (old.from_on !== null && on <= old.from_on) return { field: 'on', message: `${old.name} began on ${dayInWords(old.from_on)}, so the day must be later` };
  if (!existsOn(next, on)) return { field: 'successor', message: `${next.name} did not exist on ${dayInWords(on)}: it ${next.from_on !== null && next.from_on > on ? `began on ${dayInWords(next.from_on)}` : `ended on ${dayInWords(next.until_on!)}`}` };
  return null;
}
