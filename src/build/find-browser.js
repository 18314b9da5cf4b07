/** Where browsers live: one search for `npm test`, for the browser tests and for the benchmarks. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

/** @typedef {'chromium' | 'firefox'} Engine */

/** The variable that names the browser to take. @type {Readonly<Record<Engine, string>>} */
const variables = { chromium: 'PAMYATKA_BROWSER', firefox: 'PAMYATKA_FIREFOX' };

/** @type {Partial<Record<NodeJS.Platform, { folders: string[], names: Record<Engine, string[]> }>>} */
const places = {
  linux: {
    folders: ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'],
    names: {
      chromium: ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser'],
      firefox: ['firefox-esr', 'firefox'],
    },
  },
  darwin: {
    folders: ['/Applications', join(process.env.HOME ?? '', 'Applications')],
    names: {
      chromium: [
        'Google Chrome.app/Contents/MacOS/Google Chrome',
        'Chromium.app/Contents/MacOS/Chromium',
        'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ],
      firefox: ['Firefox.app/Contents/MacOS/firefox'],
    },
  },
  win32: {
    folders: programFiles,
    names: {
      chromium: [
        'Google\\Chrome\\Application\\chrome.exe',
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ],
      firefox: ['Mozilla Firefox\\firefox.exe'],
    },
  },
};

/**
 * Finds a browser: the one that PAMYATKA_BROWSER or PAMYATKA_FIREFOX names, an installed one, or
 * the Chromium in Playwright's cache. Playwright's own Firefox is a changed one, and not looked for.
 * @param {Engine} [engine]
 * @returns {Promise<string | undefined>} the path of its executable
 * @throws {Error} when the variable names a file that is not there
 */
export async function findBrowser(engine = 'chromium') {
  const variable = variables[engine];
  const chosen = process.env[variable];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`${variable}: нет файла ${chosen}`);
    return chosen;
  }
  const { folders, names } = places[process.platform] ?? { folders: [], names: undefined };
  const searched = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  for (const name of names?.[engine] ?? []) {
    const folder = searched.find((candidate) => candidate && existsSync(join(candidate, name)));
    if (folder) return join(folder, name);
  }
  if (engine !== 'chromium') return undefined;
  const { chromium } = await import('playwright-core');
  const cached = chromium.executablePath();
  return cached && existsSync(cached) ? cached : undefined;
}

/**
 * Finds WebKitGTK's test browser, the nearest to Safari that Linux has: the one that
 * PAMYATKA_WEBKIT names, or the one that the engine's package keeps among its libraries.
 * @returns {string | undefined} the path of MiniBrowser
 * @throws {Error} when the variable names a file that is not there
 */
export function findWebKit() {
  const chosen = process.env.PAMYATKA_WEBKIT;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`PAMYATKA_WEBKIT: нет файла ${chosen}`);
    return chosen;
  }
  if (process.platform !== 'linux') return undefined;
  // Debian has a folder for each architecture, Fedora one for programs that people do not start.
  const folders = ['/usr/libexec', ...subfolders('/usr/lib')];
  return folders
    .flatMap((folder) => subfolders(folder))
    .filter((folder) => /\/webkit(2)?gtk-[\d.]+$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((file) => existsSync(file));
}

/** @param {string} folder */
function subfolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}
