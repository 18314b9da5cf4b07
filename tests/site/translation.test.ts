import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/build/precache';

const read = (page: string): string => readFileSync(join('dist', page, 'index.html'), 'utf8');
const RUSSIAN = 'krasnoyarsk/kiasuo/';
const ENGLISH = `${RUSSIAN}en/`;

const boxesOf = (html: string): string[] =>
  [...html.matchAll(/<input type="checkbox" id="([^"]+)"/g)].map(([, id = '']) => id);

test('a translated guide has the boxes of the Russian one, so that its ticks are shared', () => {
  expect(boxesOf(read(ENGLISH)).sort()).toEqual(boxesOf(read(RUSSIAN)).sort());
  expect(/<guide-checklist\s+guide="([^"]+)"/.exec(read(ENGLISH))?.[1]).toBe('krasnoyarsk/kiasuo');
});

test('either page names its language and leads to the other', () => {
  expect(read(RUSSIAN)).toContain('<html lang="ru"');
  expect(read(ENGLISH)).toContain('<html lang="en"');
  expect(read(RUSSIAN)).toContain('<a href="en/" lang="en" hreflang="en">English</a>');
  expect(read(ENGLISH)).toContain('<a href="../" lang="ru" hreflang="ru">Русский</a>');
  for (const [page, ru, en] of [
    [RUSSIAN, './', 'en/'],
    [ENGLISH, '../', '../en/'],
  ] as const) {
    expect(read(page)).toContain(`<link rel="alternate" hreflang="ru" href="${ru}" />`);
    expect(read(page)).toContain(`<link rel="alternate" hreflang="en" href="${en}" />`);
  }
  expect(read('krasnoyarsk/')).toContain(
    '<a href="kiasuo/en/" lang="en" hreflang="en">English</a>',
  );
});

/** Names of products, and what is said of an address in Russia, stand in any language as they are. */
const NAMES = /Памятк[аи]|КИАСУО|Сферум|VK Мессенджер|СНИЛС/g;

test('nothing of an English page is Russian but names, what stands on screens, and what says so', () => {
  const words = read(ENGLISH)
    .replace(/<(script|style|title|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<(\w+)[^>]*\blang="ru"[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<span class="trail">[\s\S]*?<\/span>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/«[^«»]*(?:«[^«»]*»[^«»]*)*»/g, ' ')
    .replace(NAMES, ' ');
  expect(words.match(/[А-Яа-яЁё]+/g)).toBeNull();
});

test('its list names what it needs offline, and the worker carries none of it', async () => {
  const list = JSON.parse(readFileSync(join('dist', ENGLISH, 'offline.json'), 'utf8')) as {
    url: string;
    integrity: string;
  }[];
  expect(list.map(({ url }) => url)).toEqual(['./', expect.stringMatching(/assets\/guide-en-/)]);
  for (const { url, integrity } of list) {
    const file = join('dist', ENGLISH, url === './' ? 'index.html' : url);
    const hash = createHash('sha256').update(readFileSync(file)).digest('base64');
    expect(integrity).toBe(`sha256-${hash}`);
  }
  const lists = Object.values(await listFiles('dist')).flat() as { url: string }[];
  expect(lists.filter(({ url }) => /\/en\/|guide-en/.test(url))).toEqual([]);
  expect(existsSync(join('dist', ENGLISH, 'offline.html'))).toBe(false);
});
