import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { build, type Plugin } from 'vite';
import { can, killBrowser, launch, newProfile } from './browser';
import { removeFolder } from './fixture-site';
import { serve, type StaticServer } from './static-server';
import type {} from './storage-page';

const GUIDE = 'krasnoyarsk/kiasuo';

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-storage-'));
const profile = newProfile();
let browser: BrowserContext;

beforeAll(async () => {
  [browser] = await Promise.all([
    launch({ profile }),
    buildPage('before'),
    buildPage('this'),
    buildPage('next'),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([removeFolder(profile), removeFolder(folder)]);
});

const VERSIONS = { before: 2, this: 3, next: 4 };

/** `before` knows no guides from files; `next` is a later version, which has upgraded the database. */
async function buildPage(version: keyof typeof VERSIONS): Promise<void> {
  const upgrade: Plugin = {
    name: 'test:upgrade',
    transform: (code, id) => {
      if (id.endsWith('storage/database.ts')) {
        return code
          .replace('VERSION = 3', `VERSION = ${VERSIONS[version]}`)
          .replace('oldVersion < 3', `${VERSIONS[version]} > 2 && oldVersion < 3`);
      }
      // It did not count what it did not know.
      return version === 'before' && id.endsWith('storage/progress.ts')
        ? code
            .replace(/,\s*['"]ownGuides['"],?\s*\]/, ']')
            .replace(/transaction\.objectStore\(['"]ownGuides['"]\)\.count\(\)/, '0')
        : undefined;
    },
  };
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [upgrade],
    build: {
      outDir: join(folder, version),
      emptyOutDir: true,
      lib: {
        entry: join(import.meta.dirname, 'storage-page.ts'),
        formats: ['es'],
        fileName: 'page',
      },
    },
  });
  writeFileSync(
    join(folder, version, 'index.html'),
    '<!doctype html><html lang="ru"><title>.</title><script type="module" src="page.js"></script>',
  );
}

/** An origin of its own: nothing is kept for it yet. */
async function host(): Promise<StaticServer> {
  const server = await serve(folder);
  onTestFinished(() => server.close());
  return server;
}

async function open(url: string, context = browser): Promise<Page> {
  const page = await context.newPage();
  onTestFinished(() => page.close());
  await page.goto(url);
  return page;
}

async function openNew(): Promise<Page> {
  const server = await host();
  return open(`${server.url}this/`);
}

/** Ticks a step as a page does. */
const tick = (page: Page, step: string, done = true): Promise<void> =>
  page.evaluate(([guide, id, isDone]) => storage.setTick(guide, id, isDone), [
    GUIDE,
    step,
    done,
  ] as const);

const steps = (page: Page): Promise<string[]> =>
  page.evaluate(async (guide) => (await storage.loadTicks(guide)).map(({ step }) => step), GUIDE);

const health = (page: Page): Promise<string> => page.evaluate(() => storage.checkStorage());

/** How the call was refused: the fault of its StorageError, or what else it was. */
const fault = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    try {
      await storage.setTick('guide', 'refused', true);
      return 'none';
    } catch (error) {
      return error instanceof Error && 'fault' in error ? String(error.fault) : String(error);
    }
  });

async function devtools(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

describe('ticks', () => {
  it('are there after a restart of the browser, and an untick too', async () => {
    const server = await host();
    const own = newProfile();
    onTestFinished(() => removeFolder(own));
    const first = await launch({ profile: own });
    const page = await first.newPage();
    await page.goto(`${server.url}this/`);
    await tick(page, 'install');
    await tick(page, 'sign-in');
    await tick(page, 'install', false);
    await first.close();
    const second = await launch({ profile: own });
    onTestFinished(() => second.close());
    const again = await open(`${server.url}this/`, second);
    expect(await steps(again)).toEqual(['sign-in']);
    expect(await health(again)).toBe('ok');
  });

  it('are there when the browser is killed at the very moment they are kept', async () => {
    const server = await host();
    const own = newProfile();
    onTestFinished(() => removeFolder(own));
    const kept: string[] = [];
    for (const step of ['a', 'b', 'c']) {
      const context = await launch({ profile: own });
      const page = await context.newPage();
      await page.goto(`${server.url}this/`);
      expect(await steps(page)).toEqual(kept);
      expect(await health(page)).toBe('ok');
      await tick(page, step);
      kept.push(step);
      const killed = new Promise((resolve) => context.once('close', resolve));
      killBrowser(own);
      await killed;
    }
  });

  it('are of one guide or of all, of the family and of each child', async () => {
    const page = await openNew();
    const [own, all] = await page.evaluate(async () => {
      await storage.setTick('a/b', 'one', true);
      await storage.setTick('a/b', 'one', true, 'Аня');
      await storage.setTick('a/bc', 'one', true);
      return [await storage.loadTicks('a/b'), await storage.loadAllTicks()];
    });
    expect(own.map(({ child }) => child)).toEqual(['', 'Аня']);
    expect(all.map(({ guide }) => guide)).toEqual(['a/b', 'a/b', 'a/bc']);
    expect(own[0]!.at).toBeGreaterThan(Date.parse('2026-01-01'));
  });

  it('of a file are added, and nothing is unticked or made newer', async () => {
    const page = await openNew();
    await tick(page, 'mine');
    await tick(page, 'both');
    const before = await page.evaluate(() => storage.loadAllTicks());
    const after = await page.evaluate(async (guide) => {
      const ticks = [
        { guide, child: '', step: 'both', at: 1 },
        { guide, child: '', step: 'theirs', at: 2 },
        { guide, child: '', step: 'theirs', at: 2 },
      ];
      await storage.mergeProgress({ ticks, situation: {}, children: [] });
      return storage.loadAllTicks();
    }, GUIDE);
    expect(after).toEqual([...before, { guide: GUIDE, child: '', step: 'theirs', at: 2 }]);
    expect(await health(page)).toBe('ok');
  });

  it('are told to the other tabs once they can be read there', async () => {
    const page = await openNew();
    const other = await open(page.url());
    const seen = other.evaluate(
      (guide) =>
        new Promise<number>((resolve) => {
          storage.onKeptChanged(() => {
            void storage.loadTicks(guide).then((ticks) => {
              resolve(ticks.length);
            });
          });
        }),
      GUIDE,
    );
    // The listener is there when a second call into the page has been answered.
    await other.evaluate(() => undefined);
    await tick(page, 'install');
    expect(await seen).toBe(1);
  });
});

describe('settings', () => {
  it('come back, without what this version does not know', async () => {
    const page = await openNew();
    const found = await page.evaluate(async () => {
      await storage.saveSituation({ role: 'parent', age: 'under14', region: 'tyumen' });
      await storage.saveRegion('tyumen');
      const kept = await storage.loadSituation();
      await storage.saveSituation({ role: 'president', colour: 'red' } as object);
      return [kept, await storage.loadSituation(), await storage.loadRegion()];
    });
    expect(found).toEqual([{ role: 'parent', age: 'under14', region: 'tyumen' }, {}, 'tyumen']);
  });
});

describe('class lists', () => {
  /** The kept lists: of each its id and first byte. */
  const lists = (page: Page): Promise<number[][]> =>
    page.evaluate(async () =>
      (await storage.loadLists()).lists.map(({ id, sealed }) => [id, sealed[0]!]),
    );

  it('are kept in turn, replaced and deleted, and their numbers not used again', async () => {
    const page = await openNew();
    await page.evaluate(async () => {
      const first = await storage.addList('5А', Uint8Array.of(1));
      const second = await storage.addList('5А', Uint8Array.of(2));
      await storage.replaceList(first, Uint8Array.of(11));
      await storage.deleteList(second.id);
      await storage.addList('5А', Uint8Array.of(3));
    });
    expect(await lists(page)).toEqual([
      [1, 11],
      [3, 3],
    ]);
  });

  it('are not replaced over the change of another window, nor after its deletion', async () => {
    const page = await openNew();
    const results = await page.evaluate(async () => {
      const first = await storage.addList('5А', Uint8Array.of(1));
      const theirs = await storage.replaceList(first, Uint8Array.of(2));
      const ours = await storage.replaceList(first, Uint8Array.of(3));
      await storage.deleteList(first.id);
      return [theirs?.id, ours, await storage.replaceList(theirs ?? first, Uint8Array.of(4))];
    });
    expect(results).toEqual([1, undefined, undefined]);
    expect(await lists(page)).toEqual([]);
  });

  it('are all gone after the wipe, and the ticks are not', async () => {
    const page = await openNew();
    await tick(page, 'install');
    const left = await page.evaluate(async () => {
      await storage.addList('5А', Uint8Array.of(1));
      await storage.addList('5А', Uint8Array.of(2));
      await storage.wipeLists();
      return storage.loadLists();
    });
    expect(left).toEqual({ lists: [], missing: 0 });
    expect(await steps(page)).toEqual(['install']);
  });

  it.runIf(can.useDevtools)(
    'that the browser has lost are missed, until that was read',
    async () => {
      const page = await openNew();
      await page.evaluate(async () => {
        await storage.addList('5А', Uint8Array.of(1));
        await storage.addList('5А', Uint8Array.of(2));
      });
      const session = await devtools(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      const missing = (): Promise<number> =>
        page.evaluate(async () => (await storage.loadLists()).missing);
      expect(await missing()).toBe(2);
      await page.evaluate(() => storage.addList('5А', Uint8Array.of(3)));
      expect(await missing()).toBe(2);
      await page.evaluate(() => storage.acceptMissingLists());
      expect(await missing()).toBe(0);
    },
  );

  it.runIf(can.useDevtools)(
    'for want of space are refused, and the earlier state stays',
    async () => {
      const page = await openNew();
      const session = await devtools(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
      const refused = await page.evaluate(async () => {
        const first = await storage.addList('5А', Uint8Array.of(1));
        const long = crypto.getRandomValues(new Uint8Array(60_000));
        const longer = new Uint8Array(3_000_000).map((_, n) => long[n % 60_000]!);
        const why = (error: unknown): string => (error as Error).message;
        return [
          await storage.addList('5А', longer).catch(why),
          await storage.replaceList(first, longer).catch(why),
        ];
      });
      expect(refused).toEqual(['Storage is failed', 'Storage is failed']);
      expect(await lists(page)).toEqual([[1, 1]]);
      expect(await page.evaluate(async () => (await storage.loadLists()).missing)).toBe(0);
    },
  );

  it('find room in a database of the version before, whose ticks stay', async () => {
    const server = await host();
    const page = await open(`${server.url}this/page.js`);
    await page.evaluate(
      (guide) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('pamyatka', 1);
          opening.onerror = reject;
          opening.onupgradeneeded = () => {
            const database = opening.result;
            const ticks = database.createObjectStore('ticks', {
              keyPath: ['guide', 'child', 'step'],
            });
            ticks.add({ guide, child: '', step: 'old', at: 1 });
            database.createObjectStore('settings');
            database.createObjectStore('census');
          };
          opening.onsuccess = () => {
            opening.result.close();
            resolve(undefined);
          };
        }),
      GUIDE,
    );
    await page.goto(`${server.url}this/`);
    expect(await steps(page)).toEqual(['old']);
    await page.evaluate(() => storage.addList('5А', Uint8Array.of(7)));
    expect(await lists(page)).toEqual([[1, 7]]);
    // After an upgrade and a rollback they are there, too.
    await page.goto(`${server.url}next/`);
    expect(await lists(page)).toEqual([[1, 7]]);
    await page.goto(`${server.url}this/`);
    expect(await lists(page)).toEqual([[1, 7]]);
  });
});

describe('a loss', () => {
  it.runIf(can.useDevtools)(
    'of the whole database is noticed, until it has been told',
    async () => {
      const page = await openNew();
      await tick(page, 'install');
      const session = await devtools(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      // The open connection was closed by the browser: the next call opens another, unless Chromium,
      // on a loaded machine, is still clearing.
      await expect.poll(() => steps(page).catch(() => 'failed')).toEqual([]);
      expect(await health(page)).toBe('missing');
      await tick(page, 'sign-in');
      await page.reload();
      expect(await health(page)).toBe('missing');
      await page.evaluate(() => storage.acceptLoss());
      expect(await health(page)).toBe('ok');
      expect(await steps(page)).toEqual(['sign-in']);
    },
  );

  it('of one tick of many is noticed', async () => {
    const page = await openNew();
    await tick(page, 'install');
    await tick(page, 'sign-in');
    await page.evaluate(
      (guide) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('pamyatka');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('ticks', 'readwrite');
            transaction.objectStore('ticks').delete([guide, '', 'install']);
            transaction.oncomplete = resolve;
          };
        }),
      GUIDE,
    );
    expect(await health(page)).toBe('missing');
    await page.evaluate(() => storage.acceptLoss());
    expect(await health(page)).toBe('ok');
  });

  it.runIf(can.useDevtools)(
    'is no loss when every tick was taken back, or nothing was ever ticked',
    async () => {
      const page = await openNew();
      expect(await health(page)).toBe('ok');
      await tick(page, 'install');
      await tick(page, 'install', false);
      const session = await devtools(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
      // The browser may still be taking the database away.
      await expect.poll(() => health(page)).toBe('ok');
    },
  );
});

describe('a browser that does not keep data', () => {
  it.runIf(can.useDevtools)(
    'for want of space refuses all of it, and keeps what was there',
    async () => {
      const page = await openNew();
      const session = await devtools(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 });
      await tick(page, 'install');
      const refused = await page.evaluate(async (guide) => {
        const long = 'x'.repeat(100_000);
        const ticks = Array.from({ length: 20 }, (_, n) => ({
          guide,
          child: '',
          step: `${n}${long}`,
          at: 1,
        }));
        return storage
          .mergeProgress({ ticks, situation: {}, children: [] })
          .catch((error: unknown) => (error as Error).message);
      }, GUIDE);
      expect(refused).toBe('Storage is failed');
      expect(await steps(page)).toEqual(['install']);
      expect(await health(page)).toBe('ok');

      await session.send('Storage.overrideQuotaForOrigin', { origin });
      await tick(page, 'sign-in');
      expect(await steps(page)).toEqual(['install', 'sign-in']);
    },
  );

  it('because site data is blocked says so, and asks its questions anew', async () => {
    const server = await host();
    const blocked = await launch({ blocksSiteData: true });
    onTestFinished(() => blocked.close());
    const page = await open(`${server.url}this/`, blocked);
    expect(await fault(page)).toBe('unavailable');
    expect(await health(page)).toBe('unavailable');
    expect(await page.evaluate(() => storage.loadSituation())).toEqual({});
  });
});

describe('a guide from a file', () => {
  const own = { id: 'own:a', title: 'Кружки', text: '…', pictures: {}, added: 1 };

  it('goes with its ticks and with no others, and comes back with them', async () => {
    const page = await open(`${(await host()).url}this/`);
    await tick(page, 'first');
    const found = await page.evaluate(async (guide) => {
      await storage.saveOwnGuide(guide);
      await storage.setTick(guide.id, 'first', true);
      await storage.setTick(guide.id, 'second', true, '1');
      const removed = await storage.removeOwnGuide(guide.id);
      const after = [await storage.loadOwnGuides(), await storage.loadTicks(guide.id)];
      await storage.saveOwnGuide(guide, removed);
      const ticks = await storage.loadTicks(guide.id);
      return { after, guides: await storage.loadOwnGuides(), steps: ticks.map(({ step }) => step) };
    }, own);
    expect(found).toEqual({ after: [[], []], guides: [own], steps: ['first', 'second'] });
    expect(await steps(page)).toEqual(['first']);
    expect(await health(page)).toBe('ok');
  });

  it('is not among what a file carries to another phone', async () => {
    const page = await open(`${(await host()).url}this/`);
    await tick(page, 'first');
    const carried = await page.evaluate(async () => {
      await storage.setTick('own:a', 'first', true);
      return (await storage.collectProgress()).ticks.map(({ guide }) => guide);
    });
    expect(carried).toEqual([GUIDE]);
  });
});

describe('versions of the site', () => {
  it('go on in an old tab beside a newer one, and after a rollback', async () => {
    const server = await host();
    const old = await open(`${server.url}this/`);
    await tick(old, 'before');
    const next = await open(`${server.url}next/`);
    await tick(next, 'upgraded');
    await tick(old, 'beside');
    const rolledBack = await open(`${server.url}this/`);
    await tick(rolledBack, 'after');
    for (const page of [old, next, rolledBack]) {
      expect(await steps(page)).toEqual(['after', 'before', 'beside', 'upgraded']);
      expect(await health(page)).toBe('ok');
    }
  });

  it('lose nothing when the site goes back to the one without guides from files', async () => {
    const server = await host();
    const before = await open(`${server.url}before/`);
    await tick(before, 'first');
    const present = await open(`${server.url}this/`);
    await present.evaluate(() => storage.addList('5А', Uint8Array.of(7)));
    const own = { id: 'own:a', title: 'Кружки', text: '…', pictures: {}, added: 1 };
    await present.evaluate((guide) => storage.saveOwnGuide(guide), own);
    await tick(present, 'second');
    const rolledBack = await open(`${server.url}before/`);
    expect(await steps(rolledBack)).toEqual(['first', 'second']);
    await tick(rolledBack, 'third');
    expect(await health(rolledBack)).toBe('ok');
    await present.reload();
    expect(await steps(present)).toEqual(['first', 'second', 'third']);
    expect(await present.evaluate(async () => (await storage.loadLists()).lists.length)).toBe(1);
    expect(await present.evaluate(() => storage.loadOwnGuides())).toEqual([own]);
  });

  it('say so when the browser never answers whether it has a database', async () => {
    const server = await host();
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.clock.install();
    // As the first start of Safari 14.1 may do.
    await page.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its object below.
      const own = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (this: IDBFactory) {
        const opening = own.call(this, 'silent');
        for (const type of ['success', 'upgradeneeded', 'error']) {
          opening.addEventListener(type, (event) => {
            event.stopImmediatePropagation();
          });
        }
        return opening;
      };
      addEventListener('answers-again', () => {
        IDBFactory.prototype.open = own;
      });
    });
    await page.goto(`${server.url}this/`);
    const refused = fault(page);
    await page.evaluate(() => undefined);
    await page.clock.fastForward(10_000);
    expect(await refused).toBe('failed');
    await page.evaluate(() => dispatchEvent(new Event('answers-again')));
    expect(await fault(page)).toBe('none');
  });

  it('say so when a tab does not let the upgrade begin, and go on when it is gone', async () => {
    const server = await host();
    const old = await open(`${server.url}this/`);
    await tick(old, 'before');
    await old.reload();
    await old.evaluate(
      () =>
        new Promise((resolve) => {
          // Never closes: a tab frozen by the system.
          indexedDB.open('pamyatka').onsuccess = resolve;
        }),
    );
    const next = await open(`${server.url}next/`);
    expect(await fault(next)).toBe('failed');
    await old.goto('about:blank');
    await expect.poll(() => fault(next), { timeout: 15_000 }).toBe('none');
    expect(await steps(next)).toEqual(['before']);
  });
});
