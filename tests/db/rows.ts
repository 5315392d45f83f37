import { instant, newId } from '#db/codec.ts';
import { Reader, transaction } from '#db/database.server.ts';
import type { Writer } from '#db/database.server.ts';
import type { OpenDatabase } from '#db/open.server.ts';
import type { Id, NewRow } from '#db/schema.ts';
import { insertCase } from '#db/tables/cases.server.ts';
import { insertEvent } from '#db/tables/events.server.ts';
import { insertMembership } from '#db/tables/memberships.server.ts';
import { insertPathwayVersion } from '#db/tables/pathways.server.ts';
import { insertPerson } from '#db/tables/people.server.ts';
import { lastOfChain } from '#db/tables/record.server.ts';
import { insertSubmission } from '#db/tables/submissions.server.ts';

/* Rows with nothing remarkable about them; a test says only what matters to it. */

/** The n-th minute of the day all these tests play on. */
export const minute = (n: number) => instant(new Date(Date.UTC(2026, 10, 24, 9, n)));

export const readerOf = (database: OpenDatabase) => new Reader(database.reader);
export const write = <T>(database: OpenDatabase, work: (tx: Writer) => Promise<T>) => transaction(database, work);

export async function person(tx: Writer, row: Partial<NewRow<'people'>> = {}): Promise<Id> {
  const id = newId();
  await insertPerson(tx, { id, email: `${id}@nhs.test`, name: 'Ann', job_title: 'Nurse', created_at: minute(0), ...row });
  return id;
}

export async function pathway(tx: Writer): Promise<void> {
  await insertPathwayVersion(tx, { key: 'right-to-request', version: 1, definition_json: '{}', released_at: minute(0) });
}

/** An event after the last of its chain; its hash is of nothing. */
export async function event(tx: Writer, row: Omit<NewRow<'events'>, 'id' | 'chain' | 'number' | 'hash' | 'subject_json'>): Promise<Id> {
  const id = newId();
  const chain = row.case_id ?? row.actor_id ?? 'slipway';
  const number = ((await lastOfChain(tx, chain))?.number ?? 0) + 1;
  await insertEvent(tx, { ...row, id, subject_json: '{}', chain, number, hash: '0'.repeat(64) });
  return id;
}

let references = 0;

/** Needs the pathway. */
export async function aCase(tx: Writer, createdBy: Id, row: Partial<NewRow<'cases'>> = {}): Promise<Id> {
  const id = newId();
  await insertCase(tx, {
    id,
    reference: `SW-${String(++references).padStart(4, '0')}`,
    title: 'Harbour therapies',
    summary: '',
    pathway: 'right-to-request',
    pathway_version: 1,
    machine_version: 1,
    state: 'open',
    revision: 1,
    shown_as: 'example',
    created_by: createdBy,
    created_at: minute(0),
    ...row,
  });
  return id;
}

export async function member(tx: Writer, caseId: Id, personId: Id, role: string, from = minute(1)): Promise<Id> {
  const id = newId();
  await insertMembership(tx, { id, case_id: caseId, person_id: personId, role, invited_by: personId, from_at: from });
  return id;
}

export async function submission(tx: Writer, caseId: Id, sentBy: Id, row: Partial<NewRow<'submissions'>> = {}): Promise<Id> {
  const id = newId();
  await insertSubmission(tx, {
    id,
    case_id: caseId,
    stage: 'proposal',
    number: 1,
    body_json: '{}',
    sha256: 'abc',
    sent_by: sentBy,
    sent_at: minute(2),
    ...row,
  });
  return id;
}

export const decision = (caseId: Id, submissionId: Id, by: Id, row: Partial<NewRow<'decisions'>> = {}): NewRow<'decisions'> => ({
  id: newId(),
  case_id: caseId,
  stage: 'proposal',
  submission_id: submissionId,
  sha256: 'abc',
  line: 'first',
  outcome: 'approved',
  criteria_json: '[]',
  reasons_json: '[]',
  note: '',
  on_behalf_of: '',
  minutes: '',
  by,
  role: 'sponsor',
  at: minute(3),
  ...row,
});

/** A lead, a sponsor, a case of theirs, and a proposal the lead has sent. */
export async function sentProposal(tx: Writer) {
  await pathway(tx);
  const lead = await person(tx);
  const sponsor = await person(tx);
  const caseId = await aCase(tx, lead);
  await member(tx, caseId, lead, 'lead');
  await member(tx, caseId, sponsor, 'sponsor');
  return { lead, sponsor, caseId, submissionId: await submission(tx, caseId, lead) };
}
