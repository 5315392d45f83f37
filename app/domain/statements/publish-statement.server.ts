import { newId } from '#db/codec.ts';
import type { Writer } from '#db/database.server.ts';
import { benefitsOf } from '#db/tables/benefits.server.ts';
import { insertStatement, statementsAt, statementsOf, withdrawStatements } from '#db/tables/statements.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { holdersOf, type CaseFile } from '../cases/case-file.server.ts';
import { mayLead } from '../cases/cases.policy.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import { tell } from '../notifications/tell.server.ts';
import type { Actor } from '../people/actor.server.ts';
import { draftStatement } from './draft-statement.server.ts';
import type { PublicationForm } from './statements.schema.ts';

const LEADS = 'Only the team lead can publish or withdraw the public statement';

/** Publishes what an enterprise says of its promises, frozen as its owners read it. Each one has the next number at one address. */
export async function publishStatement(actor: Actor, caseId: string, { key, saw, ...form }: PublicationForm): Promise<Done<{ address: string }> | Refused> {
  return caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    if (!mayLead(file.roles)) return refused(403, LEADS);
    if (file.case.live_on === null) return refused(422, 'The service is not live yet, so there is nothing to publish');
    const { body, json, sha256 } = await draftStatement(tx, file, form);
    if (sha256 !== saw) return refused(409, 'Something in it changed since you read it. Read the preview again, then publish');
    const address = await addressFor(tx, file);
    const id = newId();
    await insertStatement(tx, { id, case_id: caseId, number: body.number, address, body_json: json, sha256, by: actor.id, at, withdrawn_by: null, withdrawn_at: null, withdrawn_reason: null });
    await tellCommissioner(tx, file, at, { text: `${actor.name} published the public statement of ${file.case.title}, version ${body.number}`, link: `/statements/${address}` });
    return done({ address }, { kind: 'statement.publish', caseId, subject: { number: body.number, address, sha256 }, sentence: `published the public statement, version ${body.number}`, seals: [['statements', id]] });
  }, { key, payload: { caseId, saw, ...form } });
}

/** Takes back every number that stands. Its address stays, and says that it was withdrawn and why. */
export async function withdrawStatement(actor: Actor, caseId: string, reason: string): Promise<Done<{ address: string }> | Refused> {
  return caseCommand(actor, caseId, ['lead'], async (tx, file, at) => {
    if (!mayLead(file.roles)) return refused(403, LEADS);
    if (reason.trim() === '') return refused(422, { field: 'reason', message: 'Enter the reason you withdraw it' });
    const last = (await statementsOf(tx, caseId)).at(-1);
    const withdrawn = await withdrawStatements(tx, caseId, { withdrawn_by: actor.id, withdrawn_at: at, withdrawn_reason: reason.trim() });
    if (!last || withdrawn === 0) return refused(409, 'No statement stands, so there is none to withdraw');
    await tellCommissioner(tx, file, at, { text: `${actor.name} withdrew the public statement of ${file.case.title}`, link: `/statements/${last.address}` });
    return done({ address: last.address }, { kind: 'statement.withdraw', caseId, subject: { number: last.number, reason }, sentence: 'withdrew the public statement' });
  });
}

/** The approver, and whoever owns a benefit for the commissioner. */
async function tellCommissioner(tx: Writer, file: CaseFile, at: string, news: { text: string; link: string }): Promise<void> {
  const owners = (await benefitsOf(tx, file.case.id)).flatMap((row) => row.commissioner_owner_id ?? []);
  await tell(tx, at, [...holdersOf(file, 'sponsor'), ...owners], { caseId: file.case.id, kind: 'information', about: 'cases', ...news }, file.actor.id);
}

/** The address of the case's earlier ones; for the first, its title as a word in an address, with a number where that is taken. */
async function addressFor(tx: Writer, file: CaseFile): Promise<string> {
  const [own] = await statementsOf(tx, file.case.id);
  if (own) return own.address;
  const word = wordOf(file.case.title);
  for (let n = 1; ; n += 1) {
    const address = n === 1 ? word : `${word}-${n}`;
    if ((await statementsAt(tx, address)).length === 0) return address;
  }
}

const wordOf = (title: string): string =>
  title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').slice(0, 60).replace(/^-+|-+$/g, '') || 'statement';
