import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join, posix, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { getManifest } from 'workbox-build';
import { bundleScript, type Target } from './bundle-script';
import { KEPT_LIST } from './translated-pages';

const VIRTUAL_MANIFEST = 'virtual:precache-manifest';

/** Pages that are made for the school; a family's phone does not fetch them unasked. */
const TOOL_PAGES = /^(class|author)\//;

/** The page of guides from files: kept where there are any, and with the tools, which share its workers. */
const OWN_PAGE = /^own\//;

const SERVICE_WORKER = 'sw.js';

/** `offline.html`: what the service worker keeps in place of the page beside it, where there is one. */
export function keptPage(page: string): string {
  return page.replace(/index\.html$/, 'offline.html').replace(/404\.html$/, 'offline-404.html');
}

export interface PrecacheOptions {
  /** Entry of the service worker, from the project's root. */
  worker?: string;
  /** How long one file may take to arrive, in milliseconds. */
  timeout?: number;
}

/** Makes `sw.js` once the site is complete: the worker with the list of all that it keeps. */
export function precache({
  worker = 'sw/service-worker.ts',
  timeout = 60_000,
}: PrecacheOptions = {}): Plugin {
  let root = '';
  let site = '';
  let target: Target;
  return {
    name: 'pamyatka:precache',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      site = resolve(root, config.build.outDir);
      target = config.build.target;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = await listFiles(site);
        // Module workers came late to Firefox and Safari.
        const code = await bundleScript(resolve(root, worker), {
          format: 'iife',
          target,
          plugins: [manifestPlugin({ ...files, timeout })],
        });
        await writeFile(join(site, SERVICE_WORKER), code);
      },
    },
  };
}

/** As `sw/precache-manifest.d.ts` says. */
export interface PrecacheEntry {
  url: string;
  file?: string;
  integrity: string;
}

/** As `sw/precache-manifest.d.ts` says. */
export interface PrecacheLists {
  pages: PrecacheEntry[];
  own: PrecacheEntry[];
  tools: PrecacheEntry[];
}

/** What is kept for whom, each file in one list, with addresses from the site's root. */
export async function listFiles(site: string): Promise<PrecacheLists> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: site,
    globPatterns: ['**/*'],
    globIgnores: [SERVICE_WORKER, '_headers', '**/*.{map,br,gz}'],
    // The memo's font and pdf-lib are large, and wanted offline.
    maximumFileSizeToCacheInBytes: 16 * 2 ** 20,
  });
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  const found = new Set(manifestEntries.map(({ url }) => url));
  const files = [...found].filter((file) => !hasKeptPage(file));
  // A page with a list of its own keeps itself.
  const html = files.filter(
    (file) => file.endsWith('.html') && !found.has(posix.join(posix.dirname(file), KEPT_LIST)),
  );
  const upToOwn = html.filter((file) => !TOOL_PAGES.test(file));
  const pages = reachable(
    site,
    files,
    upToOwn.filter((file) => !OWN_PAGE.test(file)),
  );
  const own = reachable(site, files, upToOwn);
  const all = reachable(site, files, html);
  return {
    pages: files.filter((file) => pages.has(file)).map(toEntry),
    own: files.filter((file) => own.has(file) && !pages.has(file)).map(toEntry),
    tools: files.filter((file) => all.has(file) && !own.has(file)).map(toEntry),
  };

  function hasKeptPage(file: string): boolean {
    const kept = keptPage(file);
    return kept !== file && found.has(kept);
  }

  function toEntry(file: string): PrecacheEntry {
    // A third shorter than SHA-384: the hashes are half of the worker's bytes.
    const hash = createHash('sha256')
      .update(readFileSync(join(site, file)))
      .digest('base64');
    return {
      // Every host serves a folder's page under its slash; some redirect from index.html.
      url:
        file.replace(/(^|\/)(index|offline)\.html$/, '$1').replace(/offline-(?=404)/, '') || './',
      ...(basename(file).startsWith('offline') && { file: basename(file) }),
      integrity: `sha256-${hash}`,
    };
  }
}

/** Vite's names: `assets/family-BvT3x_a1.js`. */
function isHashed(file: string): boolean {
  return /^assets\/.+-[\w-]{8}\.\w+$/.test(file);
}

/** The files that these pages need to be shown and used; links to other pages are not followed. */
function reachable(site: string, files: readonly string[], pages: readonly string[]): Set<string> {
  const found = new Set(pages);
  for (const file of found) {
    if (!/\.(html|m?js|css)$/.test(file)) continue;
    const text = readFileSync(join(site, file), 'utf8');
    const needs = file.endsWith('.html') ? neededByPage(file, text) : neededByScript(files, text);
    for (const need of needs) if (files.includes(need) && !need.endsWith('.html')) found.add(need);
  }
  return found;
}

function neededByPage(page: string, text: string): string[] {
  const references = text.matchAll(/<(?:script|link|img|source)\b[^>]*?\s(?:src|href)="([^"#?]+)/g);
  return [...references].map(([, address = '']) => posix.join(posix.dirname(page), address));
}

/** Imports, workers and fonts: whatever the ways to name them, the hashed name stands there. */
function neededByScript(files: readonly string[], text: string): string[] {
  return files.filter((file) => isHashed(file) && text.includes(basename(file)));
}

/** Gives the worker its lists. */
function manifestPlugin(manifest: Readonly<Record<string, unknown>>): Plugin {
  return {
    name: 'pamyatka:precache-manifest',
    resolveId: (id) => (id === VIRTUAL_MANIFEST ? `\0${VIRTUAL_MANIFEST}` : undefined),
    load(id) {
      if (id !== `\0${VIRTUAL_MANIFEST}`) return undefined;
      return Object.entries(manifest)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
