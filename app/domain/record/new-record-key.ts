import { newKey } from './keys.server.ts';

/** `npm run new-record-key`: a new key to sign heads with, in use from the next start. Keep the older ones: they still check what they signed. */
process.stdout.write(`New key ${newKey().id}. Restart Slipway to use it.\n`);
