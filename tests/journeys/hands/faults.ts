import { AxeBuilder } from '@axe-core/playwright';
import type Axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What other colours can break; the rest was looked at in the light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** Nothing is worked out that is not read here. */
const SPARE = { resultTypes: ['violations'], preload: false } satisfies RunOptions;

/** What is wrong with the page that is open: axe in three looks, one h1, and no sideways scroll on a narrow phone. */
export async function faultsOf(page: Page): Promise<string[]> {
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
