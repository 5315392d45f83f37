import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paperDocx } from '#app/domain/papers/paper-docx.server.ts';
import { filesIn } from '#tests/domain/programme/read-bundle.ts';
import { hasOffice, said } from '#tests/setup/paper-tools.ts';
import { textOfXml } from '#tests/setup/xml.ts';
import { samplePaper } from './sample-paper.ts';

it('writes parts that are well-formed XML, whatever was pasted, and keeps every word', async () => {
  const parts = filesIn(await paperDocx(samplePaper()));
  expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'docProps/core.xml']));
  for (const [name, xml] of parts) expect(() => textOfXml(xml), name).not.toThrow();
  const words = textOfXml(parts.get('word/document.xml')!);
  for (const kept of ['And so it ended.', 'שלום', '😀', '<script>alert("1")</script> & <b>bold</b>', 'x'.repeat(20_000), 'Waits fell from 20 weeks to 7 weeks.', 'Last 12 results of 14']) expect(words.includes(kept), kept.slice(0, 40)).toBe(true);
  expect(words).toContain('bell');
});

it('marks headings, list items, header rows, right-to-left runs, language and page numbers', async () => {
  const parts = filesIn(await paperDocx(samplePaper()));
  const body = parts.get('word/document.xml')!;
  for (const style of ['Heading1', 'Heading2', 'Heading3', 'Heading4']) expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(body).toMatch(/<w:numPr>/);
  expect(body).toMatch(/<w:rtl\/>[^]{0,80}שלום/);
  expect(parts.get('word/styles.xml')).toContain('w:val="en-GB"');
  const [footer] = [...parts].filter(([name]) => /footer\d*\.xml$/.test(name)).map(([, xml]) => xml);
  expect(footer).toMatch(/PAGE[^]*NUMPAGES/);
});

it.skipIf(!hasOffice())('opens in LibreOffice, where it is installed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-papers-'));
  writeFileSync(join(folder, 'sample.docx'), await paperDocx(samplePaper()));
  said('soffice', '--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'sample.docx'));
  const text = readFileSync(join(folder, 'sample.txt'), 'utf8');
  for (const kept of ['Decision on the proposal', 'And so it ended.', 'שלום', 'Year 79']) expect(text).toContain(kept);
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
