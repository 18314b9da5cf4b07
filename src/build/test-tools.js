/** The programs that tests need beside npm's packages: browsers, and judges of a PDF. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser, findWebKit } from './find-browser.js';
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

/** What drives WebKitGTK, with Debian's package of it. @type {Readonly<Record<string, string>>} */
const webKitCommands = { WebKitWebDriver: 'webkit2gtk-driver', Xvfb: 'xvfb' };

/** The commands of {@link pdfCommands} that are not on this machine. */
export function missingPdfCommands() {
  return missingOf(pdfCommands);
}

/**
 * @typedef {object} TestTools
 * @property {string | undefined} browser the path of Chrome or Chromium
 * @property {string | undefined} firefox the path of Firefox: few machines have it, and what is
 *   Chromium's to show is shown without
 * @property {boolean} hasWebKit whether WebKitGTK and what drives it are there
 * @property {string[]} missing the {@link pdfCommands} that are not there
 */

/**
 * Finds what the tests run, or else obtains it: Debian's packages where they can be installed, all
 * at once; Playwright's download of Chromium elsewhere.
 * @returns {Promise<TestTools>}
 */
export async function obtainTools() {
  const wanted = [
    ...((await findBrowser()) ? [] : ['chromium']),
    ...((await findBrowser('firefox')) ? [] : ['firefox-esr']),
    ...packagesOf(pdfCommands),
    ...packagesOf(webKitCommands),
  ];
  if (wanted.length > 0) await installFromDebian([...new Set(wanted)]);
  if (!(await findBrowser())) {
    console.log('Браузера нет: загружаю Chromium…');
    await runTool('playwright-core', ['install', 'chromium']);
  }
  return {
    browser: await findBrowser(),
    firefox: await findBrowser('firefox'),
    hasWebKit: findWebKit() !== undefined && missingOf(webKitCommands).length === 0,
    missing: missingPdfCommands(),
  };
}

/** @param {Readonly<Record<string, string>>} commands */
function missingOf(commands) {
  return Object.keys(commands).filter((command) => !isCommand(command));
}

/** @param {Readonly<Record<string, string>>} commands */
function packagesOf(commands) {
  return missingOf(commands).flatMap((command) => commands[command] ?? []);
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
