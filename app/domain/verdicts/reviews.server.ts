import { fromJson } from '#db/codec.ts';
import type { Reader } from '#db/database.server.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { reviewsOf, type Review } from '#workflows/review-calendar.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { today } from '../clock.server.ts';

/** The reviews of a case up to the next one, from its own pathway and the end of its contract as agreed. */
export async function reviewsOfCase(reader: Reader, file: CaseFile): Promise<Review[]> {
  if (file.case.live_on === null) return [];
  const [end] = await answersOf(reader, file.case.id, ['con.end']);
  const contractEndOn = end?.state === 'answered' ? fromJson<string | null>(end.value_json) : null;
  return reviewsOf({ plan: file.pathway.reviews, goLiveOn: file.case.live_on, contractEndOn }, today());
}
