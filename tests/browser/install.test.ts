import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { complaintsOfAxe } from './axe';
import { can, launch, type LaunchOptions } from './browser';
import { serve, type StaticServer } from './static-server';

const GUIDE = 'krasnoyarsk/kiasuo/';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';
const ANDROID_FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

let server: StaticServer;
let browser: BrowserContext;

beforeAll(async () => {
  server = await serve('dist');
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => () => browser.close());

async function open(options: LaunchOptions = {}, path = GUIDE): Promise<Page> {
  browser = await launch({
    viewport: { width: 360, height: 740 },
    ...options,
  });
  const page = await browser.newPage();
  // Without a manifest the browser makes no offer of its own beside the one of the test.
  await page.route('**/manifest.webmanifest', (route) => route.abort());
  await page.goto(server.url + path);
  return page;
}

/** What Chrome does on a phone that could install; it would not under a test. */
async function couldInstall(page: Page, outcome: 'accepted' | 'dismissed'): Promise<void> {
  await page.locator('app-status').waitFor({ state: 'attached' });
  await page.evaluate((answer) => {
    const event = new Event('beforeinstallprompt', { cancelable: true });
    Object.assign(event, {
      prompt: () => {
        document.documentElement.dataset['asked'] = 'yes';
        return Promise.resolve();
      },
      userChoice: Promise.resolve({ outcome: answer }),
    });
    dispatchEvent(event);
  }, outcome);
}

const tick = (page: Page): Promise<void> => page.locator('#sign-in').check();

describe('the offer to install', () => {
  test('comes after the first tick, not before, and asks the browser', async () => {
    const page = await open();
    await couldInstall(page, 'accepted');
    const yes = page.getByRole('button', { name: 'Добавить' });
    expect(await yes.count()).toBe(0);
    await tick(page);
    await yes.click();
    await page.getByText('значок Памятки — на экране').waitFor();
    expect(await page.locator('html').getAttribute('data-asked')).toBe('yes');
    await page.getByRole('button', { name: 'Понятно' }).click();
    await expect.poll(() => page.locator('.bar').count()).toBe(0);
  });

  test('is gone for good after a no', async () => {
    const page = await open();
    await couldInstall(page, 'dismissed');
    await tick(page);
    await page.getByRole('button', { name: 'Не надо' }).click();
    await expect.poll(() => page.locator('.bar').count()).toBe(0);
    const kept = (): Promise<unknown> =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('pamyatka');
            opening.onsuccess = () => {
              const asking = opening.result
                .transaction('settings')
                .objectStore('settings')
                .get('install declined');
              asking.onsuccess = () => {
                opening.result.close();
                resolve(asking.result);
              };
            };
          }),
      );
    await expect.poll(kept).toBe(true);
    await page.reload();
    await couldInstall(page, 'accepted');
    await page.getByText(/^1 из \d+$/).waitFor();
    await page.locator('#sign-in').uncheck();
    await page.locator('install-offer').waitFor({ state: 'attached' });
    expect(await page.getByRole('button', { name: 'Добавить' }).count()).toBe(0);
  });

  test('says on an iPhone which buttons of Safari to press', async () => {
    const page = await open({ userAgent: IPHONE, hasTouch: true });
    await page.evaluate(() => {
      Object.assign(navigator, { standalone: false });
      Object.defineProperty(navigator, 'maxTouchPoints', { value: 5 });
    });
    await tick(page);
    await page.getByText('На экран „Домой“').waitFor();
    expect(await page.locator('install-offer svg').count()).toBe(2);
  });

  test.skipIf(!can.useDevtools)('says it on Android where the browser does not offer', async () => {
    const page = await open({ userAgent: ANDROID_FIREFOX });
    await tick(page);
    await page.getByText('Добавить на главный экран').waitFor();
  });
});

test.skipIf(!can.useDevtools)('axe finds no fault with the offers', async () => {
  const page = await open();
  await couldInstall(page, 'accepted');
  await tick(page);
  await page.getByRole('button', { name: 'Добавить' }).waitFor();
  expect(await complaintsOfAxe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Добавить' }).click();
  await page.getByText('значок Памятки').waitFor();
  expect(await complaintsOfAxe(page)).toEqual([]);
});
