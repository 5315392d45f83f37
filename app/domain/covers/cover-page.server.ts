import { newId } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { dayInWords, spanInWords } from '#workflows/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import { dayOf, today } from '../clock.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { mayNameDeputy } from './covers.policy.ts';
import { partToCover } from './name-deputy.server.ts';

/** One cover, as its people see it. */
export interface CoverView {
  id: string;
  deputy: string;
  /** "1 to 9 May 2026". */
  days: string;
  reason: string;
  /** "Named by Karen Hall on 28 April 2026". */
  named: string;
  state: string;
  open: boolean;
}
export interface CoverPage {
  case: CaseHead;
  part: string;
  name: string;
  role: string;
  own: boolean;
  /** Sent with the form, so that pressing twice names one deputy. */
  key: string;
  /** Newest first. */
  covers: CoverView[];
}

/** Who stands in for one approver, and did; `forbidden` for others in the case, undefined when nobody can stand in for that part. */
export async function coverPage(reader: Reader, file: CaseFile, partId: string): Promise<CoverPage | 'forbidden' | undefined> {
  const part = partToCover(file, partId);
  if (!part || file.covers.some((c) => c.membership_id === part.id)) return undefined;
  if (!mayNameDeputy(file.roles, file.actor.id, part.person_id)) return 'forbidden';
  const covers = file.covers.filter((c) => c.person_id === part.person_id && c.role === part.role).reverse();
  const name = await namesOf(reader, [part.person_id, ...covers.flatMap((c) => [c.deputy_id, c.by])]);
  return {
    case: headOf(file), part: part.id, name: name(part.person_id), role: roleInWords(part.role), own: part.person_id === file.actor.id, key: newId(),
    covers: covers.map((c) => ({
      id: c.id, deputy: name(c.deputy_id), days: spanInWords(c.from_on, c.until_on), reason: c.reason, named: `Named by ${name(c.by)} on ${dayInWords(dayOf(c.at))}`,
      state: stateOf(c), open: c.ended_at === null && c.until_on >= today(),
    })),
  };
}

function stateOf(cover: Row<'covers'>): string {
  if (cover.ended_at !== null && dayOf(cover.ended_at) <= cover.until_on) return `Ended early, on ${dayInWords(dayOf(cover.ended_at))}`;
  if (cover.ended_at !== null || cover.until_on < today()) return 'Ended';
  return cover.from_on > today() ? 'Not begun yet' : 'In force';
}

/** What the list of people says beside a part: who stands in now or is to, or for whom this person stands in. */
export function coverInWords({ covers }: CaseFile, part: Row<'memberships'>, name: (id: string) => string): string[] {
  const open = covers.filter((c) => c.ended_at === null && c.until_on >= today());
  const made = open.find((c) => c.membership_id === part.id);
  if (made) return [`Deputy for ${name(made.person_id)}, ${spanInWords(made.from_on, made.until_on)}`];
  return open.filter((c) => c.person_id === part.person_id && c.role === part.role).map((c) => `Cover: ${name(c.deputy_id)}, ${spanInWords(c.from_on, c.until_on)}`);
}
