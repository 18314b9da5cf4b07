import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { launch, newProfile } from './browser';
import { removeFolder } from './fixture-site';
import { serve, type StaticServer } from './static-server';

const SITE = 'dist';
const GUIDE = 'krasnoyarsk/kiasuo/';

let server: StaticServer;
let profile: string;

beforeEach(async () => {
  profile = newProfile();
  server = await serve(SITE, { base: '/school/' });
});

afterEach(async () => {
  await removeFolder(profile);
});

/** Runs in a browser process of its own on the one profile. */
async function inNewBrowser(visit: (page: Page) => Promise<void>): Promise<void> {
  const browser: BrowserContext = await launch({ profile });
  try {
    await visit(browser.pages()[0]!);
  } finally {
    await browser.close();
  }
}

/** Addresses of all pages: those of families, and those of the school; a translation keeps itself. */
function addresses(): { pages: string[]; tools: string[] } {
  const all = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('index.html') && !/\/en\/index/.test(path))
    .map((path) => path.replace(/index\.html$/, ''));
  const isTool = (path: string): boolean => /^(class|author|own)\//.test(path);
  return { pages: all.filter((path) => !isTool(path)), tools: all.filter(isTool) };
}

const ready = (page: Page): Promise<void> =>
  page.getByText('Готово к работе без интернета').waitFor();

function noteFailures(page: Page, failed: string[]): void {
  page.on('requestfailed', (request) => {
    // The test itself goes on to the next page before an icon has come.
    const isAborted = /ABORTED/.test(request.failure()?.errorText ?? '');
    if (!isAborted) failed.push(request.url());
  });
  page.on('pageerror', (error) => failed.push(error.message));
}

test('one visit to a guide keeps every page and every tick, and no tool', async () => {
  await inNewBrowser(async (page) => {
    await page.goto(server.url + GUIDE);
    await page.locator('#sign-in').check();
    await ready(page);
  });
  expect(server.requests.filter((path) => /^class\/|memo-worker/.test(path))).toEqual([]);
  await server.close();

  await inNewBrowser(async (page) => {
    const failed: string[] = [];
    noteFailures(page, failed);
    const { pages } = addresses();
    expect(pages.length).toBeGreaterThan(20);
    for (const path of pages) {
      await page.goto(server.url + path);
      await page.locator('app-status').waitFor({ state: 'attached' });
      expect(page.url(), path).toBe(server.url + path);
      expect(await page.locator('.not-found-page').count(), path).toBe(0);
      // The kept page's stylesheet is a file of its own.
      const margin = await page.locator('body').evaluate((body) => getComputedStyle(body).margin);
      expect(margin, path).toBe('0px');
    }
    expect(failed).toEqual([]);

    await page.goto(server.url + GUIDE);
    await page.getByText(/^1 из \d+$/).waitFor();
    expect(await page.locator('#sign-in').isChecked()).toBe(true);
    const second = await page.context().newPage();
    await second.goto(server.url + GUIDE);
    await second.getByText(/^1 из \d+$/).waitFor();
    await page.locator('#sign-in').uncheck();
    await second.getByText(/^0 из \d+$/).waitFor();

    await page.goto(`${server.url}class/`);
    await page.getByText('Такой страницы нет').waitFor();
  });
});

test('one visit to a page of the school keeps its tools too', async () => {
  const { tools } = addresses();
  await inNewBrowser(async (page) => {
    await page.goto(server.url + tools[0]!);
    await ready(page);
  });
  await server.close();
  await inNewBrowser(async (page) => {
    const failed: string[] = [];
    noteFailures(page, failed);
    for (const path of tools) {
      await page.goto(server.url + path);
      await ready(page);
    }
    expect(failed).toEqual([]);
  });
});
