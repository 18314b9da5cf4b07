import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import {
  caddyRules,
  formatPolicy,
  headersFile,
  hostPolicy,
  htaccess,
  nginxRules,
  policyOfPage,
} from '../hosting';

import { loadLibrary, type GuidesPlace } from './load-library';

/** The others are compressed in themselves. */
const COMPRESSIBLE = /\.(html|js|css|svg|txt|json|webmanifest)$/;

/**
 * Writes what hosts need, once the site is complete: `_headers` and `.htaccess` into it, the rules
 * of nginx and Caddy beside it, where no visitor gets and no uploader changes a server, and each
 * text once more as `.br` and `.gz`.
 * A school's public address tells the path on its host; else it is the root.
 */
export function hosting(place: GuidesPlace): Plugin {
  let site = '';
  return {
    name: 'pamyatka:hosting',
    apply: 'build',
    configResolved(config) {
      site = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = readdirSync(site, { recursive: true, encoding: 'utf8' });
        const policy = formatPolicy(hostPolicy(files.flatMap((file) => policyIn(site, file))));
        await Promise.all(
          files.filter((file) => COMPRESSIBLE.test(file)).map((file) => compress(join(site, file))),
        );
        writeFileSync(join(site, '_headers'), headersFile(policy));
        writeFileSync(join(site, '.htaccess'), htaccess(policy));
        const { address } = loadLibrary(place).library.site ?? {};
        const base = address === undefined ? '/' : new URL(address).pathname;
        const rules = `${site}-hosting`;
        mkdirSync(rules, { recursive: true });
        writeFileSync(join(rules, 'nginx.conf'), nginxRules(policy, base));
        writeFileSync(join(rules, 'Caddyfile'), caddyRules(policy, base));
      },
    },
  };
}

function policyIn(site: string, file: string) {
  if (!file.endsWith('.html')) return [];
  return policyOfPage(readFileSync(join(site, file), 'utf8')) ?? [];
}

/** As small as can be: it is done once a build, and fetched by every family. */
async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(text, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
    promisify(gzip)(text, { level: 9 }),
  ]);
  if (br.length < text.length) await writeFile(`${file}.br`, br);
  if (gz.length < text.length) await writeFile(`${file}.gz`, gz);
}
