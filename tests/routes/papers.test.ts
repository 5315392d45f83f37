import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn } from '#tests/domain/programme/read-bundle.ts';
import { paperTools, said } from '#tests/setup/paper-tools.ts';
import { siteWorld, type SiteWorld } from '#tests/setup/site-world.ts';
import { openSite, type Site } from '#tests/setup/site.ts';
import { textOfXml } from '#tests/setup/xml.ts';

let site: Site;
let world: SiteWorld;
let folder: string;
beforeAll(async () => {
  paperTools();
  folder = mkdtempSync(join(tmpdir(), 'slipway-papers-'));
  site = await openSite();
  world = await siteWorld(site);
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site?.close();
});

const stageOf = (stage: string) => `/cases/${world.words.case}/stages/${stage}`;
const recordOf = () => `${stageOf('proposal')}/decision/record/${world.words.decision}`;
const page = async (path: string, who = 'sponsor') => (await site.ask(who, 'GET', path)).text();
async function wordsOf(path: string, who = 'sponsor'): Promise<string> {
  const file = join(folder, 'one.pdf');
  writeFileSync(file, Buffer.from(await (await site.ask(who, 'GET', path)).arrayBuffer()));
  said('qpdf', '--check', file);
  return said('pdftotext', file, '-').replace(/\s+/g, ' ');
}

describe('papers as they are served', () => {
  it.each([
    ['record.pdf', 'application/pdf', /^attachment; filename="[a-z0-9-]+-proposal-version-1-decision-record\.pdf"/],
    ['letter.pdf', 'application/pdf', /^attachment; filename="[a-z0-9-]+-proposal-version-1-letter\.pdf"/],
  ])('%s is saved under a safe name and kept nowhere on the way', async (paper, type, name) => {
    const { headers } = await site.ask('lead', 'GET', `${recordOf()}/${paper}`);
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('Content-Disposition')).toMatch(name);
    expect(headers.get('Cache-Control')).toContain('no-store');
  });

  it('says the same of a decision on the page and in its file', async () => {
    const [html, words] = [await page(recordOf(), 'lead'), await wordsOf(`${recordOf()}/record.pdf`, 'lead')];
    for (const told of ['Approved with conditions', 'Sponsor Person, Clinician', 'The board has people with every skill', 'A table of skills', 'What led to it', 'Others who gave a view']) {
      expect(html, told).toContain(told);
      expect(words, told).toContain(told);
    }
    const hash = /content ([0-9a-f]{64})/.exec(html)![1]!;
    expect(words).toContain(hash);
    expect(html).toContain(`href="${recordOf()}/record.pdf"`);
    expect(html).toContain(`href="${recordOf()}/letter"`);
  });

  it('does not offer the letter of a decision that the second line has still to assure', async () => {
    expect(await page(`${stageOf('business-case')}/decision/record/${world.words.unassuredDecision}`, 'lead')).not.toContain('/letter');
  });

  it('is led to from the review page, keeps the choice of parts in the address and gives the same parts as files', async () => {
    expect(await page(`${stageOf('failure-plan')}/review`)).toContain(`${stageOf('failure-plan')}/pack?version=1`);
    const html = await page(`${stageOf('business-case')}/pack?parts=reviews&parts=decisions`);
    expect(html).not.toMatch(/<script[^>]* src=/);
    expect(html).toMatch(/value="reviews"[^>]*checked|checked[^>]*value="reviews"/);
    expect(html).not.toMatch(/<h3>What is asked/);
    const query = '?version=1&parts=reviews,decisions';
    expect(html).toContain(`pack.pdf${query.replace('&', '&amp;')}`);
    const words = await wordsOf(`${stageOf('business-case')}/pack.pdf${query}`);
    const docx = filesIn(Buffer.from(await (await site.ask('sponsor', 'GET', `${stageOf('business-case')}/pack.docx${query}`)).arrayBuffer()));
    for (const text of [html, words, textOfXml(docx.get('word/document.xml')!)]) {
      expect(text).toContain('Read and agreed');
      expect(text).toContain('It does not stand until the second line has assured it');
      expect(text).not.toContain('What is asked');
    }
  });
});
