import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch, newProfile } from './browser';
import {
  buildFixtureSite,
  createFixtureSite,
  removeBuilds,
  removeFolder,
  waitForState,
} from './fixture-site';
import { serve, type Fault, type ServeOptions, type StaticServer } from './static-server';

const FOLDER = { base: '/some/folder/' };

const profile = newProfile();
let browser: BrowserContext;

beforeAll(async () => {
  [browser] = await Promise.all([launch({ profile }), buildFixtureSite('one')]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([removeFolder(profile), removeBuilds()]);
});

/** A site on a port of its own, which is an origin of its own: nothing is kept for it yet. */
async function host(
  options: ServeOptions = FOLDER,
): Promise<StaticServer & { readonly folder: string }> {
  const site = createFixtureSite('one');
  const server = await serve(site.folder, options);
  onTestFinished(async () => {
    await server.close();
    await site.remove();
  });
  return { ...server, folder: site.folder };
}

async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(url);
  return page;
}

/** The texts of all that is kept for the page's origin. */
function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const response of await cache.matchAll()) texts.push(await response.text());
    }
    return texts;
  });
}

const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

describe('after one visit, with the server dead', () => {
  it.each([FOLDER, {}])('every page opens in a new browser process (%o)', async (options) => {
    const server = await host(options);
    const profile = newProfile();
    onTestFinished(() => removeFolder(profile));
    const first = await launch({ profile });
    const visited = first.pages()[0]!;
    await visited.goto(server.url);
    await waitForState(visited, 'ready');
    await first.close();
    await server.close();

    const second = await launch({ profile });
    onTestFinished(() => second.close());
    const page = second.pages()[0]!;
    for (const path of ['', 'guide/', 'guide/index.html', 'guide/?from=qr', 'guide?x#step']) {
      await page.goto(server.url + path);
      expect(await heading(page), path).toBe('one');
      await waitForState(page, 'ready');
    }
    expect(page.url()).toBe(`${server.url}guide/?x#step`);
    const isDrawn = await page
      .locator('img')
      .evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
    expect(isDrawn).toBe(true);

    await page.goto(`${server.url}guide/none/`);
    expect(await page.locator('p').textContent()).toBe('Нет такой страницы');
    expect(page.url()).toBe(`${server.url}404.html`);
    // A page of the tools, which were not asked for.
    await page.goto(`${server.url}class/`);
    expect(page.url()).toBe(`${server.url}404.html`);
  });

  it('the first page works on without being opened anew', async () => {
    const server = await host();
    const page = await open(server.url);
    await waitForState(page, 'ready');
    await server.close();
    await page.locator('#later').click();
    await page.locator('html[data-later="one"]').waitFor();
  });
});

describe('the tools', () => {
  it('are kept once the class page was opened, and not before', async () => {
    const server = await host();
    const page = await open(server.url);
    await waitForState(page, 'ready');
    const toolFiles = server.requests.filter((path) => /class|tool/.test(path));
    expect(toolFiles).toEqual([]);
    expect(await page.evaluate(() => caches.keys())).toHaveLength(1);

    await page.goto(`${server.url}class/`);
    await waitForState(page, 'ready');
    await server.close();
    await page.goto(`${server.url}class/`);
    await page.locator('html[data-tool="loaded"]').waitFor();
  });
});

describe('a fault of the network while the files are fetched', () => {
  const faults: [string, Fault][] = [
    ["a captive portal's page", 'portal'],
    ['a cut connection', 'truncated'],
    ['an error of the host', { status: 500 }],
    ['a redirect to another page', { redirect: '../' }],
    ['no answer', 'hang'],
  ];
  it.each(faults)('%s keeps nothing wrong, and the next visit mends it', async (_name, fault) => {
    const server = await host();
    server.spoil('guide/', fault);
    const page = await open(server.url);
    await waitForState(page, 'unavailable');
    expect((await keptTexts(page)).filter((text) => text.includes('Wi-Fi'))).toEqual([]);

    server.spoil('guide/', undefined);
    await page.reload();
    await waitForState(page, 'ready');
    await server.close();
    await page.goto(`${server.url}guide/`);
    expect(await heading(page)).toBe('one');
  });

  it('never shows as ready what the browser has dropped, and fetches it again', async () => {
    const server = await host();
    const page = await open(server.url);
    await waitForState(page, 'ready');
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (request.url.includes('/guide/?')) await cache.delete(request);
        }
      }
    });
    server.spoil('guide/', { status: 500 });
    await page.reload();
    await waitForState(page, 'unavailable');
    server.spoil('guide/', undefined);
    await page.reload();
    await waitForState(page, 'ready');
    await server.close();
    await page.goto(`${server.url}guide/`);
    expect(await heading(page)).toBe('one');
  });

  it('tries a failed installation again as soon as there is a network', async () => {
    const server = await host();
    server.spoil('guide/', { status: 500 });
    const page = await open(server.url);
    await waitForState(page, 'unavailable');
    server.spoil('guide/', undefined);
    await browser.setOffline(true);
    await browser.setOffline(false);
    await waitForState(page, 'ready');
  });

  it('waits for a worker that never answers, but not without end', async () => {
    const server = await host();
    // A worker that takes no messages, as a rolled back site may leave one.
    writeFileSync(join(server.folder, 'sw.js'), 'addEventListener("fetch", () => undefined);');
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.clock.install();
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await waitForState(page, 'unknown');
    await expect
      .poll(async () => {
        await page.clock.fastForward(120_000);
        return page.locator('html').getAttribute('data-offline');
      })
      .toBe('unavailable');
  });
});
