import type { Reader } from '#db/database.server.ts';
import { eventsOf } from '#db/tables/events.server.ts';
import { byDay, entriesOf, hiddenFrom, maySeeEvent, type TimelineEntry } from '../events/timeline.server.ts';
import { isExample, type CaseFile } from './case-file.server.ts';
import { headOf, type CaseHead } from './case-page.server.ts';
import { maySeeReviews, maySeeSubmission } from './cases.policy.ts';

/** What activity may be filtered by: the families of event each word takes in. */
export const ACTIVITY = [
  { key: 'stages', title: 'Stages and decisions', families: ['stage', 'case', 'condition', 'review'] },
  { key: 'answers', title: 'Answers', families: ['answers', 'section'] },
  { key: 'benefits', title: 'Benefits', families: ['benefit'] },
  { key: 'comments', title: 'Comments', families: ['comment'] },
  { key: 'files', title: 'Documents', families: ['document'] },
  { key: 'people', title: 'People', families: ['part', 'invitation', 'interest'] },
  { key: 'ballots', title: 'Ballots of staff', families: ['ballot'] },
  { key: 'meetings', title: 'Meetings with the mentor', families: ['meeting', 'session', 'action', 'week'] },
  { key: 'lessons', title: 'Lessons for other teams', families: ['lesson'] },
] as const;

export interface ActivityPage {
  case: CaseHead;
  example: boolean;
  kinds: { key: string; title: string }[];
  kind: string;
  days: { heading: string; entries: TimelineEntry[] }[];
  /** Whether the reader may see how the record is kept. */
  seesRecord: boolean;
  /** Give it back as `before` for what happened earlier; null at the beginning. */
  earlier: string | null;
}

const A_PAGE = 50;

/** What happened in a case, newest first, by day; drafts never, and reviews only to those who may see them. */
export async function activityPage(reader: Reader, file: CaseFile, asked: { kind: string; before: string }): Promise<ActivityPage> {
  const kind = ACTIVITY.find(({ key }) => key === asked.kind);
  const [at, id] = asked.before.split('_');
  const found = await eventsOf(reader, file.case.id, {
    limit: A_PAGE + 1, without: hiddenFrom(file), families: kind?.families, before: at && id ? { at, id } : undefined,
  });
  const page = found.slice(0, A_PAGE);
  const last = page.at(-1);
  return {
    case: headOf(file), example: isExample(file),
    kinds: ACTIVITY.map(({ key, title }) => ({ key, title })), kind: kind?.key ?? '',
    days: byDay(await entriesOf(reader, page.filter((event) => maySeeEvent(file, event)), (stage) => maySeeSubmission(file.roles, file.standings, stage))),
    seesRecord: maySeeReviews(file.roles),
    earlier: last && found.length > A_PAGE ? `${last.at}_${last.id}` : null,
  };
}
