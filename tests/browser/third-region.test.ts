import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfText } from '../pdf-tools';
import { launch } from './browser';
import { removeFolder } from './fixture-site';
import { serve } from './static-server';

/** Inside, so that the command built there finds the packages. */
const BUILDS = resolve('node_modules/.third-region');

const TODAY = new Date().toISOString().slice(0, 10);

/** A school of a made-up region, by the steps of guides/README.md alone. */
const SCHOOL: Readonly<Record<string, string>> = {
  'site.yaml': `name: Лицей № 7
address: https://licey7.example/pamyatka/
welcome: Памятки нашего лицея.
accent: '#6a1b4d'
logo: logo.svg
contacts:
  - id: office
    name: Канцелярия лицея
    serves: Коды приглашения
    audience: [parent, pupil]
    phone: 8 (800) 555-00-11
`,
  'logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8H0z"/></svg>',
  'guides/ozernyi/region.yaml': `title: Озёрный край
where: в Озёрном крае
route:
  parent: [common/gosuslugi, dnevnik]
memo: dnevnik
help: help
contacts: [moya-shkola-support]
memo-contacts: [moya-shkola-support, office]
sites:
  - https://dnevnik.example/
`,
  'guides/ozernyi/dnevnik.md': `${head('Дневник Озёрного края', 'Дневник')}site: https://dnevnik.example/
---

## Войдите {#enter}

- [ ] Откройте дневник и нажмите «Войти» {#open}

  Адрес: [dnevnik.example](https://dnevnik.example/).

- [ ] Выберите ребёнка {#choose} {per-child}
`,
  'guides/ozernyi/help.md': `${head('Не получается войти', 'Дневник')}kind: troubleshooting
---

## Дневник пишет «Доступ закрыт» {#closed}

**Почему.** Ребёнка ещё нет в списке.

**Кто исправит.** Канцелярия лицея.

- [ ] Позвоните в канцелярию: 8 (800) 555-00-11 {#call}
`,
};

function head(title: string, system: string): string {
  return `---
title: ${title}
system: ${system}
region: ozernyi
audience: [parent]
source: Приказ лицея
verified: ${TODAY}
status: current
`;
}

let folder: string;

const vite = (...args: string[]): void => {
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--configLoader',
      'runner',
      '--logLevel',
      'error',
    ].concat(args),
    { env: { ...process.env, NODE_ENV: 'production', PAMYATKA_SITE: folder }, stdio: 'pipe' },
  );
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamyatka-school-'));
  for (const [path, text] of Object.entries(SCHOOL)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  vite('--outDir', join(BUILDS, 'site'), '--emptyOutDir');
  vite('--mode', 'cli', '--outDir', join(BUILDS, 'cli'), '--emptyOutDir');
});

afterAll(async () => {
  await removeFolder(folder);
  rmSync(BUILDS, { recursive: true, force: true });
});

test('a region made of content alone is on the home page, the route, the help and offline', async () => {
  const server = await serve(join(BUILDS, 'site'), { base: '/licey/' });
  const browser = await launch();
  try {
    const page = browser.pages()[0]!;
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(server.url);
    await page.getByText('Памятки нашего лицея.').waitFor();
    expect(await page.locator('.school-name').textContent()).toBe('Лицей № 7');
    const logo = page.locator('.school-logo');
    expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8);
    await page.getByRole('link', { name: /Озёрный край/ }).click();
    await page.getByRole('link', { name: 'Дневник Озёрного края' }).click();
    const button = page.locator('a').first();
    expect(await button.evaluate((link) => getComputedStyle(link).color)).toBe('rgb(106, 27, 77)');
    await page.locator('#open').check();
    await page.getByText('Канцелярия лицея').waitFor();
    await page.getByText('Готово к работе без интернета').waitFor();
    expect(complaints).toEqual([]);
    await server.close();

    await page.goto(`${server.url}help/ozernyi/`);
    await page.getByText('Дневник пишет «Доступ закрыт»').waitFor();
    await page.goto(`${server.url}ozernyi/dnevnik/`);
    await page.getByText(/^1 из 2$/).waitFor();
    expect(await page.locator('#open').isChecked()).toBe(true);
  } finally {
    await browser.close();
  }
});

test('its memo carries its steps, its school and its contact', () => {
  const memo = join(folder, 'memo.pdf');
  const list = join(folder, '4А.csv');
  writeFileSync(list, 'Класс;Ученик;Родитель\n4А;Петрова Анна;Петрова Ольга\n');
  execFileSync(process.execPath, [
    join(BUILDS, 'cli', 'pamyatka.js'),
    ...['memo', list, '-o', memo, '--guide', 'ozernyi/dnevnik'],
  ]);
  const text = pdfText(readFileSync(memo)).replace(/\s+/g, ' ');
  expect(text).toContain('Лицей № 7');
  expect(text).toMatch(/Откройте дневник и нажмите «Войти»/);
  expect(text).toContain('555-00-11');
  expect(text).toContain('licey7.example');
});
