import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Room {
  /** The other rooms that this one may import from. */
  readonly rooms: readonly string[];
  /** The modules that other rooms may import from it; absent: all of them. */
  readonly doors?: readonly string[];
  /** Whether it may import Node's own modules. */
  readonly node?: true;
}

const ROOMS: Readonly<Record<string, Room>> = {
  'src/messages': { rooms: [] },
  'src/guide': {
    rooms: ['src/messages'],
    doors: [
      'index',
      'guide',
      'condition',
      'html',
      'render-html',
      'render-guide',
      'draft-worker?worker&url',
      'draft-client',
    ],
  },
  'src/roster': {
    rooms: [],
    doors: ['index', 'roster', 'roster-worker?worker&url', 'roster-client'],
  },
  'src/link': { rooms: [], doors: ['index', 'family-link'] },
  'src/memo': {
    rooms: ['src/messages', 'src/guide', 'src/roster', 'src/link'],
    doors: ['index', 'memo', 'memo-worker?worker&url', 'memo-client', 'fonts', 'pdf/to-unicode'],
  },
  'src/hosting': { rooms: [], doors: ['index'] },
  'src/storage': { rooms: ['src/messages', 'src/guide', 'src/roster', 'src/link'] },
  'src/offline': { rooms: [] },
  'src/components': {
    rooms: [
      'src/messages',
      'src/offline',
      'src/guide',
      'src/roster',
      'src/link',
      'src/memo',
      'src/storage',
    ],
  },
  'src/pages': {
    rooms: [
      'src/messages',
      'src/offline',
      'src/guide',
      'src/roster',
      'src/link',
      'src/memo',
      'src/storage',
      'src/components',
    ],
  },
  'src/build': {
    rooms: ['src/messages', 'src/guide', 'src/memo', 'src/hosting', 'src/pages'],
    doors: ['describe-problem', 'logo', 'site-folder'],
    node: true,
  },
  'src/cli': {
    rooms: ['src/guide', 'src/roster', 'src/link', 'src/memo', 'src/hosting', 'src/build'],
    node: true,
  },
  sw: { rooms: [] },
};

/** Packages that only these rooms may import, so that no page gets them unasked. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'pdf-lib': ['src/memo'],
  idb: ['src/storage'],
  lit: ['src/components', 'src/pages'],
  'workbox-core': ['sw'],
  'workbox-precaching': ['sw'],
  'workbox-routing': ['sw'],
  'workbox-build': ['src/build'],
  '@codemirror/view': ['src/components'],
  vite: ['src/build'],
  fontkit: ['src/build'],
  'subset-font': ['src/build'],
  'playwright-core': ['src/build'],
};

/** A worker is started by its typed client alone. */
const CLIENT = /client\.ts$/;

function roomOf(path: string): string | undefined {
  return Object.keys(ROOMS).find((room) => path.startsWith(`${room}/`));
}

/** Says each import or worker of a file that goes against the arrows; `path` is from the root. */
function violations(path: string, text: string): string[] {
  const name = roomOf(path);
  const room = name === undefined ? undefined : ROOMS[name];
  if (name === undefined || room === undefined) return [`${path}: lies in no room`];
  const found = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => !mayImport(path, name, room, specifier))
    .map((specifier) => `${path}: ${specifier}`);
  if (!CLIENT.test(path) && startsWorker(path, text)) found.push(`${path}: new Worker`);
  return found;
}

function mayImport(path: string, name: string, room: Room, specifier: string): boolean {
  if (specifier.startsWith('.')) {
    const target = join(dirname(path), specifier).replaceAll('\\', '/');
    if (ROOMS[target] !== undefined) return mayEnter(name, room, target, 'index');
    const targetRoom = roomOf(target);
    if (targetRoom === undefined) return false;
    return mayEnter(name, room, targetRoom, target.slice(targetRoom.length + 1));
  }
  if (specifier.startsWith('node:')) return room.node === true;
  if (specifier.startsWith('virtual:')) return true;
  const packageName = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : (specifier.split('/')[0] ?? specifier);
  if (name === 'sw' && !packageName.startsWith('workbox-')) return false;
  return OWNERS[packageName]?.includes(name) ?? true;
}

function mayEnter(from: string, room: Room, to: string, module: string): boolean {
  if (from === to) return true;
  const doors = ROOMS[to]?.doors;
  return room.rooms.includes(to) && (doors === undefined || doors.includes(module));
}

function startsWorker(path: string, text: string): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      /^(Shared)?Worker$/.test(node.expression.text)) ||
    (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  return visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
}

/** The files that git keeps or would be given: all but what .gitignore names. */
const files = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('the arrows between the rooms', () => {
  it('are kept by every source file', () => {
    const sources = files.filter((path) => /^(src|sw)\/.*\.[jt]s$/.test(path));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap((path) => violations(path, read(path)))).toEqual([]);
  });

  // The negative controls: what the test above must be able to see.
  it.each([
    ['src/guide/x.ts', "import { PDFName } from 'pdf-lib';", 'pdf-lib'],
    ['src/guide/x.ts', "import type { Roster } from '../roster/roster';", '../roster/roster'],
    ['src/roster/rules/x.ts', "import { readFile } from 'node:fs';", 'node:fs'],
    ['src/memo/x.ts', "export * from '../guide/walk';", '../guide/walk'],
    ['src/memo/pdf/x.ts', "const walk = await import('../../guide/walk');", '../../guide/walk'],
    ['src/link/x.ts', "import { openDB } from 'idb';", 'idb'],
    ['src/components/x.ts', "import { openDB } from 'idb';", 'idb'],
    ['src/storage/x.ts', "import { html } from 'lit/static-html.js';", 'lit/static-html.js'],
    ['src/pages/class/x.ts', "import '../../build/site';", '../../build/site'],
    ['src/pages/x.ts', "new Worker(new URL('./w.ts', import.meta.url));", 'new Worker'],
    ['src/cli/x.ts', "import '../../tests/pdf-tools';", '../../tests/pdf-tools'],
    ['sw/x.ts', "import { openDB } from 'idb';", 'idb'],
    ['sw/x.ts', "import '../src/guide';", '../src/guide'],
  ])('forbid %s to say %s', (path, text, blamed) => {
    expect(violations(path, text)).toEqual([`${path}: ${blamed}`]);
  });

  it('leave what is right alone', () => {
    const text = `
      import { PDFName } from 'pdf-lib';
      import { compileGuide } from '../guide';
      import type { Guide } from '../guide/guide';
      import { place } from './place';
      // import 'node:fs';
      const words = "import 'idb'; new Worker()";
    `;
    expect(violations('src/memo/x.ts', text)).toEqual([]);
    expect(
      violations('src/memo/memo-client.ts', "new Worker(new URL('./w.ts', import.meta.url));"),
    ).toEqual([]);
  });

  it('name only rooms that exist', () => {
    expect(Object.keys(ROOMS).filter((room) => !existsSync(join(root, room)))).toEqual([]);
  });
});

describe('the house', () => {
  it('keeps its top level to what a newcomer expects', () => {
    const allowed = new Set([
      '.ci',
      '.github',
      '.gitignore',
      'LICENSE',
      'README.md',
      'eslint.config.js',
      'guides',
      'package-lock.json',
      'package.json',
      'public',
      'src',
      'sw',
      'tests',
      'tsconfig.json',
      'vite.config.ts',
    ]);
    const top = new Set(files.map((path) => path.split('/')[0] ?? path));
    expect([...top].filter((entry) => !allowed.has(entry))).toEqual([]);
  });

  it('has no folder for odds and ends', () => {
    expect(files.filter((path) => /(^|\/)(utils?|helpers?|misc)\//i.test(path))).toEqual([]);
  });

  it('stands on its own: no file names a path outside, or where packages come from', () => {
    const outside = ['..', 'shared'].join('/');
    const registry = /\bregistry\.[\w-]+\.\w+|"resolved"\s*:/;
    const blamed = files.filter((path) => {
      const text = read(path);
      return text.includes(outside) || registry.test(text);
    });
    expect(blamed).toEqual([]);
  });
});
