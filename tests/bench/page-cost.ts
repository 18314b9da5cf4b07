import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';

/** Runs in the page: gathers the lengths of its long tasks. */
export function watchTasks(): void {
  const tasks: number[] = [];
  Reflect.set(window, 'longTasks', tasks);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** The long tasks since the last look, once the page has had nothing to do for half a second. */
export function settled(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const tasks = Reflect.get(window, 'longTasks') as number[];
    let quiet = 0;
    while (quiet < 10) {
      const start = performance.now();
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      quiet = performance.now() - start < 80 ? quiet + 1 : 0;
    }
    return tasks.splice(0);
  });
}

/** Of the process that has the page and its worker, in megabytes, since it began. */
export async function peakMemory(browser: BrowserContext): Promise<number> {
  const session = await browser.browser()?.newBrowserCDPSession();
  const answer = await session?.send('SystemInfo.getProcessInfo');
  const peaks = (answer?.processInfo ?? [])
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => readFileSync(`/proc/${String(id)}/status`, 'utf8'))
    .map((status) => Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
  return Math.max(0, ...peaks);
}
