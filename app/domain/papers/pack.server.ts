import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { measuredBenefits } from '#db/tables/readings.server.ts';
import { submissionById, submissionsOf } from '#db/tables/submissions.server.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords } from '#workflows/form.ts';
import { smallCharts, type SmallChart } from '../benefits/small-charts.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { isOnlyMentor, maySeeBenefits, maySeeReviews, maySeeSubmission } from '../cases/cases.policy.ts';
import { instant } from '../clock.server.ts';
import { recordPage, type RecordPage } from '../decisions/record-page.server.ts';
import { drawnFrom, sectionViews, type SectionView } from '../stages/answer-views.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { reviewSummary, type ReviewSummary } from '../stages/review-summary.server.ts';
import { reviewsGiven, type ReviewsGiven } from '../stages/reviews-given.server.ts';
import { bodyOf, type SubmissionBody } from '../stages/submissions.server.ts';
import { compareSections, type ComparedSection } from '../stages/version-differences.ts';
import { packPaper } from './pack-paper.ts';
import { PARTS, type PackPart } from './pack-parts.ts';
import type { Paper } from './paper.ts';

/** Everything a pack is made of: one frozen version, and what was said and decided about it. */
export interface PackMatter {
  case: { id: string; title: string; reference: string };
  stage: { key: StageKey; title: string; noun: string };
  version: { number: number; sentBy: string; sentAt: string; sha256: string };
  summary: ReviewSummary;
  sections: SectionView[];
  /** Null for those who may not see reviews. */
  reviews: ReviewsGiven | null;
  /** Null for those who may not see benefits. */
  charts: SmallChart[] | null;
  documents: SubmissionBody['documents'];
  /** Null when no version went before. */
  before: { number: number; sections: ComparedSection[] } | null;
  changes: { title: string; asked: string; changed: string }[];
  decisions: RecordPage[];
  at: string;
}
export interface Pack {
  paper: Paper;
  version: number;
  stage: PackMatter['stage'];
  case: PackMatter['case'];
  /** The parts this reader can choose, and those chosen. */
  offered: PackPart[];
  chosen: PackPart[];
}

/** The board pack of one version of a stage; undefined when there is none, or none for this person. `version` null: the last. */
export async function packFor(reader: Reader, file: CaseFile, stage: string, asked: { parts: readonly PackPart[]; version: number | null }): Promise<Pack | undefined> {
  const found = stageInFile(file, stage);
  if (!found || !maySeeSubmission(file.roles, file.standings, found.key)) return undefined;
  const heads = (await submissionsOf(reader, file.case.id, found.key)).filter((h) => h.withdrawn_at === null);
  const head = asked.version === null ? heads.at(-1) : heads.find((h) => h.number === asked.version);
  const submission = head && (await submissionById(reader, head.id));
  if (!submission) return undefined;
  const matter = await matterOf(reader, file, found, submission, heads.filter((h) => h.number < submission.number).at(-1)?.id);
  const offered = PARTS.map(([key]) => key).filter((key) => (key !== 'reviews' || matter.reviews) && (key !== 'benefits' || matter.charts) && (key !== 'changes' || matter.before));
  const wanted = offered.filter((key) => asked.parts.includes(key));
  const chosen: PackPart[] = wanted.length ? wanted : ['cover'];
  return { paper: packPaper(matter, chosen), version: submission.number, stage: matter.stage, case: matter.case, offered, chosen };
}

async function matterOf(reader: Reader, file: CaseFile, found: NonNullable<ReturnType<typeof stageInFile>>, submission: Row<'submissions'>, earlierId: string | undefined): Promise<PackMatter> {
  const body = bodyOf(submission);
  const { stage } = found.entry;
  const drawn = drawnFrom(file.pathway, body);
  const sections = sectionViews(stage, drawn, file.roles);
  const earlier = earlierId === undefined ? undefined : await submissionById(reader, earlierId);
  const [summary, reviews, charts, decisions, name] = await Promise.all([
    reviewSummary(reader, file, stage, body, drawn, sections),
    maySeeReviews(file.roles) ? reviewsGiven(reader, file, found.entry, submission.id) : null,
    maySeeBenefits(file.roles, file.standings) ? chartsOf(reader, file, body) : null,
    decided(reader, file, found.key), namesOf(reader, [submission.sent_by]),
  ]);
  const titles = new Map(sections.flatMap((s) => s.answers).map((a) => [a.key, a.title]));
  return {
    case: { id: file.case.id, title: file.case.title, reference: file.case.reference },
    stage: { key: found.key, title: inWords(stage.title, file.pathway), noun: inWords(stage.noun, file.pathway) },
    version: { number: submission.number, sentBy: name(submission.sent_by), sentAt: submission.sent_at, sha256: submission.sha256 },
    summary: charts === null ? { ...summary, benefits: [] } : summary,
    sections, reviews, charts,
    documents: body.documents,
    before: earlier ? { number: earlier.number, sections: compareSections(sections, sectionViews(stage, drawnFrom(file.pathway, bodyOf(earlier)), file.roles)) } : null,
    changes: (isOnlyMentor(file.roles) ? [] : body.changes).map((c) => ({ title: titles.get(c.question) ?? c.question, asked: c.asked, changed: c.changed })),
    decisions,
    at: instant(),
  };
}

/** Results so far of the benefits that this version promised. They go on after it was sent, so the pack says of which day they are. */
async function chartsOf(reader: Reader, file: CaseFile, body: SubmissionBody): Promise<SmallChart[]> {
  const promised = new Set(body.benefits.map((b) => b.id));
  const rows = (await benefitsOf(reader, file.case.id)).filter((b) => b.withdrawn_at === null && promised.has(b.id));
  const measured = await measuredBenefits(reader, rows.map((b) => b.id));
  return smallCharts(reader, file, rows.filter((b) => measured.has(b.id)));
}

async function decided(reader: Reader, file: CaseFile, stage: StageKey): Promise<RecordPage[]> {
  const decisions = (await decisionsOf(reader, file.case.id)).filter((d) => d.stage === stage);
  const records = await Promise.all(decisions.map((d) => recordPage(reader, file, stage, d.id)));
  return records.filter((record) => record !== undefined);
}
