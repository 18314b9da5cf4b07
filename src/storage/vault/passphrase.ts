const SHORTEST = 12;
const FEWEST_LETTERS = 5;

/**
 * The passphrase as it is used: one keyboard writes «й» as one sign, another as two, and telephones
 * add a space after a word.
 */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** What keeps it from being a good new passphrase, in Russian; undefined when nothing does. */
export function passphraseProblem(passphrase: string): string | undefined {
  const characters = [...normalizePassphrase(passphrase)];
  if (characters.length < SHORTEST) {
    return `Нужно не меньше ${SHORTEST} знаков, сейчас ${characters.length}. Удобно взять четыре слова.`;
  }
  if (new Set(characters).size < FEWEST_LETTERS) {
    return 'Такую фразу легко угадать: знаки повторяются. Удобно взять четыре слова.';
  }
  return undefined;
}
