import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteWorld, type Asker, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, type Site } from '#tests/setup/site.ts';
import { answerOf } from '#db/tables/answers.server.ts';
import { transaction } from '#db/database.server.ts';
import { deleteSessionsOf } from '#db/tables/sessions.server.ts';
import { database, reader } from '#app/domain/database.server.ts';

let site: Site;
let world: SiteWorld;
beforeAll(async () => {
  site = await openSite();
  world = await siteWorld(site);
}, 120_000);
afterAll(() => site?.close());

interface Sent {
  id?: string;
  event?: string;
  data?: { title?: string; question?: string }[] | { title?: string };
}
const parse = (block: string): Sent =>
  Object.fromEntries(block.split('\n').filter((line) => /^(id|event|data):/.test(line)).map((line) => [line.split(':')[0]!, line.startsWith('data: ') && line.length > 6 ? JSON.parse(line.slice(6)) : line.slice(line.indexOf(':') + 2)]));

/** Somebody's stream of the case: what it sends, event by event, until it is cut. */
async function listen(who: Asker, after = '') {
  const response = await site.ask(who, 'GET', `/cases/${world.words.case}/stream${after && `?after=${after}`}`);
  const body = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    response,
    /** The next event of a kind, or undefined at the end of the stream. */
    async next(kind: string): Promise<Sent | undefined> {
      for (;;) {
        const at = text.indexOf('\n\n');
        if (at >= 0) {
          const sent = parse(text.slice(0, at));
          text = text.slice(at + 2);
          if (sent.event === kind || (kind === 'start' && sent.id && !sent.event)) return sent;
          continue;
        }
        const { value, done } = await body.read();
        if (done) return undefined;
        text += decoder.decode(value);
      }
    },
    cut: () => body.cancel(),
  };
}
const QUESTION = 'small.governance';
async function save(who: Asker, words: string) {
  const revision = String((await answerOf(reader(), world.words.case!, QUESTION))?.revision ?? 0);
  const answer = await site.ask(who, 'POST', `/cases/${world.words.case}/stages/governance/governance-all`, { [`${QUESTION}.revision`]: revision, [QUESTION]: words, intent: 'later' });
  expect(answer.status).toBe(302);
}

it('tells of a change as it is committed, and after a cut of each that was missed, once', async () => {
  const lead = await listen('lead');
  expect(lead.response.headers.get('Content-Type')).toContain('text/event-stream');
  expect(await lead.next('start')).toMatchObject({ id: expect.stringMatching(/^\d+$/) });
  await save('member', 'Seven people');
  const first = (await lead.next('news'))!;
  expect(first.data).toMatchObject({ title: 'Member Person changed 1 answer in Everything', stage: 'governance' });
  await lead.cut();
  await save('member', 'Eight people');
  await save('member', 'Nine people');
  const again = await listen('lead', first.id);
  const missed = [await again.next('news'), await again.next('news')].map((one) => Number(one!.id));
  expect(missed).toEqual([Number(first.id) + 1, Number(first.id) + 2]);
  await save('member', 'Ten people');
  expect(Number((await again.next('news'))!.id)).toBe(Number(first.id) + 3);
  await again.cut();
});

it('says who is writing, and that they stopped', async () => {
  const lead = await listen('lead');
  await lead.next('start');
  const type = (question: string) => site.ask('member', 'POST', `/cases/${world.words.case}/presence`, { question });
  expect((await type(QUESTION)).status).toBe(204);
  expect((await lead.next('editing'))!.data).toMatchObject([{ question: QUESTION, name: 'Member Person' }]);
  await type('');
  expect((await lead.next('editing'))!.data).toEqual([]);
  await lead.cut();
});

it('never reaches who may not read: the approver is told nothing of a draft, nor the mentor of a stage not shared', async () => {
  const [sponsor, mentor, lead] = [await listen('sponsor'), await listen('mentor'), await listen('lead')];
  for (const one of [sponsor, mentor, lead]) await one.next('start');
  await save('member', 'Eleven people');
  await lead.next('news');
  // The approver hears of the comment that follows, and what stood before it would have come first.
  const comment = { text: 'Who was there?', kind: 'question', audience: 'reviewers' };
  expect((await site.ask('member', 'POST', `/cases/${world.words.case}/stages/failure-plan/comments?question=cont.exercises`, comment)).status).toBe(302);
  expect((await sponsor.next('news'))!.data).toMatchObject({ stage: 'failure-plan' });
  for (const one of [sponsor, mentor, lead]) await one.cut();
});

it('ends when the session ends, and is not open twenty times over', async () => {
  const finance = await listen('finance');
  await finance.next('start');
  await transaction(database(), (tx) => deleteSessionsOf(tx, world.people.finance.id));
  await save('member', 'Twelve people');
  expect(await finance.next('over')).toBeDefined();
  expect(await finance.next('news')).toBeUndefined();
  const open = [];
  for (let i = 0; i < 20; i++) open.push(await listen('support'));
  for (const one of open) await one.next('start');
  expect((await site.ask('support', 'GET', `/cases/${world.words.case}/stream`)).status).toBe(204);
  for (const one of open) await one.cut();
  const again = await listen('support');
  expect(await again.next('start')).toBeDefined();
  await again.cut();
});
