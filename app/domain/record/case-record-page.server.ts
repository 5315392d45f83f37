import { createPublicKey } from 'node:crypto';
import type { Reader } from '#db/database.server.ts';
import { entriesAt, headsOf } from '#db/tables/record.server.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { maySeeReviews } from '../cases/cases.policy.ts';
import { trustedKeys } from './keys.server.ts';
import { mayTakeCopy } from './record.policy.ts';
import { verifyRecord } from './verify.server.ts';

export interface CaseRecordPage {
  case: CaseHead;
  entries: number;
  seals: number;
  clockWentBack: number;
  /** What does not hold, the first first. */
  faults: { number: number; what: string }[];
  /** Newest first. `what`: the entry that was signed; '' for the one a day ended with. */
  heads: { id: string; at: string; number: number; what: string; hash: string; key: string }[];
  mayTakeCopy: boolean;
}
const SHOWN = 12;

/** How the record of a case stands when it is worked out again now; undefined for those who do not see its reviews. */
export async function caseRecordPage(reader: Reader, file: CaseFile): Promise<CaseRecordPage | undefined> {
  if (!maySeeReviews(file.roles)) return undefined;
  const keys = new Map(trustedKeys().map(({ id, publicPem }) => [id, createPublicKey(publicPem)]));
  const [found, heads] = await Promise.all([verifyRecord(reader, { keys, only: file.case.id }), headsOf(reader, file.case.id)]);
  const shown = heads.reverse().slice(0, SHOWN);
  const signed = await entriesAt(reader, file.case.id, shown.map((head) => head.number));
  const name = await namesOf(reader, signed.map((entry) => entry.actor_id));
  const what = new Map(signed.map((entry) => [entry.number, `${name(entry.actor_id)} ${entry.sentence}`]));
  return {
    case: headOf(file), entries: found.entries, seals: found.seals, clockWentBack: found.clockWentBack,
    faults: found.faults.slice(0, SHOWN).map(({ number, what }) => ({ number, what })),
    heads: shown.map(({ id, at, number, why, hash, key_id }) => ({ id, at, number, what: why === 'daily' ? '' : (what.get(number) ?? ''), hash, key: key_id })),
    mayTakeCopy: mayTakeCopy(file.roles),
  };
}
