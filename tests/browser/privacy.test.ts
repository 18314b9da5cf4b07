import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { encodeFamilyLink } from '../../src/link';
import { launch } from './browser';
import { recordRequests } from './recording-proxy';
import { serve } from './static-server';

/** What Chromium asks of its maker by itself, whatever page is open. */
const ERRAND = /^(https?:\/\/)?[\w.-]+\.(google|googleapis|gvt1|gstatic)\.com[:/]/;

const PHRASE = 'тетрадь окно берёза трамвай';

interface Session {
  readonly page: Page;
  readonly url: string;
  readonly origin: string;
  readonly requests: readonly string[];
}

/** A page of the app whose every request, the service worker's included, is written down. */
async function recordSession(): Promise<Session> {
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
  return { page, url: site.url, origin, requests: proxy.requests };
}

/** Nothing went elsewhere, and nothing that was entered went anywhere. */
function expectSilence({ requests, origin }: Session, entered: readonly string[]): void {
  const addresses = requests.map((request) => request.split('\n', 1)[0] ?? '');
  expect(addresses.some((address) => address.endsWith('sw.js'))).toBe(true);
  expect(
    addresses.filter((address) => !address.startsWith(origin) && !ERRAND.test(address)),
  ).toEqual([]);
  const sent = requests.map((request) =>
    decodeURIComponent(request.replace(/%(?![\dA-F]{2})/gi, '%25')),
  );
  expect(entered.filter((word) => sent.some((request) => request.includes(word)))).toEqual([]);
}

test('no request of page, workers or service worker carries anything of a list, or goes elsewhere', async () => {
  const session = await recordSession();
  const { page, url, requests } = session;
  await page.goto(`${url}class/`);
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
  await page.getByRole('button', { name: 'Закрыть список' }).click();
  await page.getByText('Список «4А» закрыт.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Открыть: 4А' }).waitFor();

  expect(requests.some((request) => /^\S+roster-worker/.test(request))).toBe(true);
  const words = new Set(
    [text, PHRASE].flatMap((source) => source.match(/[\p{L}\d@.+-]{5,}/gu) ?? []),
  );
  expect(words.size).toBeGreaterThan(100);
  expectSilence(session, [...words]);
});

test('no request carries anything that a family enters, opens or ticks', async () => {
  const session = await recordSession();
  const { page, url } = session;
  const link = encodeFamilyLink({ className: '4Щ', school: 'Лицей № 77', inviteCode: 'QX7PLMZ2' });
  await page.goto(`${url}krasnoyarsk/#${link}`);
  await page.getByLabel('Имя или пометка, по желанию').fill('Евлампия');
  await page.getByRole('button', { name: 'Запомнить' }).click();
  await page.getByRole('button', { name: /^Изменить: Евлампия/ }).waitFor();

  await page.goto(`${url}krasnoyarsk/kiasuo/`);
  await page.getByText('QX7PLMZ2').first().waitFor();
  await page.locator('#sign-in').check();
  await page.getByText('Показать только моё').click();
  await page.getByLabel('Что у вас в руках?').selectOption('android');
  await page.getByText('Готово к работе без интернета').waitFor();

  await page.goto(`${url}help/tyumen/request/`);
  await page.getByLabel('Подробное описание').fill('Пишет «Небывальщина»');
  await page.getByLabel('ФИО').fill('Вяземцева Аглая');
  await page.getByText('Черновик хранится').waitFor();

  await page.goto(`${url}own/`);
  const guide = `---\ntitle: Запись в кружок\nsystem: Сайт школы\nregion: krasnoyarsk\naudience: [parent]\nsite: https://example.com/\nsource: объявление\nverified: 2026-11-20\nstatus: current\n---\n\n## Шаги {#steps}\n\n- [ ] Откройте страницу абракадабра {#open}\n`;
  const file = { name: 'kruzhok.md', mimeType: 'text/markdown', buffer: Buffer.from(guide) };
  await page.locator('own-list input[type=file]').setInputFiles(file);

  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.locator('own-guide guide-checklist').waitFor();

  await page.goto(`${url}krasnoyarsk/`);
  await page.getByText('Перенести галочки на другой телефон').click();
  await page.getByLabel('Вместе с именами и кодами детей').check();
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Сохранить файл' }).click(),
  ]);
  expectSilence(session, [
    ...['4Щ', 'Лицей № 77', 'QX7PLMZ2', 'Евлампия', link, link.slice(3, 30)],
    ...['Небывальщина', 'Вяземцева', 'абракадабра', 'Запись в кружок'],
  ]);
});
