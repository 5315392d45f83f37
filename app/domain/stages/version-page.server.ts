import type { Reader } from '#db/database.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { submissionById, submissionsOf } from '#db/tables/submissions.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { evidenceOf, inWords } from '#workflows/form.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { isOnlyMentor, maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';
import { drawnFrom, sectionViews } from './answer-views.server.ts';
import { namesOf } from './people-named.server.ts';
import { checkSeal, isUnchanged, type Seal } from './sealed.server.ts';
import { outcomeOf } from './stage-page.server.ts';
import { bodyOf, formOf, type SubmissionBody } from './submissions.server.ts';
import { compareSections, countDifferences, type ComparedSection, type DifferenceCounts } from './version-differences.ts';

export interface VersionPage {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  number: number;
  sentBy: string;
  sentAt: string;
  outcome: string;
  seal: Seal;
  unchanged: boolean;
  sections: ComparedSection[];
  documents: { id: string; title: string; fileName: string; version: number; bytes: number; sha256: string; kind: string }[];
  benefits: SubmissionBody['benefits'];
  changes: SubmissionBody['changes'];
  /** The version it is held against, when one was asked for. */
  against: { number: number; counts: DifferenceCounts } | null;
  others: number[];
}

/** One frozen version of a stage, from its own kept bytes; undefined when it is not there for this person. */
export async function versionPage(reader: Reader, file: CaseFile, stage: string, number: number, against: number | null): Promise<VersionPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return undefined;
  const drafts = maySeeDraft(file.roles, file.standings, found.key);
  const heads = (await submissionsOf(reader, file.case.id, found.key)).filter((h) => h.withdrawn_at === null || drafts);
  const [submission, earlier] = await Promise.all([number, against].map(async (n) => {
    const head = heads.find((h) => h.number === n);
    return head ? submissionById(reader, head.id) : undefined;
  }));
  if (!submission) return undefined;
  const [name, decisions, seal] = await Promise.all([namesOf(reader, [submission.sent_by]), decisionsOf(reader, file.case.id), checkSeal(submission)]);
  const body = bodyOf(submission);
  const views = (b: SubmissionBody) => sectionViews(found.entry.stage, drawnFrom(file.pathway, b), file.roles);
  const sections = compareSections(views(body), views(earlier ? bodyOf(earlier) : body));
  const kinds = new Map(evidenceOf(found.entry.stage, formOf(file.pathway, body)).map((kind) => [kind.key, inWords(kind.title, file.pathway)]));
  return {
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
    number,
    sentBy: name(submission.sent_by),
    sentAt: submission.sent_at,
    outcome: outcomeOf(submission, decisions),
    seal,
    unchanged: isUnchanged(seal),
    sections,
    documents: body.documents.map((d) => ({ ...d, kind: kinds.get(d.kind) ?? 'Another document' })),
    benefits: body.benefits,
    changes: (isOnlyMentor(file.roles) ? [] : body.changes).map((c) => ({ ...c, question: titleOf(sections, c.question) })),
    against: earlier ? { number: earlier.number, counts: countDifferences(sections) } : null,
    others: heads.map((h) => h.number).filter((n) => n !== number),
  };
}

const titleOf = (sections: readonly ComparedSection[], question: string) =>
  sections.flatMap((s) => s.answers).find((a) => a.key === question)?.title ?? question;
