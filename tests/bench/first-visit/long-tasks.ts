import { readdirSync } from 'node:fs';
import type { Chromium } from './devtools';
import type { Host } from './host';
import { openSlowLink, UNTHROTTLED } from './slow-link';
import { visit, waitUntilKept } from './visit';

const RUNS = 3;
const SLOWDOWN = 4;

interface LongTask {
  /** In milliseconds, as `script`. */
  duration: number;
  /** Of the page's scripts; the rest is the browser's parsing, style, layout and painting. */
  script: number;
}

interface Row {
  path: string;
  longest: LongTask;
  /** Of the same page when its scripts do not come. */
  bare: LongTask;
}

/**
 * Prints the longest task of a first visit of each page that parents see, the worst page first, with
 * that of the same page without its scripts, and of a page of one line: what the browser takes for
 * those, no script of ours can save.
 */
export async function printLongTasks(
  browser: Chromium,
  host: Host,
  floor: Host,
  site: string,
): Promise<void> {
  const rows: Row[] = [];
  for (const path of parentsPages(site)) {
    const longest = await medianTask(browser, host, path);
    rows.push({ path: `/${path}`, longest, bare: await medianTask(browser, host, path, true) });
  }
  rows.sort((a, b) => b.longest.duration - a.longest.duration);
  const longest = await medianTask(browser, floor, '');
  rows.push({ path: 'one line', longest, bare: await medianTask(browser, floor, '', true) });
  console.log(`\nLongest task of a first visit, CPU ÷ ${SLOWDOWN}, medians of ${RUNS} runs`);
  for (const { path, longest, bare } of rows) {
    const scripts = longest.duration > 50 ? `, scripts ${longest.script.toFixed(0)}` : '';
    console.log(`  ${path.padEnd(32)} ${told(longest)}${scripts}; without scripts ${told(bare)}`);
  }
}

/** A browser tells of tasks over 50 ms alone. */
function told({ duration }: LongTask): string {
  return duration > 50 ? `${duration.toFixed(0)} ms` : '50 ms or less';
}

async function medianTask(
  browser: Chromium,
  host: Host,
  path: string,
  withoutScripts = false,
): Promise<LongTask> {
  const runs: LongTask[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push(await longestTask(browser, host, path, withoutScripts));
  }
  runs.sort((a, b) => a.duration - b.duration);
  return runs[Math.floor(RUNS / 2)] ?? { duration: NaN, script: NaN };
}

async function longestTask(
  browser: Chromium,
  host: Host,
  path: string,
  withoutScripts: boolean,
): Promise<LongTask> {
  const network = await openSlowLink(UNTHROTTLED, host.port);
  const profile = await browser.openProfile();
  try {
    const { tab } = await visit(profile, network, {
      path,
      slowdown: SLOWDOWN,
      until: 'loaded',
      withoutScripts,
    });
    if (withoutScripts) await tab.evaluate(untilIdle, undefined);
    else await waitUntilKept(tab);
    const { longTasks, scripts } = await tab.evaluate(() => pageTimes, undefined);
    const tasks = longTasks.map(({ at, duration }) => ({
      duration,
      script: scripts
        .filter((script) => script.at >= at && script.at < at + duration)
        .reduce((sum, script) => sum + script.duration, 0),
    }));
    return tasks.reduce((a, b) => (b.duration > a.duration ? b : a), { duration: 0, script: 0 });
  } finally {
    await profile.close();
    await network.cut();
  }
}

/** Runs in the page: resolves when the first frame has been painted and nothing else is to do. */
async function untilIdle(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestIdleCallback(resolve));
  });
}

function parentsPages(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('index.html') && !/^(class|author)\//.test(path))
    .map((path) => path.slice(0, -'index.html'.length))
    .sort();
}
