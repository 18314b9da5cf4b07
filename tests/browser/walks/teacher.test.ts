import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { countPages, hasPdfCommands, pdfText } from '../../pdf-tools';
import { launch, newProfile } from '../browser';
import { removeFolder } from '../fixture-site';
import { serve } from '../static-server';

const LIST = 'tests/fixtures/4B-mistakes.csv';
const PHRASE = 'тетрадь окно берёза трамвай';

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-teacher-'));
afterAll(() => removeFolder(folder));

async function open(browser: BrowserContext, url: string): Promise<Page> {
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${url}class/`);
  return page;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

const take = (page: Page, file: string): Promise<void> =>
  page.locator('class-import input[type=file]').setInputFiles(file);

async function download(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await file.path());
}

test('a teacher mends a list, keeps it, prints for who has not joined, and goes on next month', async () => {
  const server = await serve('dist', { base: '/pamyatka/' });
  onTestFinished(() => server.close());
  const profile = newProfile();
  onTestFinished(() => removeFolder(profile));
  let browser = await launch({ profile, acceptDownloads: true });
  onTestFinished(() => browser.close());

  // September: the list as the office gave it.
  let page = await open(browser, server.url);
  await take(page, LIST);
  await page.getByText('7 из 24').waitFor();

  // One mistake is mended in its row.
  await press(page, 'Андреев Матвей Евгеньевич');
  const form = page.getByRole('dialog');
  await form.getByLabel('Логин').fill('Андреева_Ишим_4');
  await form.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('8 из 24').waitFor();

  // The list is kept.
  await press(page, 'Сохранить на этом компьютере…');
  await page.getByLabel('Новая секретная фраза').fill(PHRASE);
  await page.getByLabel('Та же фраза ещё раз').fill(PHRASE);
  await press(page, 'Сохранить');
  await page.getByText(/^\s*✓ Сохранено/).waitFor();
  await page.getByText('Готово к работе без интернета').waitFor();
  await browser.close();

  // October, without a network: a report tells who has signed in; the others get slips.
  await server.close();
  browser = await launch({ profile, acceptDownloads: true });
  page = await open(browser, server.url);
  await press(page, /^Открыть: /);
  await page.getByLabel('Секретная фраза', { exact: true }).fill(PHRASE);
  await press(page, 'Открыть');
  await page.getByText('8 из 24').waitFor();
  const report = join(folder, 'analit.csv');
  const parents = readFileSync(LIST, 'utf8')
    .trim()
    .split('\r\n')
    .slice(2, 5)
    .map((line) => line.split(';')[5] ?? '');
  writeFileSync(
    report,
    ['Родитель;Последний вход', ...parents.map((name) => `${name};01.10.2026`)].join('\n'),
  );
  await page.getByText('Отметить по отчёту').click();
  await page.locator('class-joined input[type=file]').setInputFiles(report);
  await press(page, /^Отметить: 3/);
  await page.getByRole('img', { name: 'Вошёл: 3 из 24' }).waitFor();
  await press(page, 'Выбрать тех, кто ещё не вошёл');
  await page.getByText('Выбрано: 21 из 24').waitFor();
  await page.getByLabel('Вид').selectOption('slips');
  await press(page, 'Сделать памятки');
  const link = page.getByRole('link', { name: 'Скачать PDF' });
  await link.waitFor();
  const pdf = await download(page, () => link.click());
  expect(countPages(pdf)).toBe(3);
  if (hasPdfCommands) {
    const text = pdfText(pdf);
    expect(text).toContain('F2GYYSC7');
    // Has signed in.
    expect(text).not.toContain('QG2T7ZLZ');
  }

  // November: the office's next list says who has come and what was mended there.
  const next = join(folder, 'november.csv');
  const rows = readFileSync(LIST, 'utf8').trimEnd().split('\r\n');
  const fresh = '4Б;Новиков Илья;01.02.2016;;ABCD2345;Новикова Анна;;;;;';
  writeFileSync(next, [...rows.slice(0, -1), fresh].join('\r\n'));
  await take(page, next);
  const preview = page.getByRole('dialog');
  await preview.getByText('Кто это').first().click();
  await preview.getByText('Новиков Илья').waitFor();
  await preview.getByRole('button', { name: 'Взять список' }).click();
  await page.getByRole('button', { name: 'Новиков Илья' }).waitFor();
  await press(page, /^Вернуть прежний список/);
  await page.getByRole('button', { name: 'Новиков Илья' }).waitFor({ state: 'detached' });
  await page.getByRole('img', { name: 'Вошёл: 3 из 24' }).waitFor();
});
