import { expect, test as base, type Page } from '@playwright/test';
import { signIn } from './people.ts';

export { expect };
/** Opens the browser of one of the cast, signed in, and keeps it open for the rest of the journey. */
export type Cast = (part: string) => Promise<Page>;

/** Each person of a journey has a browser of their own, as they would have. */
export const test = base.extend<{ cast: Cast }>({
  cast: async ({ browser }, use) => {
    const pages = new Map<string, Page>();
    await use(async (part) => {
      const open = pages.get(part);
      if (open) return open;
      const page = await (await browser.newContext()).newPage();
      pages.set(part, page);
      await signIn(page, part);
      return page;
    });
    for (const page of pages.values()) await page.context().close();
  },
});
