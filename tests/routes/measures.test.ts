import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '#tests/setup/site.ts';
import { measures } from '#workflows/measures.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site?.close());

async function page(path: string) {
  const response = await site.ask('anonymous', 'GET', path);
  return { status: response.status, html: await response.text() };
}
const codesIn = (html: string) => [...html.matchAll(/href="\/guidance\/measures\/([A-Z]{2}\d\d)"/g)].map(([, code]) => code);

describe('the measure library', () => {
  it('lists every measure, without script', async () => {
    const { html } = await page('/guidance/measures');
    expect(codesIn(html)).toEqual(measures.map((m) => m.code));
    expect(html).toContain('84 measures');
    expect(html).not.toContain('<script');
  });

  it('keeps the search in the address: what was asked is in the boxes, and each filter has a link that takes it away', async () => {
    const { html } = await page('/guidance/measures?words=wait&direction=down&group=access');
    expect(codesIn(html)).toEqual(['AC01', 'AC03', 'AC07', 'AC08', 'AC12', 'AC14']);
    expect(html).toMatch(/name="words"[^>]*value="wait"|value="wait"[^>]*name="words"/);
    for (const rest of ['group=access&amp;direction=down', 'words=wait&amp;direction=down', 'words=wait&amp;group=access']) expect(html).toContain(`href="/guidance/measures?${rest}"`);
    expect(html).toContain('6 measures');
  });

  it('says so when nothing matches, whatever was typed', async () => {
    const { status, html } = await page(`/guidance/measures?words=${encodeURIComponent('<b>"nothing"</b>')}&unit=furlongs&group=%00`);
    expect([status, codesIn(html)]).toEqual([200, []]);
    expect(html).toContain('0 measures');
    expect(html).not.toContain('<b>');
  });

  it.each(measures.map((m) => [m.code, m] as const))('%s has a page with its version and its source', async (code, m) => {
    const { status, html } = await page(`/guidance/measures/${code}`);
    const shown = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');
    expect(status).toBe(200);
    for (const text of [`${code}, version 1`, m.title, m.definition, m.source.title, m.caution ?? m.title]) expect(html).toContain(shown(text));
  });

  it('finds a version by its number, and nothing else', async () => {
    expect((await page('/guidance/measures/ST01?version=1')).status).toBe(200);
    for (const path of ['ST01?version=2', 'ST01?version=one', 'ST01?version=', 'st01', 'ST', 'constructor']) expect((await page(`/guidance/measures/${path}`)).status, path).toBe(404);
  });

  it('comes as one spreadsheet, a line for each measure', async () => {
    const response = await site.ask('anonymous', 'GET', '/guidance/measures.csv');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="slipway-measures.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = new TextDecoder().decode(bytes).split('\r\n');
    expect(head).toBe('measure_code,name,num_def,den_def,unit,direction,freq,source,national_anchor,anchor_date,notes');
    expect(lines.filter(Boolean).map((line) => line.slice(0, 4))).toEqual(measures.map((m) => m.code));
    expect(lines.find((line) => line.startsWith('CH01'))).toContain(',"England: 85.2% within 14 days, and 98.0% by 30 days",2024/25,');
  });

  it('is linked from the guidance and from measuring a benefit', async () => {
    for (const path of ['/guidance', '/guidance/measuring-benefits']) expect((await page(path)).html).toContain('href="/guidance/measures"');
  });
});
