import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { insertAlert, openAlertsOf, updateAlert } from '#db/tables/alerts.server.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { lastReadingsOf } from '#db/tables/readings.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { DAYS_TO_ACT, type WarningLevel } from '#workflows/early-warning.ts';
import { signTitle } from '#workflows/review-signs.ts';
import { crossedSigns, levelOf, type CrossedSign, type Watched } from '#workflows/watch.ts';
import { addWorkingDays } from '#workflows/working-days.ts';
import { asAnswer } from '../answers/case-form.server.ts';
import { threadOfRow } from '../benefits/threads.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { dayOf } from '../clock.server.ts';
import type { Deed } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import { STEPS } from './alert-words.ts';

/** Where the failure plan keeps its thresholds. */
const LIMITS = 'cont.ewi';
type Seen = Pick<CaseFile, 'case' | 'memberships'>;

/**
 * Opens a warning for each sign of the failure plan that the measures of a live case have crossed, and raises one
 * that went from amber to red. A sign that is clear again closes nothing: somebody closes it, with a reason.
 * `missed`: reports due and not in, in a row, by benefit.
 */
export async function watchSigns(tx: Writer, file: Seen, at: string, missed: ReadonlyMap<string, number> = new Map()): Promise<Deed[]> {
  if (!hasTag('case', file.case.state, 'live')) return [];
  const [benefits, open, limits] = [await watchedOf(tx, file, missed), await openAlertsOf(tx, file.case.id), await answerOf(tx, file.case.id, LIMITS)];
  const found = worstBySign(crossedSigns(benefits, (limits && asAnswer(limits).value) ?? undefined, dayOf(at)));
  const deeds: Deed[] = [];
  for (const sign of found) {
    const known = open.find((alert) => alert.sign === sign.sign);
    if (known && (known.level === 'red' || sign.level === 'amber')) continue;
    const step = levelOf([...open.filter((alert) => alert !== known), ...found]);
    await (known ? raise(tx, file, known, sign, step, at) : openAlert(tx, file, sign, step, at));
    deeds.push({ kind: known ? 'alert.raise' : 'alert.open', caseId: file.case.id, subject: { ...sign, step, by: 'Slipway' }, sentence: `${known ? 'raised a warning to red' : `gave ${sign.level === 'red' ? 'a red' : 'an amber'} warning`}: ${signTitle(sign.sign)}` });
  }
  return deeds;
}

async function watchedOf(tx: Writer, file: Seen, missed: ReadonlyMap<string, number>): Promise<Watched[]> {
  const rows = (await benefitsOf(tx, file.case.id)).filter((b) => b.withdrawn_at === null);
  const results = rows.length ? await lastReadingsOf(tx, rows.map((b) => b.id), 2) : [];
  return rows.map((b) => ({
    code: b.measure_code, contracted: threadOfRow(b).contracted, direction: b.direction, baseline: b.baseline, baselineOn: b.baseline_on, target: b.target, targetOn: b.target_on,
    tolerance: b.tolerance, results: results.filter((r) => r.benefit_id === b.id).map((r) => ({ id: r.id, on: r.period_on, value: r.value })), missed: missed.get(b.id) ?? 0,
  }));
}

/** One of each sign, red before amber. */
const worstBySign = (signs: readonly CrossedSign[]): CrossedSign[] =>
  [...new Map([...signs].sort((a, b) => (a.level === b.level ? 0 : a.level === 'amber' ? -1 : 1)).map((sign) => [sign.sign, sign])).values()];

/** The enterprise acts first; from contingency on the commissioner does. */
const ownerOf = (file: Seen, step: WarningLevel): string | null => (step === 'usual' || step === 'enhanced' ? holdersOf(file, 'lead') : holdersOf(file, 'sponsor'))[0] ?? null;
const detailsOf = (file: Seen, sign: CrossedSign, step: WarningLevel, at: string) => ({
  level: sign.level, reading_id: sign.result, value: sign.value, threshold: sign.threshold, period_on: sign.on, step, owner_id: ownerOf(file, step),
  due_on: DAYS_TO_ACT[step] === 0 ? dayOf(at) : addWorkingDays(dayOf(at), DAYS_TO_ACT[step]),
});

async function openAlert(tx: Writer, file: Seen, sign: CrossedSign, step: WarningLevel, at: string): Promise<void> {
  const row = { ...detailsOf(file, sign, step, at), id: newId(), case_id: file.case.id, sign: sign.sign, opened_at: at, seen_by: null, seen_at: null, closed_by: null, closed_at: null, closed_reason: null, revision: 1 };
  await insertAlert(tx, row);
  await tellOfIt(tx, file, row, at);
}

async function raise(tx: Writer, file: Seen, known: Row<'alerts'>, sign: CrossedSign, step: WarningLevel, at: string): Promise<void> {
  const changes = { ...detailsOf(file, sign, step, at), seen_by: null, seen_at: null };
  await updateAlert(tx, known, changes);
  await tellOfIt(tx, file, { ...known, ...changes }, at);
}

/** Whoever must act is asked to; the other side is told. Also the person whose figure it was: they did not do this. */
async function tellOfIt(tx: Writer, file: Seen, row: Pick<Row<'alerts'>, 'sign' | 'level' | 'step' | 'owner_id'>, at: string): Promise<void> {
  const news = { caseId: file.case.id, text: `${row.level === 'red' ? 'Red' : 'Amber'} warning: ${signTitle(row.sign)}, ${file.case.title}`, link: `/cases/${file.case.id}/alerts`, because: `${STEPS[row.step].title}: ${STEPS[row.step].means}.` };
  const owner = row.owner_id ? [row.owner_id] : [];
  await tell(tx, at, owner, { ...news, kind: 'needsYou', about: 'warnings' }, null);
  await tell(tx, at, holdersOf(file, 'lead', 'sponsor').filter((id) => id !== row.owner_id), { ...news, kind: 'information', about: 'warnings' }, null);
}
