/** Latin letters and the Cyrillic ones they are taken for. */
const LOOK_ALIKES = new Map(
  [...'AaBCcEeHKMOoPpTXxYyi'].map((latin, i) => [latin, [...'АаВСсЕеНКМОоРрТХхУуі'][i] ?? latin]),
);

export interface NameParts {
  surname: string;
  given: string;
  patronymic: string;
}

/**
 * What two spellings of one name share: case, ё and е, spaces, hyphens and look-alike letters are
 * levelled. For comparing only, never to be shown.
 */
export function nameKey(name: string): string {
  // Nearly every name of a school's list is plain Russian: it needs no more than small letters.
  if (PLAIN.test(name)) return name.toLowerCase().replaceAll('ё', 'е');
  return replaceLookAlikes(name)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s.,]+/g, ' ')
    .replace(/ ?[-–—‑] ?/g, '-')
    .trim();
}

const PLAIN = /^[А-Яа-яЁё]+(?: [А-Яа-яЁё]+)*$/;

/** The surname comes first unless the patronymic shows that the given name does. */
export function splitName(name: string): NameParts {
  const [first = '', second = '', third = '', ...rest] = name.trim().split(/\s+/);
  if (PATRONYMIC.test(second) && third !== '' && !PATRONYMIC.test(third) && rest.length === 0) {
    return { surname: third, given: first, patronymic: second };
  }
  return { surname: first, given: second, patronymic: [third, ...rest].join(' ').trim() };
}

const PATRONYMIC = /(?:вич|вна|ична|инична|ьич)$/i;

/**
 * True if two people can bear the same family name: Зайцев and Зайцева, Белый and Белая, Королёв and
 * Королева, Иванова-Петрова and Петров.
 */
export function surnamesAgree(a: string, b: string): boolean {
  const ours = surnameStems(a);
  return surnameStems(b).some((stem) => ours.includes(stem));
}

function surnameStems(surname: string): string[] {
  return nameKey(surname).split('-').filter(Boolean).map(stem);
}

/** The masculine form, without an ending where it is an adjective's. */
function stem(part: string): string {
  if (/(?:ов|ев|ин|ын)а$/.test(part)) return part.slice(0, -1);
  if (part.length > 4 && /(?:ая|яя|ий|ый|ой)$/.test(part)) return part.slice(0, -2);
  return part;
}

export interface MixedWord {
  /** The word with its letters of the other alphabet in brackets: «Михайл[o]ва». */
  marked: string;
  /** Latin letters in a Russian word, or the other way round. */
  stray: 'latin' | 'cyrillic';
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** Words that mix two alphabets, and Latin words among Russian ones that consist of look-alikes. */
export function mixedWords(name: string): MixedWord[] {
  if (!LATIN.test(name)) return [];
  const russian = CYRILLIC.test(name);
  return name.split(/[\s-]+/).flatMap((word): MixedWord[] => {
    const letters = [...word];
    const latin = letters.filter((letter) => LATIN.test(letter)).length;
    if (latin === 0) return [];
    const cyrillic = letters.filter((letter) => CYRILLIC.test(letter)).length;
    const disguised = russian && letters.every((letter) => LOOK_ALIKES.has(letter));
    if (cyrillic === 0 && !disguised) return [];
    const stray = latin > cyrillic && !disguised ? 'cyrillic' : 'latin';
    return [{ marked: mark(letters, stray === 'latin' ? LATIN : CYRILLIC), stray }];
  });
}

function mark(letters: string[], stray: RegExp): string {
  return letters.map((letter) => (stray.test(letter) ? `[${letter}]` : letter)).join('');
}

/** Latin letters that look Russian, made Russian. */
function replaceLookAlikes(text: string): string {
  return LATIN.test(text)
    ? text.replace(/[A-Za-z]/g, (letter) => LOOK_ALIKES.get(letter) ?? letter)
    : text;
}
