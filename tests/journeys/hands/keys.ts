import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 250;

/** Tabs until the focus is there. Wherever it rests on the way it is seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    if (await isSeenOn(target)) return;
  }
  throw new Error(`${String(target)} cannot be reached with Tab`);
}

/** Whether the focus is on this control. Fails when the focus cannot be seen, wherever it is. */
async function isSeenOn(target: Locator): Promise<boolean> {
  const { there, ring, name } = await target.evaluate((wanted) => {
    const focused = document.activeElement ?? document.body;
    const around = [focused]; // a row may be drawn for the link that fills it
    while (around.length < 5 && around.at(-1)!.parentElement) around.push(around.at(-1)!.parentElement!);
    const drawn = around.some((element) => getComputedStyle(element).outlineStyle === 'solid' && parseFloat(getComputedStyle(element).outlineWidth) >= 3);
    const { width, height, bottom, right } = focused.getBoundingClientRect();
    return { there: focused === wanted, ring: focused === document.body || (drawn && width * height > 0 && bottom > 0 && right > 0), name: focused.outerHTML.slice(0, 120) };
  });
  expect(ring, `the focus is seen on ${name}`).toBe(true);
  return there;
}

/** The page has put the focus here, where it is seen. */
export async function lands(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
  expect(await isSeenOn(target)).toBe(true);
}

/** Tabs to a control and types. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Tabs to a box and ticks it. */
export async function tick(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Space');
  await expect(target).toBeChecked();
}

/** Tabs to a group of choices and takes this one: the first with the space bar, another with the arrows. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`main input[type="radio"][name="${name}"]`);
  const place = await group.evaluateAll((all, wanted) => all.findIndex((one) => (one as HTMLInputElement).value === wanted), value);
  await tabTo(page, group.first());
  for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown');
  if (place === 0) await page.keyboard.press('Space');
  await expect(group.nth(place)).toBeChecked();
  expect(await isSeenOn(group.nth(place))).toBe(true);
}

/** Tabs to a link or button and presses it; waits for the page it leads to. */
export async function follow(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
}
