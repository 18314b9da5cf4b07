import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { hosting } from './src/build/hosting';
import type { GuidesPlace } from './src/build/load-library';
import { memoFonts } from './src/build/memo-fonts';
import { plainImports } from './src/build/plain-imports';
import { precache } from './src/build/precache';
import { schoolLook } from './src/build/school-look';
import { guides, site } from './src/build/site';

/** A school's own folder beside the product; guides/README.md describes it. */
const SITE = process.env['PAMYATKA_SITE'];

const GUIDES: GuidesPlace = {
  guides: fileURLToPath(new URL('./guides', import.meta.url)),
  ...(SITE && { site: resolve(SITE) }),
};

/** The oldest browsers that get the scripts; older ones read and tick the static pages. */
const BROWSERS = ['chrome87', 'safari14', 'firefox78'];

/**
 * Files that parents' pages share: in few files they compress better than in many.
 * `family` is on every page; `steps` where steps are counted.
 */
const SHARED = [
  {
    name: 'family',
    test: /src.(offline|guide.(condition|guide)\.|components.(style-nonce|controls|app-status)|storage.(database|settings|children|changes|scope|storage-error))|node_modules.(@?lit|idb)/,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: 'steps',
    test: /src.(storage.(progress|census|canary|health|step-keys)\.|components.situation)|preload-helper/,
    minShareCount: 2,
    priority: 1,
  },
  // Each file more is a hash more in the service worker: what comes on an action is few files.
  { name: 'child', test: /src.(link|storage.change-children|components.(child-form|family-link))/ },
  {
    name: 'actions',
    test: /src.(components.(home-own|questions|save-file|share-page|step-children|storage-fault)|storage.(own-guides|pictures|request-draft|save-situation))\./,
  },
  { name: 'bars', test: /src.components.(bar|install-offer|update-bar)\./ },
];

const siteConfig: ViteUserConfig = {
  // Servable from any folder of any host.
  base: './',
  appType: 'mpa',
  plugins: [
    plainImports(),
    guides(GUIDES),
    memoFonts(),
    schoolLook(GUIDES),
    site(GUIDES),
    precache(),
    hosting(GUIDES),
  ],
  worker: { format: 'iife', plugins: () => [guides(GUIDES), memoFonts()] },
  build: {
    target: BROWSERS,
    cssTarget: BROWSERS,
    modulePreload: false,
    rolldownOptions: {
      // The catalogue's words go where they are said: no page loads another one's.
      optimization: { inlineConst: { mode: 'all', pass: 1 } },
      input: {
        plain: 'src/pages/plain.ts',
        home: 'src/pages/home/home.ts',
        route: 'src/pages/route/route.ts',
        guide: 'src/pages/guide/guide.ts',
        request: 'src/pages/request/request.ts',
        transfer: 'src/pages/transfer/transfer.ts',
        class: 'src/pages/class/class.ts',
        author: 'src/pages/author/author.ts',
        own: 'src/pages/own/own.ts',
      },
      output: {
        codeSplitting: {
          groups: SHARED,
        },
      },
    },
  },
};

const cliConfig: ViteUserConfig = {
  publicDir: false,
  plugins: [guides(GUIDES), memoFonts()],
  build: {
    ssr: true,
    outDir: 'dist-cli',
    target: 'node20',
    rolldownOptions: { input: ['src/cli/pamyatka.ts', 'src/cli/memo-files-worker.ts'] },
  },
};

/** What `npm run bench` measures, each subject in a process of its own. */
const benchConfig: ViteUserConfig = {
  ...cliConfig,
  build: {
    ssr: 'tests/bench/memo/measure.ts',
    outDir: 'node_modules/.bench',
    target: 'node20',
  },
};

const CONFIGS: Record<string, ViteUserConfig> = { cli: cliConfig, bench: benchConfig };

const BROWSER_TESTS = {
  // A browser start takes seconds on a loaded machine; a hang still ends.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // Vitest would give up after a second, which a worker's start may take there.
  expect: { poll: { timeout: 20_000 } },
  // Playwright takes most of a second to load, and nothing of it changes from file to file.
  isolate: false,
};

/**
 * What must work in Firefox as it does in Chromium; the teacher's tools are tested in the latter, and
 * so is the bar that offers to install: Firefox has no event for it. Where engines differ most —
 * in what they keep, and when — comes first; a full run has the rest too.
 */
const FIREFOX_FLOWS = [
  ...['early-ticks', 'offline', 'storage', 'update', 'walks/keyboard'],
  ...(process.env['PAMYATKA_TEST'] === 'full'
    ? ['about', 'accessibility', 'children', 'guide-page', 'site-offline', 'support-request']
    : []),
];

/** Playwright does not drive the WebKit that a Linux machine has: its flows are told apart. */
const WEBKIT_FLOWS = 'tests/browser/webkit/**/*.test.ts';

export default defineConfig(({ mode }) => ({
  ...(CONFIGS[mode] ?? siteConfig),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
        },
      },
      // These read the built files: `npm run build` first.
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          // Many of them start the command, which takes seconds on a loaded machine.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [WEBKIT_FLOWS],
          ...BROWSER_TESTS,
        },
      },
      {
        extends: true,
        test: {
          name: 'firefox',
          include: FIREFOX_FLOWS.map((name) => `tests/browser/${name}.test.ts`),
          env: { PAMYATKA_ENGINE: 'firefox' },
          ...BROWSER_TESTS,
        },
      },
      {
        extends: true,
        test: { name: 'webkit', include: [WEBKIT_FLOWS], ...BROWSER_TESTS },
      },
    ],
  },
}));
