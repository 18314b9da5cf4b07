import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain, readPage, textOf } from './facts/built-page';
import { DAMAGE } from './facts/damage';
import type { Fact } from './facts/facts';
import { BANKS, KRASNOYARSK } from './facts/krasnoyarsk';
import { QUESTIONS } from './facts/questions';
import { TYUMEN } from './facts/tyumen';

const DIST = resolve(import.meta.dirname, '../../dist');
const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);

/** Pages made from guides, by their address. */
const guidePages = built
  .filter((path) => /^((krasnoyarsk|tyumen)\/[^/]+|help\/[^/]+)\/index\.html$/.test(path))
  .map((path) => path.replace('index.html', ''));

const addressOf = ([region, page]: Fact): string =>
  page === 'help' ? `help/${region}/` : `${region}/${page}/`;

const isAddress = (words: string): boolean => /^(https?|tel|mailto):/.test(words);

/** The words of a fact that a page does not have. */
function missing(fact: Fact): string[] {
  const [, , , ...words] = fact;
  const { text, links } = readPage(addressOf(fact));
  return words.filter((word) =>
    isAddress(word) ? !links.includes(word) : !text.includes(plain(word)),
  );
}

describe.each([
  ['Красноярский край', KRASNOYARSK],
  ['Тюменская область', TYUMEN],
] as const)('facts of the document: %s', (_region, facts) => {
  test.each(facts.map((fact) => [addressOf(fact), fact.slice(2).join(' · '), fact] as const))(
    '%s: %s',
    (_address, _told, fact) => {
      expect(missing(fact)).toEqual([]);
    },
  );
});

test('every guide page is in the tables', () => {
  const told = new Set([...KRASNOYARSK, ...TYUMEN].map(addressOf));
  expect(guidePages.filter((page) => !told.has(page))).toEqual([]);
});

test.each(['krasnoyarsk/gosuslugi/', 'tyumen/gosuslugi/'])(
  '%s lists the sixteen banks, each on a line of its own, and no other',
  (address) => {
    const lines = readPage(address).text.split('\n');
    const first = lines.indexOf(BANKS[0]);
    expect(lines.slice(first, first + BANKS.length)).toEqual(BANKS);
    expect(lines[first + BANKS.length]).toBe('К сведению');
  },
);

describe('twenty questions', () => {
  test('are twenty', () => {
    expect(new Set(QUESTIONS.map(({ question }) => question)).size).toBe(20);
  });

  test.each(QUESTIONS.map(({ asks, question, ...rest }) => [asks, question, rest] as const))(
    '%s: %s',
    (_asks, _question, { page, answer }) => {
      const html = readFileSync(join(DIST, page, 'index.html'), 'utf8');
      const places = html.split('<section').map((section) => textOf(`<section${section}`));
      const complete = places.filter((text) =>
        answer.every((words) => text.includes(plain(words))),
      );
      expect(complete).toHaveLength(1);
    },
  );
});

describe('what must not stand on the site', () => {
  const texts = built
    .filter((path) => /\.(html|svg)$/.test(path))
    .map((path) => [path, textOf(readFileSync(join(DIST, path), 'utf8'))] as const);

  test.each(DAMAGE)('%s', (_what, pattern) => {
    expect(texts.flatMap(([path, text]) => (pattern.test(text) ? [path] : []))).toEqual([]);
  });

  test('«пользователь», but for the button of that name', () => {
    const lines = texts.flatMap(([path, text]) =>
      text
        .replaceAll('Профиль пользователя', '')
        .split('\n')
        .filter((line) => /пользовател/i.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(lines).toEqual([]);
  });

  test('retired browsers as a thing to install', () => {
    const steps = guidePages.flatMap((page) => readPage(page).steps);
    expect(steps.length).toBeGreaterThan(200);
    expect(steps.filter((step) => /Спутник|Internet Explorer/.test(step))).toEqual([]);
    const lines = texts.flatMap(([, text]) =>
      text.split('\n').filter((line) => line.includes('Спутник')),
    );
    for (const line of lines) expect(line).toContain('больше не поддерживают');
  });

  test('a phone that is not in the contacts', () => {
    const phones = texts.flatMap(([, text]) =>
      [...text.matchAll(/(?:\+7|\b8)[ (-]*\d{3}[\d ()-]{6,}\d/g)].map(([phone]) => phone),
    );
    expect(new Set(phones)).toEqual(new Set(['8-800-100-70-10', '8-800-234-39-30']));
  });

  test('a region’s service on the pages of the other', () => {
    const foreign = guidePages.filter((page) => {
      const { text, links } = readPage(page);
      const own = page.includes('krasnoyarsk') ? /72to\.ru/ : /kiasuo|Сферум|VK ID/i;
      return own.test(text) || links.some((link) => own.test(link));
    });
    expect(foreign).toEqual([]);
  });
});
