// Checks the copy of one case that this file came with. It needs Node.js 18 or later, and nothing of Slipway:
//   node verify.mjs            what the copy says of itself
//   node verify.mjs 1a2b3c...  the same, trusting only the key with this id (from a decision record or letter)
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
/* global Buffer, URL, console */

const text = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const lines = (path) => text(path).split('\n').filter(Boolean).map((line) => JSON.parse(line));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** JSON with one spelling: keys in order, no spaces. */
const canonical = (value) =>
  Array.isArray(value) ? `[${value.map(canonical).join(',')}]`
  : value && typeof value === 'object' ? `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
  : JSON.stringify(value);
/** Columns that may change after a row was vouched for. */
const OPEN = {
  submissions: ['body_json', 'opened_at', 'opened_by', 'withdrawn_at'], reviews: [], decisions: ['voided_at'], conditions: ['state', 'revision', 'note', 'due_on', 'words', 'offered'],
  boards: ['dissolved_by', 'dissolved_at', 'dissolved_reason'], board_views: [], covers: ['membership_id', 'ended_at', 'ended_by'],
  interests: [], verdicts: [], statements: ['withdrawn_by', 'withdrawn_at', 'withdrawn_reason'],
};
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

const entries = lines('entries.ndjson');
const hashes = new Map();
entries.forEach((e, i) => {
  const previous = entries[i - 1]?.hash ?? '';
  const hash = sha256(canonical({ chain: e.chain, number: e.number, previous, id: e.id, case: e.case_id, kind: e.kind, actor: e.actor_id, role: e.actor_role, at: e.at, subject: e.subject_json, sentence: e.sentence }));
  if (e.number !== i + 1 || hash !== e.hash) fault(`entry ${e.number}`, 'it is not what was recorded, or does not follow the entry before');
  hashes.set(e.number, e.hash);
});

const trusted = process.argv[2];
const keys = new Map(readdirSync(new URL('keys/', import.meta.url)).map((name) => createPublicKey(text(`keys/${name}`))).map((key) => [sha256(key.export({ type: 'spki', format: 'der' })).slice(0, 16), key]));
const heads = lines('heads.ndjson');
for (const { chain, number, hash, at, key_id, signature } of heads) {
  const key = keys.get(key_id);
  const signed = Buffer.from(canonical({ slipway: 'record head', chain, number, hash, at }));
  if (!key || (trusted && trusted !== key_id) || !verify(null, signed, key, Buffer.from(signature, 'base64'))) fault(`head of ${at}`, 'its signature does not hold, or its key is not trusted');
  if (hashes.get(number) !== hash) fault(`entry ${number}`, `it is not the entry that was signed on ${at}`);
}

const seals = entries.flatMap((e) => (JSON.parse(e.subject_json).seals ?? []).map((seal) => ({ ...seal, entry: e.number })));
const rows = Object.fromEntries(Object.keys(OPEN).map((table) => [table, new Map(JSON.parse(text(`rows/${table}.json`)).map((row) => [row.id, row]))]));
for (const { of, id, sha256: sealed, entry } of seals) {
  const row = rows[of]?.get(id);
  const kept = Object.fromEntries(Object.entries(row ?? {}).filter(([column, value]) => value !== null && value !== '' && !OPEN[of].includes(column)));
  if (sha256(canonical(kept)) !== sealed) fault(`entry ${entry}`, `what it vouches for in ${of} is gone or was changed: ${id}`);
}
for (const [table, known] of Object.entries(rows)) for (const id of known.keys()) if (!seals.some((seal) => seal.of === table && seal.id === id)) fault(table, `no entry vouches for ${id}`);

for (const { stage, number, sha256: sealed } of rows.submissions.values()) if (sha256(text(`submissions/${stage}-${number}.json`)) !== sealed) fault(`${stage}, version ${number}`, 'its answers were changed');
for (const { title, content } of JSON.parse(text('documents.json'))) {
  const path = new URL(`files/${content}`, import.meta.url);
  if (!existsSync(path) || sha256(readFileSync(path)) !== content) fault(`document "${title}"`, 'its file is missing or was changed');
}

console.log(`Checked ${entries.length} entries, ${heads.length} signed heads, ${seals.length} sealed rows, ${rows.submissions.size} versions. Keys: ${[...keys.keys()].join(', ')}`);
console.log(faults.length ? `${faults.join('\n')}\nThis copy does not hold.` : 'This copy is whole.');
process.exitCode = faults.length ? 1 : 0;
