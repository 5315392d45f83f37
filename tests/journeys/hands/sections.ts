import type { Page } from '@playwright/test';
import type { Pathway } from '../../../workflows/definition.ts';
import { questionsOf } from '../../../workflows/form.ts';
import { typedOf } from '../../../workflows/typed.ts';
import type { AnswerValue } from '../../../workflows/checks/check.ts';
import type { Answers } from '../../../app/demo/answers/facts.ts';
import { press, pressed } from './forms.ts';

type Fields = Map<string, string[]>;

/** What a person would type, by the name of the control. */
function fieldsOf(pathway: Pathway, answers: Answers): Fields {
  const fields: Fields = new Map();
  for (const question of questionsOf(pathway)) {
    const answer = answers[question.key];
    if (answer === undefined) continue;
    for (const [suffix, texts] of Object.entries(inBoxes(question, answer))) fields.set(suffix ? `${question.key}.${suffix}` : question.key, texts);
  }
  return fields;
}

function inBoxes(question: Parameters<typeof typedOf>[0], answer: Answers[string]): Record<string, string[]> {
  if (typeof answer === 'object' && 'notApplicable' in answer) return { state: ['notApplicable'], reason: [String(answer.notApplicable)] };
  if (typeof answer !== 'object' || !('unknownUntil' in answer)) return typedOf(question, answer as AnswerValue);
  const [year = '', month = '', day = ''] = String(answer.unknownUntil).split('-');
  return { state: ['unknown'], 'knownBy.day': [day], 'knownBy.month': [month], 'knownBy.year': [year] };
}

/** Goes through every section of a stage, fills it as a person would and declares it complete. */
export async function writeStage(page: Page, stagePath: string, pathway: Pathway, answers: Answers): Promise<void> {
  const fields = fieldsOf(pathway, answers);
  const next = page.getByRole('link', { name: /^Next: / });
  await page.goto(stagePath);
  while (await next.count()) {
    const to = (await next.first().getAttribute('href'))!;
    await page.goto(to);
    await writeSection(page, to, fields);
  }
}

/** Some answers bring other questions on to the page, so a section may be sent more than once. */
async function writeSection(page: Page, path: string, fields: Fields): Promise<void> {
  let refused: string | null = null;
  for (let pass = 0; pass < 3; pass++) {
    if (pass > 0) await page.goto(path);
    await addRows(page, fields);
    await fill(page, fields);
    await page.getByLabel("Yes, I've completed this section").check();
    refused = await pressed(page, 'Save and continue');
    if (!refused) return;
  }
  throw new Error(`${path}: ${refused}`);
}

/** Fills each table to its last row: a row that is still empty is not kept when the next table grows. */
async function addRows(page: Page, fields: Fields): Promise<void> {
  for (const add of await page.locator('button[value^="add-row:"]').all()) {
    const table = (await add.getAttribute('value'))!.slice('add-row:'.length);
    const rows = page.locator(`input[name="${table}.rows"]`);
    for (let have = Number(await rows.inputValue()); have < rowsIn(table, fields); have++) {
      await fill(page, fields, `${table}.`);
      await press(page, (await add.innerText()).trim());
    }
    await fill(page, fields, `${table}.`);
  }
}

const rowsIn = (table: string, fields: Fields) =>
  1 + Math.max(-1, ...[...fields.keys()].filter((name) => name.startsWith(`${table}.`)).map((name) => Number(name.slice(table.length + 1).split('.')[0])).filter(Number.isInteger));

/** Fills every control of the section whose name begins so. */
async function fill(page: Page, fields: Fields, prefix = ''): Promise<void> {
  const form = page.locator('form#section');
  await form.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
  const controls = await form.locator('input:not([type=hidden]), textarea, select').evaluateAll((all) =>
    (all as HTMLInputElement[]).map((control, at) => ({ at, name: control.name, kind: control.tagName === 'SELECT' ? 'select' : control.type, value: control.value, checked: control.checked })));
  const boxes = form.locator('input:not([type=hidden]), textarea, select');
  for (const { at, name, kind, value, checked } of controls) {
    const texts = name.startsWith(prefix) ? fields.get(name) : undefined;
    if (!texts) continue;
    const ticked = kind === 'radio' || kind === 'checkbox';
    if (ticked && texts.includes(value) && !checked) await boxes.nth(at).check();
    else if (kind === 'select' && value !== texts[0]) await boxes.nth(at).selectOption(texts[0]!);
    else if (!ticked && kind !== 'select' && value !== texts[0]) await boxes.nth(at).fill(texts[0]!);
  }
}
