import type { LoaderFunctionArgs } from '@remix-run/node';
import { ballotPage, type BallotPage } from '#app/domain/ballots/ballot-page.server.ts';
import { maySeeBallots } from '#app/domain/ballots/ballots.policy.ts';
import { closeWhatIsOver } from '#app/domain/ballots/sweep-ballots.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { notFound } from '#app/lib/responses.ts';
import { caseAsked } from '../stages/door.server.ts';

/** The ballots of a case for who asks, or the end of the request. */
export async function ballotAsked(asked: LoaderFunctionArgs): Promise<BallotPage> {
  const { file } = await caseAsked(asked);
  if (maySeeBallots(file.roles)) await closeWhatIsOver(file.case.id);
  return (await ballotPage(reader(), file)) ?? notFound();
}
