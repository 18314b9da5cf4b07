import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { encodeFamilyLink } from '../../src/link';
import { launch } from './browser';
import { serve, type StaticServer } from './static-server';

let server: StaticServer;
let browser: BrowserContext;

beforeAll(async () => {
  server = await serve('dist', { base: '/school/' });
  browser = await launch({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url + path);
  return page;
}

describe('an address that is not there', () => {
  test.each(['nothing', 'tyumen/nothing', 'tyumen/school72/a/b/'])(
    'at «%s» leads back to the site, without a service worker',
    async (path) => {
      const page = await open(path);
      const back = page.getByRole('link', { name: 'Ко всем памяткам' });
      await expect
        .poll(() => back.evaluate((link: HTMLAnchorElement) => link.href))
        .toBe(server.url);
      await page.getByRole('link', { name: '8-800-100-70-10' }).waitFor();
      await page.getByRole('navigation').getByRole('link').click();
      await page.getByText('Не получается?').waitFor();
      expect(page.url()).toBe(`${server.url}help/`);
    },
  );
});

test.each(['', 'about/', 'class/', '404.html', 'tyumen/', 'help/', 'tyumen/meals/'])(
  'from «%s» a phone that can be called is one tap away, without scrolling',
  async (path) => {
    const page = await open(path);
    await page
      .getByRole('link', { name: /^Помощь/ })
      .first()
      .click();
    const phone = page
      .locator('.dock a[href^="tel:"], .help-page:not(.guide-page) a[href^="tel:"]')
      .first();
    await phone.waitFor();
    const place = await phone.boundingBox();
    expect(place!.y + place!.height).toBeLessThanOrEqual(740);
  },
);

test('the about page names every library with its licence, and hands on the terms', async () => {
  const page = await open('about/');
  const packages = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const text = (await page.locator('main').textContent()) ?? '';
  const expected = [
    ...Object.entries(packages.dependencies).map(([name, version]) => `${name} ${version} — `),
    '@expo-google-fonts/golos-text',
  ];
  expect(expected.filter((name) => !text.includes(name))).toEqual([]);
  const address = await page.getByRole('link', { name: 'Тексты лицензий' }).getAttribute('href');
  const terms = await (await page.request.get(new URL(address!, page.url()).href)).text();
  expect(terms).toContain('Permission is hereby granted');
});

test('several schools on one host install as several apps, each with its shortcuts and pictures', async () => {
  const manifest = JSON.parse(readFileSync('dist/manifest.webmanifest', 'utf8')) as {
    id?: string;
    start_url: string;
    shortcuts: { url: string }[];
    screenshots: { src: string; sizes: string; form_factor: string }[];
  };
  // An id is read from the origin, not from the folder: without one it is the start address.
  expect(manifest.id).toBeUndefined();
  const address = new URL('manifest.webmanifest', server.url);
  expect(new URL(manifest.start_url, address).href).toBe(server.url);
  for (const { url } of manifest.shortcuts) {
    const page = await browser.newPage();
    const response = await page.goto(new URL(url, address).href);
    expect(response?.status()).toBe(200);
  }
  // Browsers that offer to install show them, when they are what the manifest says.
  const page = await open('');
  for (const { src, sizes } of manifest.screenshots) {
    const size = await page.evaluate(async (from) => {
      const image = new Image();
      image.src = from;
      await image.decode();
      return `${String(image.naturalWidth)}x${String(image.naturalHeight)}`;
    }, new URL(src, address).href);
    expect(size).toBe(sizes);
  }
  expect(new Set(manifest.screenshots.map(({ form_factor }) => form_factor))).toEqual(
    new Set(['narrow', 'wide']),
  );
});

describe('a tool that the connection has lost', () => {
  test('to carry ticks says so where it would stand, and comes when it is opened again', async () => {
    const page = await open('tyumen/');
    await page.context().setOffline(true);
    const summary = page.getByText('Перенести галочки на другой телефон');
    await summary.click();
    await page.getByText('Не загрузилось: нет связи').waitFor();
    expect(await page.locator('#page-transfer').getAttribute('open')).not.toBeNull();
    await page.context().setOffline(false);
    await summary.click();
    await summary.click();
    await page.getByRole('button', { name: 'Сохранить файл' }).waitFor();
    await page.getByText('Не загрузилось').waitFor({ state: 'hidden' });
  });

  test('to read a memo’s code says so, and keeps the code for the next try', async () => {
    const page = await browser.newPage();
    await page.route('**/assets/child-*.js', (route) => route.abort());
    const link = encodeFamilyLink({ className: '4А', school: '', inviteCode: 'HGKMDTWQ' });
    await page.goto(`${server.url}krasnoyarsk/#${link}`);
    await page.getByText('Код из памятки не открылся: нет связи').waitFor();
    await page.unroute('**/assets/child-*.js');
    await page.reload();
    await page.getByText('HGKMDTWQ').waitFor();
  });
});
