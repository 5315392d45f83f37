import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { siteWorld, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, type Fields, type Site } from '#tests/setup/site.ts';

let site: Site;
let world: SiteWorld;
let stage: string;
beforeAll(async () => {
  site = await openSite();
  world = await siteWorld(site);
  stage = `/cases/${world.words.case}/stages/workforce`;
  await site.keep();
}, 120_000);
afterEach(() => site.rewind());
afterAll(() => site?.close());

/** The words of a page as a person reads them. */
const text = async (response: Response) => (await response.text()).replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, "'").replace(/\s+/g, ' ');
const page = async (who: string, path: string) => text(await site.ask(who, 'GET', path));
const post = (who: string, path: string, form: Fields) => site.ask(who, 'POST', path, form);
const sha256 = () => world.words.shaWorkforce!;

it('shows a view again with what was typed and what is missing', async () => {
  const again = await post('boardMember', `${stage}/board/view`, { view: 'notSupport', words: '', interest: 'Typed by mistake', sha256: sha256() });
  expect(again.status).toBe(422);
  const words = await again.text();
  expect(words).toContain('Enter your reasons');
  expect(words).toContain('Typed by mistake');
  const unable = await post('boardMember', `${stage}/board/view`, { view: 'cannotTakePart', interest: 'My sister', sha256: sha256() });
  expect([unable.status, await text(unable)]).toEqual([422, expect.stringContaining('Select what you do about it')]);
});

it('shows a board again that cannot be convened so', async () => {
  const at = `/cases/${world.words.case}/stages/failure-plan/board`;
  const form = { name: 'The executive', 'meetsOn.day': '31', 'meetsOn.month': '2', 'meetsOn.year': '2030', quorum: '0', sha256: world.words.sha! };
  const again = await post('sponsor', at, form);
  const words = await again.text();
  expect([again.status, words.includes('value="The executive"'), words.includes('Enter how many views are needed')]).toEqual([422, true, true]);
  const few = await post('sponsor', at, { ...form, 'meetsOn.day': '28', quorum: '2' });
  expect([few.status, await text(few)]).toEqual([422, expect.stringContaining('2 views need 2 members who can take part, and 1 has joined')]);
});

it('goes from the view to the signature, which asks for the minutes, and to the record that shows both', async () => {
  expect(await page('boardMember', '/')).toContain('Give your view on the');
  expect(await page('sponsor', `${stage}/review`)).toContain('0 of 1 views needed are in');
  expect((await post('boardMember', `${stage}/board/view`, { view: 'supportWithConditions', words: 'Once the union has answered', sha256: sha256() })).headers.get('Location')).toBe(`${stage}/board?done=view`);
  expect(await page('lead', `${stage}/review`)).not.toContain('Once the union has answered');
  expect(await page('sponsor', `${stage}/board`)).toContain('Once the union has answered');
  const criteria = Object.fromEntries([...(await (await site.ask('sponsor', 'POST', `${stage}/decision`, { outcome: 'changesRequested' }).then(() => site.ask('sponsor', 'GET', `${stage}/decision/criteria`))).text()).matchAll(/name="(verdict-[^"]+)"/g)].map(([, name]) => [name!, 'met']));
  await post('sponsor', `${stage}/decision/criteria`, criteria);
  await post('sponsor', `${stage}/decision/reasons`, { changes: 'Answer the union' });
  const check = await (await site.ask('sponsor', 'GET', `${stage}/decision/check`)).text();
  expect(check).toContain('value="the board of 6 May 2030"');
  const signed = { read: 'yes', allowed: 'yes', onBehalfOf: 'the board of 6 May 2030', minutes: '', sha256: sha256(), key: 'a-key-of-this-page' };
  const without = await post('sponsor', `${stage}/decision/signature`, signed);
  expect([without.status, await text(without)]).toEqual([422, expect.stringContaining('Enter the reference of the board minutes')]);
  expect((await post('sponsor', `${stage}/decision/signature`, { ...signed, minutes: 'Minute 7' })).status).toBe(302);
  const record = /href="([^"]+\/decision\/record\/[^"]+)"/.exec(await (await site.ask('sponsor', 'GET', `${stage}/decision/done`)).text())![1]!;
  const words = await page('lead', record);
  for (const said of ['Recorded for the board of 6 May 2030', 'Minutes Minute 7', 'Views of the board', 'BoardMember Person', 'Support with conditions', 'Once the union has answered']) expect(words).toContain(said);
});
