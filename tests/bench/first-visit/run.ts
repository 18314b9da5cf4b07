/**
 * What a family waits for with one bar of signal: the time until a guide's steps are visible, until
 * the first tick is kept, and until the guide is there again, with a network and without one.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { findBrowser } from '../../../src/build/find-browser.js';
import { startChromium, type Chromium } from './devtools';
import { writeFloor } from './floor';
import { startHost, type Host } from './host';
import { printLongTasks } from './long-tasks';
import { openSlowLink, UNTHROTTLED, type Link } from './slow-link';
import { visit, waitUntilKept, type Visit } from './visit';
import type { Milestone } from './watch-page';

const ROOT = resolve(import.meta.dirname, '../../..');
const RUNS = 5;

/** Chromium's presets of a slow network, and what a cheap phone needs more than this machine. */
const CONDITIONS = [
  { link: { name: 'slow 3G', roundTrip: 400, bandwidth: 400_000 }, slowdown: 4 },
  { link: { name: '2G', roundTrip: 800, bandwidth: 150_000 }, slowdown: 6 },
];

interface Site {
  host: Host;
  path: string;
  /** What a first visit waits for, and a later one. */
  first: Milestone;
  later: Milestone;
}

/** Visits after the first one: the site is kept, the browser runs, its service worker does not. */
const REOPENINGS = [
  'second visit',
  'the same unthrottled',
  'offline reopen',
  'unthrottled',
] as const;

interface Visits {
  first: Visit;
  /** Milliseconds after the first visit until all pages were kept. */
  kept: number;
  again: Record<(typeof REOPENINGS)[number], Visit>;
}

/** Prints the tables. The site must have been built. */
export async function measureFirstVisits(): Promise<void> {
  const [peerFolder, floorFolder] = [newFolder(), newFolder()];
  await buildClientRendered(peerFolder);
  writeFloor(floorFolder);
  const [ours, clientRendered, floor] = await Promise.all([
    startHost(join(ROOT, 'dist')),
    startHost(peerFolder),
    startHost(floorFolder),
  ]);
  const guide: Site = {
    ...{ host: ours, path: 'krasnoyarsk/kiasuo/', first: 'saved', later: 'restored' },
  };
  const bare: Site = { host: floor, path: '', first: 'visible', later: 'visible' };
  const browser = await startChromium((await findBrowser()) ?? '');
  try {
    const [cpu] = cpus();
    console.log(
      `\nFirst visit of ${guide.path}: ${browser.version}, ${cpus().length} × ${cpu?.model.trim()}, ` +
        `medians of ${RUNS} runs`,
    );
    // The browser's first page pays for its start.
    await measureClientRendered(browser, clientRendered, UNTHROTTLED, 1);
    for (const { link, slowdown } of CONDITIONS) {
      const runs: { site: Visits; peer: Visit; floor: Visits }[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        runs.push({
          site: await measureSite(browser, guide, link, slowdown),
          peer: await measureClientRendered(browser, clientRendered, link, slowdown),
          floor: await measureSite(browser, bare, link, slowdown),
        });
      }
      console.log(
        `\n${link.name}: ${link.roundTrip} ms, ${link.bandwidth / 1000} kbit/s, CPU ÷ ${slowdown}; ` +
          `load ${(loadavg()[0] ?? NaN).toFixed(0)}`,
      );
      printFirst(
        runs.map(({ site }) => site),
        runs.map(({ peer }) => peer),
      );
      printAgain(
        runs.map(({ site }) => site),
        runs.map((run) => run.floor),
      );
    }
    await printLongTasks(browser, ours, floor, join(ROOT, 'dist'));
  } finally {
    await browser.close();
    for (const host of [ours, clientRendered, floor]) host.close();
    for (const folder of [peerFolder, floorFolder]) rmSync(folder, { recursive: true });
  }
}

async function measureSite(
  browser: Chromium,
  { host, path, first: firstUntil, later }: Site,
  link: Link,
  slowdown: number,
): Promise<Visits> {
  const network = await openSlowLink(link, host.port);
  const profile = await browser.openProfile();
  try {
    const { tab, ...first } = await visit(profile, network, { path, slowdown, until: firstUntil });
    const start = performance.now();
    await waitUntilKept(tab);
    const kept = performance.now() - start;
    await tab.close();
    const reopen = async (cpuSlowdown: number): Promise<Visit> => {
      const { tab, ...times } = await visit(profile, network, {
        ...{ path, slowdown: cpuSlowdown, until: later },
      });
      await tab.close();
      return times;
    };
    const second = await reopen(slowdown);
    network.become(UNTHROTTLED);
    const secondUnthrottled = await reopen(1);
    await network.cut();
    return {
      first,
      kept,
      again: {
        'second visit': second,
        'the same unthrottled': secondUnthrottled,
        'offline reopen': await reopen(slowdown),
        unthrottled: await reopen(1),
      },
    };
  } finally {
    await profile.close();
  }
}

async function measureClientRendered(
  browser: Chromium,
  host: Host,
  link: Link,
  slowdown: number,
): Promise<Visit> {
  const network = await openSlowLink(link, host.port);
  const profile = await browser.openProfile();
  try {
    const { tab: _tab, ...times } = await visit(profile, network, {
      ...{ path: '', slowdown, until: 'saved' },
    });
    return times;
  } finally {
    await profile.close();
    await network.cut();
  }
}

function printFirst(sites: readonly Visits[], peers: readonly Visit[]): void {
  const first = (value: (visit: Visit) => number | undefined): number =>
    median(sites.map((site) => value(site.first)));
  const limit = first((times) => times.limit);
  const visible = first((times) => times.visible);
  const peerVisible = median(peers.map((peer) => peer.visible));
  print('physical limit, ms', limit);
  print('steps visible, ms', visible);
  print(
    '  bytes until then',
    first((times) => times.bytesVisible),
  );
  print('  : limit', visible / limit, 2);
  print(
    'tick made then, written down after, ms',
    first((times) => (times.noted ?? NaN) - (times.visible ?? NaN)),
  );
  print(
    'tick in the database, ms',
    first((times) => times.saved),
  );
  print(
    '  bytes until then',
    first((times) => times.bytesSaved),
  );
  print(
    'layout shift, of 1',
    first((times) => times.layoutShift),
    3,
  );
  print('all pages kept, ms after that', median(sites.map(({ kept }) => kept)));
  print('client-rendered: steps visible, ms', peerVisible);
  print('  : steps visible', peerVisible / visible, 2);
  print('client-rendered: tick in the database, ms', median(peers.map((peer) => peer.saved)));
}

/** Beside a page of one line, kept by a worker of five: what a browser takes for any page. */
function printAgain(sites: readonly Visits[], floors: readonly Visits[]): void {
  const columns: [string, (visit: Visit) => number | undefined][] = [
    ['worker runs', (times) => times.workerRuns],
    ['document read', (times) => times.responseEnds],
    ['steps visible', (times) => times.visible],
    ['scripts run', (times) => times.scriptsHaveRun],
    ['ticks back', (times) => times.restored],
  ];
  const titles = [...columns.map(([title]) => title), 'one line visible', 'ratio'];
  console.log(`  ${''.padEnd(24)}${titles.map((title) => title.padStart(18)).join('')}`);
  for (const name of REOPENINGS) {
    const times = columns.map(([, value]) => median(sites.map(({ again }) => value(again[name]))));
    const floor = median(floors.map(({ again }) => again[name].visible));
    const visible = median(sites.map(({ again }) => again[name].visible));
    const cells = [
      ...[...times, floor].map((time) => time.toFixed(0)),
      (visible / floor).toFixed(2),
    ];
    console.log(`  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(18)).join('')}`);
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'pamyatka-first-visit-'));
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

function median(values: readonly (number | undefined)[]): number {
  const sorted = values.map((value) => value ?? NaN).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function print(name: string, value: number, digits = 0): void {
  console.log(`  ${name.padEnd(64)} ${value.toFixed(digits).padStart(8)}`);
}
