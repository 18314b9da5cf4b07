/**
 * A school's IT person: a folder of its own beside the product, a region and a guide by the steps of
 * guides/README.md, the site built, put on a plain host and checked there, and next month a new step.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { hasPdfCommands, pdfText } from '../../pdf-tools';
import { launch } from '../browser';
import { removeFolder } from '../fixture-site';
import { buildSchool, COMMAND, pamyatka } from '../school-build';
import { serve } from '../static-server';

/** Inside, so that the command built there finds the packages. */
const BUILDS = resolve('node_modules/.deployment');
const SITE = join(BUILDS, 'site');

const TODAY = new Date().toISOString().slice(0, 10);

/** What the person writes into the folder: a made-up region. */
const SCHOOL: Readonly<Record<string, string>> = {
  'site.yaml': `name: Лицей № 7
address: https://licey7.example/pamyatka/
welcome: Памятки нашего лицея.
accent: '#6a1b4d'
logo: logo.svg
regions: [tyumen, ozernyi]
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

const GUIDE = 'guides/ozernyi/dnevnik.md';

let parent: string;
let folder: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'pamyatka-school-'));
  folder = join(parent, 'school');
  pamyatka(COMMAND, 'new', folder);
  rmSync(join(folder, 'guides'), { recursive: true });
  for (const [path, text] of Object.entries(SCHOOL)) write(path, text);
  expect(pamyatka(COMMAND, 'guides', folder)).toBe('');
  buildSchool(folder, '--outDir', SITE);
  buildSchool(folder, '--mode', 'cli', '--outDir', join(BUILDS, 'cli'));
});

afterAll(async () => {
  await removeFolder(parent);
  rmSync(BUILDS, { recursive: true, force: true });
});

test('a region made of content alone is on the home page, the route, the help and offline', async () => {
  // As GitHub Pages: compressed, and without a header of ours.
  const server = await serve(SITE, { base: '/licey/', brotli: true });
  const browser = await launch();
  onTestFinished(async () => {
    await browser.close();
    await server.close();
  });
  const checked = await promisify(execFile)(process.execPath, [COMMAND, 'check', server.url]);
  expect(checked.stderr).toMatch(/ошибок: 0\.$/m);

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
  // The school needs no other region.
  expect(await page.locator('[data-region] strong').allTextContents()).toEqual([
    'Тюменская область',
    'Озёрный край',
  ]);
  expect((await page.request.get(`${server.url}krasnoyarsk/`)).status()).toBe(404);

  await page.getByRole('link', { name: /Озёрный край/ }).click();
  await page.getByRole('link', { name: 'Дневник Озёрного края' }).click();
  const link = page.locator('a').first();
  expect(await link.evaluate((own) => getComputedStyle(own).color)).toBe('rgb(106, 27, 77)');
  await page.locator('#open').check();
  await page.getByText('Канцелярия лицея').waitFor();
  await page.getByText('Готово к работе без интернета').waitFor();
  expect(complaints).toEqual([]);

  // A month later the guide has another step.
  write(GUIDE, `${SCHOOL[GUIDE] ?? ''}- [ ] Проверьте оценки {#marks}\n`);
  buildSchool(folder, '--outDir', SITE);
  await page.reload();
  await page.getByRole('button', { name: 'Обновить' }).click();
  await page.locator('#marks').waitFor();
  await page.getByText(/^1 из 3$/).waitFor();
  expect(await page.locator('#open').isChecked()).toBe(true);
  await server.close();

  await page.goto(`${server.url}help/ozernyi/`);
  await page.getByText('Дневник пишет «Доступ закрыт»').waitFor();
  await page.goto(`${server.url}ozernyi/dnevnik/`);
  await page.getByText(/^1 из 3$/).waitFor();
});

test.skipIf(!hasPdfCommands)('its memo carries its steps, its school and its contact', () => {
  const memo = join(parent, 'memo.pdf');
  const list = join(parent, '4А.csv');
  writeFileSync(list, 'Класс;Ученик;Родитель\n4А;Петрова Анна;Петрова Ольга\n');
  const options = ['-o', memo, '--guide', 'ozernyi/dnevnik'];
  pamyatka(join(BUILDS, 'cli', 'pamyatka.js'), 'memo', list, ...options);
  const text = pdfText(readFileSync(memo)).replace(/\s+/g, ' ');
  expect(text).toContain('Лицей № 7');
  expect(text).toMatch(/Откройте дневник и нажмите «Войти»/);
  expect(text).toContain('555-00-11');
  expect(text).toContain('licey7.example');
});
