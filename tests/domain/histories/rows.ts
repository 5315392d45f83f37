import { fromJson } from '#db/codec.ts';
import type { Row } from '#db/schema.ts';
import { caseById } from '#db/tables/cases.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { decisionsOf } from '#db/tables/decisions.server.ts';
import { interestsOf } from '#db/tables/interests.server.ts';
import { membershipsOfCase } from '#db/tables/memberships.server.ts';
import { reviewsOfCase } from '#db/tables/reviews.server.ts';
import { stagesOf } from '#db/tables/stages.server.ts';
import { submissionsOf, type SubmissionHead } from '#db/tables/submissions.server.ts';
import { reader } from '#app/domain/database.server.ts';

interface Subject {
  stage?: string;
  submission?: string;
  decision?: string | null;
  condition?: string;
  board?: string;
  seals?: { of: string; id: string }[];
}
export interface Happened extends Row<'events'> {
  subject: Subject;
}
/** Everything a history left behind, as rows; events in their order. */
export interface Rows {
  of: Row<'cases'>;
  decisions: Row<'decisions'>[];
  memberships: Row<'memberships'>[];
  interests: Row<'interests'>[];
  covers: Row<'covers'>[];
  submissions: SubmissionHead[];
  reviews: Row<'reviews'>[];
  conditions: Row<'conditions'>[];
  boards: Row<'boards'>[];
  views: Row<'board_views'>[];
  stages: Row<'stages'>[];
  events: Happened[];
}

export async function rowsOf(caseId: string): Promise<Rows> {
  const { db } = reader();
  const events = await db.selectFrom('events').selectAll().where('chain', '=', caseId).orderBy('number').execute();
  return {
    of: (await caseById(reader(), caseId))!,
    decisions: await decisionsOf(reader(), caseId),
    memberships: await membershipsOfCase(reader(), caseId),
    interests: await interestsOf(reader(), caseId),
    covers: await coversOf(reader(), caseId),
    submissions: await submissionsOf(reader(), caseId),
    reviews: await reviewsOfCase(reader(), caseId),
    conditions: await conditionsOf(reader(), caseId),
    boards: await db.selectFrom('boards').selectAll().where('case_id', '=', caseId).execute(),
    views: await db.selectFrom('board_views').selectAll().where('case_id', '=', caseId).execute(),
    stages: await stagesOf(reader(), caseId),
    events: events.map((event) => ({ ...event, subject: fromJson<Subject>(event.subject_json) })),
  };
}
