import type { Reader } from '#db/database.server.ts';
import type { Row } from '#db/schema.ts';
import { liveDecision } from '#db/tables/decisions.server.ts';
import { reviewsOf } from '#db/tables/reviews.server.ts';
import { latestSubmission } from '#db/tables/submissions.server.ts';
import { hasTag } from '#workflows/decide.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { standingsOf, type CaseFile } from '../cases/case-file.server.ts';
import { invitedTeam, whyNotDeputy, type Covered } from './covers.policy.ts';

/** Why somebody cannot stand in: a deputy inherits every exclusion, and had no hand in a version that waits for its decision. */
export async function whyNotStandIn(reader: Reader, file: CaseFile, role: Covered, deputy: Pick<Row<'people'>, 'id' | 'name'>): Promise<string | null> {
  const interests = file.interests.filter((i) => i.person_id === deputy.id).map((i) => ({ kind: i.kind, at: i.declared_at }));
  const never = whyNotDeputy(deputy.name, { standings: standingsOf(file.memberships, deputy.id), interests, invited: invitedTeam(file.case, file.memberships, deputy.id) });
  return never ?? whyNotNow(reader, file, role, deputy);
}

async function whyNotNow(reader: Reader, file: CaseFile, role: Covered, { id, name }: Pick<Row<'people'>, 'id' | 'name'>): Promise<string | null> {
  for (const [key, row] of file.stages) {
    const second = hasTag('stage', row.state, 'secondLine');
    const version = second || hasTag('stage', row.state, 'approver') ? await latestSubmission(reader, file.case.id, key) : undefined;
    if (!version) continue;
    const noun = inWords(stageOf(file.pathway, key).stage.noun, file.pathway);
    if ((await reviewsOf(reader, version.id)).some((r) => r.by === id && r.sent_at !== null)) return `${name} reviewed the ${noun}, which waits for a decision, so cannot stand in`;
    const first = second && role === 'secondLine' ? await liveDecision(reader, version.id, 'first') : undefined;
    if (first && (first.by === id || first.for_id === id)) return `${name} took the first decision on the ${noun}, so cannot stand in for the second line`;
  }
  return null;
}
