import { newId } from '#db/codec.ts';
import { isUniqueViolation } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertReading, readingsOf } from '#db/tables/readings.server.ts';
import { judgedBy } from '#db/tables/verdicts.server.ts';
import { day } from '../../lib/dates.ts';
import { watchSigns } from '../alerts/watch-signs.server.ts';
import { today } from '../clock.server.ts';
import { mayRecordResult, TEAM } from '../cases/cases.policy.ts';
import { refused, type Done, type Reason, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { attach } from '../results/result-documents.server.ts';
import { tellOfResult } from '../results/tell-of-results.server.ts';
import { unitClash } from '../results/units.ts';
import { benefitCommand, moveBenefit, type Asked } from './benefit-command.server.ts';
import { inForce } from './readings-in-force.ts';
import type { ReadingForm } from './readings.schema.ts';

/** Records one measured result, with the documents behind it. */
export async function addReading(actor: Actor, caseId: string, benefitId: string, form: ReadingForm, documents: readonly string[] = []): Promise<Done<null> | Refused> {
  return record({ actor, caseId, benefitId }, form, null, documents);
}

/** Puts a result right. The old value stays on the record, and the new one is to be confirmed again. */
export async function correctReading(actor: Actor, caseId: string, benefitId: string, readingId: string, form: ReadingForm, documents: readonly string[] = []): Promise<Done<null> | Refused> {
  return record({ actor, caseId, benefitId }, form, readingId, documents);
}

async function record(asked: Omit<Asked, 'as'>, form: ReadingForm, replaces: string | null, documents: readonly string[]): Promise<Done<null> | Refused> {
  const { actor } = asked;
  return benefitCommand({ ...asked, as: TEAM }, async (on) => {
    const { tx, file, row, at } = on;
    if (!mayRecordResult(file.roles, actor.id, row.recorder_id)) return refused(403, 'Only the team and the person named to record results can do this');
    if ((await judgedBy(tx, actor.id, [row.id])).length) return refused(403, 'You judged this benefit, so somebody else must record its results');
    const now = inForce(await readingsOf(tx, [row.id]));
    const old = now.find((r) => r.id === replaces);
    if (replaces && !old) return refused(409, 'This result was corrected a moment ago. Open the page again to see how it stands now');
    if (replaces && form.note.trim() === '') return refused(422, { field: 'note', message: 'Enter why the earlier result was wrong' });
    const wrong = readingProblems(row, form, now.filter((r) => r !== old), today());
    if (wrong.length) return refused(422, ...wrong);
    const reading = readingRow(row.id, form, { by: actor.id, at, replaces });
    try {
      await insertReading(tx, reading);
    } catch (error) {
      if (isUniqueViolation(error)) return refused(409, 'This result was corrected a moment ago. Open the page again to see how it stands now');
      throw error;
    }
    const unattached = await attach(tx, file, reading.id, documents);
    if (unattached) return unattached;
    await tellOfResult(on, old);
    const what = replaces ? 'corrected' : 'recorded';
    const moved = await moveBenefit(on, {
      type: 'record',
      deed: { kind: replaces ? 'benefit.correct' : 'benefit.reading', subject: { period: form.periodOn, value: form.value, ...(old && { before: old.value }) }, sentence: `${what} a result for: ${row.title}` },
    });
    return moved.ok ? { ...moved, events: [...moved.events, ...(await watchSigns(tx, file, at))] } : moved;
  });
}

/** A reading as its row. Shared with results that come many at once. */
export const readingRow = (benefitId: string, form: ReadingForm, { by, at, replaces }: { by: string; at: string; replaces: string | null }): Row<'readings'> => ({
  id: newId(), benefit_id: benefitId, period_from: form.periodFrom, period_on: form.periodOn!, value: form.value!, numerator: form.numerator, denominator: form.denominator, n: form.n,
  quality: form.quality, note: form.note, replaces_id: replaces, by, at,
});

type Known = Pick<Row<'readings'>, 'period_from' | 'period_on'>;

/** What is wrong with a result, each at its field: dates, denominators, units, periods that are there already. `others`: results in force. */
export function readingProblems(row: Row<'benefits'>, form: ReadingForm, others: readonly Known[], now: string): Reason[] {
  const share = row.unit === '%';
  const clash = form.wrote ? unitClash(form.wrote, row.unit) : null;
  return [
    ...periodProblems(row, form, others, now),
    ...(clash ? [{ field: 'value', message: clash }] : []),
    ...(form.denominator !== null && form.denominator <= 0 ? [{ field: 'denominator', message: 'Out of how many must be more than 0' }] : []),
    ...(form.n !== null && form.n < 0 ? [{ field: 'n', message: 'Number of people or cases must not be below 0' }] : []),
    ...(share && form.n === null && form.denominator === null ? [{ field: 'n', message: 'Enter the number of people or cases behind the percentage' }] : []),
    ...(share && (form.value! < 0 || form.value! > 100) ? [{ field: 'value', message: 'Result must be from 0 to 100, because the unit is %' }] : []),
    ...(share && form.numerator !== null && form.denominator ? shareProblem(form.value!, form.numerator, form.denominator) : []),
  ];
}

function periodProblems(row: Row<'benefits'>, form: ReadingForm, others: readonly Known[], now: string): Reason[] {
  const [from, to] = [form.periodFrom ?? form.periodOn!, form.periodOn!];
  const same = others.find((r) => r.period_on === to);
  const clash = others.find((r) => form.periodFrom !== null && (r.period_from ?? r.period_on) <= to && r.period_on >= from);
  if (from > to) return [{ field: 'periodFrom', message: 'First day of the period must not be after its last day' }];
  if (to > now) return [{ field: 'periodOn', message: 'The period has not ended yet. Enter a last day up to today' }];
  if (row.baseline_on && to <= row.baseline_on) return [{ field: 'periodOn', message: `The period must be after the starting figure, which is of ${day(row.baseline_on)}` }];
  if (row.withdrawn_at && to > row.withdrawn_at.slice(0, 10)) return [{ field: 'periodOn', message: 'This promise was withdrawn before that period ended' }];
  if (same) return [{ field: 'periodOn', message: 'A result for this period is recorded. Correct that one instead' }];
  return clash ? [{ field: 'periodFrom', message: 'This period overlaps one that is recorded. Enter a first day after it, or correct that result' }] : [];
}

function shareProblem(value: number, numerator: number, denominator: number): Reason[] {
  if (numerator > denominator) return [{ field: 'numerator', message: 'How many reached it must not be more than out of how many' }];
  const worked = (100 * numerator) / denominator;
  return Math.abs(worked - value) > 0.5 ? [{ field: 'value', message: `${numerator} of ${denominator} is ${Number(worked.toFixed(1))}%, not ${value}%. Check the figures` }] : [];
}
