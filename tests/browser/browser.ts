import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../src/build/find-browser.js';

/** Playwright's options of a persistent context, with the profile among them. */
export type LaunchOptions = Parameters<typeof chromium.launchPersistentContext>[1] & {
  /** The folder that keeps the browser's data; without it, one that goes with the browser. */
  readonly profile?: string;
};

const ARGUMENTS = [
  '--disable-gpu',
  // Chromium's own errands need a network that a test machine may not have.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Starts a browser process of its own: closing the context ends it, and a second launch on the same
 * profile is what a person's restart of the browser is.
 * @throws Error when no browser is installed
 */
export async function launch({ profile, ...options }: LaunchOptions = {}): Promise<BrowserContext> {
  const executablePath = await findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium found: install Chrome or Chromium, or name it in PAMYATKA_BROWSER.',
    );
  }
  const folder = profile ?? newProfile();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    locale: 'ru-RU',
    // Chromium's sandbox refuses to run as root, as on CI.
    chromiumSandbox: process.getuid?.() !== 0,
    ...options,
    args: [...ARGUMENTS, ...(options.args ?? [])],
  });
  // Nothing here takes longer, even on a loaded machine; a test that waits in vain ends soon.
  context.setDefaultTimeout(15_000);
  if (profile === undefined) {
    context.once('close', () => {
      // The browser's last processes may still write; a folder left in the temporary one harms nobody.
      rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    });
  }
  return context;
}

/** Makes an empty folder for a browser's data; the caller removes it. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'pamyatka-profile-'));
}
