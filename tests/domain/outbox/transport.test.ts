import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Row } from '#db/schema.ts';
import { transportTo, type Transport } from '#app/domain/outbox/transport.server.ts';
import { emailAddress } from '#app/domain/people/people.schema.ts';
import { openPostOffice } from './post-office.ts';

/* Names and subjects straight to the wire, as if nothing before had cleaned them. */
let office: Awaited<ReturnType<typeof openPostOffice>>;
let transport: Transport;
beforeAll(async () => {
  office = await openPostOffice();
  transport = transportTo({ url: office.url, ca: office.ca, from: 'slipway@slipway.test', origin: 'https://slipway.test' });
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

test('2,000 mails with generated names, subjects and addresses go to exactly the one addressed, and say nothing else', async () => {
  const busy = await openPostOffice({ rawOnly: true });
  const to = transportTo({ url: busy.url, ca: busy.ca, from: 'slipway@slipway.test', origin: 'https://slipway.test' });
  const words = fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 20 })), { maxLength: 5 }).map((parts) => parts.join(''));
  const address = fc.emailAddress().map((typed) => emailAddress.safeParse(typed)).filter(({ success }) => success).map(({ data }) => data!);
  const hostile = fc.tuple(address, fc.constantFrom(...nasty), address).map((parts) => parts.join(''));
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(words, words, fc.oneof({ weight: 4, arbitrary: address }, { weight: 1, arbitrary: hostile }), async (to_name, subject, to_address) => {
      busy.taken.length = 0;
      const isTaken = await to.send(row({ to_name, subject, to_address })).then(() => true, () => false);
      expect(busy.taken).toHaveLength(isTaken ? 1 : 0);
      if (emailAddress.safeParse(to_address).data === to_address) whole += Number(isTaken);
      const [mail] = busy.taken;
      if (!mail) return;
      expect(mail.recipients).toEqual([to_address]);
      expect(headersOf(mail.raw)).toEqual(HEADERS);
    }),
    { numRuns: 2000 },
  );
  expect(whole).toBeGreaterThan(1200);
  to.close();
  await busy.close();
}, 60_000);

/** The names of a mail's headers, folded lines put together; its subject may be empty. */
const headersOf = (raw: string) =>
  raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => line.slice(0, line.indexOf(':')).toLowerCase()).filter((name) => name !== 'subject').sort();
const HEADERS = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'to'];

test('names and subjects never add a recipient, a header or words of their own, as a reader of mail sees it', async () => {
  const words = fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 20 })), { maxLength: 5 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(words, words, async (to_name, subject) => {
      office.delivered.length = 0;
      await transport.send(row({ to_name, subject }));
      const [{ recipients, mail }] = office.delivered as [(typeof office.delivered)[0]];
      expect(recipients).toEqual(['karen@nhs.test']);
      expect([...mail.headers.keys()].filter((name) => name !== 'subject').sort()).toEqual(HEADERS);
      expect([mail.to].flat().flatMap((list) => list?.value ?? [])).toMatchObject([{ address: 'karen@nhs.test' }]);
      expect(mail.text?.trim()).toBe('t');
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('the text and the HTML say the same, and the HTML leads nowhere but to Slipway', async () => {
  office.delivered.length = 0;
  const text = 'Dear Ann & <b>Bea</b>,\n\nDecide. See https://evil.test/x and\nhttps://slipway.test/cases/1?a=1&b=2\n\nNeeds you:\n\n- First "thing"\n  https://slipway.test/cases/2\n- Second\n  https://slipway.testing/3\n\nTo choose:\nhttps://slipway.test/account/notifications\n';
  await transport.send(row({ subject: 'Decide <now>', text }));
  const { mail } = office.delivered[0]!;
  const html = String(mail.html);
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['https://slipway.test/cases/1?a=1&amp;b=2', 'https://slipway.test/cases/2', 'https://slipway.test/account/notifications']);
  expect(html).toContain('<title>Decide &lt;now&gt;</title>');
  expect(html).toContain('<h2>Needs you</h2>\n<ul>\n<li><a href="https://slipway.test/cases/2">First &quot;thing&quot;</a></li>');
  expect(html).toContain('Dear Ann &amp; &lt;b&gt;Bea&lt;/b&gt;,');
  expect(html).not.toMatch(/<(script|img|table|b)\b/);
  expect(mail.text?.trim()).toBe(text.trim());
});

test('a mail of a demonstration says so in its subject, its header, its text and its HTML', async () => {
  office.delivered.length = 0;
  const trial = transportTo({ url: office.url, ca: office.ca, from: 'slipway@slipway.test', origin: 'https://slipway.test', isTest: true });
  await trial.send(row({ subject: 'Decide', text: 'Dear Ann,' }));
  trial.close();
  const { mail } = office.delivered[0]!;
  expect(mail.subject).toBe('[Test] Decide');
  expect(mail.headers.get('x-slipway-test')).toBe('yes');
  for (const said of [mail.text, mail.html]) expect(String(said)).toMatch(/This is a test\..*Dear Ann/s);
});

test('an address that is more than an address is refused by the transport too', async () => {
  office.delivered.length = 0;
  await expect(transport.send(row({ to_address: 'b@x.test\r\nRCPT TO:<evil@x.test>' }))).rejects.toThrow();
  expect(office.delivered).toEqual([]);
});
