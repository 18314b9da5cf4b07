/** Letters, figures and signs only: no control, bidi, zero-width or variation characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFE00-\uFE0F]/gu;
/** A word processor's own hyphens look like the one that everybody types, and no typeface of ours has them. */
const HYPHENS = /[\u2010\u2011]/gu;
const SPACES = /[\s\u2028\u2029]+/gu;

/** Entered text as one printable line: composed letters, single spaces, nothing invisible. */
export function plainLine(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(HYPHENS, '-')
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Entered text with its line breaks kept, for the teacher's note. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(plainLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A code as given: only what cannot be seen or typed is taken away. */
export function exactCode(text: string): string {
  return text.replace(INVISIBLE, '').replace(HYPHENS, '-').trim();
}

const NBSP = '\u00A0';
/** «Моя школа»: read as one word. Longer ones may be divided, so that the narrowest column holds them. */
const SHORT_NAME = /«[^«»\n]{1,18}»/gu;

/**
 * Ties what must not stand alone at the end or the beginning of a line. Doing it twice changes
 * nothing. No lookbehind: Safari before 16.4 does not know it.
 */
export function tieShortWords(text: string): string {
  return tieTwice(
    // One- and two-letter words to the next, which may be a link that follows this text.
    tieTwice(text, /(^|[^\p{L}\p{N}])(\p{L}{1,2}) (?=\S|$)/gu),
    // Initials to each other and to the surname.
    /(^|[^\p{L}])(\p{Lu}\.) (?=\p{Lu})/gu,
  )
    .replace(/ (?=(?:же|ли|бы|б|ж)(?![\p{L}\p{N}]))/gu, NBSP)
    .replace(/ (?=[—–])/gu, NBSP)
    .replace(/([№§]) (?=\S)/gu, `$1${NBSP}`)
    .replace(/(\d) (?=\p{L})/gu, `$1${NBSP}`)
    .replace(SHORT_NAME, (name) => name.replaceAll(' ', NBSP));
}

/** Twice, because neighbours share the space between them: «и в дневнике». */
function tieTwice(text: string, pattern: RegExp): string {
  return text.replace(pattern, `$1$2${NBSP}`).replace(pattern, `$1$2${NBSP}`);
}
