import { createInterface } from 'node:readline';
import { openDatabase } from '#db/open.server.ts';
import { setClock } from '#app/domain/clock.server.ts';
import { useDatabase } from '#app/domain/database.server.ts';
import { startOutbox } from '#app/domain/outbox/outbox-worker.server.ts';
import { transportTo } from '#app/domain/outbox/transport.server.ts';

/* The worker alone, in a process that a test can kill. It begins when it is told how far ahead its clock is. */
const [databaseUrl = '', url = ''] = process.argv.slice(2);
void openDatabase(databaseUrl).then((open) => {
  useDatabase(open);
  createInterface(process.stdin).once('line', (ahead) => {
    setClock(() => new Date(Date.now() + Number(ahead)));
    startOutbox(transportTo({ url, from: 'slipway@slipway.test', origin: 'https://slipway.test' }), false);
  });
});
