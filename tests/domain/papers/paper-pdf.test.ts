import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paperPdf } from '#app/domain/papers/paper-pdf.server.ts';
import { MISSING, MISSING_NOTE } from '#app/domain/papers/plain-words.ts';
import { paperTools, said } from '#tests/setup/paper-tools.ts';
import { samplePaper } from './sample-paper.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  paperTools();
  folder = mkdtempSync(join(tmpdir(), 'slipway-papers-'));
  file = join(folder, 'sample.pdf');
  writeFileSync(file, await paperPdf(samplePaper()));
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const flat = (text: string) => text.replace(/\s+/g, ' ');
const times = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

it('writes a file that another program finds whole, tagged, titled and with its faces in it', () => {
  expect(said('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  expect(said('pdfinfo', file)).toMatch(/Title: +Decision on the proposal: Riverside & sons <therapies>[^]*Tagged: +yes[^]*JavaScript: +no[^]*Page size: .*A4/);
  const raw = said('qpdf', '--qdf', '--object-streams=disable', file, '-').replaceAll('\u0000', '');
  expect(raw).toMatch(/\/Lang \(en-GB\)/);
  expect(raw).toMatch(/\/DisplayDocTitle true/);
  const faces = said('pdffonts', file).trim().split('\n').slice(2);
  expect(faces.length).toBeGreaterThan(3);
  expect(faces.filter((face) => !/ yes yes yes /.test(face))).toEqual([]);
});

it('says what is a heading, a list, a table and its headers, and what a drawing shows', () => {
  const tree = said('pdfinfo', '-struct-text', file);
  expect(tree).toMatch(/H1 \(block\)\s+"Decision on the proposal/);
  expect(tree).toMatch(/H2 \(block\)\s+"Answers[^]*H3 \(block\)\s+"How many people[^]*H4 \(block\)\s+"And where/);
  expect(tree).toMatch(/L \(block\)\s+LI \(block\)\s+Lbl \(block\)\s+"1\. "\s+LBody \(block\)/);
  expect(tree).toMatch(/TH:?\s+\/Scope \/Row\s+"Decided by/);
  expect(tree).toMatch(/THead\s+TR\s+TH:?\s+\/Scope \/Column\s+"Year/);
  expect(times(tree, /^ +Figure/gm)).toBe(1);
  expect(said('qpdf', '--qdf', '--object-streams=disable', file, '-')).toContain('/Alt (14 points.');
});

it('keeps every word of long answers, and says the head of a table again on each page as what is beside the content', () => {
  const words = flat(said('pdftotext', '-layout', file, '-'));
  expect(words).toContain('And so it ended.');
  expect((said('pdftotext', '-raw', file, '-').replaceAll('\f', '\n').match(/^x+ ?$/gm) ?? []).join('').replaceAll(' ', '')).toHaveLength(20_000);
  const heads = times(said('pdftotext', '-layout', file, '-'), /^ *Year +Cost +Why$/gm);
  expect(heads).toBeGreaterThan(2);
  expect(times(said('pdfinfo', '-struct-text', file), /"Cost "/g)).toBe(1);
  for (let i = 0; i < 80; i++) expect(words, `row ${i}`).toContain(`Year ${i} £${i},000`);
});

it('says on each page what it is and which page of how many, outside the tree', () => {
  const pages = said('pdftotext', '-layout', file, '-').split('\f').slice(0, -1);
  for (const [i, page] of pages.entries()) {
    expect(page).toContain('SW-0001, proposal version 1');
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
  }
  expect(said('pdfinfo', '-struct-text', file)).not.toContain('Page 1 of');
});

it('draws the letters it has, names those it has not, and drops what has no shape', () => {
  const words = flat(said('pdftotext', file, '-'));
  expect(words).toContain(`Łódź and Ŵyn, Ελλάδα, Привет, bell, half, ${MISSING.symbol} and ${MISSING.symbol}, ${MISSING.script} said, <script>alert("1")</script> & <b>bold</b>`);
  expect(words).toContain(MISSING_NOTE);
});
