import type { Reader } from '#db/database.server.ts';
import { dropReadMark, putReadMark, readMarksOf } from '#db/tables/read-marks.server.ts';
import { submissionsOf, type SubmissionHead } from '#db/tables/submissions.server.ts';
import { recordVisit, visitOf } from '#db/tables/visits.server.ts';
import { stageInFile, type CaseFile } from '../cases/case-file.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { maySeeSubmission } from '../cases/cases.policy.ts';
import { absent, command, done, type Done, type Refused } from '../command.server.ts';
import type { Actor } from '../people/actor.server.ts';

/** Notes that a person has looked at a version, so that the next one can show what changed since. No event: nobody else's business. */
export async function noteReading(actor: Actor, submissionId: string): Promise<void> {
  await command({ id: actor.id, name: actor.name, role: 'reader' }, async (tx, at) => {
    await recordVisit(tx, actor.id, submissionId, at);
    return done(null);
  });
}

export interface LastRead {
  submission: SubmissionHead;
  at: string;
}

/** The latest earlier version this person looked at; undefined when this is their first. */
export async function lastRead(reader: Reader, personId: string, earlier: readonly SubmissionHead[]): Promise<LastRead | undefined> {
  for (const submission of [...earlier].reverse()) {
    const visit = await visitOf(reader, personId, submission.id);
    if (visit) return { submission, at: visit.at };
  }
  return undefined;
}

/** Keeps a reader's own ticks on the version last sent: these sections are read, the others are not. */
export async function keepReading(actor: Actor, caseId: string, stage: string, sections: readonly string[]): Promise<Done<{ read: number }> | Refused> {
  return caseCommand(actor, caseId, [], async (tx, file, at) => {
    const found = stageInFile(file, stage);
    const submission = found && maySeeSubmission(file.roles, file.standings, found.key) ? (await currentOf(tx, file, stage)) : undefined;
    if (!found || !submission) return absent();
    const known = found.entry.stage.groups.flatMap((g) => g.sections.map((s) => s.key));
    const ticked = known.filter((key) => sections.includes(key));
    const before = await readMarksOf(tx, actor.id, submission.id);
    for (const section of ticked) await putReadMark(tx, { person_id: actor.id, submission_id: submission.id, section, at });
    for (const { section } of before) if (!ticked.includes(section)) await dropReadMark(tx, actor.id, submission.id, section);
    return done({ read: ticked.length });
  });
}

/** The version in front of its readers: the last one that was not taken back. */
export async function currentOf(reader: Reader, file: Pick<CaseFile, 'case'>, stage: string): Promise<SubmissionHead | undefined> {
  const heads = await submissionsOf(reader, file.case.id, stage);
  const last = heads.at(-1);
  return last?.withdrawn_at === null ? last : undefined;
}
