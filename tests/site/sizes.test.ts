import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../src/build/precache';

/** The budgets of a parent's first visit in bytes, compressed with brotli as a host sends them. */
const BUDGET = {
  /** HTML and CSS: what a server may send in its first ten packets, before it waits. */
  page: 14_600,
  scripts: 14_336,
  /** What comes only when a guide's reader does something: children, bars, sharing, a fault. */
  onAction: 6_144,
  serviceWorker: 7_168,
  /** All that a first visit leaves on the phone: every family's page, its code and the worker. */
  kept: 150_000,
};

/** Words that stand in what the teacher's tools are made of, and nowhere else. */
const TEACHERS_ONLY = /PDFDocument|GolosText/;

const dist = resolve(import.meta.dirname, '../../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const scripts = files.filter((path) => path.endsWith('.js') && path !== 'sw.js');
const parentPages = files.filter(
  (path) => path.endsWith('.html') && !/^(class|author|own)\//.test(path),
);

const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

const size = (text: string): number => brotliCompressSync(text).length;

const sum = (paths: Iterable<string>): number =>
  [...paths].reduce((total, path) => total + size(read(path)), 0);

/** The files that the tags of a page name in an attribute. */
function linked(page: string, tag: RegExp): string[] {
  return [...read(page).matchAll(tag)]
    .map(([, address]) => join(dirname(page), address ?? '').replaceAll('\\', '/'))
    .filter((path) => existsSync(join(dist, path)));
}

const stylesOf = (page: string): string[] =>
  linked(page, /<link\b[^>]*\brel="?stylesheet"?[^>]*\bhref="([^"]+)"/g);

const entriesOf = (page: string): string[] => [
  ...linked(page, /<script\b[^>]*\bsrc="([^"]+)"/g),
  ...linked(page, /<link\b[^>]*\brel="?modulepreload"?[^>]*\bhref="([^"]+)"/g),
];

/** The scripts that a script imports before it runs. */
function importsOf(path: string): string[] {
  return ts
    .createSourceFile(path, read(path), ts.ScriptTarget.Latest)
    .statements.filter(
      (statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement),
    )
    .flatMap(({ moduleSpecifier }) =>
      moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
        ? [join(dirname(path), moduleSpecifier.text).replaceAll('\\', '/')]
        : [],
    );
}

/** The scripts that a script names in any way: lazy imports and workers too. */
function mentionsOf(path: string): string[] {
  const text = read(path);
  return scripts.filter((other) => other !== path && text.includes(basename(other)));
}

function closure(start: readonly string[], next: (path: string) => string[]): Set<string> {
  const reached = new Set(start);
  // A set that grows while it is walked is walked to its new end.
  for (const path of reached) for (const other of next(path)) reached.add(other);
  return reached;
}

/** A page that keeps itself has one script, with what comes on an action in it. */
const isTranslated = (page: string): boolean =>
  existsSync(join(dist, dirname(page), 'offline.json'));

const figures = parentPages.map((page) => ({
  page,
  isTranslated: isTranslated(page),
  isGuide: read(page).includes('<guide-checklist'),
  htmlAndCss: size(read(page)) + sum(stylesOf(page)),
  scripts: sum(closure(entriesOf(page), importsOf)),
}));

describe('the sizes of the built site', () => {
  it('are there to be seen', () => {
    console.table(
      Object.fromEntries(
        figures.map(({ page, htmlAndCss, scripts }) => [page, { htmlAndCss, scripts }]),
      ),
    );
    console.log(`sw.js: ${size(read('sw.js'))}`);
    expect(figures.filter(({ isGuide }) => isGuide).length).toBeGreaterThanOrEqual(4);
    expect(figures.every(({ scripts }) => scripts > 0)).toBe(true);
  });

  it('let every guide be read and ticked in the first packets', () => {
    expect(
      figures.filter(({ isGuide, htmlAndCss }) => isGuide && htmlAndCss > BUDGET.page),
    ).toEqual([]);
  });

  it("keep the scripts of a parent's page small", () => {
    const tooLarge = figures.filter(
      (page) => page.scripts > BUDGET.scripts + (page.isTranslated ? BUDGET.onAction : 0),
    );
    expect(tooLarge).toEqual([]);
  });

  it('keep small what comes when a reader does something', () => {
    for (const { page } of figures.filter((page) => page.isGuide && !page.isTranslated)) {
      const first = closure(entriesOf(page), importsOf);
      const later = [...closure([...first], mentionsOf)].filter((path) => !first.has(path));
      expect(later.length).toBeGreaterThan(0);
      expect(sum(later)).toBeLessThanOrEqual(BUDGET.onAction);
    }
  });

  it('keep the service worker small', () => {
    expect(size(read('sw.js'))).toBeLessThanOrEqual(BUDGET.serviceWorker);
  });

  it('keep all the pages of both regions on little room and traffic', async () => {
    const { pages } = await listFiles(dist);
    const paths = pages.map(({ url, file }) =>
      file === undefined ? url : join(dirname(`${url}x`), file),
    );
    expect(paths.filter((path) => path.endsWith('.html')).length).toBeGreaterThan(20);
    const kept = sum(['sw.js', ...paths]);
    console.log(`kept for work without a network: ${kept}`);
    expect(kept).toBeLessThanOrEqual(BUDGET.kept);
  });

  it("keep the teacher's tools out of reach of a parent's page", () => {
    const holds = (path: string): boolean => TEACHERS_ONLY.test(read(path));
    const reached = closure(parentPages.flatMap(entriesOf), mentionsOf);
    expect([...reached].filter(holds)).toEqual([]);
    // The words are the right ones: the class page does reach them.
    expect([...closure(entriesOf('class/index.html'), mentionsOf)].some(holds)).toBe(true);
  });
});
