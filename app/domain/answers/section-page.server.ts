import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { openCollisions } from '#db/tables/answer-versions.server.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { commentsBeside, countsByQuestion } from '#db/tables/comment-lists.server.ts';
import type { Raw } from '#workflows/answers.ts';
import type { Finding } from '#workflows/checks/check.ts';
import { hasTag } from '#workflows/decide.ts';
import type { Question, StageKey } from '#workflows/definition.ts';
import { compute, findingsOf, inWords, opensIn, placeOf, sectionsOf } from '#workflows/form.ts';
import { asPlainText, showAnswer, showComputed } from '#workflows/show.ts';
import { sectionState } from '#workflows/status.ts';
import { typedOf } from '#workflows/typed.ts';
import { caughtFields } from '../benefits/catch-benefits.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { inTeam, mayEdit } from '../cases/cases.policy.ts';
import { commentsSeen, commentShown, type CommentShown } from '../comments/comments-seen.server.ts';
import { newsSoFar } from '../live/case-news.server.ts';
import { sharedBeside, type SharedAnswer } from '../guidance/shared-pages.server.ts';
import { namesOf } from '../stages/people-named.server.ts';
import { marksOfStage, standsStill } from '../stages/stage-facts.server.ts';
import { lessonsForSection } from '../lessons/library-page.server.ts';
import { examplesFor, type ExampleAnswer } from './beside-questions.server.ts';
import { asAnswer, caseForm, type LoadedForm } from './case-form.server.ts';
import { inText } from './answer-in-text.server.ts';
import { readControls } from './read-controls.ts';
import type { FieldError } from './save-section.server.ts';

/** One question as its page shows it: the definition in the pathway's words, and what has been typed so far. */
export interface QuestionView {
  question: Question;
  revision: number;
  typed: Raw;
  errors: FieldError[];
  findings: Pick<Finding, 'severity' | 'message'>[];
  /** "You told us 42 in the proposal", with the answer offered in the control. */
  carried: string | null;
  computed: { words: string; working: string } | null;
  documents: { id: string; title: string; fileName: string }[];
  /** Records of promises made in this answer. */
  benefits: { id: string; title: string }[];
  /** Names of the two fields that make another; null where the question catches none. */
  catcher: { title: string; beneficiary: string } | null;
  /** The newest not settled, then the newest settled; `more`: how many there are besides. */
  comments: CommentShown[];
  more: number;
  /** Answers of mentors to others, which they and those teams agreed to share. */
  guidance: SharedAnswer[];
  collisions: { id: string; by: string; at: string; mine: boolean; text: string; current: { text: string; by: string; mine: boolean } }[];
  changed: { by: string; at: string } | null;
  /** What the finished example answers. */
  example: ExampleAnswer | null;
}
export interface SectionPage {
  case: { id: string; title: string };
  stage: { key: StageKey; title: string; noun: string };
  section: { key: string; title: string; intro: string | null; number: number; of: number };
  questions: QuestionView[];
  /** Questions whose answers open or close others of this section. */
  opens: string[];
  editable: boolean;
  /** Why it cannot be changed now; '' when it can. */
  locked: string;
  completed: boolean;
  cannotStart: string;
  next: { key: string; title: string } | null;
  /** The last entry of the record this page knows of. */
  news: number;
  /** What other teams tell about its subject. */
  lessons: Awaited<ReturnType<typeof lessonsForSection>>;
}

/** How many comments stand beside one question. */
const BESIDE = 6;

/** A section as its question page needs it; undefined when the case has no such section. */
export async function sectionPage(reader: Reader, file: CaseFile, stage: string, sectionKey: string): Promise<SectionPage | undefined> {
  const found = stageInFile(file, stage);
  if (!found) return undefined;
  const news = await newsSoFar(reader, file.case.id); // before the answers: hearing of a change twice does no harm
  const form = await caseForm(reader, file);
  const sections = sectionsOf(found.entry.stage, form);
  const at = sections.findIndex((s) => s.key === sectionKey);
  const section = sections[at];
  if (!section) return undefined;
  const [who, keys] = [await commentsSeen(reader, file), section.questions.map((q) => q.key)];
  const [examples, lessons] = await Promise.all([examplesFor(reader, file, section.questions), lessonsForSection(reader, file.case.id, found.key, section.key)]);
  const [marks, comments, counts, collisions, guidance] = await Promise.all([marksOfStage(reader, file, found.key), commentsBeside(reader, who, keys, BESIDE), countsByQuestion(reader, who, keys), openCollisions(reader, file.case.id), sharedBeside(reader, keys)]);
  const name = await namesOf(reader, [...comments.map((c) => c.by), ...collisions.map((c) => c.by), ...section.questions.flatMap((q) => form.answerRows.get(q.key)?.by ?? [])]);
  const shown = comments.map((c) => commentShown(file, c, name));
  const state = sectionState(section, found.entry.stage, form, marks);
  const locked = whyLocked(file, found.key, found.row.state, inWords(found.entry.stage.noun, file.pathway));
  const next = sections[at + 1];
  return {
    case: { id: file.case.id, title: file.case.title },
    stage: { key: found.key, title: inWords(found.entry.stage.title, file.pathway), noun: inWords(found.entry.stage.noun, file.pathway) },
    section: { key: section.key, title: inWords(section.title, file.pathway), intro: section.intro ? inWords(section.intro, file.pathway) : null, number: at + 1, of: sections.length },
    questions: section.questions.map((q) => questionView(q, form, { comments: shown, counts, collisions, name, examples, guidance, me: file.actor.id })),
    opens: opensIn(found.entry.stage, section.key),
    editable: locked === '' && state.status !== 'cannotStart',
    locked,
    completed: marks.completed.has(section.key),
    cannotStart: state.status === 'cannotStart' ? state.because : '',
    news,
    next: next ? { key: next.key, title: inWords(next.title, file.pathway) } : null,
    lessons,
  };
}

function whyLocked(file: CaseFile, stage: StageKey, stageState: string, noun: string): string {
  if (!inTeam(file.roles)) return 'Only the team can change these answers';
  if (!mayEdit(file.roles, file.standings, stage)) return 'You can read these answers but not change them. The team lead can change that';
  const stands = standsStill(file.case.state);
  if (stands) return `The case is ${stands}, so answers cannot be changed until that ends`;
  return hasTag('stage', stageState, 'editable') ? '' : `The ${noun} is not with the team now, so its answers cannot be changed`;
}

interface Around {
  comments: readonly CommentShown[];
  counts: ReadonlyMap<string, number>;
  collisions: readonly Row<'answer_versions'>[];
  guidance: ReadonlyMap<string, SharedAnswer[]>;
  name: (id: string | null) => string;
  examples: ReadonlyMap<string, ExampleAnswer>;
  me: string;
}

function questionView(question: Question, form: LoadedForm, around: Around): QuestionView {
  const row = form.answerRows.get(question.key);
  const typed = row ? typedRow(question, row) : {};
  const carried = row ? null : carriedFrom(question, form);
  const computed = compute(question, form);
  const comments = around.comments.filter((c) => c.question === question.key);
  const { name } = around;
  return {
    question: inPathwayWords(question, form),
    guidance: around.guidance.get(question.key) ?? [],
    revision: row?.revision ?? 0,
    typed: carried ? carried.typed : typed,
    errors: row?.state === 'unreadable' ? readControls(question, typed).errors.map((e) => ({ id: e.at ? `${question.key}.${e.at}` : question.key, message: e.message })) : [],
    findings: findingsOf(question, form).map(({ severity, message }) => ({ severity, message })),
    carried: carried?.words ?? null,
    computed: computed ? { words: showComputed(computed), working: computed.working } : null,
    documents: question.type === 'file' ? form.documentRows.filter((d) => d.kind === question.evidence).map((d) => ({ id: d.id, title: d.title, fileName: d.file_name })) : [],
    benefits: form.benefitRows.filter((b) => b.promised_question === question.key).map((b) => ({ id: b.id, title: b.title })),
    catcher: question.catchesBenefits ? caughtFields(question.key) : null,
    comments, more: (around.counts.get(question.key) ?? 0) - comments.length,
    collisions: around.collisions.filter((v) => v.question === question.key).map((v) => ({ id: v.id, by: name(v.by), at: v.at, mine: v.by === around.me, text: inText(question, v), current: row ? { text: inText(question, row), by: name(row.by), mine: row.by === around.me } : { text: '', by: 'Nobody', mine: false } })),
    changed: row ? { by: name(row.by), at: row.at } : null,
    example: around.examples.get(question.key) ?? null,
  };
}

type Stored = Pick<Row<'answers'>, 'state' | 'value_json' | 'raw_json' | 'known_by_on' | 'reason'>;

function typedRow(question: Question, row: Stored): Raw {
  if (row.raw_json !== null) return fromJson<Raw>(row.raw_json);
  const answer = asAnswer(row);
  if (answer.state === 'notApplicable') return { state: ['notApplicable'], reason: [answer.reason ?? ''] };
  if (answer.state === 'unknown') {
    const [year = '', month = '', day = ''] = (answer.knownBy ?? '').split('-');
    return { state: ['unknown'], 'knownBy.day': [String(Number(day) || '')], 'knownBy.month': [String(Number(month) || '')], 'knownBy.year': [year] };
  }
  return answer.value === null ? {} : typedOf(question, answer.value);
}

function carriedFrom(question: Question, form: LoadedForm): { words: string; typed: Raw } | null {
  const source = question.from ? form.answers.get(question.from) : undefined;
  const place = question.from ? placeOf(form.pathway, question.from) : undefined;
  if (source?.state !== 'answered' || source.value === null || !place) return null;
  const alike = place.question.type === question.type || (place.question.type === 'text' && question.type === 'longText');
  if (!alike) return null;
  const text = asPlainText(showAnswer(place.question, source.value));
  const said = text.length > 60 || text.includes('\n') ? 'this' : text;
  return { words: `You told us ${said} in the ${inWords(place.stage.noun, form.pathway)}. Change it here if it is different now`, typed: typedOf(question, source.value) };
}

function inPathwayWords(question: Question, form: LoadedForm): Question {
  const say = (text: string) => inWords(text, form.pathway);
  return {
    ...question,
    title: say(question.title),
    ...(question.why && { why: say(question.why) }),
    ...(question.hint && { hint: say(question.hint) }),
    ...(question.help && { help: say(question.help) }),
    ...(question.options && { options: question.options.map((o) => ({ ...o, title: say(o.title), ...(o.hint && { hint: say(o.hint) }) })) }),
    ...(question.columns && { columns: question.columns.map((c) => ({ ...c, title: say(c.title), ...(c.options && { options: c.options.map((o) => ({ ...o, title: say(o.title) })) }) })) }),
    ...(question.fixedRows && { fixedRows: question.fixedRows.map((r) => ({ ...r, title: say(r.title) })) }),
  };
}

/** The revisions answers have now, for a page that saves while it is open. */
export async function revisionsOf(reader: Reader, caseId: string, questions: readonly string[]): Promise<Record<string, number>> {
  const rows = await answersOf(reader, caseId, [...questions]);
  return Object.fromEntries(rows.map((row) => [row.question, row.revision]));
}
