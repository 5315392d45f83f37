import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '#db/schema.ts';
import { transportTo, type Transport } from '#app/domain/outbox/transport.server.ts';
import { openPostOffice } from './post-office.ts';

/* Names and subjects straight to the wire, as if nothing before had cleaned them. */
let office: Awaited<ReturnType<typeof openPostOffice>>;
let transport: Transport;
beforeAll(async () => {
  office = await openPostOffice();
  transport = transportTo({ url: office.url, ca: office.ca, from: 'slipway@slipway.test' });
});
afterAll(async () => {
  transport.close();
  await office.close();
});

const row = (changes: Partial<Row<'outbox'>>): Row<'outbox'> => ({
  id: 'a', dedupe: 'a', to_name: 'Karen Hall', to_address: 'karen@nhs.test', subject: 's', text: 't', queued_at: '', due_at: '',
  attempts: 1, leased_until_at: null, sent_at: null, dead_at: null, last_error: null, ...changes,
});

const nasty = [
  '\r\nBcc: evil@x.test', '\nRCPT TO:<evil@x.test>', '"quoted" <evil@x.test>,', 'a@x.test, evil@x.test', '\u2028Bcc: evil@x.test',
  '=?utf-8?q?=0ABcc:_evil@x.test?=', '\r\n\r\nA body of its own', '\u0000', ';', '<', '>', '(comment)',
];

test('names and subjects never add a recipient or a header', async () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 20 })), { maxLength: 5 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, async (to_name, subject) => {
      office.delivered.length = 0;
      await transport.send(row({ to_name, subject }));
      const [{ recipients, mail }] = office.delivered as [(typeof office.delivered)[0]];
      expect(recipients).toEqual(['karen@nhs.test']);
      expect([...mail.headers.keys()].sort()).toEqual(expectedHeaders(mail.headers.has('subject')));
      expect([mail.to].flat().flatMap((list) => list?.value ?? [])).toMatchObject([{ address: 'karen@nhs.test' }]);
      expect(mail.text?.trim()).toBe('t');
    }),
    { numRuns: 200 },
  );
}, 60_000);

const expectedHeaders = (subject: boolean) =>
  ['auto-submitted', 'content-transfer-encoding', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'to', ...(subject ? ['subject'] : [])].sort();

test('an address that is more than an address is refused by the transport too', async () => {
  office.delivered.length = 0;
  await expect(transport.send(row({ to_address: 'b@x.test\r\nRCPT TO:<evil@x.test>' }))).rejects.toThrow();
  expect(office.delivered).toEqual([]);
});
