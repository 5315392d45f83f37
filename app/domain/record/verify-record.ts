import { secrets } from '../../env.server.ts';
import { verifyDatabase } from './verify-database.server.ts';

/**
 * `npm run verify-record [-- file of heads ...]`: checks the record in DATABASE_URL. Says what it checked and what does
 * not hold, the first first; ends with 1 when there is such a thing.
 */
async function main(): Promise<void> {
  const began = Date.now();
  const { entries, chains, heads, seals, clockWentBack, faults } = await verifyDatabase(secrets().databaseUrl, process.argv.slice(2));
  say(`Checked ${entries} entries in ${chains} chains, ${heads} signed heads and ${seals} sealed rows in ${((Date.now() - began) / 1000).toFixed(1)} seconds.`);
  if (clockWentBack) say(`The clock went back ${clockWentBack} times; entries are kept in the order in which they were written.`);
  for (const { chain, number, what } of faults.slice(0, SHOWN)) say(`Chain ${chain}, entry ${number}: ${what}.`);
  if (faults.length > SHOWN) say(`And ${faults.length - SHOWN} more.`);
  say(faults.length ? 'The record does not hold.' : 'The record is whole.');
  process.exitCode = faults.length ? 1 : 0;
}
const SHOWN = 20;

const say = (text: string) => void process.stdout.write(`${text}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
