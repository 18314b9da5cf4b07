/**
 * What a family waits for with one bar of signal: the time until a guide's steps are visible, until
 * the first tick is kept, and until the guide is there again, with a network and without one.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../../../src/build/find-browser.js';
import { CHROMIUM_ARGUMENTS } from '../../browser/browser';
import { startHost, type Host } from './host';
import { openSlowLink, type Link, type SlowLink } from './slow-link';
import { watchPage, type PageTimes } from './watch-page';

const ROOT = resolve(import.meta.dirname, '../../..');
const GUIDE = 'krasnoyarsk/kiasuo/';
/** One page of each kind that parents see. */
const PAGES = ['', 'krasnoyarsk/', GUIDE, 'help/', 'help/tyumen/', 'about/'];
const RUNS = 5;

/** Chromium's presets of a slow network, and what a cheap phone needs more than this machine. */
const CONDITIONS = [
  { link: { name: 'slow 3G', roundTrip: 400, bandwidth: 400_000 }, slowdown: 4 },
  { link: { name: '2G', roundTrip: 800, bandwidth: 150_000 }, slowdown: 6 },
];
const UNTHROTTLED: Link = { name: 'unthrottled', roundTrip: 0, bandwidth: 1e10 };

/** A visit, in milliseconds and bytes. */
interface Visit extends PageTimes {
  /**
   * What the document needs on this link, whatever reads it: the round trips of TCP, TLS and the
   * request, and all bytes, up and down, until its last one.
   */
  limit: number;
  /** Down the link until the steps were visible, and until the tick was kept. */
  bytesVisible: number;
  bytesSaved: number;
}

/** Figures of one run by the name of their row. */
type Run = Record<string, number | undefined>;

/** Prints the table. The site must have been built. */
export async function measureFirstVisits(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-first-visit-'));
  await buildClientRendered(folder);
  const [ours, clientRendered] = await Promise.all([
    startHost(join(ROOT, 'dist')),
    startHost(folder),
  ]);
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
    // A service worker comes over a certificate that is trusted, or over none that is checked.
    args: [...CHROMIUM_ARGUMENTS, '--ignore-certificate-errors'],
  });
  try {
    const [cpu] = cpus();
    console.log(
      `\nFirst visit of ${GUIDE}: Chromium ${browser.version()}, ${cpus().length} × ${cpu?.model.trim()}, ` +
        `medians of ${RUNS} runs\n`,
    );
    // The browser's first page pays for its start.
    await measureClientRendered(browser, clientRendered, UNTHROTTLED, 1);
    for (const { link, slowdown } of CONDITIONS) {
      const runs: Run[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        runs.push({
          ...(await measureOurs(browser, ours, link, slowdown)),
          ...(await measureClientRendered(browser, clientRendered, link, slowdown)),
        });
      }
      const medians = mediansOf(runs);
      console.log(
        `${link.name}: ${link.roundTrip} ms, ${link.bandwidth / 1000} kbit/s, CPU ÷ ${slowdown}`,
      );
      for (const [name, median] of Object.entries(medians)) print(name, median);
      print(
        'steps visible : limit',
        (medians['steps visible, ms'] ?? NaN) / (medians['physical limit, ms'] ?? NaN),
        2,
      );
      print(
        'client-rendered : steps visible',
        (medians['client-rendered: steps visible, ms'] ?? NaN) /
          (medians['steps visible, ms'] ?? NaN),
        2,
      );
      console.log('');
    }
    await printLongTasks(browser, ours);
  } finally {
    await browser.close();
    ours.close();
    clientRendered.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureOurs(
  browser: Browser,
  host: Host,
  link: Link,
  slowdown: number,
): Promise<Run> {
  const network = await openSlowLink(link, host.port);
  const context = await browser.newContext(PHONE);
  try {
    const first = await visit(context, network, GUIDE, slowdown, true);
    const start = performance.now();
    await first.page.evaluate(askReady);
    const ready = performance.now() - start;
    await first.page.close();
    const reopen = async (cpuSlowdown: number): Promise<number | undefined> => {
      const { page, visible } = await visit(context, network, GUIDE, cpuSlowdown, false);
      await page.close();
      return visible;
    };
    const second = await reopen(slowdown);
    network.become(UNTHROTTLED);
    const secondUnthrottled = await reopen(1);
    await network.cut();
    const offline = await reopen(slowdown);
    const offlineUnthrottled = await reopen(1);
    return {
      'physical limit, ms': first.limit,
      'steps visible, ms': first.visible,
      '  bytes until then': first.bytesVisible,
      'tick made then, written down after, ms': (first.noted ?? NaN) - (first.visible ?? NaN),
      'tick in the database, ms': first.saved,
      '  bytes until then ': first.bytesSaved,
      'all pages kept, ms after that': ready,
      'second visit, ms': second,
      'second visit unthrottled, ms': secondUnthrottled,
      'offline reopen, ms': offline,
      'offline reopen unthrottled, ms': offlineUnthrottled,
    };
  } finally {
    await context.close();
  }
}

async function measureClientRendered(
  browser: Browser,
  host: Host,
  link: Link,
  slowdown: number,
): Promise<Run> {
  const network = await openSlowLink(link, host.port);
  const context = await browser.newContext(PHONE);
  try {
    const first = await visit(context, network, '', slowdown, true);
    return {
      'client-rendered: steps visible, ms': first.visible,
      '  bytes until then  ': first.bytesVisible,
      'client-rendered: tick in the database, ms': first.saved,
      '  bytes until then   ': first.bytesSaved,
    };
  } finally {
    await context.close();
    await network.cut();
  }
}

const PHONE = { viewport: { width: 360, height: 740 }, locale: 'ru-RU' };

/** Opens a page in a tab of its own, with a service worker that is not running yet. */
async function visit(
  context: BrowserContext,
  network: SlowLink,
  path: string,
  slowdown: number,
  ticks: boolean,
): Promise<Visit & { page: Page }> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchPage, { ticks });
  await page.goto(`https://localhost:${network.port}/${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(
    (waitsForTick) => (waitsForTick ? pageTimes.saved : pageTimes.visible) !== undefined,
    ticks,
    { polling: 200 },
  );
  const { origin, loaded, ...times } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const { responseEnd: loaded } = navigation as PerformanceNavigationTiming;
    return { origin: performance.timeOrigin, loaded, ...pageTimes };
  });
  const { down, up } = network.moved(origin + loaded);
  const { roundTrip, bandwidth } = network.link();
  return {
    page,
    ...times,
    limit: 3 * roundTrip + ((down + up) * 8000) / bandwidth,
    bytesVisible: network.moved(origin + (times.visible ?? 0)).down,
    bytesSaved: network.moved(origin + (times.saved ?? 0)).down,
  };
}

/** Resolves when the service worker has all that it keeps. */
async function askReady(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    active?.postMessage({ type: 'READY' }, [port2]);
  });
}

async function printLongTasks(browser: Browser, host: Host): Promise<void> {
  console.log('Tasks over 50 ms on a first visit, CPU ÷ 4');
  for (const path of PAGES) {
    const network = await openSlowLink(UNTHROTTLED, host.port);
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(watchPage, { ticks: true });
    await page.goto(`https://localhost:${network.port}/${path}`);
    await page.evaluate(askReady);
    const tasks = await page.evaluate(() => pageTimes.longTasks);
    const told = tasks.map(({ at, duration }) => `${Math.round(duration)} at ${Math.round(at)}`);
    console.log(`  ${`/${path}`.padEnd(24)} ${told.join(', ') || 'none'}`);
    await context.close();
    await network.cut();
  }
}

async function buildClientRendered(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'client-rendered'),
    base: './',
    logLevel: 'error',
    build: { outDir, target: 'esnext', modulePreload: { polyfill: false } },
  });
  cpSync(join(ROOT, 'guides/krasnoyarsk/kiasuo.md'), join(outDir, 'kiasuo.md'));
}

function mediansOf(runs: readonly Run[]): Run {
  const names = Object.keys(runs[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = runs.map((run) => run[name] ?? NaN).sort((a, b) => a - b);
      return [name, values[Math.floor(values.length / 2)]];
    }),
  );
}

function print(name: string, value: number | undefined, digits = 0): void {
  console.log(`  ${name.padEnd(64)} ${(value ?? NaN).toFixed(digits).padStart(8)}`);
}
