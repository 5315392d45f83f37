import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { countComments } from '#db/tables/comment-lists.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { assignmentsOf } from '#db/tables/section-assignments.server.ts';
import { submissionsOf } from '#db/tables/submissions.server.ts';
import { decide, describe, hasTag } from '#workflows/decide.ts';
import type { StageKey } from '#workflows/definition.ts';
import { evidenceOf, groupsOf, inWords, placeOf, sectionsOf } from '#workflows/form.ts';
import { sectionState, type SectionStatus } from '#workflows/status.ts';
import { turnsInFile } from '../cases/case-cards.server.ts';
import { holdersOf, stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { mayDecide, mayEdit, mayLead, maySeeDraft, maySeeSubmission } from '../cases/cases.policy.ts';
import { instant } from '../clock.server.ts';
import { commentsSeen } from '../comments/comments-seen.server.ts';
import { OUTCOMES, recordPath, recordsFor } from '../decisions/records.server.ts';
import { day } from '../../lib/dates.ts';
import { namesOf } from './people-named.server.ts';
import { mayWriteNote, notesFor, type NoteShown } from '../meetings/mentor-note.server.ts';
import { loadStage } from './stage-facts.server.ts';
import type { TurnView } from './turns.server.ts';

export interface SectionRow {
  key: string;
  title: string;
  hint: string;
  status: SectionStatus;
  because: string;
  /** Who writes it, and by when: "Tom Aldous, by 22 May 2026"; '' when nobody in particular does. */
  given: string;
}
export interface StagePage {
  case: { id: string; title: string };
  key: StageKey;
  title: string;
  noun: string;
  purpose: string;
  state: { title: string; tone: ReturnType<typeof describe>['tone'] };
  sources: { title: string; checkedOn?: string | undefined }[];
  turn: TurnView | null;
  /** Null for people who may not see drafts: they see versions that were sent. */
  groups: { title: string; rows: SectionRow[] }[] | null;
  completed: number;
  of: number;
  next: { key: string; title: string } | null;
  evidence: { key: string; title: string; hint: string; minimum: number; have: number; personalData: boolean }[];
  criteria: { key: string; title: string; looksFor: string; blocking: boolean }[];
  /** Whether it can be sent, and in words why not. */
  send: { may: boolean; reasons: string[]; verb: 'send' | 'finish' } | null;
  /** Titles of the answers the approver's request is limited to; empty when it is not, or there is none. */
  only: string[];
  /** Partners who must confirm it before it is sent and have not; only for those who may see drafts. */
  awaits: readonly string[];
  mayTakeBack: boolean;
  mayReopen: boolean;
  dueOn: string | null;
  approvers: string[];
  openComments: number;
  /** What a mentor says of it to the approver, and whether the reader may say something. */
  notes: NoteShown[];
  mayNote: boolean;
  versions: { number: number; sentAt: string; outcome: string; records: { to: string; words: string }[] }[];
  /** The version that a board pack can be made of; null when none stands or this reader may not see it. */
  pack: number | null;
  shortForm: boolean;
}

/** One stage as its page shows it; undefined for a word that is no stage. */
export async function stagePage(reader: Reader, file: CaseFile, stage: string): Promise<StagePage | undefined> {
  const found = stageInFile(file, stage);
  if (!found) return undefined;
  const [loaded, turns, versions, decisions, given, openComments, notes] = await Promise.all([
    loadStage(reader, file, found.key),
    turnsInFile(reader, file),
    submissionsOf(reader, file.case.id, found.key),
    decisionsOf(reader, file.case.id),
    givenIn(reader, file.case.id, found.key),
    commentsSeen(reader, file).then((who) => countComments(reader, who, { stage: found.key, state: 'open' })),
    notesFor(reader, file, found.key),
  ]);
  const { entry, form, marks, facts, row } = loaded;
  const say = (text: string) => inWords(text, file.pathway);
  const sections = sectionsOf(entry.stage, form);
  const done = sections.filter((s) => sectionState(s, entry.stage, form, marks).status === 'completed').length;
  const open = sections.find((s) => ['notStarted', 'inProgress', 'problem', 'changesRequested'].includes(sectionState(s, entry.stage, form, marks).status));
  const approvers = await peopleByIds(reader, holdersOf(file, 'sponsor'));
  const type = facts.isDecided ? ('submit' as const) : ('finish' as const);
  const law = decide('stage', row.state, facts, { type, by: file.actor.id, at: instant() });
  const editable = hasTag('stage', row.state, 'editable');
  return {
    case: { id: file.case.id, title: file.case.title },
    key: found.key,
    title: say(entry.stage.title),
    noun: facts.noun,
    purpose: say(entry.stage.purpose),
    state: { title: describe('stage', row.state).title, tone: describe('stage', row.state).tone },
    sources: entry.stage.sources ?? [],
    turn: turns.find((t) => t.stage === found.key && t.stageTitle !== '') ?? turns.find((t) => t.whose === 'nobody') ?? null,
    groups: maySeeDraft(file.roles, file.standings, found.key) ? groupsOf(entry.stage, form).map((g) => ({ title: say(g.title), rows: g.sections.map((s) => ({ key: s.key, title: say(s.title), hint: s.hint ? say(s.hint) : '', given: given.get(s.key) ?? '', ...sectionState(s, entry.stage, form, marks) })) })) : null,
    completed: done,
    of: sections.length,
    next: open && editable && mayEdit(file.roles, file.standings, found.key) ? { key: open.key, title: say(open.title) } : null,
    evidence: evidenceOf(entry.stage, form).map((kind) => ({ key: kind.key, title: say(kind.title), hint: kind.hint ? say(kind.hint) : '', minimum: kind.minimum, have: form.documents.get(kind.key) ?? 0, personalData: kind.personalData ?? false })),
    criteria: entry.stage.criteria.map((c) => ({ key: c.key, title: say(c.title), looksFor: say(c.looksFor), blocking: c.blocking ?? false })),
    send: editable && mayEdit(file.roles) ? { may: law.ok && mayLead(file.roles), reasons: law.ok ? [] : law.reasons, verb: type === 'submit' ? 'send' : 'finish' } : null,
    only: loaded.only.map((key) => say(placeOf(file.pathway, key)?.question.title ?? key)),
    awaits: editable && maySeeDraft(file.roles, file.standings, found.key) ? facts.partnersToConfirm : [],
    mayTakeBack: mayLead(file.roles) && decide('stage', row.state, facts, { type: 'takeBack', by: file.actor.id, at: instant() }).ok,
    mayReopen: hasTag('stage', row.state, 'settled') && (facts.isDecided ? mayDecide(file.roles) && file.exclusion === null : mayLead(file.roles)),
    dueOn: row.due_on,
    notes, mayNote: mayWriteNote(file, found.key),
    approvers: approvers.map((p) => p.name),
    openComments,
    versions: (maySeeSubmission(file.roles, file.standings, found.key) ? versions : []).map((v) => ({
      number: v.number, sentAt: v.sent_at, outcome: outcomeOf(v, decisions),
      records: recordsFor(file, decisions).filter((d) => d.submission_id === v.id).map((d) => ({ to: recordPath(file.case.id, d.stage, d.id), words: `${OUTCOMES[d.outcome]}${d.voided_at === null || d.line === 'second' ? '' : ', no longer in force'}` })),
    })).reverse(),
    pack: maySeeSubmission(file.roles, file.standings, found.key) ? (versions.filter((v) => v.withdrawn_at === null).at(-1)?.number ?? null) : null,
    shortForm: form.short && found.key === 'business-case',
  };
}

/** Who writes each section of a stage, in words. */
async function givenIn(reader: Reader, caseId: string, stage: StageKey): Promise<Map<string, string>> {
  const rows = await assignmentsOf(reader, caseId, stage);
  const name = await namesOf(reader, rows.map((row) => row.person_id));
  return new Map(rows.map((row) => [row.section, `${name(row.person_id)}${row.due_on ? `, by ${day(row.due_on)}` : ''}`]));
}

/** What became of one version, in words. */
export function outcomeOf(version: { id: string; withdrawn_at: string | null }, decisions: readonly Row<'decisions'>[]): string {
  if (version.withdrawn_at) return 'taken back';
  const last = decisions.filter((d) => d.submission_id === version.id && d.voided_at === null).at(-1);
  return last ? OUTCOMES[last.outcome] : 'not decided yet';
}
