import { createTransport } from 'nodemailer';
import type { Row } from '#db/schema.ts';
import { htmlOf } from './mail-html.ts';

export interface MailServer {
  /** smtp://user:password@host:587 or smtps://host:465 */
  url: string;
  /** PEM of a private certificate authority, besides the public ones. */
  ca?: string | undefined;
  /** The address all our mail comes from. */
  from: string;
  /** Where the links in our mail lead, without a slash at its end. */
  origin: string;
  /** Mail of a demonstration or a developer: says so in its subject, its text and a header. */
  isTest?: boolean;
  /** How long the server may keep silent, in milliseconds. */
  patience?: number;
}
/** Sends one row; throws when the server did not take it. */
export interface Transport {
  send(mail: Row<'outbox'>): Promise<void>;
  close(): void;
}

const PATIENCE = 20_000;
const TEST = 'This is a test. Slipway sent it from a demonstration or from a desk, and nothing in it is real.';

/** Speaks to the mail server: always encrypted, unless it is this very machine. Opens nothing until the first mail. */
export function transportTo(server: MailServer): Transport {
  const { from, origin, isTest = false, patience = PATIENCE } = server;
  let line = connection(server, patience);
  return {
    async send(mail) {
      const subject = isTest ? `[Test] ${mail.subject}` : mail.subject;
      const text = isTest ? `${TEST}\n\n${mail.text}` : mail.text;
      const sending = line.sendMail({
        // Objects, never strings: a string is read as a list of addresses, and may smuggle in another.
        from: { name: 'Slipway', address: from },
        to: { name: mail.to_name, address: mail.to_address },
        subject,
        text,
        html: htmlOf({ subject, text, origin }),
        messageId: `<${mail.id}@${from.split('@')[1] ?? 'slipway'}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(isTest && { 'X-Slipway-Test': 'yes' }) },
      });
      const isOver = await within(patience * 3, sending);
      if (isOver) return;
      line.close();
      line = connection(server, patience);
      throw new Error('The mail server did not come to an end with this mail');
    },
    close: () => line.close(),
  };
}

function connection({ url, ca }: MailServer, patience: number) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    tls: { minVersion: 'TLSv1.2', ...(ca && { ca }) },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: patience / 2,
    greetingTimeout: patience / 2,
    socketTimeout: patience,
    // One connection for many mails. Only a mail of which not a byte has gone is put on a second connection; the rest is the outbox's to say.
    pool: true,
    maxConnections: 1,
    maxMessages: 500,
    maxRequeues: 1,
  });
}

/** Waits for the end of a mail, but not for ever: a server that drips keeps every other limit from running out. False when it took too long. */
async function within(limit: number, sending: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((over) => (timer = setTimeout(() => over(false), limit)));
  sending.catch(() => undefined); // heard of here or not at all
  return Promise.race([sending.then(() => true), late]).finally(() => clearTimeout(timer));
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
