import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a button of the page's own form and waits for what follows, with script or without. Fails when the page does not accept. */
export async function press(page: Page, what: string | RegExp | Locator): Promise<void> {
  const from = page.url();
  expect(await pressed(page, what), `"${String(what)}" on ${from}`).toBeNull();
}

/** The same, answering with the reasons the page gives; null when it accepts. */
export async function pressed(page: Page, what: string | RegExp | Locator): Promise<string | null> {
  const button = typeof what === 'string' || what instanceof RegExp ? page.locator('main').getByRole('button', { name: what, exact: true }).first() : what;
  const [answer] = await Promise.all([
    page.waitForResponse((response) => isSent(response.request())),
    page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()),
    button.click(),
  ]);
  await page.waitForLoadState(); // with its styles: nothing can be used before it is drawn
  if (answer.status() < 400) return null;
  const summary = page.locator('#error-summary');
  return (await summary.count()) ? summary.innerText() : page.locator('main').innerText();
}

/** A form sent by a person, not saved by the page itself while they type. */
const isSent = (request: { method(): string; postData(): string | null }) => request.method() === 'POST' && !(request.postData() ?? '').includes('autosave');

/** Types a day as its single box takes it: "27 3 2027". */
export const typedDay = (day: string): string => day.split('-').reverse().map(Number).join(' ');
