import { execFileSync, spawnSync } from 'node:child_process';

const TOOLS = { qpdf: '--version', pdfinfo: '-v', pdftotext: '-v' } as const;

const there = () => Object.entries(TOOLS).every(([tool, version]) => spawnSync(tool, [version]).error === undefined);
const apt = (...args: string[]) => spawnSync('apt-get', [...args, '-o', 'DPkg::Lock::Timeout=200'], { stdio: 'ignore', timeout: 300_000 });

/** What other people's programs say of our files: qpdf of their syntax, poppler of their tree and words. Installed on a machine that has neither. */
export function paperTools(): void {
  if (there()) return;
  apt('install', '-y', '--no-install-recommends', 'qpdf', 'poppler-utils');
  if (!there()) apt('update');
  if (!there()) apt('install', '-y', '--no-install-recommends', 'qpdf', 'poppler-utils');
  if (!there()) throw new Error('The papers are checked by qpdf and poppler. Install them (Debian: apt-get install qpdf poppler-utils)');
}

/** The output of a tool; it throws when the tool finds fault. */
export const said = (tool: string, ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20, stdio: ['ignore', 'pipe', 'pipe'] });

/** Whether LibreOffice is on this machine: it is too large to install for one test. */
export const hasOffice = (): boolean => spawnSync('soffice', ['--version']).error === undefined;
