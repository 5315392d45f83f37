import Database from 'better-sqlite3';
import { createServer } from 'node:http';

/** The floor: a bare server doing the same five reads of SQLite and sending a string of the same size. Arguments: file, case, bytes, port. */
const [file, caseId, bytes, port] = process.argv.slice(2);
const db = new Database(file, { readonly: true });
const reads = [
  'select * from cases where id = ?',
  'select * from stages where case_id = ?',
  'select * from memberships where case_id = ?',
  'select * from benefits where case_id = ?',
  'select * from events where case_id = ? order by at desc limit 5',
].map((sql) => db.prepare(sql));
const body = 'x'.repeat(Number(bytes));

createServer((_request, response) => {
  for (const read of reads) read.all(caseId);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(body);
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
