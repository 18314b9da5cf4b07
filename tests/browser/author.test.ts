import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, newProfile } from './browser';
import { serve, type StaticServer } from './static-server';

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-author-'));

let server: StaticServer;
let browser: BrowserContext;
beforeAll(async () => {
  server = await serve('dist');
  browser = await launch({ acceptDownloads: true });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** An empty desk: drafts of the tests before are gone. */
async function open(): Promise<{ page: Page; blocked: string[] }> {
  const page = await browser.newPage();
  const blocked: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy|Trusted/i.test(message.text())) blocked.push(message.text());
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${server.url}author/`);
  await page.locator('author-start, author-editor').waitFor();
  while (await page.getByRole('button', { name: 'Удалить черновик' }).isVisible()) {
    await page.getByRole('button', { name: 'Удалить черновик' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
    await page.getByRole('button', { name: 'Взять образец' }).waitFor();
    await page.reload();
    await page.locator('author-start, author-editor').waitFor();
  }
  return { page, blocked };
}

/** Opens a file in an empty desk. */
async function take(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('author-start input[type=file]')
    .setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await page.getByRole('textbox', { name: 'Текст памятки' }).waitFor();
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Взять образец' }).click();
  await page.getByText('Ошибок нет').waitFor();
}

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Текст памятки' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(text);
}

const BROKEN = readFileSync('guides/tyumen/meals.md', 'utf8')
  .replace('title:', 'titel:')
  .replace(/ \{#[a-z0-9-]+\}/, '')
  .concat('\n[сайт](https://example.com/)\n\n- [ ] Словo\n\n![](pictures/none.svg)\n');

test.each([
  ['a field with a typing error', BROKEN],
  [
    'steps, links, phones and pictures that are wrong',
    BROKEN.replace('titel:', 'title:').concat('\nЗвоните 8-900-000-00-00.\n'),
  ],
  ['a beginning that cannot be read', 'title: Питание\n\n# Питание\n\n- [ ] Шаг\n'],
  [
    'marks, conditions, notes and dates',
    readFileSync('guides/tyumen/meals.md', 'utf8')
      .replace(/^verified: .*$/m, 'verified: 2030-01-01')
      .replace(/^status: .*$/m, 'status: changed')
      .concat('\n## Раздел {#x} {if: age=5} {maybe}\n\n> Просто\n\n- [ ] Откройте {#x}\n- пункт\n'),
  ],
  ['a nesting without end', `${BROKEN}\n${'> '.repeat(30)}глубоко\n`],
])('the problems of %s are those of the command line', async (_name, source) => {
  const guides = join(folder, 'guides');
  cpSync('guides', guides, { recursive: true });
  writeFileSync(join(guides, 'tyumen/meals.md'), source);
  const { stdout } = spawnSync(process.execPath, ['dist-cli/pamyatka.js', 'guides', guides], {
    encoding: 'utf8',
  });
  const expected = stdout
    .split('\n')
    .flatMap((line) => /^tyumen\/meals\.md:(\d+): (?:предупреждение: )?(.*)$/.exec(line) ?? [])
    .filter((_part, index) => index % 3 !== 0);
  expect(expected.length).toBeGreaterThan(0);

  const { page } = await open();
  await take(page, 'meals.md', source);
  const items = page.locator('author-problems li:has(button)');
  await items.first().waitFor();
  const shown = await items.evaluateAll((all) =>
    all.flatMap((item) => [
      (item.querySelector('button')?.textContent ?? '').replace(/\D/g, ''),
      (item.querySelector('span')?.textContent ?? '').replace(/^Предупреждение: /, ''),
    ]),
  );
  const pairs = (flat: string[]): string[] =>
    flat.flatMap((line, i) => (i % 2 === 0 ? [`${line}: ${flat[i + 1] ?? ''}`] : [])).sort();
  expect(pairs(shown)).toEqual(pairs(expected));
  await page.close();
});

test('a mistake is shown at its line while typing, and leads there', async () => {
  const { page, blocked } = await open();
  await begin(page);
  await typeAtEnd(page, '\n- [ ] Откройте дневник\n');
  await page.getByText('Ошибок: 1').waitFor();
  expect(await page.locator('author-editor .cm-lintRange-error').count()).toBeGreaterThan(0);
  await page
    .getByRole('button', { name: /^Строка \d+/ })
    .last()
    .click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(' {#open-diary}');
  await page.getByText('Ошибок нет').waitFor();
  await page.locator('guide-view').getByLabel('Откройте дневник').check();
  // CodeMirror's styles came through the page's policy.
  expect(blocked).toEqual([]);
  expect(
    await page.locator('author-editor .cm-scroller').evaluate((el) => getComputedStyle(el).display),
  ).toBe('flex');
  await page.close();
});

test('what is inserted from the buttons compiles, and is undone', async () => {
  const { page } = await open();
  await begin(page);
  for (const name of ['Раздел', 'Шаг', 'Предупреждение', 'Путь по меню']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.keyboard.press('ArrowRight');
  }
  const view = page.locator('guide-view');
  await view.getByRole('heading', { name: 'Название раздела' }).waitFor();
  await view.locator('.trail').waitFor();
  await page.getByLabel('Вставить условие').selectOption('age<14');
  await page.locator('author-tools input[type=file]').setInputFiles({
    name: 'menu.svg',
    mimeType: 'image/svg+xml',
    buffer: readFileSync('guides/krasnoyarsk/pictures/menu.svg'),
  });
  const picture = view.getByRole('img', { name: 'Что нарисовано' });
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await page.getByRole('textbox', { name: 'Текст памятки' }).focus();
  await page.keyboard.press('Control+z');
  await picture.waitFor({ state: 'detached' });
  await page.close();
});

test('raw HTML and scripts in a guide are shown as text', async () => {
  const { page } = await open();
  await begin(page);
  await typeAtEnd(page, '\n<img src=x onerror="document.title=1"> [a](javascript:alert(1))\n');
  const view = page.locator('guide-view');
  await view.getByText('<img src=x').waitFor();
  expect(await view.locator('img, a[href^="javascript"]').count()).toBe(0);
  await page.close();
});

test('the sheet for printing is shown and follows the text', async () => {
  const { page } = await open();
  await begin(page);
  await page.getByRole('button', { name: 'Лист для печати' }).click();
  const sheet = page.getByRole('img', { name: /как на бумаге/ });
  await expect.poll(() => sheet.textContent()).toContain('Нажмите');
  await typeAtEnd(page, '\n- [ ] Откройте дневник {#open-diary}\n');
  await expect.poll(() => sheet.textContent()).toContain('дневник');
  await page.close();
});

test('a draft survives a killed browser, opens without a network, and is saved as a file', async () => {
  const profile = newProfile();
  const first = await launch({ profile });
  const page = await first.newPage();
  await page.goto(`${server.url}author/`);
  await begin(page);
  await page.getByLabel('Файл').first().fill('elzhur.md');
  await typeAtEnd(page, '\n- [ ] Откройте дневник {#open-diary}\n');
  await page.getByText('Черновик сохранён').waitFor();
  await page.getByText('Готово к работе без интернета').waitFor({ timeout: 30_000 });
  await first.close();

  const again = await launch({ profile, acceptDownloads: true, offline: true });
  const page2 = await again.newPage();
  await page2.goto(`${server.url}author/`);
  await page2.locator('guide-view').getByLabel('Откройте дневник').waitFor();
  expect(await page2.getByLabel('Файл').first().inputValue()).toBe('elzhur.md');
  const [download] = await Promise.all([
    page2.waitForEvent('download'),
    page2.getByRole('button', { name: 'Скачать .md' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('elzhur.md');
  const saved = readFileSync(await download.path(), 'utf8');
  expect(saved).toContain('- [ ] Откройте дневник {#open-diary}');
  await again.close();
  rmSync(profile, { recursive: true, force: true });
});

test('a file is dropped, a second one keeps the first, another kind is refused with a word', async () => {
  const { page } = await open();
  const drop = (name: string, text: string): Promise<void> =>
    page.evaluate(
      ([fileName = '', content = '']) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], fileName));
        dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
  await drop('meals (1).md', readFileSync('guides/tyumen/meals.md', 'utf8'));
  await page.getByText('Ошибок нет').waitFor();
  expect(await page.getByLabel('Файл').first().inputValue()).toBe('meals.md');
  await drop('analit.md', readFileSync('guides/tyumen/analit.md', 'utf8'));
  await expect.poll(() => page.getByLabel('Файл').first().inputValue()).toBe('analit.md');
  await drop('список.xlsx', 'PK');
  await page.getByRole('alert').getByText('нужен файл .md').waitFor();
  await page.getByRole('button', { name: 'Другая памятка' }).click();
  expect(await page.getByRole('region', { name: 'Черновики' }).getByRole('button').count()).toBe(2);
  await page.close();
});

test('a phone shows the text or what it makes, and a problem leads to its line', async () => {
  const phone = await launch({ viewport: { width: 360, height: 740 } });
  const page = await phone.newPage();
  await page.goto(`${server.url}author/`);
  await page.getByRole('button', { name: 'Взять образец' }).click();
  await page.getByText('Ошибок нет').waitFor();
  const text = page.getByRole('textbox', { name: 'Текст памятки' });
  const step = page.locator('guide-view').getByLabel('Откройте сайт школы');
  const shown = () => Promise.all([text.isVisible(), step.isVisible()]);
  await expect.poll(shown).toEqual([true, false]);
  await page.getByRole('button', { name: 'Чек-лист' }).click();
  await expect.poll(shown).toEqual([false, true]);
  await page.getByRole('button', { name: 'Лист для печати' }).click();
  await page.getByRole('img', { name: /как на бумаге/ }).waitFor();
  await page.getByRole('button', { name: 'Текст', exact: true }).click();
  await typeAtEnd(page, '\n- [ ] Откройте дневник\n');
  await page
    .getByRole('button', { name: /^Строка \d+/ })
    .last()
    .click();
  const line = page.locator('author-editor .cm-activeLine, author-editor .cm-focused');
  await expect.poll(() => line.count()).toBe(1);
  await phone.close();
});

test.each([
  // `tests/guide/check-draft.test.ts` holds all of them against the compiler.
  ['conditions', 'Чек-лист с условиями и детьми'],
  ['empty', 'Пустую памятку'],
])('the template «%s» has no mistakes', async (_kind, words) => {
  const { page } = await open();
  await page.getByLabel('Что написать').selectOption(words);
  await begin(page);
  await page.close();
});

test('a file of Notepad’s «Юникод» is read; one that is no text is refused', async () => {
  const { page } = await open();
  const file = page.locator('author-start input[type=file]');
  await file.setInputFiles({ name: 'a.md', mimeType: '', buffer: Buffer.alloc(64) });
  await page.getByText('не текст').waitFor();
  const source = readFileSync('guides/tyumen/meals.md', 'utf8');
  await file.setInputFiles({
    name: 'meals.md',
    mimeType: '',
    buffer: Buffer.from(`\uFEFF${source}`, 'utf16le'),
  });
  await page.getByText('Ошибок нет').waitFor();
  await page.close();
});

test('a phone shows it without sideways scrolling, with text twice as large too', async () => {
  const phone = await launch({ viewport: { width: 320, height: 640 } });
  const page = await phone.newPage();
  await page.goto(`${server.url}author/`);
  const widen = (): Promise<number> =>
    page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
      return document.documentElement.scrollWidth;
    });
  await page.getByRole('button', { name: 'Взять образец' }).waitFor();
  expect(await widen()).toBe(320);
  await begin(page);
  expect(await widen()).toBe(320);
  await phone.close();
});

test('a draft goes after a yes alone, and the next one is asked for nothing', async () => {
  const { page } = await open();
  const discard = page.getByRole('button', { name: 'Удалить черновик' });
  await page.getByRole('button', { name: 'Взять образец' }).click();
  await discard.click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await discard.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
  await page.getByRole('button', { name: 'Взять образец' }).click();
  await discard.waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.close();
});
