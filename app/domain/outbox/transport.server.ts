import { createTransport } from 'nodemailer';
import type { Row } from '#db/schema.ts';

export interface MailServer {
  /** smtp://user:password@host:587 or smtps://host:465 */
  url: string;
  /** PEM of a private certificate authority, besides the public ones. */
  ca?: string | undefined;
  /** The address all our mail comes from. */
  from: string;
}
/** Sends one row; throws when the server did not take it. */
export interface Transport {
  send(mail: Row<'outbox'>): Promise<void>;
  close(): void;
}

const SECOND = 1000;

/** Speaks to the mail server: always encrypted, unless it is this very machine. Opens nothing until the first mail. */
export function transportTo({ url, ca, from }: MailServer): Transport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(hostname),
    tls: { minVersion: 'TLSv1.2', ...(ca && { ca }) },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
  });
  return {
    async send(mail) {
      await transport.sendMail({
        // Objects, never strings: a string is read as a list of addresses, and may smuggle in another.
        from: { name: 'Slipway', address: from },
        to: { name: mail.to_name, address: mail.to_address },
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.id}@${from.split('@')[1] ?? 'slipway'}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
