import { mkdirSync, mkdtempSync, readlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox, type BrowserContext } from 'playwright-core';
import { findBrowser } from '../../src/build/find-browser.js';

/** Vitest's project «firefox» runs the files of the parents' flows once more, in that engine. */
const engine = process.env['PAMYATKA_ENGINE'] === 'firefox' ? 'firefox' : 'chromium';

/** What Playwright does in Chromium only: `npm test` names the tests that Firefox has to skip. */
export const can = {
  /** Wipe a site's data or set its quota. */
  useDevtools: engine === 'chromium',
  /** Allow a page to read the clipboard; writing after a click is allowed everywhere. */
  readClipboard: engine === 'chromium',
  /** `emulateMedia` changes nothing over WebDriver BiDi. */
  emulateMedia: engine === 'chromium',
  /** Bring out from under a bar what the Tab key leads to. */
  scrollForBars: engine === 'chromium',
  /** `javaScriptEnabled: false` is ignored over WebDriver BiDi. */
  turnScriptsOff: engine === 'chromium',
  /** Firefox remembers a failed `import()` until the page is loaded anew. */
  importAgain: engine === 'chromium',
};

/** Playwright's options of a persistent context, with the profile among them. */
export type LaunchOptions = Parameters<typeof chromium.launchPersistentContext>[1] & {
  /** The folder that keeps the browser's data; without it, one that goes with the browser. */
  readonly profile?: string;
  /** As a person sets it who forbids sites to keep anything; the profile must be new. */
  readonly blocksSiteData?: boolean;
  /** As a person sets it who needs larger letters: px, 16 where nothing is set; the profile must be new. */
  readonly letters?: number;
};

export const CHROMIUM_ARGUMENTS = [
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
export async function launch({
  profile,
  blocksSiteData = false,
  letters = 16,
  ...options
}: LaunchOptions = {}): Promise<BrowserContext> {
  const executablePath = await findBrowser(engine);
  if (executablePath === undefined) {
    throw new Error(
      engine === 'firefox'
        ? 'No Firefox found: install it, or name it in PAMYATKA_FIREFOX.'
        : 'No Chromium found: install Chrome or Chromium, or name it in PAMYATKA_BROWSER.',
    );
  }
  const folder = profile ?? newProfile();
  if ((blocksSiteData || letters !== 16) && engine === 'chromium') {
    const preferences = {
      ...(blocksSiteData && { profile: { default_content_setting_values: { cookies: 2 } } }),
      webkit: { webprefs: { default_font_size: letters } },
    };
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  }
  // A page that scrolls smoothly keeps each click waiting for most of a second.
  const common = {
    executablePath,
    locale: 'ru-RU',
    reducedMotion: 'reduce' as const,
    ...options,
  };
  const context =
    engine === 'firefox'
      ? // The vendor's Firefox, over WebDriver BiDi.
        await firefox.launchPersistentContext(folder, {
          channel: 'moz-firefox',
          firefoxUserPrefs: {
            'network.cookie.cookieBehavior': blocksSiteData ? 2 : 5,
            // `reducedMotion` changes nothing over WebDriver BiDi.
            'ui.prefersReducedMotion': 1,
            'font.size.variable.x-cyrillic': letters,
            'font.size.variable.x-western': letters,
          },
          ...common,
        })
      : await chromium.launchPersistentContext(folder, {
          // Chromium's sandbox refuses to run as root, as on CI.
          chromiumSandbox: process.getuid?.() !== 0,
          ...common,
          args: [...CHROMIUM_ARGUMENTS, ...(options.args ?? [])],
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

/** Ends the browser that runs on a profile as a crash or an empty battery would. */
export function killBrowser(profile: string): void {
  // The lock on a profile points to `host-pid` in Chromium, to `address:+pid` in Firefox.
  const lock = join(profile, engine === 'firefox' ? 'lock' : 'SingletonLock');
  process.kill(Number(readlinkSync(lock).split(/[-+]/).at(-1)), 'SIGKILL');
}
