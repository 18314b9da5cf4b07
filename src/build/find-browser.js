/** Where a Chromium lives: one search for `npm test`, for the browser tests and for the benchmarks. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

/** @type {Partial<Record<NodeJS.Platform, { folders: string[], names: string[] }>>} */
const places = {
  linux: {
    folders: ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'],
    names: ['google-chrome', 'google-chrome-stable', 'chrome', 'chromium', 'chromium-browser'],
  },
  darwin: {
    folders: ['/Applications', join(process.env.HOME ?? '', 'Applications')],
    names: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
  },
  win32: {
    folders: programFiles,
    names: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
};

/**
 * Finds a browser of Chromium's family: the one that PAMYATKA_BROWSER names, an installed one, or
 * the one in Playwright's cache.
 * @returns {Promise<string | undefined>} the path of its executable
 * @throws {Error} when PAMYATKA_BROWSER names a file that is not there
 */
export async function findBrowser() {
  const chosen = process.env.PAMYATKA_BROWSER;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`PAMYATKA_BROWSER: нет файла ${chosen}`);
    return chosen;
  }
  const { folders, names } = places[process.platform] ?? { folders: [], names: [] };
  const searched = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  for (const name of names) {
    const folder = searched.find((candidate) => candidate && existsSync(join(candidate, name)));
    if (folder) return join(folder, name);
  }
  const { chromium } = await import('playwright-core');
  const cached = chromium.executablePath();
  return cached && existsSync(cached) ? cached : undefined;
}
