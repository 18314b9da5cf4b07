import { readFileSync } from 'node:fs';
import { Marked } from 'marked';
import { bench, describe } from 'vitest';
import { compileGuide } from '../../src/guide';

const source = readFileSync('guides/krasnoyarsk/kiasuo.md', 'utf8');
const marked = new Marked({ gfm: true });

/** What ids, conditions, trails and checks cost over plain Markdown. */
describe('one guide', () => {
  bench('marked alone, to HTML', () => {
    marked.parse(source, { async: false });
  });

  bench('the compiler, to checked data', () => {
    compileGuide(source, {
      file: 'krasnoyarsk/kiasuo.md',
      regions: ['krasnoyarsk', 'tyumen'],
      contacts: [],
    });
  });
});
