import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const NOTE = '.cache/chromium';

/** Where a Chromium is on this machine, or undefined: named by CHROMIUM_PATH, of the system, or Playwright's own. */
function installed(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...KNOWN, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** Tries Playwright's own download, then Debian's package; each may be out of reach, so failures are not the end. */
function install(): void {
  const quiet = { stdio: 'ignore', timeout: 180_000 } as const;
  const own = spawnSync('npx', ['playwright', 'install', 'chromium'], { ...quiet, timeout: 60_000 });
  if (own.status === 0 && installed()) return;
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=200', 'chromium', 'fonts-liberation'], { ...quiet, timeout: 400_000 });
}

/** The path the last run of this file found. */
export const chromiumPath = (): string => readFileSync(NOTE, 'utf8');

/** Chromium as root, in a closed network: nothing is looked up outside. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

if (import.meta.filename === process.argv[1]) {
  if (!installed()) install();
  const path = installed();
  if (!path) {
    console.error('The journeys need a browser. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
    process.exit(1);
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(NOTE, path);
  console.log(`${path}: ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()}`);
}
