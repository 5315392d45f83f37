import { secrets } from '../../env.server.ts';
import { closeTheDatabase, openTheDatabase } from '../database.server.ts';
import { removeSecondFactor } from './second-factor.server.ts';

/** `npm run remove-second-factor -- somebody@example.nhs.uk`: once you are sure that it is them who ask. */
const email = process.argv[2]?.trim().toLowerCase() ?? '';
await openTheDatabase(secrets().databaseUrl);
try {
  const outcome = await removeSecondFactor(email);
  const removed = outcome.ok && outcome.value.removed;
  process.stdout.write(removed ? `${email} signs in with a password alone, and is told so by email.\n` : `Nobody with the address "${email}" has codes beside their password.\n`);
} finally {
  await closeTheDatabase();
}
