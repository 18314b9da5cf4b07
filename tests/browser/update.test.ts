import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch, newProfile } from './browser';
import {
  buildFixtureSite,
  createFixtureSite,
  removeBuilds,
  removeFolder,
  waitForState,
  type FixtureSite,
} from './fixture-site';
import { serve, type StaticServer } from './static-server';

const profile = newProfile();
let browser: BrowserContext;

beforeAll(async () => {
  [browser] = await Promise.all([launch({ profile }), buildFixtureSite('one', 'two', 'no-op')]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([removeFolder(profile), removeBuilds()]);
});

/** The first version on an origin of its own. */
async function host(): Promise<{ site: FixtureSite; server: StaticServer }> {
  const site = createFixtureSite('one');
  const server = await serve(site.folder, { base: '/school/' });
  onTestFinished(async () => {
    await server.close();
    await site.remove();
  });
  return { site, server };
}

/** Opens a page in a tab of its own, and waits until it works offline. */
async function openReady(url: string): Promise<Page> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  await page.goto(url);
  await waitForState(page, 'ready');
  return page;
}

/** Lets the browser look for an update now; it would do so a second after the next navigation. */
async function checkForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });
}

/** Marks the document: a reload would take the mark away. */
function mark(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.documentElement.dataset['mark'] = 'kept';
  });
}

const isMarked = async (page: Page): Promise<boolean> =>
  (await page.locator('html[data-mark="kept"]').count()) === 1;

const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent();

/** Consents to the update that the page offers, and waits for the page of that version. */
async function consent(page: Page, version: string): Promise<void> {
  await waitForState(page, 'update-waiting');
  await page.locator('#update').click();
  await page.locator('h1', { hasText: version }).waitFor();
}

describe('an update', () => {
  it('waits for consent, and until then the old version works whole', async () => {
    const { site, server } = await host();
    const page = await openReady(server.url);
    site.deploy('two');
    await checkForUpdate(page);
    await waitForState(page, 'update-waiting');
    await page.reload();
    await waitForState(page, 'update-waiting');
    expect(await heading(page)).toBe('one');

    await server.close();
    await page.goto(`${server.url}guide/`);
    expect(await heading(page)).toBe('one');
    await consent(page, 'two');
    await page.goto(server.url);
    expect(await heading(page)).toBe('two');
  });

  it('reloads the tab that consented and no other, whose scripts still load', async () => {
    const { site, server } = await host();
    const other = await openReady(server.url);
    const page = await openReady(`${server.url}guide/`);
    await mark(other);
    site.deploy('two');
    await checkForUpdate(page);
    await consent(page, 'two');
    await waitForState(page, 'ready');

    await waitForState(other, 'changed');
    expect(await isMarked(other)).toBe(true);
    await other.locator('#later').click();
    await other.locator('html[data-later="one"]').waitFor();
  });

  it('clears the old files away when no page of theirs is open', async () => {
    const { site, server } = await host();
    const page = await openReady(server.url);
    // The count is of this origin, and this tab alone is on it.
    const kept = (): Promise<string[]> =>
      page.evaluate(async () => {
        const [name = ''] = await caches.keys();
        const requests = await (await caches.open(name)).keys();
        return requests.map(({ url }) => url).sort();
      });
    const before = await kept();
    site.deploy('two');
    await checkForUpdate(page);
    await consent(page, 'two');
    await expect.poll(async () => (await kept()).length).toBe(before.length);
    expect(await kept()).not.toEqual(before);
  });

  it('brings the tools along when they were in use', async () => {
    const { site, server } = await host();
    const page = await openReady(`${server.url}class/`);
    site.deploy('two');
    await checkForUpdate(page);
    await waitForState(page, 'update-waiting');
    await server.close();
    await consent(page, 'two');
    await page.goto(`${server.url}class/`);
    expect(await heading(page)).toBe('two');
    await page.locator('html[data-tool="loaded"]').waitFor();
  });

  it('that fails leaves the installed version whole, and comes with a later visit', async () => {
    const { site, server } = await host();
    const page = await openReady(server.url);
    site.deploy('two');
    server.spoil('guide/picture.svg', 'portal');
    server.spoil('guide/', 'portal');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      const { installing } = registration;
      if (installing === null) throw new Error('No update has begun');
      await new Promise<void>((resolve) => {
        installing.addEventListener('statechange', () => {
          if (installing.state === 'redundant') resolve();
        });
      });
    });
    await page.reload();
    await waitForState(page, 'ready');
    await page.goto(`${server.url}guide/`);
    expect(await heading(page)).toBe('one');

    server.spoil('guide/picture.svg', undefined);
    server.spoil('guide/', undefined);
    await checkForUpdate(page);
    await consent(page, 'two');
  });

  it('to an earlier version is an update like any other', async () => {
    const { site, server } = await host();
    const page = await openReady(server.url);
    site.deploy('two');
    await checkForUpdate(page);
    await consent(page, 'two');
    await waitForState(page, 'ready');
    site.deploy('one');
    await checkForUpdate(page);
    await consent(page, 'one');
    await server.close();
    await page.goto(`${server.url}guide/`);
    expect(await heading(page)).toBe('one');
  });
});

describe('the emergency worker', () => {
  it('removes the service worker and its files, leaves other data, and reloads nothing', async () => {
    const { site, server } = await host();
    const page = await openReady(server.url);
    await page.evaluate(async () => {
      localStorage.setItem('other', 'kept');
      await caches.open('other');
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('entered', 3);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('ticks').put('kept', 'step');
        };
        opening.onerror = reject;
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      });
    });
    await mark(page);
    site.deploy('no-op');
    await checkForUpdate(page);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['other']);
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      )
      .toBe(0);
    expect(await isMarked(page)).toBe(true);
    expect(await page.evaluate(() => localStorage.getItem('other'))).toBe('kept');
    const inDatabase = await page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('entered', 3);
          opening.onerror = reject;
          // A database that was deleted comes back empty: there is no such store then.
          opening.onupgradeneeded = () => {
            reject(new Error('the database is gone'));
          };
          opening.onsuccess = () => {
            const found = opening.result.transaction('ticks').objectStore('ticks').get('step');
            found.onsuccess = () => {
              opening.result.close();
              resolve(found.result);
            };
          };
        }),
    );
    expect(inDatabase).toBe('kept');
    await page.reload();
    expect(await heading(page)).toBe('no-op');
  });
});
