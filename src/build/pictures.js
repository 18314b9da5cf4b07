/**
 * `npm run pictures`: photographs the built app for `public/screenshots/`, which browsers show when
 * they offer to install it, and the README too. Run it after `npm run build` when the look changes.
 */
import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { findBrowser } from './find-browser.js';
import { root, stop } from './setup.js';

const FOLDER = join(root, 'public/screenshots');
const PHONE = { width: 360, height: 640, scale: 1.5 };
const DESKTOP = { width: 1280, height: 800, scale: 1 };

/** Nobody's data: made-up names, and numbers that were never given out. */
const LIST = `Класс;Ученик;Код;ФИО родителя;СНИЛС родителя;Телефон
4А;Александрова Вика;HGKMDTWQ;Александрова Светлана Викторовна;050-879-530 79;+7 955 909-07-38
4А;Воробьёва Мария;E735TBA7;Воробьёва Екатерина Олеговна;019-644-276 68;+7 991 040-92-87
4А;Григорьев Максим;GRQ5Z746;Григорьев Олег Андреевич;147-526-739 80;+7 927 951-87-31
4А;Лю Вэй;;Лю Сяо;;
`;

const executablePath = await findBrowser('chromium');
if (executablePath === undefined) {
  stop('Нет браузера: установите Google Chrome или Chromium, либо укажите PAMYATKA_BROWSER.');
}
const server = await preview({
  root,
  configLoader: 'runner',
  logLevel: 'error',
  preview: { port: 0 },
});
const url = server.resolvedUrls?.local[0] ?? stop('Сборка не открылась: сначала npm run build.');
const browser = await chromium.launch({
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0,
});
mkdirSync(FOLDER, { recursive: true });

await photograph('guide', PHONE, async (page) => {
  await page.goto(`${url}krasnoyarsk/kiasuo/`);
  for (const step of ['have-gosuslugi', 'open-chrome']) await page.locator(`#${step}`).check();
  await page.getByText(/^2 из \d+$/).waitFor();
  await page.locator('#enter').evaluate((section) => section.scrollIntoView());
});
await photograph('route', PHONE, async (page) => {
  await page.goto(`${url}krasnoyarsk/kiasuo/`);
  await page.locator('#sign-in').check();
  await page.getByText(/^1 из \d+$/).waitFor();
  await page.goto(`${url}krasnoyarsk/`);
  await page.getByRole('link', { name: /^Продолжить/ }).waitFor();
});
await photograph('class', DESKTOP, async (page) => {
  await page.goto(`${url}class/`);
  await page
    .locator('input#file')
    .setInputFiles({ name: '4А.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await page.getByText(/из 4/).first().waitFor();
  await page.getByText(/из 4/).first().scrollIntoViewIfNeeded();
});

await browser.close();
await server.close();

/**
 * @param {string} name
 * @param {{ width: number, height: number, scale: number }} device in CSS pixels, and how many of the
 *   picture's one of them is
 * @param {(page: import('playwright-core').Page) => Promise<void>} prepare brings the page to what is shown
 */
async function photograph(name, { width, height, scale }, prepare) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'ru-RU',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await prepare(page);
  const session = await context.newCDPSession(page);
  // Playwright itself writes no WebP.
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 80,
    clip: { x: 0, y: await page.evaluate(() => globalThis.scrollY), width, height, scale },
  });
  writeFileSync(join(FOLDER, `${name}.webp`), Buffer.from(data, 'base64'));
  await context.close();
}
