import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { countPages, hasPdfCommands, pdfFaults, pdfText } from '../pdf-tools';
import { useClassTools } from './class-tools';

const tools = useClassTools();
const { folder, openClass } = tools;
const SCHOOL = join(folder, 'school.csv');
writeFileSync(
  SCHOOL,
  `Класс;Ученик;Код;ФИО родителя;СНИЛС родителя
4А;Иванов Артём Сергеевич;AAAA1111;Иванова Вера;050-879-530 79
4А;Лю Вэй;BBBB2222;Лю Сяо;
2/Б;Иванова Анна Сергеевна;CCCC3333;Иванова Вера;050-879-530 79
`,
);

async function open(): Promise<Page> {
  const page = await openClass();
  await page.locator('input[type=file]').setInputFiles(SCHOOL);
  await page.getByLabel('Вид').waitFor();
  return page;
}

/** A page on which nothing is left of what another test chose. */
async function openAfresh(): Promise<Page> {
  const page = await open();
  await page.getByRole('button', { name: 'Вернуть как было' }).click();
  return page;
}

/** What a click gives to keep. */
async function fileOf(page: Page, control: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function make(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole('button', { name: 'Сделать памятки' }).click();
  const link = page.getByRole('link', { name: 'Скачать PDF' });
  await link.waitFor();
  return fileOf(page, link);
}

function textOf(pdf: Uint8Array): string {
  return pdfText(pdf).replace(/\s+/gu, ' ');
}

describe.skipIf(!hasPdfCommands)('what the teacher chooses', () => {
  test('is printed, is there again on the next visit, and goes with one click', async () => {
    const page = await open();
    await page.getByRole('textbox', { name: 'Школа' }).fill('МАОУ СОШ № 4');
    await page.getByLabel('Срок').fill('2026-09-01');
    await page.getByLabel('Заголовок').fill('Добро пожаловать');
    await page.getByLabel('Заметка для родителей').fill('Кабинет 214');
    await page.getByLabel(/^8-800-100-70-10/).uncheck();
    const text = textOf((await make(page)).bytes);
    expect(text).toContain('МАОУ СОШ № 4');
    expect(text).toContain('Срок: до 1 сентября');
    expect(text).toContain('Добро пожаловать');
    expect(text).toContain('От классного руководителя. Кабинет 214');
    expect(text).not.toContain('8-800-100-70-10');
    await page.close();

    const next = await open();
    await expect
      .poll(() => next.getByRole('textbox', { name: 'Школа' }).inputValue())
      .toBe('МАОУ СОШ № 4');
    expect(await next.getByLabel('Срок').inputValue()).toBe('2026-09-01');
    expect(await next.getByLabel(/^8-800-100-70-10/).isChecked()).toBe(false);
    await next.getByRole('button', { name: 'Вернуть как было' }).click();
    expect(await next.getByLabel('Заметка для родителей').inputValue()).toBe('');
    expect(await next.getByLabel(/^8-800-100-70-10/).isChecked()).toBe(true);
    await next.close();

    const last = await open();
    expect(await last.getByRole('textbox', { name: 'Школа' }).inputValue()).toBe('');
    await last.close();
  });

  test('may be any guide as a checklist, for one kind of reader', async () => {
    const page = await openAfresh();
    await page.getByLabel('Вид').selectOption('checklist');
    await page
      .locator('select[name=guide]')
      .selectOption({ label: 'Красноярский край: Электронный дневник и чаты класса' });
    await page.getByLabel('Что у вас в руках?').selectOption('Телефон с Android');
    const { name, bytes } = await make(page);
    expect(name).toBe('Электронный дневник и чаты класса.pdf');
    expect(textOf(bytes)).toContain('Проверьте, что появился чат');
    expect(textOf(bytes)).not.toContain('Windows');
    await page.locator('select[name=guide]').selectOption('tyumen/parent-profile');
    await page.getByLabel('Вид').selectOption('page');
    const memo = page.locator('select[name=guide]');
    await expect.poll(() => memo.inputValue()).toBe('tyumen/school72');
    await page.close();
  });

  test('says which layout saves paper, and how much', async () => {
    const page = await openAfresh();
    await page.getByLabel('Вид').selectOption('thrifty');
    await page.getByLabel(/^Печатаю с двух сторон/).check();
    const { bytes } = await make(page);
    await page.getByText('полоски с кодами. Листов: 1 вместо 3.').waitFor();
    expect(countPages(bytes)).toBe(2);
    await page.close();
  });

  test('puts children of one parent on one sheet, each with a code', async () => {
    const page = await openAfresh();
    await page.getByLabel('Дети одного родителя — на одном листе').check();
    const { bytes } = await make(page);
    const pages = pdfText(bytes).split('\f').slice(0, -1);
    expect(
      pages.filter((text) => text.includes('AAAA1111') && text.includes('CCCC3333')),
    ).toHaveLength(1);
    await page.close();
  });

  test('has the last word on how a name is written', async () => {
    const page = await openAfresh();
    await page.getByText(/Имена в памятке/).click();
    const names = page.locator('memo-names');
    // The uncertain one stands first, and empty.
    expect(await names.locator('label').first().textContent()).toContain('Лю Вэй');
    expect(await names.getByLabel('Лю Вэй').inputValue()).toBe('');
    expect(await names.getByLabel('Иванов Артём Сергеевич').inputValue()).toBe(
      'Иванова Артёма Сергеевича',
    );
    await names.getByLabel('Лю Вэй').fill('Лю Вэя');
    const text = textOf((await make(page)).bytes);
    expect(text).toContain('Код приглашения для Лю Вэя');
    expect(text).toContain('Код приглашения для Ивановой Анны Сергеевны');
    await page.close();
  });
});

describe('what was made', () => {
  test.skipIf(!hasPdfCommands)(
    'comes as a file for each class in a ZIP that is always the same',
    async () => {
      const page = await openAfresh();
      await make(page);
      const button = page.getByRole('button', { name: 'По файлу на класс (ZIP)' });
      const first = await fileOf(page, button);
      expect(first.name).toBe('Памятки по классам.zip');
      const files = unzipSync(first.bytes);
      expect(Object.keys(files)).toEqual(['Памятки 4А.pdf', 'Памятки 2_Б.pdf']);
      for (const pdf of Object.values(files)) expect(pdfFaults(pdf)).toBe('');
      expect(Object.values(files).map((pdf) => countPages(pdf))).toEqual([2, 1]);
      await button.waitFor();
      const second = await fileOf(page, button);
      expect(Buffer.compare(Buffer.from(first.bytes), Buffer.from(second.bytes))).toBe(0);
      await page.close();
    },
  );

  test('stays when the ZIP is cancelled, and can be packed again', async () => {
    const page = await openAfresh();
    await make(page);
    // The workers never come.
    await page.route(/memo-worker/, () => undefined);
    const button = page.getByRole('button', { name: 'По файлу на класс (ZIP)' });
    await button.click();
    await page.getByText('0 из 2').waitFor();
    await page.getByRole('button', { name: 'Отменить' }).click();
    await page.getByText('0 из 2').waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: 'Скачать PDF' }).count()).toBe(1);
    await page.unroute(/memo-worker/);
    expect((await fileOf(page, button)).name).toBe('Памятки по классам.zip');
    await page.close();
  });

  test('names the line of what is not printed as it stands; an address that leads nowhere makes none', async () => {
    const page = await tools.browser.newPage();
    await page.goto(`${tools.server.url}class/`);
    const rows = ['Класс\tУченик\tКод', '4А\tКим 😀 Вера\tАBCD1234', '4А\t\u202EЦой Анна\tAB CD'];
    await page.getByLabel(/Скопируйте таблицу/).fill(rows.join('\n'));
    await page.getByRole('button', { name: 'Прочитать список' }).click();
    await page.getByRole('button', { name: 'Вернуть как было' }).click();
    const { bytes } = await make(page);
    for (const told of [
      /Строка 2, Ким 😀 Вера.*знака «😀»/u,
      /Строка 2,.*и русские, и латинские буквы/u,
      /Строка 3, Цой Анна.*в коде есть пробел/u,
    ]) {
      await page.getByRole('listitem').filter({ hasText: told }).waitFor();
    }
    if (hasPdfCommands) {
      const text = textOf(bytes);
      for (const code of ['АBCD1234', 'AB CD']) expect(text).toContain(code);
    }
    await page.getByLabel(/^Адрес этой Памятки/).fill('http://school.example/');
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    await page.getByText('Адрес приложения «http://school.example/» не подходит').waitFor();
    expect(await page.getByRole('link', { name: 'Скачать PDF' }).count()).toBe(0);
    await page.close();
  });

  test('is shown family by family, as large as wanted', async () => {
    const page = await openAfresh();
    await make(page);
    const sheet = page.locator('memo-preview svg');
    await page.getByLabel('Чей лист показать').selectOption('Иванова Анна Сергеевна');
    await page.getByText('Страница 3 из 3').waitFor();
    expect(await sheet.textContent()).toContain('CCCC3333');
    const width = async (): Promise<number> => (await sheet.boundingBox())?.width ?? 0;
    const before = await width();
    await page.getByRole('button', { name: 'Крупнее' }).click();
    expect(await width()).toBeCloseTo(before * 1.5, 0);
    await page.getByRole('button', { name: '← Назад' }).click();
    expect(await page.getByLabel('Чей лист показать').inputValue()).toBe('1');
    await page.close();
  });

  test('is shared as a file where the system can', async () => {
    const page = await tools.browser.newPage();
    await page.addInitScript(() => {
      const shared: string[] = [];
      Object.assign(navigator, {
        canShare: ({ files = [] }: ShareData) => files.length > 0,
        share: ({ files = [] }: ShareData) => {
          shared.push(...files.map(({ name, type }) => `${name} ${type}`));
          document.title = shared.join();
          return Promise.resolve();
        },
      });
    });
    await page.goto(`${tools.server.url}class/`);
    await page.locator('input[type=file]').setInputFiles(SCHOOL);
    await page.getByRole('button', { name: 'Вернуть как было' }).click();
    await page.getByRole('button', { name: 'Сделать памятки' }).click();
    await page.getByRole('button', { name: 'Поделиться файлом' }).click();
    await expect.poll(() => page.title()).toBe('Памятки.pdf application/pdf');
    await page.close();
  });
});

test('of a school, each family is found, and a class may be called anything', async () => {
  const list = join(folder, 'large.csv');
  const rows = Array.from(
    { length: 60 },
    (_, index) => `${index < 30 ? '*' : 'all'};Ученик ${String(index)};CODE${String(index)}`,
  );
  writeFileSync(list, `Класс;Ученик;Код\n${rows.join('\n')}\n`);
  const page = await tools.browser.newPage();
  await page.goto(`${tools.server.url}class/`);
  await page.locator('input[type=file]').setInputFiles(list);
  await page.getByLabel('Только класс').selectOption({ label: '*' });
  await page.getByText('Выбрано: 30 из 60').waitFor();
  await page.getByLabel('Только класс').selectOption({ label: 'все классы' });
  await page.getByText('Выбрано: 60 из 60').waitFor();
  await page.getByRole('button', { name: 'Вернуть как было' }).click();
  await page.getByRole('button', { name: 'Сделать памятки' }).click();
  await page.getByLabel('Чей лист показать').selectOption('Ученик 47');
  await page.getByText('Страница 48 из 60').waitFor();
  expect(await page.locator('memo-preview svg').textContent()).toContain('CODE47');
  await page.close();
});

test('a phone shows all of it without scrolling aside', async () => {
  const page = await tools.browser.newPage();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${tools.server.url}class/`);
  await page.locator('input[type=file]').setInputFiles(SCHOOL);
  await page.getByLabel('Вид').selectOption('checklist');
  await page.getByRole('button', { name: 'Сделать памятки' }).click();
  await page.locator('memo-preview svg').waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.close();
});
