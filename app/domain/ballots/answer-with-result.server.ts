import { ballotById, changeBallot, closedCounts } from '#db/tables/ballots.server.ts';
import type { Row } from '#db/schema.ts';
import type { Question } from '#workflows/definition.ts';
import { placeOf } from '#workflows/form.ts';
import { typedOf } from '#workflows/typed.ts';
import { revisionsOf } from '../answers/section-page.server.ts';
import { saveSection } from '../answers/save-section.server.ts';
import { caseCommand, changedMeanwhile } from '../cases/case-command.server.ts';
import { caseForActor, type CaseFile } from '../cases/case-file.server.ts';
import { mayEdit } from '../cases/cases.policy.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { reader } from '../database.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { maySeeBallots } from './ballots.policy.ts';
import { resultIn } from './end-ballot.server.ts';
import { answersFrom, type Figures, type Given } from './figures.ts';

export const figuresOf = (ballot: Row<'ballots'>, counts: Row<'ballot_counts'>): Figures => ({
  method: ballot.method, question: ballot.question, threshold: ballot.threshold, closesOn: ballot.closes_on, runBy: ballot.run_by, result: resultIn(ballot, counts),
});

/** Writes the figures of a closed ballot into the answers about the vote, as anybody of the team would by hand, and says where they came from. */
export async function answerWithResult(actor: Actor, caseId: string, ballotId: string): Promise<Done<{ section: string }> | Refused> {
  const file = await caseForActor(reader(), actor, caseId);
  const ballot = await ballotById(reader(), ballotId);
  if (!file || ballot?.case_id !== caseId || !maySeeBallots(file.roles)) return absent();
  if (!mayEdit(file.roles, file.standings, 'workforce')) return refused(403, 'Only the team can use the figures in its answers');
  const [counts] = await closedCounts(reader(), [ballotId]);
  if (!counts) return refused(422, 'The ballot has not closed, so there are no figures to use');
  const parts = partsOf(file, answersFrom(figuresOf(ballot, counts)));
  for (const { section, asked } of parts) {
    const saved = await saveSection(actor, caseId, { stage: 'workforce', section }, await fieldsOf(caseId, asked), 'unsaid');
    if (!saved.ok) return saved;
  }
  return caseCommand(actor, caseId, ['lead', 'member', 'adviser'], async (tx, _, at) => {
    const now = (await ballotById(tx, ballotId))!;
    if (!(await changeBallot(tx, now, { used_by: actor.id, used_at: at }))) return changedMeanwhile();
    return done({ section: parts[0]?.section ?? '' }, { kind: 'ballot.use', caseId, subject: { ballot: ballotId, stage: 'workforce' }, sentence: 'used the figures of the ballot in the answers' });
  });
}

type Asked = { question: Question; given: Given }[];

/** What the pathway of the case asks of it, section by section; the kind of vote by itself and first, for the rest is asked only once it is said. */
function partsOf(file: CaseFile, answers: ReadonlyMap<string, Given>): { section: string; asked: Asked }[] {
  const places = [...answers].flatMap(([key, given]) => {
    const place = placeOf(file.pathway, key);
    return place?.stage.key === 'workforce' ? [{ section: place.section.key, asked: { question: place.question, given } }] : [];
  });
  const [first, ...rest] = places;
  const later = [...new Set(rest.map(({ section }) => section))].map((section) => ({ section, asked: rest.filter((one) => one.section === section).map(({ asked }) => asked) }));
  return first ? [{ section: first.section, asked: [first.asked] }, ...later] : [];
}

/** The answers as the form of their section would post them. */
async function fieldsOf(caseId: string, asked: Asked): Promise<[string, string][]> {
  const revisions = await revisionsOf(reader(), caseId, asked.map(({ question }) => question.key));
  return asked.flatMap(({ question, given }) => {
    const { key } = question;
    const typed = 'value' in given ? typedOf(question, given.value) : { state: ['notApplicable'], reason: [given.notApplicable] };
    return [[`${key}.revision`, String(revisions[key] ?? 0)], ...Object.entries(typed).flatMap(([suffix, texts]) => texts.map((text) => [suffix ? `${key}.${suffix}` : key, text]))] as [string, string][];
  });
}
