import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { precache } from '../../src/build/precache';

const SOURCES = join(import.meta.dirname, 'fixture-site');
const WORKERS = resolve(import.meta.dirname, '../../sw');

/** Long enough for a loaded machine, short enough to see a hung host within a test. */
const TIMEOUT = 3_000;

/** A small site with the real service worker, in versions that differ in every file. */
export interface FixtureSite {
  /** The folder to serve. */
  readonly folder: string;
  /** Puts a version in place, as a deployment does. */
  deploy(version: FixtureVersion): void;
  remove(): Promise<void>;
}

export type FixtureVersion = 'one' | 'two' | 'no-op';

let builds = '';

/** Builds the versions, once a test file. */
export async function buildFixtureSite(...versions: FixtureVersion[]): Promise<void> {
  builds = mkdtempSync(join(tmpdir(), 'pamyatka-builds-'));
  for (const version of versions) await buildVersion(version);
}

/** Removes what `buildFixtureSite` made. */
export function removeBuilds(): Promise<void> {
  return removeFolder(builds);
}

/** Removes a folder, even one that a dying browser still writes to. */
export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/** A site of one version; `buildFixtureSite` must have built it. */
export function createFixtureSite(version: FixtureVersion): FixtureSite {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-site-'));
  const deploy = (next: FixtureVersion): void => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(builds, next), folder, { recursive: true });
  };
  deploy(version);
  return {
    folder,
    deploy,
    remove: () => removeFolder(folder),
  };
}

/** Resolves when the page says that state of itself. */
export async function waitForState(page: Page, state: string): Promise<void> {
  await page.locator(`html[data-offline="${state}"]`).waitFor();
}

async function buildVersion(version: FixtureVersion): Promise<void> {
  const root = mkdtempSync(join(builds, 'source-'));
  cpSync(SOURCES, join(root, 'scripts'), { recursive: true });
  for (const [path, text] of Object.entries(pagesOf(version))) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const worker = version === 'no-op' ? 'no-op-worker.ts' : 'service-worker.ts';
  await build({
    configFile: false,
    root,
    base: './',
    appType: 'mpa',
    logLevel: 'warn',
    define: { FIXTURE_VERSION: JSON.stringify(version) },
    plugins: [pagesClient(), precache({ worker: join(WORKERS, worker), timeout: TIMEOUT })],
    build: {
      outDir: join(builds, version),
      emptyOutDir: true,
      // The picture must be a file.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: Object.keys(pagesOf(version))
          .filter((path) => path.endsWith('.html'))
          .map((path) => join(root, path)),
      },
    },
  });
}

/** The scripts lie in a copy: their way to the real client is another. */
function pagesClient(): Plugin {
  return {
    name: 'fixture:pages-client',
    enforce: 'pre',
    resolveId: (id) =>
      id.endsWith('/src/offline/offline')
        ? resolve(import.meta.dirname, '../../src/offline/offline.ts')
        : undefined,
  };
}

function pagesOf(version: string): Record<string, string> {
  return {
    'index.html': page('./', version),
    '404.html': page('./', version, '<p>Нет такой страницы</p>'),
    'guide/index.html': page('../', version, '<img src="./picture.svg" alt="">'),
    'guide/picture.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><!-- ${version} --></svg>`,
    'class/index.html': page(
      '../',
      version,
      '<script type="module" src="../scripts/tool.ts"></script>',
      'data-tools',
    ),
  };
}

function page(root: string, version: string, content = '', attributes = ''): string {
  return `<!doctype html>
    <html lang="ru" data-root="${root}" ${attributes}>
      <head>
        <meta charset="utf-8">
        <meta
          http-equiv="Content-Security-Policy"
          content="script-src 'self'; require-trusted-types-for 'script'; trusted-types pamyatka"
        >
        <title>${version}</title>
        <script type="module" src="${root}scripts/main.ts"></script>
      </head>
      <body>
        <h1>${version}</h1>
        <button id="update">Обновить</button>
        <button id="later">Потом</button>
        ${content}
      </body>
    </html>`;
}
