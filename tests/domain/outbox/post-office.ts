import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Delivered {
  /** Whom the envelope named: where it truly goes. */
  recipients: string[];
  secure: boolean;
  mail: ParsedMail;
}

/** A mail as it came over the wire. */
export interface Taken {
  recipients: string[];
  raw: string;
}

interface Office extends SMTPServerOptions {
  rawOnly?: boolean;
  port?: number;
  /** Called when a mail has been taken; `answer` says so to whoever brought it. */
  beforeAnswer?: (answer: () => void) => void;
}

/** A real mail server on this machine, with STARTTLS under a certificate authority of its own. With `rawOnly` it keeps mail as it came and reads none. */
export async function openPostOffice({ rawOnly = false, beforeAnswer = (answer) => answer(), port: wanted = 0, ...options }: Office = {}) {
  const delivered: Delivered[] = [];
  const taken: Taken[] = [];
  const { key, cert } = certificate();
  const server = new SMTPServer({
    key, cert, authOptional: true, logger: false,
    async onData(stream, session, done) {
      const raw = await text(stream);
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      taken.push({ recipients, raw });
      if (!rawOnly) delivered.push({ recipients, secure: session.secure, mail: await simpleParser(raw) });
      beforeAnswer(() => done());
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that breaks off is part of the tests
  await new Promise<void>((ready) => server.listen(wanted, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    delivered,
    taken,
    ca: cert,
    url: `smtp://localhost:${port}`,
    close: () => new Promise<void>((closed) => server.close(closed)),
  };
}

let made: { key: string; cert: string } | undefined;
function certificate() {
  if (made) return made;
  const folder = mkdtempSync(join(tmpdir(), 'slipway-cert-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
    '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', cert,
  ], { stdio: 'ignore' });
  made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}
