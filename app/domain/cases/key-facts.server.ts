import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { dayInWords } from '#workflows/dates.ts';
import { describe, hasTag } from '#workflows/decide.ts';
import { placeOf } from '#workflows/form.ts';
import { LANDMARK_QUESTIONS, landmarksOf, type Landmarks } from '#workflows/landmarks.ts';
import { counted, pounds } from '../../lib/money.ts';
import { asAnswer } from '../answers/case-form.server.ts';
import { today } from '../clock.server.ts';
import type { CaseFile } from './case-file.server.ts';
import { maySeeDraft, maySeeSubmission } from './cases.policy.ts';

/** The few answers a case is known by, as far as the reader may see the stages they stand in. One read. */
export async function landmarksFor(reader: Reader, file: CaseFile): Promise<Landmarks> {
  const rows = await answersOf(reader, file.case.id, LANDMARK_QUESTIONS);
  const seen = rows.filter((row) => maySeeAnswer(file, row.question));
  return landmarksOf({
    pathway: file.pathway, short: file.case.short_form_at !== null, records: {}, documents: new Map(), today: today(),
    answers: new Map(seen.map((row) => [row.question, asAnswer(row)])),
  });
}

/** What was sent stands unchanged while its stage is locked, so its readers may see it; a draft is the team's. */
function maySeeAnswer(file: CaseFile, question: string): boolean {
  const stage = placeOf(file.pathway, question)?.stage.key;
  if (!stage) return false;
  if (file.case.shown_as === 'example' || maySeeDraft(file.roles, file.standings, stage)) return true;
  return maySeeSubmission(file.roles, file.standings, stage) && hasTag('stage', file.stages.get(stage)?.state ?? 'notOpen', 'locked');
}

/** The facts beside a case, in words; what is not known yet says so. */
export function factsInWords(file: CaseFile, known: Landmarks, conditions: readonly Row<'conditions'>[]): { key: string; value: string }[] {
  const transfer = file.case.transfer_on ?? known.transferOn;
  const plan = file.stages.get('failure-plan');
  return [
    { key: 'Contract', value: known.valuePence === undefined ? 'Not known yet' : `${pounds(known.valuePence)} a year` },
    { key: 'Length', value: lengthOf(known) },
    { key: 'Staff', value: known.staff === undefined ? 'Not known yet' : known.staff.toLocaleString('en-GB') },
    file.case.live_on ? { key: 'Live since', value: dayInWords(file.case.live_on) } : { key: 'Transfer', value: transfer ? dayInWords(transfer) : 'Not known yet' },
    { key: 'Conditions', value: conditionsInWords(conditions) },
    { key: 'Failure plan', value: plan ? describe('stage', plan.state).title : 'Not open yet' },
  ];
}

function lengthOf({ contractStart, contractEnd }: Landmarks): string {
  if (!contractStart || !contractEnd) return 'Not known yet';
  const months = Math.round((Date.parse(contractEnd) - Date.parse(contractStart)) / (86_400_000 * 30.44));
  return months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month');
}

function conditionsInWords(conditions: readonly Row<'conditions'>[]): string {
  const open = conditions.filter((c) => !hasTag('condition', c.state, 'settled'));
  const late = open.filter((c) => c.due_on < today()).length;
  return open.length === 0 ? 'None open' : `${open.length} open${late ? `, ${late} late` : ''}`;
}
