import type { Page } from '@playwright/test';
import { expect, test } from './hands/cast.ts';
import { faultsOf } from './hands/faults.ts';
import { pressed } from './hands/forms.ts';
import { signIn } from './hands/people.ts';
import { casesOf, inCase, REFUSED, SCREENS, type Screen } from './hands/screens.ts';

test.use({ viewport: { width: 1280, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

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
