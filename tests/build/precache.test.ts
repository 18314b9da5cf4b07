import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles, type PrecacheEntry } from '../../src/build/precache';

let site: string;

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'pamyatka-precache-'));
});

afterEach(() => {
  rmSync(site, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  }
}

/** The addresses of each list that has any. */
async function list(): Promise<Record<string, string[]>> {
  const { pages, own, tools } = await listFiles(site);
  const addresses = (files: readonly PrecacheEntry[]): string[] =>
    files.map(({ url }) => url).sort();
  return {
    pages: addresses(pages),
    ...(own.length > 0 && { own: addresses(own) }),
    ...(tools.length > 0 && { tools: addresses(tools) }),
  };
}

describe('the files to keep', () => {
  it('are the pages under their slash, with what they show and run', async () => {
    write({
      'index.html': '<link rel="manifest" href="./app.webmanifest"><a href="big.zip">Скачать</a>',
      'app.webmanifest': '{"icons":[{"src":"icon-512.png"}]}',
      'icon-512.png': '',
      'big.zip': '',
      'krasnoyarsk/kiasuo/index.html':
        '<script type="module" src="../../assets/guide-BvT3x_a1.js"></script>' +
        '<img alt="Кнопка ☰" src="../pictures/menu.svg">',
      'krasnoyarsk/pictures/menu.svg': '<svg/>',
      'assets/guide-BvT3x_a1.js': 'import"./lit-00000000.js";import("./later-11111111.js")',
      'assets/lit-00000000.js': '',
      'assets/later-11111111.js': '',
      'assets/nobody-22222222.js': '',
    });
    expect(await list()).toEqual({
      pages: [
        './',
        'app.webmanifest',
        'assets/guide-BvT3x_a1.js',
        'assets/later-11111111.js',
        'assets/lit-00000000.js',
        'krasnoyarsk/kiasuo/',
        'krasnoyarsk/pictures/menu.svg',
      ],
    });
  });

  it('of the school are apart, but for those that families have too', async () => {
    write({
      'index.html': '<script type="module" src="assets/plain-00000000.js"></script>',
      'class/index.html':
        '<script type="module" src="../assets/plain-00000000.js"></script>' +
        '<script type="module" src="../assets/class-11111111.js"></script>',
      'assets/plain-00000000.js': '',
      'assets/class-11111111.js': 'new Worker(new URL("memo-22222222.js", import.meta.url))',
      'assets/memo-22222222.js': 'import("./font-33333333.js")',
      'assets/font-33333333.js': '',
    });
    expect(await list()).toEqual({
      pages: ['./', 'assets/plain-00000000.js'],
      tools: [
        'assets/class-11111111.js',
        'assets/font-33333333.js',
        'assets/memo-22222222.js',
        'class/',
      ],
    });
  });

  it('of guides from files are apart from both, with what the tools share with them', async () => {
    write({
      'index.html': '<script type="module" src="assets/plain-00000000.js"></script>',
      'own/index.html': '<script type="module" src="../assets/own-11111111.js"></script>',
      'author/index.html': '<script type="module" src="../assets/author-22222222.js"></script>',
      'assets/plain-00000000.js': '',
      'assets/own-11111111.js': 'import "./plain-00000000.js";new Worker("memo-33333333.js")',
      'assets/author-22222222.js': 'new Worker("memo-33333333.js")',
      'assets/memo-33333333.js': '',
    });
    expect(await list()).toEqual({
      pages: ['./', 'assets/plain-00000000.js'],
      own: ['assets/memo-33333333.js', 'assets/own-11111111.js', 'own/'],
      tools: ['assets/author-22222222.js', 'author/'],
    });
  });

  it('hold, in place of a page that carries its styles, the one that links them', async () => {
    write({
      'tyumen/meals/index.html': '<style>p{}</style>',
      'tyumen/meals/offline.html': '<link rel="stylesheet" href="../../assets/all-00000000.css">',
      'assets/all-00000000.css': 'p{}',
    });
    const { pages } = await listFiles(site);
    expect(Object.fromEntries(pages.map(({ url, file }) => [url, file]))).toEqual({
      'assets/all-00000000.css': undefined,
      'tyumen/meals/': 'offline.html',
    });
  });

  it('carry the hash of what is in them', async () => {
    write({
      'index.html': '<script type="module" src="assets/plain-00000000.js"></script>',
      'assets/plain-00000000.js': 'run()',
    });
    const hash = createHash('sha256').update('run()').digest('base64');
    const { pages } = await listFiles(site);
    const script = pages.find(({ url }) => url.startsWith('assets/'));
    expect(script).toEqual({ url: 'assets/plain-00000000.js', integrity: `sha256-${hash}` });
  });
});
