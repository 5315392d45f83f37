import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from './hands/cast.ts';
import { signIn } from './hands/people.ts';
import { allScreens, type Screens } from './hands/screens.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  { name: 'light', dark: false, forcedColors: 'none' },
  { name: 'dark', dark: true, forcedColors: 'none' },
  { name: 'forced colours', dark: false, forcedColors: 'active' },
] as const;

async function opened(browser: Browser, look: (typeof LOOKS)[number], { part }: Screens): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, forcedColors: look.forcedColors, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (part) await signIn(page, part);
  return page;
}

/** In the dark as the server would send it: the attribute every rule of the theme hangs on. */
const darken = (page: Page) => page.locator('html').evaluate((html) => html.setAttribute('data-mantine-color-scheme', 'dark'));

for (const look of LOOKS) {
  test(`every screen is free of what axe finds, in ${look.name}`, async ({ browser }) => {
    const finder = await browser.newPage();
    const screens = await allScreens(finder);
    await finder.close();
    const found: string[] = [];
    for (const group of screens) {
      const page = await opened(browser, look, group);
      for (const address of group.addresses) {
        await page.goto(address);
        if (look.dark) await darken(page);
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        found.push(...violations.map((v) => `${group.part ?? 'anybody'} ${address}: ${v.id} at ${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join(' and ')}`));
      }
      await page.context().close();
    }
    expect(found).toEqual([]);
  });
}

test('no screen scrolls sideways on a narrow phone; each has one h1, a title of its own and a quiet console', async ({ browser }) => {
  const finder = await browser.newPage();
  const screens = await allScreens(finder);
  await finder.close();
  const faults: string[] = [];
  for (const { part, addresses } of screens) {
    const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (line) => {
      const expected = line.location().url.endsWith('/nowhere'); // the browser notes the 404 that this address must be
      if (line.type() === 'error' && !expected) faults.push(`${page.url()}: ${line.text()}`);
    });
    if (part) await signIn(page, part);
    for (const address of addresses) {
      await page.goto(address);
      const { wide, headings, title } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth - window.innerWidth, headings: document.querySelectorAll('h1').length, title: document.title }));
      if (wide > 0) faults.push(`${part ?? 'anybody'} ${address}: ${wide}px too wide`);
      if (headings !== 1) faults.push(`${part ?? 'anybody'} ${address}: ${headings} headings of the first rank`);
      if (!/.+ - Slipway$|^Slipway/.test(title)) faults.push(`${part ?? 'anybody'} ${address}: titled "${title}"`);
    }
    await context.close();
  }
  expect(faults).toEqual([]);
});
