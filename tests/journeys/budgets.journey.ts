import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { expect, test } from './hands/cast.ts';
import { casesOf } from './hands/screens.ts';

/** kB as gzip sends them on a first visit, and requests: a build over this fails. */
interface Budget {
  html: number;
  css: number;
  js: number;
  fonts: number;
  requests: number;
}
const READ: Budget = { html: 20, css: 16, js: 0, fonts: 29, requests: 6 };
const WRITE: Budget = { html: 20, css: 16, js: 130, fonts: 29, requests: 14 };
const DISCUSS: Budget = { html: 40, css: 18, js: 135, fonts: 29, requests: 16 };

async function weigh(page: Page, address: string): Promise<Budget> {
  const weight: Budget = { html: 0, css: 0, js: 0, fonts: 0, requests: 0 };
  const kinds = { document: 'html', stylesheet: 'css', script: 'js', font: 'fonts' } as const;
  const bodies: Promise<void>[] = [];
  const client = await page.context().newCDPSession(page);
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  page.on('response', (response) => {
    weight.requests += 1;
    const kind = kinds[response.request().resourceType() as keyof typeof kinds];
    if (kind) bodies.push(response.body().then((body) => void (weight[kind] += (kind === 'fonts' ? body.length : gzipSync(body).length) / 1000)));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(bodies);
  page.removeAllListeners('response');
  return weight;
}

test('every kind of page keeps to its budget', async ({ cast, browser }) => {
  const anybody = await browser.newPage();
  const lead = await cast('team-lead');
  const { r: riverside } = await casesOf(lead);
  const sponsor = await cast('sponsor');
  const pages: [Page, string, Budget][] = [
    [anybody, '/sign-in', READ], [anybody, '/guidance/workforce', READ], [anybody, '/guidance/measures', READ], [anybody, '/accessibility', READ], [anybody, '/nowhere', READ],
    [lead, '/', WRITE], [lead, `${riverside}/stages/workforce`, WRITE], [lead, `${riverside}/stages/workforce/consultation`, WRITE], [sponsor, `${riverside}/stages/business-case/decision`, WRITE],
    [lead, riverside, DISCUSS], [sponsor, `${riverside}/stages/business-case/review`, DISCUSS], [lead, `${riverside}/activity`, DISCUSS], [lead, '/notifications', DISCUSS], [lead, `${riverside}/benefits`, DISCUSS],
  ];
  const over: string[] = [];
  for (const [page, address, budget] of pages) {
    const weight = await weigh(page, address);
    for (const part of Object.keys(budget) as (keyof Budget)[]) {
      if (weight[part] > budget[part]) over.push(`${address}: ${part} ${Math.round(weight[part] * 10) / 10}, budget ${budget[part]}`);
    }
  }
  expect(over).toEqual([]);
});
