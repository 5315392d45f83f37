import type { Page } from '@playwright/test';
import type { Pathway } from '../../../workflows/definition.ts';
import { questionsOf } from '../../../workflows/form.ts';
import { typedOf } from '../../../workflows/typed.ts';
import type { AnswerValue } from '../../../workflows/checks/check.ts';
import type { Answers } from '../../../app/demo/answers/facts.ts';
import { attachAll } from './documents.ts';
import { press, pressed, tapFirst } from './forms.ts';

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
  const fields = fieldsOf(pathway, answers).set('complete', ['yes']);
  await page.goto(stagePath);
  for (let next = await nextSection(page); next; next = await nextSection(page)) await completeSection(page, next, fields, stagePath);
  await attachAll(page, stagePath);
}

/** Where the stage page says to go on. */
const nextSection = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('main a')].find((link) => /^Next: /.test(link.innerText))?.pathname);

/** Some answers bring other questions on to the page, or ask for a document: then it is refused, and sent again. */
async function completeSection(page: Page, path: string, fields: Fields, stagePath: string): Promise<void> {
  let refused: string | null = null;
  for (let turn = 0; turn < 3; turn++) {
    if (turn) await page.goto(path);
    else await tapFirst(page, { css: `main a[href="${path}"]` });
    await formShows(page, true);
    await addRows(page, fields);
    await fill(page, fields);
    refused = await pressed(page, 'Save and continue');
    if (!refused) return formShows(page, false); // the stage again, with what is next
    if (refused.includes('Add a file')) await attachAll(page, stagePath);
  }
  throw new Error(`${path}: ${refused}`);
}

/** Waits until the form of a section is there, or is not: with script it comes and goes a moment after the address has changed. */
async function formShows(page: Page, there: boolean): Promise<void> {
  const shows = () => page.evaluate(() => document.querySelector('form#section') !== null).catch(() => !there); // on its way to another page
  while ((await shows()) !== there) await page.waitForTimeout(5);
  await page.waitForLoadState();
}

/** Fills each table to its last row: a row that is still empty is not kept when the next table grows. */
async function addRows(page: Page, fields: Fields): Promise<void> {
  const tables = await page.evaluate(() => [...document.querySelectorAll<HTMLButtonElement>('button[value^="add-row:"]')].map((add) => add.value.slice('add-row:'.length)));
  for (const table of tables) {
    for (let have = await rowsOn(page, table); have < rowsIn(table, fields); have++) {
      await fill(page, fields, `${table}.`);
      await press(page, { css: `button[value="add-row:${table}"]` });
      while ((await rowsOn(page, table)) === have) await page.waitForTimeout(5); // with script it comes a moment after the address
      await page.waitForLoadState(); // without it the page is new, and nothing shows before its styles are there
    }
    await fill(page, fields, `${table}.`);
  }
}

const rowsOn = (page: Page, table: string) => page.evaluate((name) => Number((document.getElementsByName(name)[0] as HTMLInputElement).value), `${table}.rows`);
const rowsIn = (table: string, fields: Fields) =>
  1 + Math.max(-1, ...[...fields.keys()].filter((name) => name.startsWith(`${table}.`)).map((name) => Number(name.slice(table.length + 1).split('.')[0])).filter(Number.isInteger));

/**
 * Fills every control of the section whose name begins so, all at once: a stage has hundreds. Like a person it
 * opens folds, and can only use what is shown and enabled.
 */
async function fill(page: Page, fields: Fields, prefix = ''): Promise<void> {
  const wanted = Object.fromEntries([...fields].filter(([name]) => name.startsWith(prefix)));
  const hidden = await page.evaluate((texts) => {
    const form = document.querySelector('form#section')!;
    for (const fold of form.querySelectorAll('details')) fold.open = true;
    const unusable: string[] = [];
    for (const control of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
      const [text, ...others] = texts[control.name] ?? [];
      if (text === undefined) continue;
      const ticks = control.type === 'radio' || control.type === 'checkbox';
      if (control.matches(':disabled') || !(ticks ? control.labels?.[0] : control)?.checkVisibility()) unusable.push(control.name);
      else if (ticks) { if (!control.checked && [text, ...others].includes(control.value)) control.click(); }
      else if (control.value !== text) {
        control.value = text;
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
    return unusable;
  }, wanted);
  if (hidden.length) throw new Error(`Not to be used on ${page.url()}: ${hidden.join(', ')}`);
}
