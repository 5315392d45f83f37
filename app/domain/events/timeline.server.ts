import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { maySeeDraft, maySeeReviews, maySeeSubmission } from '../cases/cases.policy.ts';
import { seesBenefits, type CaseFile } from '../cases/case-file.server.ts';
import { BALLOT_EVENTS, maySeeBallots } from '../ballots/ballots.policy.ts';
import { MEETING_EVENTS, maySeeMeetings } from '../meetings/meetings.policy.ts';
import { maySeeSearch } from '../mentoring/mentoring.policy.ts';
import { maySeeSupport, SUPPORT_EVENTS } from '../support/support.policy.ts';
import type { Audience } from '#workflows/comments.ts';
import { audiencesOf } from '../comments/comments.policy.ts';
import { maySeeDocument, type Audience as DocumentAudience } from '../evidence/documents.policy.ts';
import { recordPath } from '../decisions/records.server.ts';
import { day, dayOf, time } from '../../lib/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import type { Role, StageKey } from '#workflows/definition.ts';

/** What nobody is shown: work not sent yet. */
export const DRAFTS = ['comment.draft', 'comment.discard', 'review.draft', 'decision.draft'] as const;
const REVIEWS = ['review.send', 'board.view'] as const;
/** How a team looks for a mentor, and who said no: its own matter. */
const SEARCH = ['mentor.need', 'mentor.ask', 'mentor.passOver', 'mentor.decline', 'mentor.lapse', 'mentor.withdraw', 'mentor.feedback'] as const;

/** Kinds of event this reader is never shown in the case. */
export const hiddenFrom = ({ roles }: Pick<CaseFile, 'roles'>): string[] => [...DRAFTS, ...(maySeeReviews(roles) ? [] : REVIEWS), ...(maySeeMeetings(roles) ? [] : MEETING_EVENTS), ...(maySeeSearch(roles) ? [] : SEARCH), ...(maySeeSupport(roles) ? [] : SUPPORT_EVENTS), ...(maySeeBallots(roles) ? [] : BALLOT_EVENTS)];

interface Subject {
  stage?: StageKey;
  benefit?: string;
  condition?: string;
  decision?: string | null;
  meeting?: string;
  session?: string;
  action?: string;
  document?: string;
  /** A document: for whom it was added. */
  seenBy?: DocumentAudience;
  lesson?: string;
  ballot?: string;
  /** A comment: for whom it was. */
  audience?: Audience;
  /** "Slipway": it followed by itself. */
  by?: string;
}

/** Whether what was said was said to this reader too, where it was said to some. */
const isForThem = (roles: readonly Role[], event: Pick<Row<'events'>, 'subject_json'>): boolean => {
  const { audience } = subjectOf(event);
  return audience === undefined || audiencesOf(roles).includes(audience);
};

/** False for a benefit or document that is not for them, for what happened in a stage the reader may not see, for comments to others, and for the team's own writing when they may not see drafts. */
export function maySeeEvent(file: Pick<CaseFile, 'roles' | 'standings' | 'case' | 'actor'>, event: Row<'events'>): boolean {
  if (!isForThem(file.roles, event)) return false;
  const { stage, document, benefit } = subjectOf(event);
  if (benefit && !seesBenefits(file)) return false;
  if (document) return mayKnowOfDocument(file, event);
  if (!stage || file.case.shown_as === 'example' || maySeeDraft(file.roles, file.standings, stage)) return true;
  return !isWriting(event) && maySeeSubmission(file.roles, file.standings, stage);
}

/** Whether the document an entry is about was added for this reader too. */
function mayKnowOfDocument({ roles, standings, actor }: Pick<CaseFile, 'roles' | 'standings' | 'actor'>, event: Pick<Row<'events'>, 'subject_json' | 'actor_id'>): boolean {
  const { seenBy = 'team', stage = null } = subjectOf(event);
  return maySeeDocument(roles, standings, actor.id, { seen_by: seenBy, stage, by: event.actor_id ?? '', withdrawn_at: null }, []);
}

/** The team at work on its draft: of no concern to others until it is sent. */
export const isWriting = (event: Pick<Row<'events'>, 'kind'>): boolean => /^(answers|section)\./.test(event.kind);

export interface TimelineEntry {
  id: string;
  title: string;
  by: string;
  /** The time, or with `dated` the whole moment. */
  at: string;
  to?: string;
}

/** Events as a timeline shows them: who did what, as what, when, and one link: to the record of a decision in stages whose versions the reader may see. */
export async function entriesOf(reader: Reader, events: readonly Row<'events'>[], seesVersions: (stage: StageKey, event: Row<'events'>) => boolean): Promise<(TimelineEntry & { day: string })[]> {
  const people = await peopleByIds(reader, [...new Set(events.flatMap((event) => event.actor_id ?? []))]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  return events.map((event) => {
    const subject = subjectOf(event);
    const itself = subject.by === 'Slipway' || event.actor_id === null;
    const who = itself ? 'Slipway' : (names.get(event.actor_id ?? '') ?? 'Somebody');
    const to = linkOf(event.case_id, subject, subject.stage !== undefined && seesVersions(subject.stage, event));
    return { id: event.id, title: `${who} ${event.sentence}`, by: itself ? 'By itself' : capital(roleInWords(event.actor_role)), at: time(event.at), day: dayOf(event.at), ...(to && { to }) };
  });
}

/** The same entries under their days, newest first. */
export function byDay(entries: readonly (TimelineEntry & { day: string })[]): { heading: string; entries: TimelineEntry[] }[] {
  const days = new Map<string, TimelineEntry[]>();
  for (const { day: on, ...entry } of entries) days.set(on, [...(days.get(on) ?? []), entry]);
  return [...days].map(([on, of]) => ({ heading: day(on), entries: of }));
}

const subjectOf = (event: Pick<Row<'events'>, 'subject_json'>): Subject => fromJson<Subject>(event.subject_json);

function linkOf(caseId: string | null, { stage, benefit, condition, decision, meeting, session, action, lesson, ballot }: Subject, seesVersions: boolean): string {
  if (condition) return `/cases/${caseId}/conditions/${condition}`;
  if (benefit) return `/cases/${caseId}/benefits/${benefit}`;
  if (meeting ?? session ?? action) return `/cases/${caseId}/meetings`;
  if (lesson) return `/cases/${caseId}/lessons`;
  if (ballot) return `/cases/${caseId}/ballot`;
  if (stage && decision && seesVersions) return recordPath(caseId ?? '', stage, decision);
  return stage ? `/cases/${caseId}/stages/${stage}` : '';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
