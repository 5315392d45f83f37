import { AxeBuilder } from '@axe-core/playwright';
import type Axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, test } from './hands/cast.ts';
import { pressed } from './hands/forms.ts';
import { signIn } from './hands/people.ts';
import { casesOf, inCase, REFUSED, SCREENS, type Screen } from './hands/screens.ts';

test.use({ viewport: { width: 1280, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What other colours can break; the rest was looked at in the light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** Nothing is worked out that is not read here. */
const SPARE = { resultTypes: ['violations'], preload: false } satisfies RunOptions;

/** What is wrong with the page that is open: axe in three looks, one h1, and no sideways scroll on a narrow phone. */
async function faultsOf(page: Page): Promise<string[]> {
  const builder = new AxeBuilder({ page }).options({ rules: { 'label-content-name-mismatch': { enabled: true } }, ...SPARE }).withTags(RULES).setLegacyMode(); // the pages have no frames
  const faults = told('light', await builder.analyze());
  if (await marksNew(page)) {
    await page.emulateMedia({ forcedColors: 'active' });
    faults.push(...told('forced colours', await coloursOfNew(page)));
    await page.emulateMedia({ forcedColors: 'none' });
    await page.locator('html').evaluate((html) => html.setAttribute('data-mantine-color-scheme', 'dark'));
    faults.push(...told('dark', await coloursOfNew(page)));
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const { wide, headings } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth - window.innerWidth, headings: document.querySelectorAll('h1').length }));
  await page.setViewportSize({ width: 1280, height: 900 });
  if (wide > 0) faults.push(`${wide}px too wide for a phone`);
  if (headings !== 1) faults.push(`${headings} headings of the first rank`);
  return faults;
}

const seen = new Set<string>();

/**
 * Marks what stands in something that was not looked at before, once for each such look, and says whether there is any:
 * only that can have colours of its own, and asking axe about every word of a long page again takes minutes.
 */
async function marksNew(page: Page): Promise<boolean> {
  const fresh = await page.evaluate((known) => {
    const OF_LOOKS = /^(class|style|disabled|data-.*|aria-(current|disabled|invalid|selected|checked|pressed))$/;
    const called = (element?: Element | null) => element && [element.tagName, ...[...element.attributes].filter(({ name }) => OF_LOOKS.test(name)).map(({ name, value }) => `${name}=${value}`)].join(' ');
    const looks = new Map([...document.body.querySelectorAll('*')].map((element) => [[element.parentElement?.parentElement, element.parentElement, element].map(called).join(' > '), element]));
    for (const look of known) looks.delete(look);
    for (const element of looks.values()) element.setAttribute('data-fresh', '');
    return [...looks.keys()];
  }, [...seen]);
  for (const look of fresh) seen.add(look);
  return fresh.length > 0;
}

/** Asks the axe that is in the page already: bringing it in takes longer than this. */
const coloursOfNew = (page: Page) =>
  page.evaluate(
    ([rules, spare]) => (window as unknown as { axe: typeof Axe }).axe.run({ include: ['[data-fresh]'] }, { runOnly: rules, ...spare }),
    [OF_COLOUR, SPARE] as const,
  );

const told = (look: string, { violations }: Pick<AxeResults, 'violations'>): string[] =>
  violations.map(({ id, nodes }) => `${look}: ${id} at ${nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' and ')}`);

/** What the browser complains of. It also notes the answers that must be refusals, and what a page that is left at once no longer hears of other pages. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && line.location().url !== page.url() && !line.text().startsWith('Failed to fetch manifest patches')) heard.push(line.text());
  });
  return heard;
}

async function open(page: Page, { path, to, status = 200 }: Screen, cases: Record<string, string>): Promise<string[]> {
  const answer = await page.goto(inCase(path, cases));
  if (answer?.status() !== status) return [`answers ${answer?.status()}`];
  for (const next of to ?? []) {
    const links = await page.locator('main a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    const found = links.find((link) => next.test(link));
    if (!found) return [`has no link to ${next.source}`];
    await page.goto(found);
  }
  return [];
}

const enter = async (page: Page, part: string) => {
  if (part === 'anybody') return {};
  await signIn(page, part === 'lead of the live case' ? 'team-member' : part);
  return casesOf(page);
};

for (const [part, screens] of Object.entries(SCREENS)) {
  test(`each screen of ${part} is accessible in every look, fits a phone and has a title of its own`, async ({ page }) => {
    const cases = await enter(page, part);
    const heard = listen(page);
    const wrong: string[] = [];
    const titles = new Map<string, string>();
    for (const screen of screens) {
      const name = screen.path + (screen.to ?? []).map((next) => ` to ${next.source}`).join('');
      const faults = [...(await open(page, screen, cases)), ...(await faultsOf(page)), ...heard.splice(0)];
      const title = await page.title();
      const ownTitle = !screen.status && !screen.path.includes('?'); // another view of a page, and a refusal, keep its title
      if ((ownTitle && titles.has(title)) || !/^Slipway| - Slipway$/.test(title)) faults.push(`titled "${title}"${titles.has(title) ? ` like ${titles.get(title)}` : ''}`);
      titles.set(title, name);
      wrong.push(...faults.map((fault) => `${name}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
}

for (const [part, forms] of Object.entries(REFUSED)) {
  test(`each form that ${part} sends empty says accessibly what is missing`, async ({ page }) => {
    const cases = await enter(page, part);
    const wrong: string[] = [];
    for (const [path, button] of forms) {
      await page.goto(inCase(path, cases));
      const said = await pressed(page, button);
      const faults = [...(said?.startsWith('There is a problem') ? [] : [`says "${said}"`]), ...(await faultsOf(page))];
      if (!(await page.title()).startsWith('Error: ')) faults.push(`titled "${await page.title()}"`);
      wrong.push(...faults.map((fault) => `${path}: ${fault}`));
    }
    expect(wrong).toEqual([]);
  });
}
