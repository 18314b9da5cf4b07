import { readdirSync, readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

/** The newest standard that Chrome 87, Safari 14 and Firefox 78 all read. */
const MODULES = 2020;
/** What stands in the page is for still older ones. */
const INLINE = 2015;

const linter = new Linter();

/** What a parser of that standard has against the script. */
function complaints(code: string, ecmaVersion: typeof MODULES | typeof INLINE): string[] {
  const sourceType = ecmaVersion === MODULES ? 'module' : 'script';
  return linter
    .verify(code, { languageOptions: { ecmaVersion, sourceType } })
    .filter(({ fatal }) => fatal)
    .map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

describe('the scripts that are built', () => {
  const scripts = [
    'sw.js',
    ...readdirSync('dist/assets')
      .filter((name) => name.endsWith('.js'))
      .map((name) => `assets/${name}`),
  ];

  it.each(scripts)('%s is written in the language of the oldest browsers', (script) => {
    expect(complaints(readFileSync(`dist/${script}`, 'utf8'), MODULES)).toEqual([]);
  });

  it('inside a page can be read by a WebView that knows no modules', () => {
    const page = readFileSync('dist/krasnoyarsk/kiasuo/index.html', 'utf8');
    const inline = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code]) => code ?? '');
    expect(inline).toHaveLength(1);
    expect(complaints(inline[0] ?? '', INLINE)).toEqual([]);
  });

  it('would be caught if they were newer', () => {
    expect(complaints('const a = b?.c;', MODULES)).toEqual([]);
    expect(complaints('a ??= 1;', MODULES)).not.toEqual([]);
    expect(complaints('const a = b?.c;', INLINE)).not.toEqual([]);
  });
});
