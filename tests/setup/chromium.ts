import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Debian's browser without a window: it takes a third less of the machine than the whole one. */
const SHELL = '/usr/bin/chromium-headless-shell';
const KNOWN = [SHELL, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const NOTE = '.cache/chromium';

/** Where a Chromium is on this machine, or undefined: named by CHROMIUM_PATH, of the system, or Playwright's own. */
function installed(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...KNOWN, chromium.executablePath()].find((path) => path && existsSync(path));
}

const quiet = (timeout: number) => ({ stdio: 'ignore', timeout }) as const;
const debian = () =>
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=200', 'chromium-headless-shell', 'fonts-liberation'], quiet(400_000));

/** Debian's shell where its lists are at hand, then Playwright's own download, then Debian with new lists; each may be out of reach, so failures are not the end. */
function install(): void {
  debian();
  if (installed()) return;
  spawnSync('npx', ['playwright', 'install', 'chromium'], quiet(60_000));
  if (installed()) return;
  spawnSync('apt-get', ['update'], quiet(180_000));
  debian();
}

/** The path the last run of this file found. */
export const chromiumPath = (): string => readFileSync(NOTE, 'utf8');

/**
 * Chromium as root, in a closed network: nothing is looked up outside. A frame is kept from page to page, which takes
 * a third off each; the last of two lists of features counts, so what Playwright turns off and matters here stands again.
 */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  '--disable-features=RenderDocument,PaintHolding,AvoidUnnecessaryBeforeUnloadCheckSync,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
];

if (import.meta.filename === process.argv[1]) {
  if (!process.env.CHROMIUM_PATH && !existsSync(SHELL)) install();
  const path = installed();
  if (!path) {
    console.error('The journeys need a browser. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
    process.exit(1);
  }
  mkdirSync('.cache', { recursive: true });
  writeFileSync(NOTE, path);
  console.log(`${path}: ${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()}`);
}
