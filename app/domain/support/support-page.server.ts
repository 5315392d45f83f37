import type { Reader } from '#db/database.server.ts';
import { casesByIds } from '#db/tables/cases.server.ts';
import { minutesMet } from '#db/tables/mentor-sessions.server.ts';
import { helpBought, supportPackages } from '#db/tables/support-packages.server.ts';
import { fundTitle, leftOf, packageTitle } from '#workflows/support-packages.ts';
import { day, dayOf } from '../../lib/dates.ts';
import { counted, pounds } from '../../lib/money.ts';
import { headOf, type CaseHead } from '../cases/case-page.server.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { lengthInWords } from '../meetings/meetings-page.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { mayGiveSupport } from './support.policy.ts';

/** What a case was given and used, in words. */
export interface SupportSums {
  package: string;
  given: string;
  used: string;
  left: string;
  spent: string;
  /** More is used than was given. */
  over: boolean;
  sentence: string;
}
export interface SupportPage {
  case: CaseHead;
  sums: SupportSums;
  /** Where the hours used come from. */
  parts: { key: string; value: string }[];
  packages: { id: string; title: string; reason: string; by: string; on: string }[];
  bought: { id: string; on: string; what: string; supplier: string; hours: string; cost: string; fund: string }[];
  mayGive: boolean;
}

interface Used {
  package: { kind: string; hours: number } | undefined;
  met: number;
  bought: readonly { minutes: number; cost_pence: number }[];
}
const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0);

export function sumsOf({ package: stands, met, bought }: Used): SupportSums {
  const usedMinutes = met + total(bought, (row) => row.minutes);
  const left = leftOf({ given: stands?.hours ?? null, usedMinutes });
  return {
    package: stands ? packageTitle(stands.kind) : 'None', given: stands ? counted(stands.hours, 'hour') : 'None', used: lengthInWords(usedMinutes),
    left: left === null ? 'No package' : left < 0 ? `None: ${lengthInWords(-left)} over` : lengthInWords(left), spent: pounds(total(bought, (row) => row.cost_pence)),
    over: left !== null && left < 0, sentence: sentenceOf(left, usedMinutes),
  };
}

function sentenceOf(left: number | null, usedMinutes: number): string {
  if (left === null) return usedMinutes ? `No package is given yet, and ${lengthInWords(usedMinutes)} are used.` : 'No package is given yet.';
  if (left < 0) return `${lengthInWords(usedMinutes)} are used, ${lengthInWords(-left)} more than the package holds. The support unit can give a larger one, or agree with the team to stop here.`;
  return left === 0 ? 'Every hour of the package is used.' : `${lengthInWords(left)} of the package are left.`;
}

/** What help one case is given, for those who may see it. */
export async function supportPage(reader: Reader, file: CaseFile): Promise<SupportPage> {
  const [packages, bought, met] = await Promise.all([supportPackages(reader, file.case.id), helpBought(reader, file.case.id), minutesMet(reader, file.case.id)]);
  const name = await namesOf(reader, packages.map((row) => row.by));
  const sessions = met.get(file.case.id) ?? 0;
  return {
    case: headOf(file), mayGive: mayGiveSupport(file.roles), sums: sumsOf({ package: packages.at(-1), met: sessions, bought }),
    parts: [{ key: 'Sessions with mentors', value: lengthInWords(sessions) }, { key: 'Help that was bought', value: lengthInWords(total(bought, (row) => row.minutes)) }],
    packages: packages.toReversed().map((row) => ({ id: row.id, title: `${packageTitle(row.kind)}, ${counted(row.hours, 'hour')}`, reason: row.reason, by: name(row.by), on: day(dayOf(row.at)) })),
    bought: bought.map((row) => ({ id: row.id, on: day(row.bought_on), what: row.what, supplier: row.supplier, hours: lengthInWords(row.minutes), cost: pounds(row.cost_pence), fund: fundTitle(row.funded_from) })),
  };
}

export type CaseSupported = SupportSums & { caseId: string; title: string };

/** Every case with a package or with help bought, those over their hours first. */
export async function supportGiven(reader: Reader): Promise<CaseSupported[]> {
  const [packages, bought, met] = await Promise.all([supportPackages(reader), helpBought(reader), minutesMet(reader)]);
  const standing = new Map(packages.map((row) => [row.case_id, row]));
  const ids = [...new Set([...standing.keys(), ...bought.map((row) => row.case_id)])];
  const cases = ids.length ? await casesByIds(reader, ids) : [];
  return cases
    .map((row) => ({ caseId: row.id, title: row.title, ...sumsOf({ package: standing.get(row.id), met: met.get(row.id) ?? 0, bought: bought.filter((b) => b.case_id === row.id) }) }))
    .sort((a, b) => Number(b.over) - Number(a.over) || a.title.localeCompare(b.title, 'en-GB'));
}
