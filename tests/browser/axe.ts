import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { can } from './browser';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe has against the page in its present state, one line a place: everything in the light
 * theme, then the contrast in the dark one, as nothing else depends on the colours.
 */
export async function complaintsOfAxe(page: Page): Promise<string[]> {
  // The page's policy forbids foreign scripts; the debugger's evaluation is not bound by it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await run(page, {});
  if (!can.emulateMedia) return light;
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await run(page, { runOnly: ['color-contrast'] });
  return [...light, ...dark.map((complaint) => `dark: ${complaint}`)];
}

async function run(page: Page, options: RunOptions): Promise<string[]> {
  const violations = await page.evaluate(
    async (given) => {
      const { axe } = window as unknown as {
        axe: { run(options: RunOptions): Promise<AxeResults> };
      };
      // What passed is long, and nobody reads it.
      return (await axe.run(given)).violations;
    },
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
