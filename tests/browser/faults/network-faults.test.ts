import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killBrowser, launch, newProfile } from '../browser';
import {
  buildFixtureSite,
  createFixtureSite,
  removeBuilds,
  removeFolder,
  waitForState,
  type FixtureSite,
  type FixtureVersion,
} from '../fixture-site';
import { serve, type Fault, type StaticServer } from '../static-server';
import { sample, tryFaults } from './fault-run';

const FAULTS: readonly Fault[] = [
  'cut',
  { status: 404 },
  { status: 500 },
  'truncated',
  'portal',
  { redirect: '../' },
  'hang',
];

/** Each kind of fault comes at least once. */
const SAMPLED_FILES = 9;

const BASE = '/school/';
const PAGES = ['', 'guide/'];

let browser: BrowserContext;
/** The texts of each version's files, by their paths on the host. */
const texts = new Map<FixtureVersion, ReadonlyMap<string, string>>();

beforeAll(async () => {
  [browser] = await Promise.all([launch(), buildFixtureSite('one', 'two')]);
  for (const version of ['one', 'two'] as const) {
    const site = createFixtureSite(version);
    texts.set(version, readTexts(site.folder));
    await site.remove();
  }
}, 120_000);

afterAll(async () => {
  await browser.close();
  await removeBuilds();
});

/** The files that a parent's phone keeps, and the service worker's own script. */
function filesOf(version: FixtureVersion): string[] {
  return [...(texts.get(version) ?? new Map<string, string>()).keys()].filter(
    (path) => !/class|tool/.test(path),
  );
}

function readTexts(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = file.slice(folder.length + 1).replaceAll('\\', '/');
      return [path.replace(/(^|\/)index\.html$/, '$1'), readFileSync(file, 'utf8')];
    }),
  );
}

/** A host whose trouble begins when the service worker starts to install. */
class TroubledHost {
  readonly site: FixtureSite;
  server!: StaticServer;
  /** Called with the number of each request since the last `sw.js`, which is number 0. */
  private onStep: ((step: number) => void | Promise<void>) | undefined;
  private step: number | undefined;

  constructor(version: FixtureVersion) {
    this.site = createFixtureSite(version);
  }

  async start(): Promise<this> {
    const port = (this.server as StaticServer | undefined)?.port ?? 0;
    this.server = await serve(this.site.folder, {
      base: BASE,
      port,
      onRequest: async (path) => {
        if (path === 'sw.js') this.step = 0;
        else if (this.step !== undefined) this.step += 1;
        if (this.step !== undefined) await this.onStep?.(this.step);
      },
    });
    return this;
  }

  /** From the next installation on. */
  trouble(onStep: ((step: number) => void | Promise<void>) | undefined): void {
    this.step = undefined;
    this.onStep = onStep;
  }

  async end(): Promise<void> {
    await this.server.close();
    await this.site.remove();
  }
}

async function withHost(
  version: FixtureVersion,
  attempt: (host: TroubledHost, page: Page) => Promise<void>,
): Promise<void> {
  const host = await new TroubledHost(version).start();
  const page = await browser.newPage();
  try {
    await attempt(host, page);
  } finally {
    await page.close();
    await host.end();
  }
}

/** Whatever is kept for the page's origin is a file of a version, whole and under its own address. */
async function expectNothingForeign(page: Page): Promise<void> {
  const kept = await page.evaluate(async () => {
    const found: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        // A failed installation may be taking its files away at this very moment.
        if (response) found.push([new URL(request.url).pathname, await response.text()]);
      }
    }
    return found;
  });
  for (const [pathname, text] of kept) {
    const path = decodeURIComponent(pathname.slice(BASE.length));
    const known = [...texts.values()].map((files) => files.get(path));
    if (!known.includes(text)) throw new Error(`kept for «${path}»: ${text.slice(0, 60)}`);
  }
}

/** Every page opens with the host dead, all of one version. */
async function expectWhole(page: Page, host: TroubledHost, version: FixtureVersion): Promise<void> {
  await host.server.close();
  for (const path of PAGES) {
    await page.goto(host.server.url + path);
    expect(await page.locator('h1').textContent(), path).toBe(version);
    await page.locator('#later').click();
    await page.locator(`html[data-later="${version}"]`).waitFor();
  }
}

/** Looks for an update and waits until its installation has ended, well or badly. */
function update(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => undefined);
    const { installing } = registration;
    if (!installing) return;
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        if (installing.state !== 'installing') resolve();
      };
      installing.addEventListener('statechange', settle);
      settle();
    });
  });
}

async function consent(page: Page, version: FixtureVersion): Promise<void> {
  await waitForState(page, 'update-waiting');
  await page.locator('#update').click();
  await page.locator('h1', { hasText: version }).waitFor();
  await waitForState(page, 'ready');
}

/** Resolves when the page has stopped finding out how it stands. */
async function settled(page: Page): Promise<void> {
  await page.locator('html[data-offline]:not([data-offline="unknown"])').waitFor();
}

interface FaultCase {
  path: string;
  fault: Fault;
}

const casesOf = (version: FixtureVersion): FaultCase[] =>
  filesOf(version).flatMap((path) => FAULTS.map((fault) => ({ path, fault })));

describe('a fault in one file', () => {
  it('of the first installation keeps nothing foreign, and the next visit mends it', async () => {
    const all = casesOf('one');
    const { lost } = await tryFaults(
      'Сбой в одном файле при первой установке',
      sample(all, SAMPLED_FILES),
      all.length,
      ({ path, fault }) =>
        withHost('one', async (host, page) => {
          // The page itself has come by then; what it fetches anew is what will be kept.
          host.trouble(() => {
            host.server.spoil(path, fault);
          });
          if (path === 'sw.js') host.server.spoil(path, fault);
          await page.goto(host.server.url);
          // Without the worker's script the page goes on finding out, and promises nothing.
          if (path === 'sw.js' && fault === 'hang') await waitForState(page, 'unknown');
          else await settled(page);
          await expectNothingForeign(page);
          host.trouble(undefined);
          host.server.spoil(path, undefined);
          await page.reload();
          await waitForState(page, 'ready');
          await expectNothingForeign(page);
          await expectWhole(page, host, 'one');
        }),
    );
    expect(lost).toEqual([]);
  }, 900_000);

  it('of an update leaves the installed version whole, and comes with a later visit', async () => {
    const all = casesOf('two');
    const { lost } = await tryFaults(
      'Сбой в одном файле при обновлении',
      sample(all, SAMPLED_FILES),
      all.length,
      ({ path, fault }) =>
        withHost('one', async (host, page) => {
          await page.goto(host.server.url);
          await waitForState(page, 'ready');
          host.site.deploy('two');
          host.server.spoil(path, fault);
          const updated = update(page);
          if (path !== 'sw.js' || fault !== 'hang') await updated;
          await expectNothingForeign(page);
          for (const path of PAGES) {
            await page.goto(host.server.url + path);
            // What was fetched well may be a whole new version that waits.
            expect(await page.locator('h1').textContent()).toBe('one');
          }
          host.server.spoil(path, undefined);
          await updated.catch(() => undefined);
          await update(page);
          await consent(page, 'two');
          await expectNothingForeign(page);
          await expectWhole(page, host, 'two');
        }),
    );
    expect(lost).toEqual([]);
  }, 900_000);
});

describe('at each step of the first installation', () => {
  /** The numbers of the requests of an installation that nothing troubles. */
  let steps: number[] = [];
  beforeAll(async () => {
    let last = 0;
    await withHost('one', async (host, page) => {
      host.trouble((at) => {
        last = at;
      });
      await page.goto(host.server.url);
      await waitForState(page, 'ready');
    });
    steps = Array.from({ length: last + 1 }, (_, index) => index);
  });

  it('the host dies, and the installation goes on when it is back', async () => {
    const { lost } = await tryFaults(
      'Хост умирает на каждом шаге установки',
      sample(steps, 4),
      steps.length,
      (step) =>
        withHost('one', async (host, page) => {
          const dead = new Promise<void>((resolve) => {
            host.trouble((at) => {
              if (at === step) resolve(host.server.close());
            });
          });
          await page.goto(host.server.url);
          await dead;
          await settled(page);
          host.trouble(undefined);
          await host.start();
          await page.goto(host.server.url);
          await waitForState(page, 'ready');
          await expectNothingForeign(page);
          await expectWhole(page, host, 'one');
        }),
    );
    expect(lost).toEqual([]);
  }, 300_000);

  it('a new version is deployed, and the page ends whole with one of the two', async () => {
    const { lost } = await tryFaults(
      'Новая версия выложена на каждом шаге установки',
      sample(steps, 4),
      steps.length,
      (step) =>
        withHost('one', async (host, page) => {
          host.trouble((at) => {
            if (at === step) host.site.deploy('two');
          });
          await page.goto(host.server.url);
          await settled(page);
          await expectNothingForeign(page);
          host.trouble(undefined);
          host.site.deploy('two');
          await page.reload();
          await page
            .locator('html[data-offline="ready"], html[data-offline="update-waiting"]')
            .waitFor();
          await update(page);
          const isWaiting = (await page.locator('html[data-offline="update-waiting"]').count()) > 0;
          if (isWaiting) await consent(page, 'two');
          await waitForState(page, 'ready');
          await expectNothingForeign(page);
          await expectWhole(page, host, 'two');
        }),
    );
    expect(lost).toEqual([]);
  }, 300_000);

  it('the browser is killed, and the next one ends the installation', async () => {
    const { lost } = await tryFaults(
      'Браузер убит на каждом шаге установки',
      sample(steps, 3),
      steps.length,
      async (step) => {
        const host = await new TroubledHost('one').start();
        const profile = newProfile();
        try {
          const first = await launch({ profile });
          const dead = new Promise<void>((resolve) => {
            first.once('close', () => {
              resolve();
            });
          });
          host.trouble((at) => {
            if (at === step) killBrowser(profile);
          });
          await first
            .pages()[0]!
            .goto(host.server.url)
            .catch(() => undefined);
          await dead;
          host.trouble(undefined);
          const second = await launch({ profile });
          const page = second.pages()[0]!;
          await page.goto(host.server.url);
          await waitForState(page, 'ready');
          await expectNothingForeign(page);
          await expectWhole(page, host, 'one');
          await second.close();
        } finally {
          await host.end();
          await removeFolder(profile);
        }
      },
    );
    expect(lost).toEqual([]);
  }, 300_000);
});
