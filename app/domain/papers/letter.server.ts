import type { Reader } from '#db/database.server.ts';
import { mustChangesBy } from '#db/tables/comments.server.ts';
import { decisionById } from '#db/tables/decisions.server.ts';
import { inWords } from '#workflows/form.ts';
import { env } from '../../env.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { isOnlyMentor } from '../cases/cases.policy.ts';
import { recordPage, type RecordPage } from '../decisions/record-page.server.ts';
import { letterPaper } from './letter-paper.ts';
import type { Paper } from './paper.ts';

export interface Letter {
  record: RecordPage;
  paper: Paper;
}

/** The letter that tells a team what was decided; undefined when there is none, or none for this person. */
export async function letterFor(reader: Reader, file: CaseFile, stage: string, decisionId: string): Promise<Letter | undefined> {
  const record = await recordPage(reader, file, stage, decisionId);
  const found = stageInFile(file, stage);
  if (!record?.hasLetter || !found) return undefined;
  const opens = file.pathway.stages.filter((entry) => entry.opensAfter.includes(found.key)).map((entry) => inWords(entry.stage.title, file.pathway));
  const assured = found.entry.signOff.secondLine === 'assures';
  return { record, paper: letterPaper(record, { changes: await changesAsked(reader, file, found, decisionId), opens, assured, help: helpLine() }) };
}

/** "The Slipway support unit, 0113 496 0000, Monday to Friday, 9am to 5pm". */
function helpLine(): string {
  const { name, phone, email, hours } = env().support;
  return [name, phone, email, hours].filter(Boolean).join(', ');
}

/** What the decision maker asked to be changed in words beside an answer: theirs alone, and sent. A reviewer's comment is not in the letter. */
async function changesAsked(reader: Reader, file: CaseFile, found: NonNullable<ReturnType<typeof stageInFile>>, decisionId: string): Promise<{ title: string; text: string }[]> {
  const decision = await decisionById(reader, decisionId);
  if (decision?.outcome !== 'changesRequested' || isOnlyMentor(file.roles)) return [];
  const titles = new Map(found.entry.stage.groups.flatMap((g) => g.sections).flatMap((s) => s.questions).map((q) => [q.key, inWords(q.title, file.pathway)]));
  return (await mustChangesBy(reader, decision.submission_id, decision.by)).map((c) => ({ title: titles.get(c.question) ?? 'The stage', text: c.text }));
}
