/** What Windows forbids in a name, and what cannot be seen. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;
/** Names of devices, with any extension. */
const DEVICES = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
/** A file name has 255 bytes in Linux; a Cyrillic letter takes two, and an extension follows. */
const LONGEST = 90;

/**
 * A text as the name of a file that every system can keep, without its extension.
 * @param otherwise for a text of which nothing is left
 */
export function safeFileName(text: string, otherwise: string): string {
  const name = [...text.normalize('NFC').replace(FORBIDDEN, '_').replace(/\s+/gu, ' ').trim()]
    .slice(0, LONGEST)
    .join('')
    .replace(/^\.+|[. ]+$/gu, '');
  if (/^_*$/.test(name)) return otherwise;
  return DEVICES.test(name) ? `_${name}` : name;
}

/** The same names, with a number after those that a folder would take for one before them. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) {
      candidate = `${name} (${String(number)})`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
