import { toJson } from '#db/codec.ts';
import { shareStages as writeShared } from '#db/tables/memberships.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { addMonths, dayInWords } from '#workflows/dates.ts';
import type { StageKey } from '#workflows/definition.ts';
import { inWords, stageOf } from '#workflows/form.ts';
import { today } from '../clock.server.ts';
import { absent, done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { caseCommand } from './case-command.server.ts';
import { mayLead } from './cases.policy.ts';

const AT_MOST_MONTHS = 12;

/** The team lead says which stages a mentor may read, drafts among them, and until when. What is left out is no longer theirs to see, from this moment. */
export async function shareStages(actor: Actor, caseId: string, membershipId: string, stages: readonly StageKey[], until: string | null): Promise<Done<null> | Refused> {
  return caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    const part = file.memberships.find((m) => m.id === membershipId && m.role === 'mentor' && m.until_at === null);
    if (!part) return absent();
    if (!mayLead(file.roles)) return refused(403, 'Only the team lead can choose what a mentor sees');
    const fault = stages.length ? faultOf(until) : null;
    if (fault) return refused(422, { message: fault, field: 'until' });
    const lastDay = stages.length ? until : null;
    await writeShared(tx, membershipId, toJson(stages), lastDay);
    const [mentor] = await peopleByIds(tx, [part.person_id]);
    const what = stages.map((key) => inWords(stageOf(file.pathway, key).stage.title, file.pathway)).join(', ');
    await tell(tx, at, [part.person_id], {
      caseId, kind: 'information', about: 'people', link: `/cases/${caseId}`,
      text: lastDay ? `${actor.name} shares with you until ${dayInWords(lastDay)}: ${what}, ${file.case.title}` : `${actor.name} no longer shares stages with you: ${file.case.title}`,
    }, actor.id);
    return done(null, {
      kind: 'part.share', caseId, subject: { membership: membershipId, stages, until: lastDay },
      sentence: lastDay ? `shared with ${mentor?.name ?? 'the mentor'} until ${dayInWords(lastDay)}: ${what}` : `took back what ${mentor?.name ?? 'the mentor'} could read`,
    });
  });
}

function faultOf(until: string | null): string | null {
  if (until === null) return 'Enter the last day they can read it, like 27 3 2027';
  if (until < today()) return 'The last day they can read it must be today or later. To take back what you share, clear every stage';
  const last = addMonths(today(), AT_MOST_MONTHS);
  return until > last ? `The last day they can read it must be ${dayInWords(last)} or earlier. You can share again when it ends` : null;
}
