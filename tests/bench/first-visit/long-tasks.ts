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

/**
 * Prints the longest task of a first visit of each page that parents see, the worst page first, and
 * of a page of one line: what the browser takes for that, it takes for any.
 */
export async function printLongTasks(
  browser: Chromium,
  host: Host,
  floor: Host,
  site: string,
): Promise<void> {
  const rows: { path: string; longest: LongTask }[] = [];
  for (const path of parentsPages(site)) {
    rows.push({ path: `/${path}`, longest: await medianTask(browser, host, path) });
  }
  rows.sort((a, b) => b.longest.duration - a.longest.duration);
  rows.push({ path: 'one line', longest: await medianTask(browser, floor, '') });
  console.log(`\nLongest task of a first visit, CPU ÷ ${SLOWDOWN}, medians of ${RUNS} runs`);
  for (const { path, longest } of rows) {
    const { duration, script } = longest;
    const told = `${duration.toFixed(0)} ms, scripts ${script.toFixed(0)}`;
    console.log(`  ${path.padEnd(32)} ${duration > 50 ? told : '50 ms or less'}`);
  }
}

async function medianTask(browser: Chromium, host: Host, path: string): Promise<LongTask> {
  const runs: LongTask[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await longestTask(browser, host, path));
  runs.sort((a, b) => a.duration - b.duration);
  return runs[Math.floor(RUNS / 2)] ?? { duration: NaN, script: NaN };
}

async function longestTask(browser: Chromium, host: Host, path: string): Promise<LongTask> {
  const network = await openSlowLink(UNTHROTTLED, host.port);
  const profile = await browser.openProfile();
  try {
    const { tab } = await visit(profile, network, { path, slowdown: SLOWDOWN, until: 'loaded' });
    await waitUntilKept(tab);
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

function parentsPages(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('index.html') && !/^(class|author)\//.test(path))
    .map((path) => path.slice(0, -'index.html'.length))
    .sort();
}
