import { describe, expect, it } from 'vitest';
import { cleanFileName, disposition, fileSize } from '#app/domain/evidence/file-names.ts';
import { sniff } from '#app/domain/evidence/sniff.server.ts';
import { heic, jpeg, office, oldOffice, openDocument, pdf, png, zip } from './make-files.ts';

const text = (words: string) => Buffer.from(words);
const many = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `word/media/${i}.xml`, stored: true }));
const html = '<!doctype html><html><script>alert(1)</script></html>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const gif = Buffer.concat([text('GIF89a/*'), Buffer.alloc(20), text('*/=1;alert(1)')]);

const TAKEN: [name: string, bytes: Buffer, mediaType: string][] = [
  ['plan.pdf', pdf(), 'application/pdf'],
  ['PLAN.PDF', pdf(), 'application/pdf'],
  ['plan.exe.pdf', pdf(), 'application/pdf'],
  ['plan.docx', office('docx'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['model.xlsx', office('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['board.pptx', office('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['plan.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
  ['model.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
  ['scan.png', png, 'image/png'],
  ['scan.jpg', jpeg, 'image/jpeg'],
  ['scan.jpeg', jpeg, 'image/jpeg'],
  ['photo.heic', heic, 'image/heic'],
  ['list.csv', text('role,people\nnurse,12\n'), 'text/csv; charset=utf-8'],
  ['list-with-mark.csv', text('\ufeffrole,£\nnurse,12\n'), 'text/csv; charset=utf-8'],
  ['begins-like-a-picture.csv', text('BMI,count\n25,3\n'), 'text/csv; charset=utf-8'],
  ['notes.txt', text('Café, 4 < 5'), 'text/plain; charset=utf-8'],
  ['eicar.txt', text('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-' + 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), 'text/plain; charset=utf-8'],
];

const REFUSED: [name: string, bytes: Buffer, because: RegExp][] = [
  ['empty.pdf', Buffer.alloc(0), /is empty/],
  ['empty.csv', Buffer.alloc(0), /is empty/],
  ['picture.svg', text(svg), /must be a PDF/],
  ['picture.png', text(svg), /what its name says/],
  ['picture.txt', text(svg), /plain text/],
  ['page.html', text(html), /must be a PDF/],
  ['page.txt', text(html), /plain text/],
  ['page.csv', text(`a,b\n1,"<script>alert(1)</script>"`), /plain text/],
  ['page.pdf', text(html), /what its name says/],
  ['page-then-pdf.pdf', Buffer.concat([text(html), pdf()]), /what its name says/],
  ['pdf-and-page.pdf', Buffer.concat([text('%PDF-1.7\n<html><script>alert(1)</script></html>'), pdf()]), /web page/],
  ['gif-and-script.gif', gif, /must be a PDF/],
  ['gif-and-script.png', gif, /what its name says/],
  ['program.exe', Buffer.concat([text('MZ'), Buffer.alloc(100)]), /must be a PDF/],
  ['plan.pdf.exe', pdf(), /must be a PDF/],
  ['program.pdf', Buffer.concat([text('MZ'), Buffer.alloc(100)]), /what its name says/],
  ['no-ending', pdf(), /must be a PDF/],
  ['archive.zip', zip([{ name: 'a.txt', text: 'a' }]), /must be a PDF/],
  ['archive.docx', zip([{ name: 'a.txt', text: 'a' }]), /what its name says/],
  ['picture-as.pdf', png, /what its name says/],
  ['sheet-as.docx', office('xlsx'), /what its name says/],
  ['drawing-as.odt', openDocument('graphics'), /what its name says/],
  ['macros.docm', office('docm'), /macros/],
  ['macros-renamed.docx', office('docm'), /macros/],
  ['macros.xlsm', office('xlsm'), /macros/],
  ['macros-inside.docx', office('docx', [{ name: 'word/vbaProject.bin', text: 'code' }]), /macros/],
  ['macros-inside.xlsx', office('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', text: '<x/>' }]), /macros/],
  ['macros-inside.odt', openDocument('text', [{ name: 'Basic/Standard/Module1.xml', text: '<x/>' }]), /macros/],
  ['locked.docx', oldOffice, /password/],
  ['locked-entry.xlsx', office('xlsx', [{ name: 'xl/s.xml', text: 'x', encrypted: true }]), /password/],
  ['locked.odt', openDocument('text', [{ name: 'META-INF/manifest.xml', text: '<manifest:encryption-data/>' }]), /password/],
  ['locked.pdf', pdf('trailer<</Encrypt 5 0 R>>'), /password/],
  ['old.doc', oldOffice, /must be a PDF/],
  ['ten-thousand.docx', office('docx', many(10_000)), /unpack/],
  ['bomb.xlsx', office('xlsx', [{ name: 'xl/bomb.xml', text: Buffer.alloc(12 * 2 ** 20) }]), /unpack/],
  ['says-four-gigabytes.docx', office('docx', [{ name: 'word/a.xml', text: 'a', lies: { unpacked: 0xffffffff } }]), /unpack/],
  ['overlapping.docx', office('docx', [{ name: 'word/a.xml', text: 'a', lies: { packed: 5_000_000 } }]), /whole/],
  ['climbs-out.docx', office('docx', [{ name: '../../etc/cron.d/x', text: 'x' }]), /whole/],
  ['climbs-out-too.docx', office('docx', [{ name: 'word\\..\\..\\x', text: 'x' }]), /whole/],
  ['from-the-root.docx', office('docx', [{ name: '/etc/passwd', text: 'x' }]), /whole/],
  ['nul-name.docx', office('docx', [{ name: 'word/a\0.exe', text: 'x' }]), /whole/],
  ['cut-short.docx', office('docx').subarray(0, -30), /whole/],
  ['cut-short.pdf', pdf().subarray(0, -12), /whole/],
  ['cut-short.png', png.subarray(0, 30), /whole/],
  ['cut-short.jpg', jpeg.subarray(0, 30), /whole/],
  ['latin.csv', Buffer.from('role,\u00a3\n', 'latin1'), /CSV UTF-8/],
  ['sixteen.txt', Buffer.from('words', 'utf16le'), /plain text/],
  ['nul.txt', text('a\0b'), /plain text/],
  ['pdf-as.txt', pdf(), /plain text/],
];

describe('what a file is', () => {
  it.each(TAKEN)('takes %s', async (name, bytes, mediaType) => {
    expect(await sniff(bytes, name)).toEqual({ ok: true, mediaType });
  });
  it.each(REFUSED)('refuses %s and says why', async (name, bytes, because) => {
    const found = await sniff(bytes, name);
    expect(found).toMatchObject({ ok: false, reason: expect.stringMatching(because) });
  });
  it('never throws, whatever bytes come under whatever name', async () => {
    const seeds = TAKEN.map(([name, bytes]) => ({ name, bytes }));
    let random = 12345;
    const next = (below: number) => (random = (random * 1103515245 + 12345) % 2 ** 31) % below;
    for (let i = 0; i < 600; i += 1) {
      const { name, bytes } = seeds[i % seeds.length]!;
      const changed = Buffer.from(bytes.subarray(0, 1 + next(bytes.length)));
      for (let n = 0; n < 3; n += 1) changed[next(changed.length)] = next(256);
      expect(typeof (await sniff(changed, name)).ok).toBe('boolean');
    }
  });
});

describe('names of files', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\asha\\plan.pdf', 'plan.pdf'],
    ['plan\u202Efdp.exe', 'planfdp.exe'],
    ['plan\0.pdf', 'plan.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['"quoted";.pdf', '-quoted--.pdf'],
    ['\uFFFDbad.pdf', 'bad.pdf'],
    ['...', 'file'],
    ['', 'file'],
    ['Cafe\u0301 plan.pdf', 'Café plan.pdf'],
  ])('cleans %j', (raw, clean) => expect(cleanFileName(raw)).toBe(clean));
  it('shortens a name of 1,000 characters and keeps its ending', () => {
    const name = cleanFileName(`${'n'.repeat(1000)}.docx`);
    expect([name.length, name.endsWith('n.docx')]).toEqual([120, true]);
  });
  it('offers a name by RFC 6266, with nothing that ends the header', () => {
    expect(disposition("Café's plan.pdf")).toBe("attachment; filename=\"Caf_'s plan.pdf\"; filename*=UTF-8''Caf%C3%A9%27s%20plan.pdf");
  });
  it('says sizes in words', () => expect([fileSize(1), fileSize(900), fileSize(2048), fileSize(3 * 2 ** 20)]).toEqual(['1 byte', '900 bytes', '2 KB', '3 MB']));
});
