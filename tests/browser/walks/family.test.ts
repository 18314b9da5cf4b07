import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { decodeQr, renderPage } from '../../pdf-tools';
import { pamyatka } from '../../site/command';
import { can, launch, newProfile } from '../browser';
import { removeFolder } from '../fixture-site';
import { serve } from '../static-server';

const LIST = 'tests/fixtures/4A-clean.csv';
const HOST = 'https://school.example/pamyatka/';
const PHONE = { viewport: { width: 360, height: 740 }, acceptDownloads: true };
/** 2G as it is in a school's corridor. */
const CORRIDOR = {
  offline: false,
  latency: 800,
  downloadThroughput: 150_000 / 8,
  uploadThroughput: 50_000 / 8,
};

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-walk-'));
afterAll(() => removeFolder(folder));

/** The address in the QR of a printed sheet, seen as a camera sees it. */
function scan(pdf: Uint8Array, page: number): string {
  return decodeQr(renderPage(pdf, page, 150));
}

const boxes = (page: Page, step: string) => page.locator(`.step:has(#${step}) > input`);

async function firstPage(browser: BrowserContext): Promise<Page> {
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(30_000);
  return page;
}

test('a family goes from the printed sheet to the end: two children, no network, a new phone', async () => {
  const memos = join(folder, 'memos.pdf');
  expect(pamyatka('memo', LIST, '-o', memos, '--app-url', HOST).status).toBe(0);
  const pdf = readFileSync(memos);
  const [elder, younger] = [scan(pdf, 0), scan(pdf, 1)];
  expect(elder).toMatch(/^https:\/\/school\.example\/pamyatka\/krasnoyarsk\/#/);

  let server = await serve('dist', { base: '/pamyatka/', brotli: true });
  onTestFinished(() => server.close());
  const { port } = server;
  const here = (address: string): string => address.replace(HOST, server.url);
  const profile = newProfile();
  onTestFinished(() => removeFolder(profile));
  let browser = await launch({ ...PHONE, profile });
  onTestFinished(() => browser.close());

  // In the corridor: the camera opens the link over one bar of signal.
  let page = await firstPage(browser);
  if (can.useDevtools) {
    const network = await browser.newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', CORRIDOR);
  }
  await page.goto(here(elder));
  await page.getByRole('heading', { name: 'Из памятки' }).waitFor();
  await page.getByText('HGKMDTWQ').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByLabel('Имя или пометка, по желанию').fill('Вика');
  await page.getByRole('button', { name: 'Запомнить' }).click();
  await page.getByText('Готово к работе без интернета').waitFor();

  // At home: the second child's sheet.
  await page.goto(here(younger));
  await page.getByText('E735TBA7').waitFor();
  await page.getByLabel('Имя или пометка, по желанию').fill('Маша');
  await page.getByRole('button', { name: 'Запомнить' }).click();
  await page.getByRole('button', { name: 'Изменить: Маша, 4А' }).waitFor();

  // In the office: the host is gone, and the phone was switched off on the way.
  await server.close();
  await browser.close();
  browser = await launch({ ...PHONE, profile });
  page = await firstPage(browser);
  await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
  await expect
    .poll(() => page.locator('.family-code code').allTextContents())
    .toEqual(['HGKMDTWQ', 'E735TBA7']);
  await page.locator('#sign-in').check();
  await boxes(page, 'enter-code').nth(0).check();
  await page.getByText(/^2 из \d+$/).waitFor();

  // Days later: it goes on where it stopped.
  await browser.close();
  browser = await launch({ ...PHONE, profile });
  page = await firstPage(browser);
  await page.goto(server.url);
  await page.getByRole('link', { name: /^Продолжить/ }).click();
  await page.getByRole('link', { name: /^Продолжить/ }).click();
  await page.waitForURL(/#.+/);
  const next = new URL(page.url()).hash.slice(1);
  expect(await page.locator(`[id="${next}"]`).isChecked()).toBe(false);
  const step = page.url();
  // The same by the icon's shortcut.
  await page.goto(`${server.url}#page-continue`);
  await page.waitForURL(step);
  await page.goto(`${server.url}krasnoyarsk/`);
  await page.getByText('Перенести галочки на другой телефон').click();
  await page.getByLabel('Вместе с именами и кодами детей').check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Сохранить файл' }).click(),
  ]);
  const progress = join(folder, 'progress.json');
  await file.saveAs(progress);

  // The new phone has ticks of its own by then; none of both is lost.
  server = await serve('dist', { base: '/pamyatka/', port });
  const other = await launch(PHONE);
  onTestFinished(() => other.close());
  page = await firstPage(other);
  await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
  await page.locator('#open-chrome').check();
  await page.getByText(/^1 из \d+$/).waitFor();
  await page.goto(`${server.url}krasnoyarsk/`);
  await page.getByText('Перенести галочки на другой телефон').click();
  await page.getByLabel('Загрузить файл с другого телефона').setInputFiles(progress);
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.getByText('Готово: галочки из файла добавлены').waitFor();
  await page.goto(`${server.url}krasnoyarsk/kiasuo/`);
  await page.getByText(/^3 из \d+$/).waitFor();
  expect(await page.locator('#open-chrome').isChecked()).toBe(true);
  await expect
    .poll(() => page.locator('.family-code code').allTextContents())
    .toEqual(['HGKMDTWQ', 'E735TBA7']);
});
