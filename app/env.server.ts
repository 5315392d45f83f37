import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The only reader of process.env. Everything has a default that suits a desk; nothing here is read at import. */
const Whole = (least: number, most: number, otherwise: number) => z.coerce.number().int().min(least).max(most).default(otherwise);
const Text = (otherwise: string) => z.string().trim().min(1).default(otherwise);

const Settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  FILES_DIR: Text('./data/files'),
  KEYS_DIR: z.string().trim().min(1).optional(), // none: a folder `keys` beside FILES_DIR
  PORT: Whole(0, 65_535, 3000),
  HOST: Text('0.0.0.0'),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin).optional(),
  TRUST_PROXY: Whole(0, 5, 0), // how many proxies stand in front, never "all"
  MAIL_FROM: z.email().default('slipway@localhost.localdomain'),
  SLIPWAY_DEMO: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
  SESSION_IDLE_MINUTES: Whole(5, 1440, 480),
  SESSION_HOURS: Whole(1, 24, 12),
  SUPPORT_NAME: Text('The Slipway support unit'),
  SUPPORT_EMAIL: z.email().optional(),
  SUPPORT_PHONE: z.string().trim().default(''),
  SUPPORT_HOURS: Text('Monday to Friday, 9am to 5pm'),
});

const Secrets = z.object({
  DATABASE_URL: Text('file:./data/slipway.sqlite'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(), // none: mail stays in the outbox
  SMTP_CA_FILE: Text('').optional(), // PEM file of a private certificate authority
});

export type Env = ReturnType<typeof settingsFrom>;
type Source = Record<string, string | undefined>;

/** Settings that may be shown and logged. Throws one error naming every fault. */
export function settingsFrom(source: Source) {
  const read = parse(Settings, source);
  const publicOrigin = read.PUBLIC_ORIGIN ?? `http://localhost:${read.PORT}`;
  return {
    production: read.NODE_ENV === 'production',
    filesDir: read.FILES_DIR,
    keysDir: read.KEYS_DIR ?? join(read.FILES_DIR, '..', 'keys'),
    port: read.PORT,
    host: read.HOST,
    publicOrigin,
    secure: publicOrigin.startsWith('https:'),
    trustProxy: read.TRUST_PROXY,
    mailFrom: read.MAIL_FROM,
    demo: read.SLIPWAY_DEMO === '1',
    logLevel: read.LOG_LEVEL ?? (read.NODE_ENV === 'test' ? 'silent' : 'info'),
    sessionIdleMinutes: read.SESSION_IDLE_MINUTES,
    sessionHours: read.SESSION_HOURS,
    support: { name: read.SUPPORT_NAME, email: read.SUPPORT_EMAIL ?? '', phone: read.SUPPORT_PHONE, hours: read.SUPPORT_HOURS },
  };
}

/** What may never be shown or logged. `NAME_FILE` names a file that holds the value of `NAME`. */
export function secretsFrom(source: Source) {
  const read = parse(Secrets, withFiles(source, Object.keys(Secrets.shape)));
  return {
    databaseUrl: read.DATABASE_URL,
    smtpUrl: read.SMTP_URL,
    smtpCa: read.SMTP_CA_FILE ? readFileSync(read.SMTP_CA_FILE, 'utf8') : undefined,
  };
}

function parse<S extends z.ZodType>(schema: S, source: Source): z.output<S> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Slipway cannot start. Mend these settings:\n${faults.join('\n')}`);
}

function withFiles(source: Source, names: string[]): Source {
  const fromFiles = names
    .filter((name) => source[`${name}_FILE`] && !source[name] && !names.includes(`${name}_FILE`))
    .map((name) => [name, readFileSync(source[`${name}_FILE`] ?? '', 'utf8').trim()]);
  return { ...source, ...Object.fromEntries(fromFiles) };
}

let settings: Env | undefined;
let hidden: ReturnType<typeof secretsFrom> | undefined;

export const env = (): Env => (settings ??= settingsFrom(process.env));
export const secrets = (): ReturnType<typeof secretsFrom> => (hidden ??= secretsFrom(process.env));
/** Where people reach us, without a slash at its end: the start of every link in a mail. */
export const publicOrigin = (): string => env().publicOrigin;

/** Replaces some settings for one test; undefined reads the environment again. */
export function setEnv(changes: Partial<Env> | undefined): void {
  settings = changes && { ...settingsFrom(process.env), ...changes };
}
