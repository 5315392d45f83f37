import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The walls of the house, read from every import. A breach fails with a sentence that says where the thing belongs. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.js'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => /^(app|workflows|db|tests)\//.test(file));
const text = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm;
const imports: Import[] = files.flatMap((from) =>
  [...text.get(from)!.matchAll(IMPORT)].flatMap((match) => {
    const name = match[2] ?? match[3]!;
    const to = name.startsWith('#') ? name.slice(1) : name.startsWith('.') ? normalize(join(dirname(from), name)) : undefined;
    return to ? [{ from, to, typeOnly: Boolean(match[1]) }] : [];
  }),
);

const room = (file: string): string => {
  if (file.startsWith('app/')) return /^app\/(domain|routes|ui|lib|demo)\//.exec(file)?.[1] ?? file;
  return file.split('/')[0]!;
};
const MAY: Record<string, readonly string[]> = {
  workflows: ['workflows'],
  db: ['db'],
  domain: ['domain', 'workflows', 'db', 'lib', 'app/env.server.ts', 'app/log.server.ts'],
  ui: ['ui', 'workflows', 'lib', 'domain', 'app/theme.ts'],
  lib: ['lib', 'workflows'],
  routes: ['routes', 'domain', 'workflows', 'ui', 'lib', 'app/env.server.ts', 'app/log.server.ts'],
  demo: ['demo', 'domain', 'workflows', 'db', 'lib', 'app/env.server.ts', 'app/log.server.ts'],
  'app/server.ts': [],
};

describe('walls', () => {
  it('lets each room import only what its place allows', () => {
    const breaches = imports
      .filter(({ from, to }) => MAY[room(from)] && !MAY[room(from)]!.includes(room(to)))
      .filter(({ from, typeOnly }) => !(from === 'app/server.ts' && typeOnly))
      .map(({ from, to }) => `${from} imports ${to}: ${room(from)} may import ${MAY[room(from)]!.join(', ') || 'nothing of ours'}`);
    expect(breaches).toEqual([]);
  });

  it('keeps SQL in the cellar: outside db only commands, queries and the demo that tells stories reach for it', () => {
    const reaching = imports.filter(({ from, to, typeOnly }) => room(to) === 'db' && !typeOnly && !from.startsWith('db/') && !from.startsWith('tests/'));
    const wrong = reaching.filter(({ from }) => !(room(from) === 'domain' && from.endsWith('.server.ts')) && room(from) !== 'demo' && from !== 'app/entry.server.tsx');
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('lets furniture know the domain by its types, schemas and policies alone', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => room(from) === 'ui' && room(to) === 'domain' && !typeOnly && !/\.(schema|policy)\.ts$/.test(to));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('lets only tests and the seed command import the demo', () => {
    const wrong = imports.filter(({ from, to }) => room(to) === 'demo' && room(from) !== 'demo' && !from.startsWith('tests/'));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('keeps sessions behind one file', () => {
    const importers = files.filter((file) => /from ['"]lucia['"]/.test(text.get(file)!));
    expect(importers).toEqual(['app/domain/people/sessions.server.ts']);
  });

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => /process\.env/.test(text.get(file)!) && !file.startsWith('tests/'));
    expect(readers.sort()).toEqual(['app/env.server.ts', 'app/server.ts', 'db/migrate.ts'].filter((file) => readers.includes(file)));
  });

  it('names everything in db that runs *.server.ts, so that none of it slips into the browser', () => {
    const plain = files.filter((file) => file.startsWith('db/') && !file.endsWith('.server.ts') && !/^db\/(migrations|schema)\//.test(file));
    expect(plain.sort()).toEqual(['db/codec.ts', 'db/migrate.ts', 'db/schema.ts']);
  });
});

const DATA = /^workflows\/(stages|pathways|guidance|glossary|bank-holidays)|^app\/demo\/|common-passwords/;

describe('sizes', () => {
  it('keeps files under 300 lines, and data under 400', () => {
    const long = files
      .map((file) => ({ file, lines: text.get(file)!.split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > (DATA.test(file) ? 400 : 300))
      .map(({ file, lines }) => `${file} has ${lines} lines: split it by noun`);
    expect(long).toEqual([]);
  });

  it('keeps functions under 60 lines', () => {
    const long = files.filter((file) => !file.startsWith('tests/') && !DATA.test(file)).flatMap(longFunctions);
    expect(long).toEqual([]);
  });
});

function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, text.get(file)!, ts.ScriptTarget.ES2022, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const last = source.getLineAndCharacterOfPosition(node.end).line;
      if (last - first + 1 > 60) found.push(`${file}:${first + 1} is a function of ${last - first + 1} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('habits', () => {
  it('moves states only through the tables: a state is set in the commands that asked the law', () => {
    const writers = files.filter((file) => /\.set\(\{\s*state/.test(text.get(file)!) && !file.startsWith('tests/'));
    expect(writers.filter((file) => !file.startsWith('db/tables/'))).toEqual([]);
  });

  it('has nothing at the top but the agreed rooms and what tools insist on', () => {
    const top = new Set(execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n').map((file) => file.split('/')[0]!));
    const agreed = /^(app|workflows|db|public|tests|remix\.config\.js|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|\..+)$/;
    expect([...top].filter((name) => !agreed.test(name))).toEqual([]);
  });

  it('leaves no unfinished marks', () => {
    const mark = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|lorem ipsum|coming soon|not implemented)\\b`);
    expect(files.filter((file) => mark.test(text.get(file)!) && file !== 'tests/architecture.test.ts')).toEqual([]);
  });
});
