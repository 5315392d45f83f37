import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitChangesOf } from '#db/tables/benefit-changes.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { inWords } from '#workflows/form.ts';
import { day, dayOf } from '../../lib/dates.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { namesOf, together } from '../stages/people-named.server.ts';
import { detailsOf } from './benefit-columns.server.ts';
import { CHANGE_KINDS, type BenefitDetails } from './benefit-details.schema.ts';
import { TREATMENTS } from './benefits.schema.ts';
import { sayDetail, titleOf, type DetailKey, type Saying } from './details-in-words.ts';
import { askedBy, mayAnswer, otherSide } from './sides.server.ts';

/** A detail with the wording before and the one after. */
export interface Wording {
  key: string;
  was: string;
  now: string;
}
/** A change of what was agreed, with both wordings. */
export interface ChangeView {
  id: string;
  title: string;
  wordings: Wording[];
  reason: string;
  /** "Priya Shah on 4 June 2026". */
  asked: string;
  /** "Agreed by Karen Hall on 9 June 2026"; '' while it waits. */
  settled: string;
  note: string;
  /** Who may answer it, by name. */
  waitsFor: string;
  mayAnswer: boolean;
}
/** Something that was done to the record. */
export interface Past {
  id: string;
  what: string;
  /** "Priya Shah on 4 June 2026". */
  by: string;
  /** The reason given, or the clause. */
  note: string;
  wordings: Wording[];
}

/** The changes asked for after go-live, newest first. */
export async function changesOf(reader: Reader, file: CaseFile, row: Row<'benefits'>): Promise<ChangeView[]> {
  const changes = await benefitChangesOf(reader, row.id);
  const others = (change: Row<'benefit_changes'>) => otherSide(file, row, askedBy(file, change));
  const name = await namesOf(reader, changes.flatMap((change) => [change.by, change.settled_by, ...others(change)]));
  const saying = sayingOf(file, row, name);
  return changes.map((change) => {
    const open = change.settled_at === null;
    const after = fromJson<BenefitDetails & { fromOn: string | null }>(change.after_json);
    return {
      id: change.id, title: CHANGE_KINDS.find(([kind]) => kind === change.kind)![1], reason: change.reason, note: change.settled_note ?? '',
      wordings: [...wordingsOf(fromJson<BenefitDetails>(change.before_json), after, saying), ...(after.fromOn ? [{ key: 'Counts from', was: 'The start', now: day(after.fromOn) }] : [])],
      asked: `${name(change.by)} on ${day(dayOf(change.at))}`,
      settled: open ? '' : `${change.settled_as === 'agreed' ? 'Agreed' : 'Not agreed'} by ${name(change.settled_by)} on ${day(dayOf(change.settled_at!))}`,
      waitsFor: together([...new Set(others(change))].map(name), `the ${file.pathway.labels.approver}`),
      mayAnswer: open && mayAnswer(file, row, change),
    };
  });
}

/** What a value's words need in this case. */
export const sayingOf = (file: CaseFile, row: Pick<Row<'benefits'>, 'unit'>, name: Saying['name']): Saying => ({ unit: row.unit, name, say: (text) => inWords(text, file.pathway) });

/** Each detail of `after` that differs, with both wordings. */
const wordingsOf = (before: BenefitDetails, after: BenefitDetails, saying: Saying): Wording[] =>
  (Object.keys(before) as DetailKey[]).filter((key) => key in after).map((key) => ({ key: titleOf(key), was: sayDetail(key, before[key], saying) || 'Not said', now: sayDetail(key, after[key], saying) || 'Not said' }));

interface Told {
  benefit?: string;
  before?: BenefitDetails;
  treatment?: Row<'benefits'>['treatment'];
  reason?: string | null;
  clause?: string | null;
}
const WHAT: Record<string, string> = {
  'benefit.describe': 'Earlier wording', 'benefit.restate': '', 'benefit.settle': '', 'benefit.agree': 'Agreed to leave it out of the contract',
  'benefit.withdraw': 'Withdrawn', 'benefit.reinstate': 'Taken up again',
};
const MOST = 500;

/** What was done to the record, newest first, with the wordings that an edit replaced. First words replace nothing, and changes asked for are told apart from these. */
export async function pastOf(reader: Reader, file: CaseFile, row: Row<'benefits'>): Promise<Past[]> {
  const events = (await eventsOf(reader, file.case.id, { kinds: Object.keys(WHAT), limit: MOST })).map((event) => ({ ...event, told: fromJson<Told>(event.subject_json) })).filter(({ told }) => told.benefit === row.id);
  const owners = (b: BenefitDetails = {}) => [b.providerOwner, b.commissionerOwner, b.recorder].map((id) => id ?? null);
  const now: BenefitDetails = detailsOf(row);
  const name = await namesOf(reader, [...events.flatMap(({ actor_id, told }) => [actor_id, ...owners(told.before)]), ...owners(now)]);
  const past = events.map(({ id, kind, actor_id, at, told }) => {
    const wordings = wordingsOf(told.before ?? {}, { ...now }, sayingOf(file, { unit: now.unit ?? null }, name)).filter(({ was, now: is }) => was !== 'Not said' && was !== is);
    Object.assign(now, told.before);
    const what = kind === 'benefit.settle' ? `Recorded: ${(TREATMENTS.find(([key]) => key === told.treatment)?.[1] ?? '').toLowerCase()}` : WHAT[kind]!;
    return { id, what, by: `${name(actor_id)} on ${day(dayOf(at))}`, note: told.reason ?? told.clause ?? '', wordings };
  });
  return past.filter(({ what, wordings }) => what !== '' && (what !== WHAT['benefit.describe'] || wordings.length > 0));
}
