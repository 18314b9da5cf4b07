import russian from 'hyphen/ru/index.js';

const SOFT_HYPHEN = '\u00AD';
const LONG_WORD = /\p{Script=Cyrillic}{7,}/gu;
/** Fewer letters before or after a hyphen read badly. */
const SHORTEST_PART = 3;

/** Marks with soft hyphens where long Russian words may be divided. */
export function hyphenate(text: string): string {
  return text.replace(LONG_WORD, (word) => {
    const parts = russian.hyphenateSync(word).split(SOFT_HYPHEN);
    let result = parts[0] ?? '';
    let open = result.length;
    for (const [index, part] of parts.slice(1).entries()) {
      const left = parts.slice(index + 1).join('').length;
      const divides = open >= SHORTEST_PART && left >= SHORTEST_PART;
      result += (divides ? SOFT_HYPHEN : '') + part;
      open += part.length;
    }
    return result;
  });
}
