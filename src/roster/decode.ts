import { RosterError } from './roster';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** How many damaged characters were replaced by U+FFFD. */
  damaged: number;
}

/**
 * Text of a file: a byte-order mark decides, then strict UTF-8, then windows-1251, which Excel writes
 * on a Russian Windows. A UTF-8 file with a few broken bytes stays UTF-8.
 *
 * @param forced the reader's own choice; a byte-order mark is then only dropped
 * @throws RosterError when the bytes are not text in any of these.
 */
export function decodeText(bytes: Uint8Array, forced?: Encoding): DecodedText {
  const encoding = forced ?? detect(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (looksBinary(text)) {
    throw new RosterError(
      'В файле не текст, а двоичные данные. Выберите список класса: файл .xlsx или .csv.',
    );
  }
  return { text, encoding, damaged: count(text, /\uFFFD/g) };
}

function detect(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const unmarked = detectUnmarkedUtf16(bytes);
  if (unmarked) return unmarked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE));
    const letters = count(text, /[\u0400-\u04FF]/g);
    return count(text, /\uFFFD/g) * 50 < letters ? 'utf-8' : 'windows-1251';
  }
}

/** Without a mark, UTF-16 betrays itself by the line breaks and delimiters: every one has a zero byte. */
function detectUnmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 2048);
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  const enough = Math.max(3, head.length / 40);
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

/** How much of a file is looked at to guess what it is. */
const SAMPLE = 256 * 1024;

/** Control characters other than tab, line breaks, and the Ctrl-Z some old programs end a file with. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u0019\u001B-\u001F\u007F-\u009F]/g;

function looksBinary(text: string): boolean {
  const head = text.slice(0, SAMPLE);
  const strange = count(head, CONTROL) + count(head, /\uFFFD/g);
  return text.includes('\u0000') || strange > Math.max(8, head.length / 20);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
