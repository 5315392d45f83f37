import type { Reader } from '#db/database.server.ts';
import { answersOf } from '#db/tables/answers.server.ts';
import { documentVersionsOf } from '#db/tables/documents.server.ts';
import { peopleByIds } from '#db/tables/people.server.ts';
import { headsOf, recordKeys, rowsToCopy, SEALED, type SealedTable } from '#db/tables/record.server.ts';
import { submissionById, submissionsOf } from '#db/tables/submissions.server.ts';
import { canonicalJson } from '#workflows/canonical.ts';
import type { CaseFile } from '../cases/case-file.server.ts';
import { caseCommand } from '../cases/case-command.server.ts';
import { done, refused, type Done, type Refused } from '../command.server.ts';
import { isWhole, openFile } from '../evidence/file-store.server.ts';
import type { Actor } from '../people/actor.server.ts';
import type { ZipPart } from '../programme/evaluation/zip-writer.server.ts';
import { mayTakeCopy } from './record.policy.ts';
import { entries } from './seals.server.ts';
import verifyScript from './verify-bundle.mjs?raw';

/** Notes in the record that somebody takes a copy of the whole case. */
export const noteCopy = (actor: Actor, caseId: string): Promise<Done<{ reference: string }> | Refused> =>
  caseCommand(actor, caseId, ['auditor', 'support'], async (_tx, file) =>
    mayTakeCopy(file.roles)
      ? done({ reference: file.case.reference }, { kind: 'record.copy', caseId, sentence: 'took a copy of the whole case' })
      : refused(403, 'Only the support unit and auditors can take a copy of the whole case'));

/**
 * The whole case as the parts of a zip: the record with its keys, every version, decision and file, and a script that
 * checks it all without Slipway. A file that is missing from the store is named in missing.txt.
 */
export async function caseBundle(reader: Reader, file: CaseFile): Promise<ZipPart[]> {
  const caseId = file.case.id;
  const [submissions, documents, keys] = await Promise.all([submissionsOf(reader, caseId), documentVersionsOf(reader, caseId), recordKeys(reader)]);
  const contents = [...new Set(documents.map((d) => d.content))];
  const found = new Map(await Promise.all(contents.map(async (content) => [content, await isWhole(content)] as const)));
  const missing = documents.filter((d) => found.get(d.content) === 'missing');
  return [
    { name: 'read-me.txt', text: [readMe(file)] },
    { name: 'verify.mjs', text: [verifyScript] },
    { name: 'case.json', text: [asJson(file.case)] },
    { name: 'people.json', text: peopleIn(reader, caseId) },
    { name: 'answers.json', text: later(async () => asJson(await answersOf(reader, caseId))) },
    { name: 'documents.json', text: [asJson(documents)] },
    ...(missing.length ? [{ name: 'missing.txt', text: [`These files are no longer in the store:\n${missing.map((d) => `${d.title} (${d.file_name}), ${d.content}\n`).join('')}`] }] : []),
    ...(Object.keys(SEALED) as SealedTable[]).map((table) => ({ name: `rows/${table}.json`, text: later(async () => asJson((await rowsToCopy(reader, table, caseId)).map(({ body_json: _, ...row }) => row))) })),
    ...submissions.map(({ id, stage, number }) => ({ name: `submissions/${stage}-${number}.json`, text: later(async () => (await submissionById(reader, id))!.body_json) })),
    { name: 'entries.ndjson', text: entryLines(reader, caseId) },
    { name: 'heads.ndjson', text: later(async () => linesOf(await headsOf(reader, caseId))) },
    ...keys.map(({ id, public_key }) => ({ name: `keys/${id}.pem`, text: [public_key] })),
    ...contents.filter((content) => found.get(content) !== 'missing').map((content) => ({ name: `files/${content}`, text: bytesOf(content) })),
  ];
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const linesOf = (rows: readonly unknown[]): string => rows.map((row) => `${canonicalJson(row)}\n`).join('');

async function* later(text: () => Promise<string>): AsyncGenerator<string> {
  yield await text();
}

async function* entryLines(reader: Reader, caseId: string): AsyncGenerator<string> {
  for await (const page of entries(reader, caseId)) yield linesOf(page);
}

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of await openFile(content)) yield chunk as Uint8Array;
}

/** Who stands behind the ids in the record: name and job title, no address. */
async function* peopleIn(reader: Reader, caseId: string): AsyncGenerator<string> {
  const ids = new Set<string>();
  for await (const page of entries(reader, caseId)) for (const { actor_id } of page) if (actor_id) ids.add(actor_id);
  const people = ids.size ? await peopleByIds(reader, [...ids]) : [];
  yield asJson(people.map(({ id, name, job_title }) => ({ id, name, jobTitle: job_title })));
}

const readMe = ({ case: { reference, title } }: CaseFile): string => `${title} (${reference})

This is a copy of the whole case as Slipway kept it.

entries.ndjson   what happened, one line each; every line holds a hash over itself and the line before
heads.ndjson     signed statements of where the record stood, made with every decision and once a day
keys             the public keys these were signed with; compare their ids with a decision record or letter you hold
rows             versions sent, reviews, decisions, conditions, interests, verdicts and statements
submissions      the very bytes that were sent and decided on
files            documents, each named by the SHA-256 of its bytes; documents.json says which is which
verify.mjs       checks all of it: node verify.mjs

It holds what people wrote in confidence. Keep it as you keep the case.
`;
