import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch } from './browser';
import { removeFolder } from './fixture-site';
import { serve, type Fault, type StaticServer } from './static-server';

const GUIDE = 'krasnoyarsk/kiasuo/';
const SCRIPTS = readdirSync('dist/assets')
  .filter((name) => name.endsWith('.js'))
  .map((name) => `assets/${name}`);

let browser: BrowserContext;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** An origin of its own, on which nothing is kept yet. */
async function host(fault: Fault): Promise<StaticServer> {
  const server = await serve('dist');
  for (const script of SCRIPTS) server.spoil(script, fault);
  onTestFinished(() => server.close());
  return server;
}

async function open(server: StaticServer): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(server.url + GUIDE, { waitUntil: 'commit' });
  return page;
}

test('a tick made before the scripts arrive is kept, even if they come on a later visit', async () => {
  const server = await host('hang');
  const first = await open(server);
  await first.locator('#sign-in').check();
  await first.waitForFunction(() => document.readyState === 'interactive');
  await first.close();

  for (const script of SCRIPTS) server.spoil(script, undefined);
  const second = await open(server);
  await second.getByText(/^1 из \d+$/).waitFor();
  await second.locator('#sign-in').uncheck();
  await second.getByText(/^0 из \d+$/).waitFor();
  await second.reload();
  await second.getByText(/^0 из \d+$/).waitFor();
  expect(await second.locator('#sign-in').isChecked()).toBe(false);
});

test('a browser that cannot run the scripts keeps ticks, and says what it lacks', async () => {
  const server = await host({ status: 500 });
  const page = await open(server);
  await page.getByText('связь прервалась или браузер устарел').waitFor();
  await page.locator('#sign-in').check();
  await page.reload();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#sign-in')?.checked);
  await page.locator('#sign-in').uncheck();
  await page.reload();
  await page.getByText('связь прервалась или браузер устарел').waitFor();
  expect(await page.locator('#sign-in').isChecked()).toBe(false);
});

test('with site data blocked too, it says that ticks are not kept', async () => {
  const blocking = await launch({ blocksSiteData: true });
  onTestFinished(() => blocking.close());
  const server = await host({ status: 500 });
  const page = await blocking.newPage();
  await page.goto(server.url + GUIDE);
  await page.locator('#sign-in').check();
  await page.getByText('эта галочка пропадёт').waitFor();
});

test('a tick of one school is not of another in a folder beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-schools-'));
  onTestFinished(() => removeFolder(folder));
  for (const school of ['one', 'two']) cpSync('dist', join(folder, school), { recursive: true });
  const server = await serve(folder);
  onTestFinished(() => server.close());
  for (const school of ['one', 'two']) {
    for (const script of SCRIPTS) server.spoil(`${school}/${script}`, { status: 500 });
  }
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(`${server.url}one/${GUIDE}`);
  await page.locator('#sign-in').check();
  await page.goto(`${server.url}two/${GUIDE}`);
  expect(await page.locator('#sign-in').isChecked()).toBe(false);
  await page.goto(`${server.url}one/${GUIDE}`);
  expect(await page.locator('#sign-in').isChecked()).toBe(true);
});

test('nothing moves when the scripts arrive: a thumb may be on its way to a box', async () => {
  const server = await serve('dist');
  onTestFinished(() => server.close());
  for (const [path, below] of [
    [GUIDE, '.step'],
    ['krasnoyarsk/', '.guides'],
    ['help/tyumen/', '.symptom'],
  ] as const) {
    const page = await browser.newPage();
    let send = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(server.url + path, { waitUntil: 'commit' });
    const first = page.locator(below).first();
    await first.waitFor();
    const top = async (): Promise<number> => (await first.boundingBox())?.y ?? NaN;
    const before = await top();
    send();
    await page.getByText('Показать только моё').waitFor();
    // Firefox gives each border whole pixels.
    expect(Math.abs((await top()) - before), path).toBeLessThan(3);
    await page.close();
  }
});

test('nothing moves when the rest of a page arrives over a slow link', async () => {
  const text = readFileSync(join('dist', GUIDE, 'index.html'), 'utf8');
  const cut = text.indexOf('data-per-child /');
  let sendRest = (): void => undefined;
  const server = createServer((request, response) => {
    // The scripts are still to come.
    if (request.url !== '/') return;
    response.setHeader('content-type', 'text/html; charset=utf-8').write(text.slice(0, cut));
    sendRest = () => response.end(text.slice(cut));
  }).listen(0);
  await once(server, 'listening');
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://localhost:${String(port)}/`, { waitUntil: 'commit' });
  const step = page.locator('.step').first();
  await step.waitFor();
  const before = await step.boundingBox();
  sendRest();
  await page.locator('[data-per-child]').first().waitFor({ state: 'attached' });
  expect((await step.boundingBox())?.y).toBe(before?.y);
});
