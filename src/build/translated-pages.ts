import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../messages/catalogues';
import { bundleScript, type Target } from './bundle-script';

/** Beside a page that keeps itself for reading offline: the files that it needs for that. */
export const KEPT_LIST = 'offline.json';

/** From the project's root. */
const ENTRY = 'src/pages/guide/translated-guide.ts';

/** The script of a language's pages: one file, with the words of that language alone. */
export async function bundleLanguage(language: string, target: Target) {
  const catalogue = LANGUAGES.includes(language) ? language : 'ru';
  const code = await bundleScript(ENTRY, {
    format: 'es',
    target,
    plugins: [languagePlugin(catalogue)],
  });
  const hash = sha256(code).toString('base64url').slice(0, 8);
  return { path: `assets/guide-${language}-${hash}.js`, code };
}

function languagePlugin(catalogue: string): Plugin {
  return {
    name: 'pamyatka:language',
    enforce: 'pre',
    load: (id) =>
      /[\\/]src[\\/]messages[\\/]index\.ts$/.test(id)
        ? `export * from './${catalogue}/elements';`
        : undefined,
  };
}

/** The list for a page: addresses from the page itself, with what the files must be. */
export function keptList(
  page: string,
  files: readonly { path: string; source: string }[],
): { fileName: string; source: string } {
  const folder = posix.dirname(page);
  const list = files.map(({ path, source }) => ({
    url: path === page ? './' : posix.relative(folder, path),
    integrity: `sha256-${sha256(source).toString('base64')}`,
  }));
  return { fileName: posix.join(folder, KEPT_LIST), source: JSON.stringify(list) };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
