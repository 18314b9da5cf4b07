import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES, messagesOf } from '../../src/messages/catalogues';
import * as english from '../../src/messages/en/elements';
import * as russian from '../../src/messages/ru/elements';
import * as russianPage from '../../src/messages/ru/page';

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

test('every word is said somewhere', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('messages'))
    .map((path) => readFileSync(join('src', path), 'utf8'))
    .join('\n');
  const unsaid = [...Object.keys(russian), ...Object.keys(russianPage)].filter(
    (name) =>
      !new RegExp(
        `\\bwords\\.${name}\\b|[{ ]${name}[, }].*from '.*/messages|^  ${name},$`,
        'm',
      ).test(sources),
  );
  expect(unsaid).toEqual([]);
});
