/**
 * `node tests/bench/lighthouse.js`: Lighthouse's four scores of the built site. npx fetches it when
 * this runs: as a dependency its 188 packages would triple what everybody's `npm ci` installs.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { findBrowser } from '../../src/build/find-browser.js';

const VERSION = '12.8.2';
const PAGES = ['', 'krasnoyarsk/', 'tyumen/', 'krasnoyarsk/kiasuo/', 'help/tyumen/'];

const server = await preview({ configLoader: 'runner', preview: { port: 4180 } });
const url = server.resolvedUrls?.local[0] ?? '';
const env = { ...process.env, CHROME_PATH: await findBrowser() };
const flags = ['--headless=new', '--disable-gpu'];
if (process.getuid?.() === 0) flags.push('--no-sandbox');
try {
  console.log(`\nLighthouse ${VERSION}, a phone on slow 4G as it simulates one`);
  for (const page of PAGES) {
    const { stdout } = await promisify(execFile)(
      'npx',
      [
        ...['--yes', `lighthouse@${VERSION}`, url + page, '--quiet', '--output=json'],
        `--chrome-flags=${flags.join(' ')}`,
      ],
      { env, maxBuffer: 2 ** 26 },
    );
    /** @type {{ categories: Record<string, { title: string, score: number }>, audits: Record<string, { numericValue: number }> }} */
    const { categories, audits } = JSON.parse(stdout);
    const scores = Object.values(categories).map(
      ({ title, score }) => `${title} ${(score * 100).toFixed(0)}`,
    );
    const shift = audits['cumulative-layout-shift']?.numericValue ?? NaN;
    console.log(
      `  ${`/${page}`.padEnd(24)} ${scores.join(', ')}; layout shift ${shift.toFixed(3)}`,
    );
  }
} finally {
  await server.close();
}
