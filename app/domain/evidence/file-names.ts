const LONGEST = 120;

/**
 * A file's name as it is kept and shown: the last part of a path, without characters that hide, reverse or break.
 * Never used as a place on disk.
 */
export function cleanFileName(raw: string): string {
  const last = raw.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replace(/["<>:|?*;%]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, LONGEST - ending.length).join('');
  return stem + ending || 'file';
}

/** The Content-Disposition of a download, by RFC 6266: a plain name for old browsers and the true one beside it. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A length in bytes as people read it: "3 MB", "412 KB". */
export function fileSize(bytes: number): string {
  if (bytes >= 2 ** 20) return `${Math.round((bytes / 2 ** 20) * 10) / 10} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
