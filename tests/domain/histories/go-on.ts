import { caseById } from '#db/tables/cases.server.ts';
import { conditionsOf } from '#db/tables/conditions.server.ts';
import { coversOf } from '#db/tables/covers.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import { stageOf as stageRow } from '#db/tables/stages.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { reader } from '#app/domain/database.server.ts';
import { around } from './around.ts';
import { signOff } from './sign-off.ts';
import type { Act, Walk } from './walk.ts';

type Name = keyof typeof signOff | keyof typeof around;

/** What would carry the case on as it stands, so that most histories come to a signature, and not all to refusals. */
export const goOn: Act = async (walk, step) => {
  const acts = { ...signOff, ...around };
  const names = await nextOf(walk, step.n);
  const answers = [];
  for (const name of names) answers.push(...(await acts[name](walk, { ...step, willing: true })));
  return answers;
};

async function nextOf(walk: Walk, n: number): Promise<Name[]> {
  const [of, row] = [(await caseById(reader(), walk.caseId))!, (await stageRow(reader(), walk.caseId, walk.stage))!];
  if (of.state === 'paused') return ['resume'];
  if (of.state === 'frozen') return ['unfreeze'];
  if (of.state === 'declined' || of.state === 'withdrawn') return ['reopenCase'];
  switch (row.state) {
    case 'drafting': case 'changesRequested': return ['complete', 'submit', 'read', 'review'];
    case 'sent': return ['read', 'review'];
    case 'inReview': case 'deferred': return waitingFor(walk, n);
    case 'inAssurance': return n === 0 ? ['query'] : n < 3 ? ['coverSecondLine', 'deputySigns'] : n === 3 ? ['reopenCondition', 'assure'] : ['assure'];
    case 'declined': return ['reopen'];
    default: return (await conditionsOf(reader(), walk.caseId)).some((c) => !['met', 'waived', 'lapsed'].includes(c.state)) ? ['agree', 'sendEvidence', 'verify'] : n < 2 ? ['reopen'] : [];
  }
}

async function waitingFor(walk: Walk, n: number): Promise<Name[]> {
  const version = (await latestSubmission(reader(), walk.caseId, walk.stage))!;
  if ((await reviewsOf(reader(), version.id)).length === 0) return ['review'];
  if ((await coversOf(reader(), walk.caseId)).some((c) => c.role === 'sponsor' && c.ended_at === null)) return n < 4 ? ['deputySigns'] : ['approve'];
  return ([['approveWithConditions'], ['coverSponsor', 'deputySigns'], ['convene', 'view', 'approve'], ['approve'], ['requestChanges'], ['coverSponsor']] as const)[n]! as unknown as Name[];
}
