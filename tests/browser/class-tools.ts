import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, type LaunchOptions } from './browser';
import { serve, type StaticServer } from './static-server';

/** The built site and a browser, for all tests of a file. */
export interface ClassTools {
  readonly server: StaticServer;
  readonly browser: BrowserContext;
  /** Goes with its files when the tests are done. */
  readonly folder: string;
  /** Goes to the class page, in a new tab where none is given; leaving it is always agreed to. */
  openClass: (page?: Page) => Promise<Page>;
}

/**
 * Serves the built site and starts a browser before the tests of a file, and ends both after them.
 * @param options as `launch` has them; without more, a service worker does not come between
 */
export function useClassTools(options: LaunchOptions = { serviceWorkers: 'block' }): ClassTools {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-class-'));
  let server: StaticServer;
  let browser: BrowserContext;
  beforeAll(async () => {
    server = await serve('dist');
    browser = await launch(options);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    async openClass(given) {
      const page = given ?? (await browser.newPage());
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`${server.url}class/`);
      return page;
    },
  };
}

/** Chooses a file for the class list, as a teacher does. */
export async function takeFile(
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
): Promise<void> {
  await page.locator('class-import input[type=file]').setInputFiles(file);
}
