import { expect, test } from './hands/cast.ts';

test('Ctrl and K goes to a case with the keyboard alone; Escape gives the focus back', async ({ cast }) => {
  const page = await cast('team-lead');
  for (const address of ['/guidance', '/']) { // one page without script of its own, one with
    await page.goto(address);
    const search = page.getByRole('link', { name: 'Search' }).first();
    await search.focus();
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: /^A case, something that waits/ });
    await expect(box).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box).toBeHidden();
    await expect(search).toBeFocused();
  }
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox');
  await page.keyboard.type('riverside comm');
  const option = page.getByRole('option', { name: /^Riverside Community Therapies Case/ });
  await expect(option).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ places?$/ })).toBeVisible();
  for (let presses = 0; presses < 15 && (await option.getAttribute('aria-selected')) !== 'true'; presses++) await page.keyboard.press('ArrowDown');
  expect(await box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Riverside Community Therapies');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzzz');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found for "zzzz"' })).toBeVisible();
});
