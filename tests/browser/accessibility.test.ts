import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOfAxe } from './axe';
import { launch } from './browser';
import { serve, type StaticServer } from './static-server';

let server: StaticServer;
beforeAll(async () => {
  server = await serve('dist');
});
afterAll(async () => {
  await server.close();
});

const PAGES = [
  '',
  'krasnoyarsk/',
  'tyumen/',
  'krasnoyarsk/kiasuo/',
  'tyumen/parent-profile/',
  'tyumen/school72/',
  'help/',
  'help/tyumen/',
  'about/',
  'class/',
  'author/',
  'own/',
  '404.html',
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  let browser: BrowserContext;
  beforeAll(async () => {
    browser = await launch({ colorScheme, viewport: { width: 360, height: 740 } });
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(PAGES)('«%s» has no fault that axe can see', async (path) => {
    const page = await browser.newPage();
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has a guide with questions open, all done, or unkept', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}krasnoyarsk/vk-id/`);
    for (const box of await page.locator('.step > input:visible').all()) await box.check();
    await page.getByText('Готово!').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
    await page.getByText('Показать только моё').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the class page with a list full of mistakes and its memos', async () => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${server.url}class/`);
    await page.locator('input[type=file]').setInputFiles('tests/fixtures/4B-mistakes.csv');
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    await page.getByRole('link', { name: 'Скачать PDF' }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the class page with the form of a checklist or the names of memos open', async () => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${server.url}class/`);
    await page.locator('input[type=file]').setInputFiles('tests/fixtures/4B-mistakes.csv');
    await page.getByText(/Имена в памятке/).click();
    await page.locator('memo-names input').first().waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByLabel('Вид').selectOption('checklist');
    await page.getByLabel('Что у вас в руках?').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the authors’ page with a draft, its mistakes and its sheet', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}author/`);
    await page.getByRole('button', { name: 'Взять образец' }).click();
    await page.getByText('Ошибок нет').waitFor();
    await page.getByRole('textbox', { name: 'Текст памятки' }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n- [ ] Шаг\n');
    await page.getByText('Ошибок: ').waitFor();
    await page.getByText('Пометки').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Лист для печати' }).click();
    await page.getByRole('img', { name: /как на бумаге/ }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has a guide from a file, before and after it is added', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}own/`);
    const file = page.locator('own-list input[type=file]');
    await file.setInputFiles('guides/tyumen/meals.md');
    await page.getByRole('button', { name: 'Добавить', exact: true }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Добавить', exact: true }).click();
    await page.getByText('Лист для печати (PDF)').click();
    await page.getByRole('img', { name: /как на бумаге/ }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });

  test('nor has the class page with its forms and lists open', async () => {
    const page = await browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto(`${server.url}class/`);
    const choose = (): Promise<void> =>
      page.locator('input[type=file]').setInputFiles('tests/fixtures/4B-mistakes.csv');
    await choose();
    await page.getByText('Исправить вместе').click();
    await page
      .getByRole('button', { name: /Скопировать/ })
      .first()
      .waitFor();
    for (const kind of await page.locator('class-findings summary').all()) await kind.click();
    await page
      .getByRole('button', { name: /^Так и должно быть/ })
      .first()
      .click();
    await page.getByText('Числа по дням').click();
    await page.getByText('Что проверяется').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByText('Отметить по отчёту').click();
    await page.getByLabel('Вставьте таблицу').fill('Родитель\tВход\nАндреева Ольга Сергеевна\tда');
    await page.getByRole('button', { name: 'Прочитать отчёт' }).click();
    await page.getByRole('dialog').getByText('Кто и что').click();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не надо' }).click();
    await page.getByText('Отметить по отчёту').click();
    await page.getByRole('button', { name: 'Андреев Матвей' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Не менять' }).click();
    await choose();
    await page.getByRole('button', { name: 'Не надо' }).waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.close();
  });
});

test('a guide can be read at 320 px with text twice as large, without sideways scrolling', async () => {
  const browser = await launch({ viewport: { width: 320, height: 640 } });
  const page = await browser.newPage();
  for (const path of ['', 'krasnoyarsk/', 'krasnoyarsk/kiasuo/', 'help/tyumen/']) {
    await page.goto(server.url + path);
    await page.evaluate(() => {
      document.documentElement.style.setProperty('font-size', '200%');
    });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ path, width }).toEqual({ path, width: 320 });
  }
  await browser.close();
});
