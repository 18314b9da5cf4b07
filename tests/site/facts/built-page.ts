import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../../dist');

/** What a reader gets from a built page. */
export interface BuiltPage {
  /** The words of `<main>`, pictures' text alternatives among them, one line per block of the page. */
  text: string;
  /** Where its links lead, as written in `href`. */
  links: string[];
  /** The actions of the steps: the words beside the boxes. */
  steps: string[];
}

/** Tags that go on within a line; any other tag ends it. */
const INLINE = 'a|b|strong|em|code|span|label|small|time|abbr';

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * Reads a page of `dist/`.
 * @param path its address without the leading slash: `tyumen/school72/`
 * @throws when it was not built
 */
export function readPage(path: string): BuiltPage {
  const html = readFileSync(join(DIST, path, 'index.html'), 'utf8');
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1];
  if (main === undefined) throw new Error(`${path}: no <main>`);
  return {
    text: textOf(main),
    links: [...main.matchAll(/\bhref="([^"]*)"/g)].map(([, url = '']) => decode(url)),
    steps: [...main.matchAll(/<label\b[^>]*>([\s\S]*?)<\/label>/g)].map(([, label = '']) =>
      textOf(label),
    ),
  };
}

/** HTML or SVG as {@link plain} lines. */
export function textOf(markup: string): string {
  const marked = markup
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<[^>]*\balt="([^"]*)"[^>]*>/g, '\n$1\n')
    .replace(new RegExp(`</?(?:${INLINE})(?=[\\s>/])[^>]*>`, 'g'), '')
    .replace(/<[^>]*>/g, '\n');
  return decode(marked)
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * A text as two people would agree that it says the same: no quotation marks (a menu path shows
 * its buttons without them), plain hyphens and spaces.
 */
export function plain(text: string): string {
  return text
    .replace(/[«»„“”"]/g, '')
    .replace(/‑/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[String(name)] ?? entity;
  });
}
