import { describe, expect, it } from 'vitest';
import { newId } from '#db/codec.ts';
import { ACCESS, type Access } from './access.table.ts';
import { ask, askTheSite, nameOf, watching, world } from './asking.ts';

askTheSite();

const OUTSIDE = ['admin', 'outsider', 'elsewhere'] as const;
const ofCase = ACCESS.filter((row) => row.at.includes('{case}')).map((row) => [nameOf(row), row] as const);

describe("somebody else's case cannot be told from one that does not exist", () => {
  it.each(ofCase)('%s', async (_, row) => {
    for (const who of OUTSIDE) {
      for (const ending of row.method === 'GET' ? ['', '.data'] : ['']) {
        const there = await told(await ask(who, row, {}, ending));
        expect(there, `${who} asks for the page${ending}`).toEqual(await told(await ask(who, row, { case: newId() }, ending)));
      }
    }
  }, 60_000);
});

const inner = (row: Access) => [...row.at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter((name) => name !== 'case');

describe("what belongs to one case is not there under the address of another", () => {
  it.each(ofCase.filter(([, row]) => inner(row).length > 0))('%s', async (_, row) => {
    const own = { case: world.words.elsewhere! };
    const there = await told(await ask('elsewhere', row, own));
    expect(there.status).toBe(404);
    expect(there).toEqual(await told(await ask('elsewhere', row, { ...own, ...Object.fromEntries(inner(row).map((name) => [name, newId()])) })));
  });
});

describe('the example is read by everybody and changed by nobody who looks round', () => {
  it.each(ofCase.filter(([, row]) => row.method === 'POST'))('%s', async (_, row) => {
    for (const who of ['outsider', 'admin'] as const) {
      const { response, written } = await watching(() => ask(who, row, { case: world.words.example! }));
      expect({ refused: response.status >= 400 && response.status < 500, written }, `${who}: ${response.status}`).toEqual({ refused: true, written: false });
    }
  });
});

/** An answer without what differs each time: the nonce, and the ids that were asked for. */
async function told(response: Response) {
  const blank = (text: string) => text.replace(/nonce="[^"]*"/g, '').replace(/"nonce":"[^"]*"/g, '').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}/g, '{id}');
  return { status: response.status, headers: [...response.headers].map(([name, value]) => `${name}: ${blank(value)}`), body: blank(await response.text()) };
}
