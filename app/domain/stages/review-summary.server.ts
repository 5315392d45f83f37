import type { Reader } from '#db/database.server.ts';
import { organisationsByIds } from '#db/tables/organisations.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { asRows } from '#workflows/checks/check.ts';
import type { Stage } from '#workflows/definition.ts';
import { figure } from '#workflows/figure.ts';
import { inWords, sectionsOf, type CaseForm } from '#workflows/form.ts';
import { landmarksOf } from '#workflows/landmarks.ts';
import { pounds, showScalar } from '#workflows/show.ts';
import { dayInWords } from '#workflows/dates.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import type { Drawn, SectionView } from './answer-views.server.ts';
import { bodyOf, type SubmissionBody } from './submissions.server.ts';

/** The one page a busy reader reads first. */
export interface ReviewSummary {
  asked: string;
  purpose: string;
  facts: { key: string; value: string }[];
  figures: { key: string; value: string; working: string }[];
  benefits: { id: string; title: string; who: string; figure: string; contract: string }[];
  risks: { text: string; beside: string }[];
  criteria: { key: string; title: string; looksFor: string; blocking: boolean }[];
}

export async function reviewSummary(reader: Reader, file: CaseFile, stage: Stage, body: SubmissionBody, drawn: Drawn, sections: readonly SectionView[]): Promise<ReviewSummary> {
  const say = (text: string) => inWords(text, file.pathway);
  return {
    asked: file.case.summary,
    purpose: say(stage.purpose),
    facts: await factsOf(reader, file, drawn.form),
    figures: sections.flatMap((s) => s.answers).filter((a) => a.working && a.text !== 'Not worked out yet' && a.text.length <= 24).slice(0, 6).map((a) => ({ key: a.title, value: a.text, working: a.working })),
    benefits: body.benefits.map(benefitOf),
    risks: risksIn(stage, drawn.form),
    criteria: stage.criteria.map((c) => ({ key: c.key, title: say(c.title), looksFor: say(c.looksFor), blocking: c.blocking ?? false })),
  };
}

async function factsOf(reader: Reader, file: CaseFile, form: CaseForm): Promise<ReviewSummary['facts']> {
  const ids = [file.case.parent_id, file.case.commissioner_id].filter((id): id is string => id !== null);
  const names = new Map((ids.length ? await organisationsByIds(reader, ids) : []).map((o) => [o.id, o.name]));
  const { staff, budgetPence, transferOn } = landmarksOf(await withProposal(reader, file, form));
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const all: [string, string | null | undefined][] = [
    ['Pathway', file.pathway.title],
    [capital(file.pathway.labels.parent), names.get(file.case.parent_id ?? '')],
    [capital(file.pathway.labels.commissioner), names.get(file.case.commissioner_id ?? '')],
    ['Staff', staff?.toLocaleString('en-GB')],
    ['Budget a year', budgetPence ? pounds(budgetPence) : null],
    ['Planned transfer', transferOn ? dayInWords(transferOn) : null],
  ];
  return all.flatMap(([key, value]) => (value ? [{ key, value }] : []));
}

/** A later stage does not repeat the size of the team: the proposal last sent says it. */
async function withProposal(reader: Reader, file: CaseFile, form: CaseForm): Promise<CaseForm> {
  const proposal = await latestSubmission(reader, file.case.id, 'proposal');
  if (!proposal || proposal.withdrawn_at !== null) return form;
  return { ...form, answers: new Map([...bodyOf(proposal).answers.map((a) => [a.question, a] as const), ...form.answers]) };
}

function benefitOf(b: SubmissionBody['benefits'][number]): ReviewSummary['benefits'][number] {
  const text = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'number' ? value.toLocaleString('en-GB') : String(value as string));
  const said = (value: unknown) => figure(Number(value), b.unit === null ? null : text(b.unit));
  const measured = b.baseline !== null && b.target !== null ? `${said(b.baseline)} to ${said(b.target)}` : 'Not measurable yet';
  const by = b.targetOn ? ` by ${dayInWords(text(b.targetOn))}` : '';
  const contract = b.treatment === 'contracted' ? 'In the contract' : b.reason ? `Not in the contract: ${text(b.reason)}` : 'Not decided yet';
  return { id: b.id, title: text(b.title), who: text(b.beneficiary), figure: measured + (measured === 'Not measurable yet' ? '' : by), contract };
}

/** The first three rows of the stage's table of risks, where it has one. */
function risksIn(stage: Stage, form: CaseForm): ReviewSummary['risks'] {
  const table = sectionsOf(stage, form).flatMap((s) => s.questions).find((q) => q.type === 'table' && /risks$/.test(q.key));
  const answer = table && form.answers.get(table.key);
  if (!table || answer?.state !== 'answered' || answer.value === null) return [];
  const columns = table.columns ?? [];
  const first = columns.find((c) => c.type === 'text') ?? columns[0];
  const others = columns.filter((c) => c !== first);
  return asRows(answer.value).slice(0, 3).flatMap((row) => {
    const named = table.fixedRows?.find((fixed) => fixed.key === row.row)?.title;
    const text = named ?? (first ? showScalar(first, row[first.key]) : '');
    const beside = (named && first ? [first, ...others] : others).flatMap((c) => (row[c.key] === null || row[c.key] === undefined ? [] : [`${c.title}: ${showScalar(c, row[c.key])}`])).slice(0, 3).join('. ');
    return text ? [{ text, beside }] : [];
  });
}
