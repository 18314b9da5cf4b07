import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launch } from './browser';
import { removeFolder } from './fixture-site';
import { serve, type StaticServer } from './static-server';

const RUSSIAN = 'krasnoyarsk/kiasuo/';
const ENGLISH = `${RUSSIAN}en/`;

let site: string;
let server: StaticServer;
let browser: BrowserContext;
let page: Page;

beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'pamyatka-translation-'));
  cpSync('dist', site, { recursive: true });
  server = await serve(site, { base: '/school/' });
  browser = await launch();
  page = browser.pages()[0]!;
});

afterEach(async () => {
  await browser.close();
  await server.close();
  await removeFolder(site);
});

const ready = (): Promise<void> => page.getByText('Ready to work without internet').waitFor();

/** Publishes a translation whose first words are others. */
function publish(words: string): void {
  const file = join(site, ENGLISH, 'index.html');
  const html = readFileSync(file, 'utf8').replace(/<h1>[^<]*/, `<h1>${words}`);
  writeFileSync(file, html);
  const list = join(site, ENGLISH, 'offline.json');
  const hash = createHash('sha256').update(html).digest('base64');
  writeFileSync(
    list,
    readFileSync(list, 'utf8').replace(/("url":"\.\/","integrity":")[^"]*/, `$1sha256-${hash}`),
  );
}

test('a guide in another language shares its ticks, speaks that language and opens offline', async () => {
  await page.goto(server.url + RUSSIAN);
  await page.locator('#sign-in').check();
  await page.getByText(/^1 из \d+$/).waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText(/^1 of \d+$/).waitFor();
  expect(await page.locator('#sign-in').isChecked()).toBe(true);
  await page.getByText('Show only what concerns me').click();
  await page.getByLabel('Which device do you have?').selectOption({ label: 'Android phone' });
  await page.getByText('For you: Android phone').waitFor();
  await page.locator('#open-chrome').check();
  await page.getByText(/^2 of \d+$/).waitFor();
  await ready();
  await server.close();

  await page.goto(server.url + ENGLISH);
  await page.getByText(/^2 of \d+$/).waitFor();
  expect(page.url()).toBe(server.url + ENGLISH);
  // The parts that come when they are wanted are there too.
  await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
  await page.locator('#have-gosuslugi').check();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/^2 of \d+$/).waitFor();
  await page.getByRole('link', { name: 'Русский' }).click();
  await page.getByText(/^2 из \d+$/).waitFor();
});

test('a new translation is there on the visit after it was found, one that is gone no longer', async () => {
  await page.goto(server.url + ENGLISH);
  await ready();
  publish('A new title');
  await page.goto(server.url + ENGLISH);
  expect(await page.locator('h1').textContent()).not.toBe('A new title');
  await expect
    .poll(async () => {
      await page.reload();
      return page.locator('h1').textContent();
    })
    .toBe('A new title');

  // A publication that is under way changes nothing.
  const list = join(site, ENGLISH, 'offline.json');
  writeFileSync(list, readFileSync(list, 'utf8').replace('sha256-', 'sha256-A'));
  await page.reload();
  await ready();
  expect(await page.locator('h1').textContent()).toBe('A new title');

  renameSync(join(site, ENGLISH), join(site, 'gone'));
  rmSync(join(site, 'gone'), { recursive: true });
  await expect
    .poll(async () => {
      await page.goto(server.url + ENGLISH);
      return page.locator('h1').textContent();
    })
    .toBe('Такой страницы нет');
});
