import { expect, type Locator, type Page } from '@playwright/test';

/** What is pressed: the name of a button of the page itself, or where it is. */
export type What = string | RegExp | { css: string };

/** Presses a button of the page's own form and waits for what follows, with script or without. Fails when the page does not accept. */
export async function press(page: Page, what: What): Promise<void> {
  const from = page.url();
  expect(await pressed(page, what), `${JSON.stringify(what)} on ${from}`).toBeNull();
}

/** The same, answering with the reasons the page gives; null when it accepts. */
export async function pressed(page: Page, what: What): Promise<string | null> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isSent(response.request())),
    page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()),
    tapFirst(page, what),
  ]);
  await page.waitForLoadState(); // with its styles: nothing can be used before it is drawn
  if (answer.status() < 400) return null;
  return page.locator(answer.status() === 422 ? '#error-summary' : 'main').innerText(); // with script, the reasons come a moment after the address
}

/** A form sent by a person, not what the page itself saves and tells while they type. */
const isSent = (request: { method(): string; url(): string; postData(): string | null }) =>
  request.method() === 'POST' && !request.url().endsWith('/presence') && !(request.postData() ?? '').includes('autosave');

/**
 * Presses the first of these that is shown and enabled, without waiting for it to be painted. The journeys take
 * hundreds of pages: a locator costs each of them more than the page itself.
 */
export const tapFirst = (page: Page, what: What): Promise<void> => {
  const [css, name] = typeof what === 'string' || what instanceof RegExp ? ['main button', what] : [what.css, ''];
  return page.evaluate(
    ([css, name]) => {
      const called = (text: string) => (typeof name === 'string' ? !name || text === name : name.test(text));
      const all = [...document.querySelectorAll<HTMLElement>(css)];
      const found = all.find((element) => called(element.innerText.trim()) && element.checkVisibility() && !element.matches(':disabled'));
      if (!found) throw new Error(`No "${String(name || css)}" on ${location.href}, only: ${all.map((element) => element.innerText).join(', ')}`);
      found.click();
    },
    [css, name] as const,
  );
};

/** The same for any element; a box is shown when its label is. */
export const tap = (what: Locator): Promise<void> =>
  what.evaluate((element: HTMLInputElement) => {
    if (element.matches(':disabled') || !(element.labels?.[0] ?? element).checkVisibility()) throw new Error(`Not to be used: ${element.outerHTML}`);
    element.click();
  });

/** Types a day as its single box takes it: "27 3 2027". */
export const typedDay = (day: string): string => day.split('-').reverse().map(Number).join(' ');
