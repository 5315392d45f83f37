import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { maySeeDraft, maySeeReviews, maySeeSubmission } from '../cases/cases.policy.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { recordPath } from '../decisions/records.server.ts';
import { day, dayOf, time } from '../../lib/dates.ts';
import { roleInWords } from '../../lib/roles.ts';
import type { StageKey } from '#workflows/definition.ts';

/** What nobody is shown: work not sent yet. */
export const DRAFTS = ['comment.draft', 'review.draft', 'decision.draft'] as const;
const REVIEWS = ['review.send'] as const;

/** Kinds of event this reader is never shown in the case. */
export const hiddenFrom = (file: Pick<CaseFile, 'roles'>): string[] => [...DRAFTS, ...(maySeeReviews(file.roles) ? [] : REVIEWS)];

interface Subject {
  stage?: StageKey;
  benefit?: string;
  condition?: string;
  decision?: string | null;
  /** "Slipway": it followed by itself. */
  by?: string;
}

/** False for what happened in a stage the reader may not see, and for the team's own writing when they may not see drafts. */
export function maySeeEvent(file: Pick<CaseFile, 'roles' | 'standings' | 'case'>, event: Row<'events'>): boolean {
  const { stage } = subjectOf(event);
  if (!stage || file.case.shown_as === 'example' || maySeeDraft(file.roles, file.standings, stage)) return true;
  return !isWriting(event) && maySeeSubmission(file.roles, file.standings, stage);
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

const subjectOf = (event: Row<'events'>): Subject => fromJson<Subject>(event.subject_json);

function linkOf(caseId: string | null, { stage, benefit, condition, decision }: Subject, seesVersions: boolean): string {
  if (condition) return `/cases/${caseId}/conditions/${condition}`;
  if (benefit) return `/cases/${caseId}/benefits/${benefit}`;
  if (stage && decision && seesVersions) return recordPath(caseId ?? '', stage, decision);
  return stage ? `/cases/${caseId}/stages/${stage}` : '';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
