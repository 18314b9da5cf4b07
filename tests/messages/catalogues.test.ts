import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { LANGUAGES, messagesOf } from '../../src/messages/catalogues';
import * as english from '../../src/messages/en/elements';
import * as russian from '../../src/messages/ru/elements';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test('every folder of words is a language that pages can have', () => {
  const folders = readdirSync('src/messages', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...LANGUAGES].sort()).toEqual(folders.sort());
});

test.each(Object.entries(russian))('«%s» has the same places to fill in English', (name, text) => {
  expect(placeholders(english[name as keyof typeof english])).toEqual(placeholders(text));
});

test('words of elements are texts alone, which the build can put where they are said', () => {
  for (const language of LANGUAGES) {
    const source = readFileSync(`src/messages/${language}/elements.ts`, 'utf8');
    expect(
      source.replace(/^export const \w+ =\s+'[^'\n]*';$|^\/\*\*[\s\S]*?\*\/$/gm, '').trim(),
    ).toBe('');
  }
});

test.each([
  ['ru', 1, 'около 1 минуты'],
  ['ru', 2, 'около 2 минут'],
  ['ru', 11, 'около 11 минут'],
  ['ru', 21, 'около 21 минуты'],
  ['ru', 30, 'около 30 минут'],
  ['en', 1, 'about 1 minute'],
  ['en', 21, 'about 21 minutes'],
])('in %s, %i are said with the plural of that language', (language, minutes, words) => {
  expect(messagesOf(language).aboutMinutes(minutes)).toBe(words);
});

/** Modules below a folder of `src/`, with their paths from it. */
const modulesOf = (folder: string): { path: string; source: string }[] =>
  readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join('src', folder, path))
    .map((path) => ({ path, source: readFileSync(path, 'utf8') }));

test('every word is said somewhere', () => {
  const sources = modulesOf('.')
    .filter(({ path }) => !path.startsWith(join('src', 'messages', 'en')))
    .map(({ source }) => source);
  const unsaid = modulesOf('messages/ru').flatMap(({ path, source }) => {
    const [, area = ''] = /([\w-]+)\.ts$/.exec(path) ?? [];
    // A page in another language is given those of `page`, and the door opens on those of elements.
    const users = sources.filter(
      (user) =>
        area === 'page' ||
        user === source ||
        user.includes(area === 'elements' ? "/messages'" : `/messages/ru/${area}'`),
    );
    const isSaid = (name: string): boolean =>
      users.some((user) => new RegExp(`[.{(,] ?${name}\\b|^  ${name},$`, 'm').test(user));
    const names = [...source.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => name);
    return names.filter((name) => !isSaid(name)).map((name) => `${area}: ${name}`);
  });
  expect(unsaid).toEqual([]);
});

/** Texts in Russian that a module holds itself; one letter alone is no text. */
function russianTextsOf(path: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) {
      if (/[а-яё]{2}/i.test(node.text)) found.push(`${path}: ${node.text.trim().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  return found;
}

/** Not to be read by anyone: grammar, and what makes a passphrase easy to guess. */
const NO_TEXTS = ['src/memo/genitive.ts', 'src/storage/vault/passphrase.ts'];

test('what pages, elements, memos and storage say stands in the catalogue alone', () => {
  const modules = ['components', 'pages', 'memo', 'storage']
    .flatMap(modulesOf)
    .filter(({ path }) => !NO_TEXTS.includes(path));
  expect(modules.length).toBeGreaterThan(150);
  expect(modules.flatMap(({ path, source }) => russianTextsOf(path, source))).toEqual([]);
});
