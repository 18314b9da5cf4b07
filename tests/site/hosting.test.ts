import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { HASHED_FILE, parsePolicy, policyOfPage } from '../../src/hosting';

const dist = resolve(import.meta.dirname, '../../dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

/** What each recipe says of the policy. */
const recipes = {
  _headers: read('_headers'),
  '.htaccess': read('.htaccess'),
  'nginx.conf': readFileSync(`${dist}-hosting/nginx.conf`, 'utf8'),
  Caddyfile: readFileSync(`${dist}-hosting/Caddyfile`, 'utf8'),
};

describe('the rules for hosts', () => {
  it.each(Object.entries(recipes))('of %s allow what every page needs', (_name, recipe) => {
    const [, text = ''] = /Content-Security-Policy:? "?([^"\n]+)/.exec(recipe) ?? [];
    const policy = parsePolicy(text);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    const pages = files.filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
    const missing = pages.flatMap((page) =>
      [...(policyOfPage(read(page)) ?? [['no policy', [page]] as const])].flatMap(
        ([name, sources]) => sources.filter((source) => !policy.get(name)?.includes(source)),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('keep for ever what has a hash in its name, and nothing else', () => {
    const hashed = files.filter((path) => new RegExp(HASHED_FILE).test(`/${path}`));
    expect(hashed).toEqual(files.filter((path) => /^assets\/.*\.(js|css)$/.test(path)));
  });
});

describe('the compressed files', () => {
  const compressed = files.filter((path) => /\.(br|gz)$/.test(path));

  it('stand beside every page, script and style', () => {
    const texts = files.filter((path) => /\.(html|js|css)$/.test(path));
    const isAlone = (path: string): boolean =>
      read(path).length > 200 && !['br', 'gz'].every((end) => files.includes(`${path}.${end}`));
    expect(texts.filter(isAlone)).toEqual([]);
  });

  it('hold the very file', () => {
    const differing = compressed.filter((path) => {
      const bytes = readFileSync(join(dist, path));
      const text = path.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      return !text.equals(readFileSync(join(dist, path.replace(/\.(br|gz)$/, ''))));
    });
    expect(compressed.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });
});
