import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { versionsOf } from '#db/tables/answer-versions.server.ts';
import { submissionsOf } from '#db/tables/submissions.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, placeOf, stageOf } from '#workflows/form.ts';
import { inText } from '../answers/answer-in-text.server.ts';
import { isExample, type CaseFile } from '../cases/case-file.server.ts';
import { maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';

/** Where a promise was made. */
export interface Origin {
  /** "Proposal: The plan". */
  place: string;
  /** The question it was caught in; '' when in none. */
  asked: string;
  /** The answer itself, or the version sent that holds it. */
  to?: string;
  /** The beginning of the answer as it was worded when the promise was made; of its first wording when that came later. */
  quote?: string;
  /** Every wording the answer has had. */
  wordings?: string;
}

/** The answer a promise was caught in, as far as the reader may see it: a draft is the team's, what was sent is for its readers too. */
export async function originOf(reader: Reader, file: CaseFile, row: Row<'benefits'>): Promise<Origin> {
  const say = (text: string) => inWords(text, file.pathway);
  const stage = say(stageOf(file.pathway, row.promised_stage as StageKey).stage.title);
  const found = row.promised_question === null ? undefined : placeOf(file.pathway, row.promised_question);
  if (!found) return { place: stage, asked: '' };
  const { question, section, stage: { key } } = found;
  const origin = { place: `${stage}: ${say(section.title)}`, asked: say(question.title) };
  const path = `/cases/${file.case.id}`;
  if (question.seenBy && !question.seenBy.some((role) => file.roles.includes(role))) return origin;
  const drafts = maySeeDraft(file.roles, file.standings, key);
  if (drafts || isExample(file)) {
    const versions = (await versionsOf(reader, file.case.id, question.key)).filter((version) => version.collided_at === null);
    const then = versions.find((version) => version.at <= row.at) ?? versions.at(-1);
    return { ...origin, ...(drafts && { to: `${path}/stages/${key}/${section.key}#${question.key}` }), ...(then && { quote: beginningOf(inText(question, then)) }), wordings: `${path}/answers/${question.key}` };
  }
  const sent = maySeeSubmission(file.roles, file.standings, key) ? (await submissionsOf(reader, file.case.id, key)).findLast((s) => s.withdrawn_at === null) : undefined;
  return { ...origin, ...(sent && { to: `${path}/stages/${key}/versions/${sent.number}` }) };
}

const MOST = 200;

/** The first 200 characters, up to the end of a word. */
const beginningOf = (text: string) => (text.length <= MOST ? text : `${text.slice(0, MOST + 1).replace(/[\s.,;:]*\s\S*$/, '')} ...`);
