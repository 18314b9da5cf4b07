import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { can, launch, type LaunchOptions } from './browser';
import { serve, type StaticServer } from './static-server';

const READY = 'Готово к работе без интернета: сохранены все памятки';

let server: StaticServer;
let browser: BrowserContext | undefined;

beforeEach(async () => {
  server = await serve('dist');
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
  await server.close();
});

async function open(options: LaunchOptions = {}): Promise<Page> {
  browser = await launch({ viewport: { width: 360, height: 740 }, ...options });
  const page = await browser.newPage();
  await page.goto(`${server.url}about/`);
  return page;
}

const device = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('this-device').getByText(words).waitFor();

/** What the browser does when room is short: one page is gone. */
const dropOne = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]!);
    const [dropped] = (await cache.keys()).filter(({ url }) => url.includes('/tyumen/meals/'));
    return cache.delete(dropped!);
  });

describe('without a network', () => {
  test('is ready only when every file is there; what is missing can be fetched again', async () => {
    const page = await open();
    await device(page, READY);

    server.spoil('tyumen/meals/offline.html', { status: 503 });
    expect(await dropOne(page)).toBe(true);
    // As after a return to the window: nothing was reloaded.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await device(page, 'откроются не все страницы');
    expect(await page.getByText(READY).count()).toBe(0);

    const again = page.getByRole('button', { name: 'Докачать страницы' });
    await again.click();
    await device(page, 'откроются не все страницы');
    await page.reload();
    await device(page, 'откроются не все страницы');
    expect(await page.getByText('Готово к работе').count()).toBe(0);

    server.spoil('tyumen/meals/offline.html', undefined);
    await again.click();
    await device(page, READY);
  });

  test('counts while the first files arrive, and is not ready before the last', async () => {
    server.spoil('tyumen/meals/offline.html', 'hang');
    const page = await open();
    await device(page, /Страницы загружаются.+Сохранено файлов: \d+ из \d+/);
    expect(await page.getByText('Готово к работе').count()).toBe(0);
    server.spoil('tyumen/meals/offline.html', undefined);
  });

  test('says that nothing is kept where site data are blocked', async () => {
    const page = await open({ blocksSiteData: true });
    await device(page, 'Галочки и записи здесь не сохраняются');
    await device(page, 'страницы не сохранились');
    expect(await page.getByText('Готово к работе').count()).toBe(0);
  });

  test.skipIf(!can.turnScriptsOff)('says without JavaScript what that means', async () => {
    const page = await open({ javaScriptEnabled: false });
    await device(page, 'JavaScript выключен');
  });
});

test('asks the browser to keep the records, and tells its answer', async () => {
  browser = await launch();
  await browser.addInitScript(() => {
    let answer = false;
    const ask = (): Promise<boolean> => {
      const given = answer;
      answer = true;
      return Promise.resolve(given);
    };
    const persisted = (): Promise<boolean> => Promise.resolve(false);
    Object.assign(navigator.storage, { persisted, persist: ask });
  });
  const page = await browser.newPage();
  await page.goto(`${server.url}about/`);
  await device(page, 'браузер может удалить');
  const button = page.getByRole('button', { name: 'Попросить не удалять' });
  await button.click();
  await device(page, 'Браузер пока не обещает');
  await button.click();
  await device(page, 'Браузер обещал не удалять');
  expect(await button.count()).toBe(0);
});

test('offers the icon where the browser can, and leads to the words where it cannot', async () => {
  browser = await launch({ viewport: { width: 360, height: 740 } });
  const page = await browser.newPage();
  // Without a manifest the browser makes no offer of its own beside the one of the test.
  await page.route('**/manifest.webmanifest', (route) => route.abort());
  await page.goto(`${server.url}about/`);
  const words = page.locator('this-device').getByRole('link', { name: 'как это сделать' });
  await words.click();
  expect(new URL(page.url()).hash).toBe('#install');
  await page.evaluate(() => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    const userChoice = Promise.resolve({ outcome: 'accepted' });
    dispatchEvent(Object.assign(event, { prompt: () => Promise.resolve(), userChoice }));
  });
  await page.getByRole('button', { name: 'Добавить на экран' }).click();
  await device(page, 'Памятка установлена');
});
