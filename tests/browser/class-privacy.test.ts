import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { launch } from './browser';
import { recordRequests } from './recording-proxy';
import { serve } from './static-server';

/** What Chromium asks of its maker by itself, whatever page is open. */
const ERRAND = /^(https?:\/\/)?[\w.-]+\.(google|googleapis|gvt1|gstatic)\.com[:/]/;

const PHRASE = 'тетрадь окно берёза трамвай';

test('no request of page, workers or service worker carries anything of a list, or goes elsewhere', async () => {
  const site = await serve('dist');
  const { origin } = new URL(site.url);
  const proxy = await recordRequests(origin);
  const browser = await launch({
    acceptDownloads: true,
    proxy: { server: proxy.server, bypass: '<-loopback>' },
  });
  onTestFinished(async () => {
    await browser.close();
    await proxy.close();
    await site.close();
  });
  const page = await browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${site.url}class/`);
  const text = readFileSync('tests/fixtures/4A-clean.csv', 'utf8');
  await page.getByLabel(/Скопируйте таблицу/).fill(text);
  await page.getByRole('button', { name: 'Прочитать список' }).click();
  await page.getByText('Выбрано: 25 из 25').waitFor();
  await page.getByLabel('Найти').fill('Орлов');
  await page.getByRole('button', { name: /Сохранить на этом/ }).click();
  await page.getByLabel('Новая секретная фраза').fill(PHRASE);
  await page.getByLabel('Та же фраза ещё раз').fill(PHRASE);
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await page.getByText(/✓ Сохранено/).waitFor();
  await page.getByRole('button', { name: 'Сделать памятки' }).click();
  await page.getByRole('link', { name: 'Скачать PDF' }).waitFor();
  await page.getByText('Готово к работе без интернета').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Открыть: 4А' }).waitFor();

  const { requests } = proxy;
  const addresses = requests.map((request) => request.split('\n', 1)[0] ?? '');
  expect(addresses.some((address) => address.endsWith('sw.js'))).toBe(true);
  expect(addresses.some((address) => address.includes('roster-worker'))).toBe(true);
  expect(
    addresses.filter((address) => !address.startsWith(origin) && !ERRAND.test(address)),
  ).toEqual([]);
  const words = new Set(
    [text, PHRASE].flatMap((source) => source.match(/[\p{L}\d@.+-]{5,}/gu) ?? []),
  );
  expect(words.size).toBeGreaterThan(100);
  const sent = requests.map((request) =>
    decodeURIComponent(request.replace(/%(?![\dA-F]{2})/gi, '%25')),
  );
  expect([...words].filter((word) => sent.some((request) => request.includes(word)))).toEqual([]);
});
