/** The programs that tests need beside npm's packages: browsers, and judges of a PDF. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from './find-browser.js';
import { run, runTool } from './setup.js';

/**
 * Each command that the tests of the PDF call, with Debian's package of it.
 * @type {Readonly<Record<string, string>>}
 */
export const pdfCommands = {
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
};

/** The commands of {@link pdfCommands} that are not on this machine. */
export function missingPdfCommands() {
  return Object.keys(pdfCommands).filter((command) => !isCommand(command));
}

/**
 * Finds a browser or else obtains one: Debian's package where that can be installed, Playwright's
 * download elsewhere.
 * @returns {Promise<string | undefined>} the path of its executable
 */
export async function obtainBrowser() {
  const found = await findBrowser();
  if (found) return found;
  await installFromDebian(['chromium']);
  const installed = await findBrowser();
  if (installed) return installed;
  console.log('Браузера нет: загружаю Chromium…');
  await runTool('playwright-core', ['install', 'chromium']);
  return findBrowser();
}

/**
 * Finds Firefox, or else installs Debian's. The tests do without it: few machines have one, and
 * what is Chromium's to show has been shown then.
 * @returns {Promise<string | undefined>} the path of its executable
 */
export async function obtainFirefox() {
  const found = await findBrowser('firefox');
  if (found) return found;
  await installFromDebian(['firefox-esr']);
  return findBrowser('firefox');
}

/**
 * Sees that the commands that read a PDF are there.
 * @returns {Promise<string[]>} the commands that are still missing
 */
export async function obtainPdfCommands() {
  if (missingPdfCommands().length > 0) {
    await installFromDebian([...new Set(Object.values(pdfCommands))]);
  }
  return missingPdfCommands();
}

/** Does nothing where there is no apt-get or no right to use it. @param {string[]} packages */
async function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !isCommand('apt-get')) return;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Ставлю пакеты Debian: ${packages.join(' ')}`);
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  });
}

/** Whether a shell would find this command. @param {string} name */
export function isCommand(name) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, name + suffix)));
}
