import { expect, type Locator, type Page } from '@playwright/test';
import { typedOf } from '../../workflows/typed.ts';
import { questionsOf } from '../../workflows/form.ts';
import type { Pathway } from '../../workflows/definition.ts';
import type { Answers } from '../../app/demo/answers/facts.ts';
import type { AnswerValue } from '../../workflows/checks/check.ts';

export const PASSWORD = 'harbour-lane-therapies';
export const demo = (role: string): string => `${role}@demo.slipway.test`;

/** Signs in as one of the cast, leaving whoever was signed in. */
export async function signIn(page: Page, role: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(demo(role));
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** What a person would type, by the name of the control. */
function typedFields(pathway: Pathway, answers: Answers): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const question of questionsOf(pathway)) {
    const answer = answers[question.key];
    if (answer === undefined) continue;
    if (typeof answer === 'object' && 'unknownUntil' in answer) {
      const [year = '', month = '', day = ''] = String(answer.unknownUntil).split('-');
      fields.set(`${question.key}.state`, ['unknown']);
      for (const [part, text] of Object.entries({ day, month, year })) fields.set(`${question.key}.knownBy.${part}`, [text]);
    } else if (typeof answer === 'object' && 'notApplicable' in answer) {
      fields.set(`${question.key}.state`, ['notApplicable']);
      fields.set(`${question.key}.reason`, [String(answer.notApplicable)]);
    } else {
      for (const [suffix, texts] of Object.entries(typedOf(question, answer as AnswerValue))) fields.set(suffix ? `${question.key}.${suffix}` : question.key, texts);
    }
  }
  return fields;
}

/** Goes through every section of a stage, fills it as a person would and declares it complete. */
export async function writeStage(page: Page, stagePath: string, pathway: Pathway, answers: Answers): Promise<void> {
  const fields = typedFields(pathway, answers);
  for (let guard = 0; guard < 120; guard++) {
    await page.goto(stagePath);
    const next = page.getByRole('link', { name: /^Next: / });
    if ((await next.count()) === 0) return;
    await next.first().click();
    await writeSection(page, fields);
  }
  throw new Error(`${stagePath} still has sections to fill`);
}

async function writeSection(page: Page, fields: Map<string, string[]>): Promise<void> {
  // Filling some answers brings other questions on to the page, so a section may need saving twice.
  for (let pass = 0; pass < 3; pass++) {
    await addRows(page, fields);
    await page.getByText('We do not know yet', { exact: true }).or(page.getByText('This does not apply to us', { exact: true })).first().waitFor({ state: 'attached', timeout: 50 }).catch(() => undefined);
    await openFolds(page);
    for (const control of await page.locator('form#section').locator('input:not([type=hidden]), textarea, select').all()) await fillControl(control, fields);
    const title = await page.locator('h1').innerText();
    await page.getByLabel("Yes, I've completed this section").check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForLoadState();
    if (/[?&]saved=/.test(page.url())) return;
    if (pass === 2) throw new Error(`${title}: ${await page.locator('#error-summary').innerText().catch(() => 'not saved, and no reason given')}`);
  }
}

const openFolds = (page: Page) => page.locator('form#section details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));

async function addRows(page: Page, fields: Map<string, string[]>): Promise<void> {
  const tables = await page.locator('input[type=hidden][name$=".rows"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name.slice(0, -5)));
  for (const table of tables) {
    const wanted = 1 + Math.max(-1, ...[...fields.keys()].flatMap((name) => (name.startsWith(`${table}.`) ? Number(/^(\d+)\./.exec(name.slice(table.length + 1))?.[1] ?? -1) : [])));
    const have = Number(await page.locator(`input[name="${table}.rows"]`).getAttribute('value'));
    const fixed = (await page.locator(`button[value="add-row:${table}"]`).count()) === 0;
    if (fixed) continue;
    for (let i = have; i < wanted; i++) {
      await fillTable(page, table, fields);
      await page.locator(`button[value="add-row:${table}"]`).click();
      await page.waitForLoadState();
    }
  }
}

async function fillTable(page: Page, table: string, fields: Map<string, string[]>): Promise<void> {
  for (const control of await page.locator(`[name^="${table}."]`).locator('visible=true').all()) await fillControl(control, fields);
}

async function fillControl(control: Locator, fields: Map<string, string[]>): Promise<void> {
  const { name, type, value, tag } = await control.evaluate((element) => ({ name: element.getAttribute('name') ?? '', type: element.getAttribute('type') ?? '', value: element.getAttribute('value') ?? '', tag: element.tagName }));
  const texts = fields.get(name);
  if (texts === undefined || name === 'complete') return;
  if (type === 'radio' || type === 'checkbox') return texts.includes(value) ? control.check() : undefined;
  if (tag === 'SELECT') return void (await control.selectOption(texts[0]!));
  if (type !== 'submit') await control.fill(texts[0]!);
}

/** Attaches a small document for each kind the stage still needs. */
export async function attachAll(page: Page, stagePath: string): Promise<void> {
  for (let guard = 0; guard < 40; guard++) {
    await page.goto(stagePath);
    const missing = page.locator('li', { hasText: 'Not added yet' }).getByRole('link');
    if ((await missing.count()) === 0) return;
    await missing.first().click();
    const add = page.getByRole('link', { name: /^Add (a|another) (file|document)/ });
    if (await add.count()) await add.first().click();
    await page.locator('input[type=file]').setInputFiles({ name: 'evidence.txt', mimeType: 'text/plain', buffer: Buffer.from('Agreed by the team and its sponsor.') });
    await page.locator('main').getByRole('button', { name: /^(Add|Upload|Save)/ }).first().click();
    await page.waitForLoadState();
  }
  throw new Error(`${stagePath} still wants documents`);
}
