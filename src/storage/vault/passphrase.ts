import * as words from '../../messages/ru/vault';

const SHORTEST = 12;

/** Bits of guessing below which an offline attack on the file is a matter of money, not of luck. */
const WEAK = 40;
const STRONG = 60;

/**
 * A word of a phrase: as if drawn from 2,000 common ones, since people do not draw from a
 * dictionary. A letter of a shorter or longer jumble is worth more than a letter of a word.
 */
const BITS_OF_WORD = 11;
const BITS_OF_SIGN = 3.5;

/** What is tried first; a piece of these is worth one sign. */
const KNOWN = [
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'qwertyuiopasdfghjklzxcvbnm',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '09876543210',
];
const COMMON =
  /пароль|password|секрет|qwerty|школа|school|класс|памятка|pamyatka|учитель|admin|привет|(19|20)\d\d/g;

/**
 * The passphrase as it is used: one keyboard writes «й» as one sign, another as two, and telephones
 * add a space after a word.
 */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** `weak` is not taken. */
export type Strength = 'weak' | 'fair' | 'strong';

/**
 * How hard a passphrase is to guess by trying, estimated low: words, repeats, rows of the keyboard and
 * of the alphabet count for little. It knows no names and no songs, which is said where it is chosen.
 */
export function passphraseStrength(passphrase: string): Strength {
  const text = normalizePassphrase(passphrase).toLowerCase();
  const pieces = new Set(text.replace(COMMON, '~').split(/[\s.,;:_-]+/));
  let bits = 0;
  for (const piece of pieces) bits += bitsOf(piece);
  if ([...text].length < SHORTEST || bits < WEAK) return 'weak';
  return bits < STRONG ? 'fair' : 'strong';
}

function bitsOf(piece: string): number {
  const signs = [...piece];
  const telling = signs.filter((sign, index) => !follows(signs[index - 1], sign)).length;
  const bits = telling * BITS_OF_SIGN;
  return /^\p{L}+$/u.test(piece) ? Math.min(bits, BITS_OF_WORD) : bits;
}

/** Whether it repeats the sign before it, or comes next to it in a row that is tried first. */
function follows(before: string | undefined, sign: string): boolean {
  if (before === undefined) return false;
  return before === sign || KNOWN.some((row) => row.includes(before + sign));
}

/** Why it cannot be taken as a new passphrase, in Russian; undefined when it can. */
export function passphraseProblem(passphrase: string): string | undefined {
  const { length } = [...normalizePassphrase(passphrase)];
  if (length < SHORTEST) {
    return words.tooShort(SHORTEST, length);
  }
  return passphraseStrength(passphrase) === 'weak' ? words.tooSimple : undefined;
}
