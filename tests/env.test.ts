import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { secretsFrom, settingsFrom } from '#app/env.server.ts';

test('everything has a default for a desk', () => {
  expect(settingsFrom({})).toMatchObject({ port: 3000, publicOrigin: 'http://localhost:3000', secure: false, demo: false, trustProxy: 0, sessionHours: 12 });
  expect(secretsFrom({})).toMatchObject({ databaseUrl: 'file:./data/slipway.sqlite', smtpUrl: undefined });
});

test('keys stand in a folder beside the documents, unless another is named', () => {
  expect(settingsFrom({ FILES_DIR: '/srv/slipway/files' }).keysDir).toBe('/srv/slipway/keys');
  expect(settingsFrom({ KEYS_DIR: '/etc/slipway/keys' }).keysDir).toBe('/etc/slipway/keys');
});

test('an empty setting is no setting, an origin loses its path', () => {
  expect(settingsFrom({ PORT: '', PUBLIC_ORIGIN: 'https://slipway.nhs.test/somewhere/' })).toMatchObject({ port: 3000, publicOrigin: 'https://slipway.nhs.test', secure: true });
});

test('every fault is told at once, by name', () => {
  const faulty = { PORT: 'many', TRUST_PROXY: 'true', SLIPWAY_DEMO: 'yes', PUBLIC_ORIGIN: 'javascript:alert(1)' };
  expect(() => settingsFrom(faulty)).toThrow(/Mend these settings:(\n {2}(PORT|TRUST_PROXY|SLIPWAY_DEMO|PUBLIC_ORIGIN): .+){4}$/);
});

test('a secret may stand in a file, and is not among the settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-env-'));
  writeFileSync(join(folder, 'smtp'), 'smtp://user:hush@mail.nhs.test:587\n');
  const source = { SMTP_URL_FILE: join(folder, 'smtp') };
  expect(secretsFrom(source).smtpUrl).toBe('smtp://user:hush@mail.nhs.test:587');
  expect(JSON.stringify(settingsFrom(source))).not.toContain('hush');
  rmSync(folder, { recursive: true });
});
