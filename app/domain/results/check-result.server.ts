import { newId } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { insertReadingCheck, readingChecksOf } from '#db/tables/reading-checks.server.ts';
import { readingsOf } from '#db/tables/readings.server.ts';
import { standingOf, whyNotSaid } from '#workflows/result-checks.ts';
import { benefitCommand, type OnBenefit } from '../benefits/benefit-command.server.ts';
import { inForce } from '../benefits/readings-in-force.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell, type News } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { recorderOf } from './recorder.ts';
import { attach } from './result-documents.server.ts';
import { mayAnswerCheck, mayCheckResult } from './results.policy.ts';
import { periodInWords } from './results-in-words.ts';
import type { CheckForm } from './results.schema.ts';

const DEEDS = { confirmed: 'confirmed', queried: 'queried', sourceAsked: 'asked for the source of', answered: 'answered a question about' };

/**
 * What the other side says of a result: confirmed, queried with words, or its source asked for; and the recorder's
 * answer. The last word says how it stands. Nobody says it of a result of their own.
 */
export async function checkResult(actor: Actor, caseId: string, benefitId: string, readingId: string, form: CheckForm): Promise<Done<null> | Refused> {
  return benefitCommand({ actor, caseId, benefitId, as: ['sponsor', 'finance', 'quality', 'legal', 'lead', 'member', 'adviser'] }, async (on) => {
    const { tx, file, row, at } = on;
    const readings = await readingsOf(tx, [row.id]);
    const reading = readings.find((r) => r.id === readingId);
    if (!reading) return absent();
    if (!inForce(readings).includes(reading)) return refused(409, 'This result was corrected a moment ago. Open the page again to see how it stands now');
    const no = whyNotTheirs(on, reading, form.kind);
    if (no) return refused(403, no);
    const checks = (await readingChecksOf(tx, [row.id])).filter((check) => check.reading_id === reading.id);
    const out = whyNotSaid(standingOf(checks), form.kind);
    if (out) return refused(409, out);
    const empty = whatIsMissing(form);
    if (empty) return refused(422, { field: 'note', message: empty });
    const unattached = await attach(tx, file, reading.id, form.kind === 'answered' ? form.documents : []);
    if (unattached) return unattached;
    await insertReadingCheck(tx, { id: newId(), reading_id: reading.id, kind: form.kind, note: form.note, by: actor.id, at });
    await tellOthers(on, reading, checks, form);
    return done(null, {
      kind: `benefit.${form.kind}`, caseId, subject: { benefit: row.id, reading: reading.id, state: row.state, treatment: row.treatment },
      sentence: `${DEEDS[form.kind]} a result of: ${row.title}`,
    });
  });
}

function whyNotTheirs({ file, row }: OnBenefit, reading: Row<'readings'>, kind: CheckForm['kind']): string | null {
  const who = { me: file.actor.id, roles: file.roles, exclusion: file.exclusion };
  if (kind === 'answered') return mayAnswerCheck(who, row.recorder_id, reading.by) ? null : 'Only the person who recorded this result and the team can answer';
  if (mayCheckResult(who, row.commissioner_owner_id, reading.by)) return null;
  if (reading.by === who.me) return 'You recorded this result, so somebody else must check it';
  return file.exclusion?.replace('decide', 'check results') ?? "Only the benefit's owner for the commissioner and the people on the approver's side can check results";
}

function whatIsMissing({ kind, note, documents }: CheckForm): string | null {
  if (kind === 'queried' && note === '') return 'Enter what you want to know';
  return kind === 'answered' && note === '' && documents.length === 0 ? 'Enter your answer, or select a document that shows it' : null;
}

/** A question goes to whoever can answer, an answer to whoever asked; a confirmation is told to whoever recorded it. */
async function tellOthers({ tx, file, row, at }: OnBenefit, reading: Row<'readings'>, checks: readonly Row<'reading_checks'>[], { kind, note }: CheckForm): Promise<void> {
  const what = `${row.title}, ${periodInWords(reading.period_from, reading.period_on)}`;
  const news = (about: Pick<News, 'kind' | 'about' | 'text' | 'because'>): News => ({ ...about, caseId: file.case.id, link: `/cases/${file.case.id}/benefits/${row.id}/results/${reading.id}/check` });
  const here = file.memberships.some((m) => m.person_id === reading.by && m.until_at === null);
  const recorders = [here ? reading.by : recorderOf(row, file.memberships)].flatMap((id) => id ?? []);
  const asked = kind === 'queried' ? `Answer a query: ${what}` : `Show the source: ${what}`;
  if (kind === 'confirmed') return tell(tx, at, recorders, news({ kind: 'information', about: 'results', text: `${file.actor.name} confirmed a result: ${what}` }), file.actor.id);
  if (kind === 'answered') return tell(tx, at, checks.slice(-1).map((check) => check.by), news({ kind: 'needsYou', about: 'results', text: `${file.actor.name} answered about a result: ${what}`, because: 'Confirm the result, or ask again. Until then it counts as not confirmed.' }), file.actor.id);
  await tell(tx, at, recorders, news({ kind: 'needsYou', about: 'results', text: asked, because: `${file.actor.name} ${kind === 'queried' ? `asks: ${note}` : `asks to see where the figure comes from${note ? `: ${note}` : ''}`}. Until you answer, everybody in the case sees that it waits.` }), file.actor.id);
}
