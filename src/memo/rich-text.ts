import type { Inline } from '../guide/guide';
import { plainText } from '../guide';
import { shortAddress } from './address';
import type { TextFace } from './fonts';
import { hyphenate } from './hyphenate';
import { tieShortWords } from './printable';
import { Remembered } from './remembered';
import type { Run } from './wrap';

const NBSP = '\u00A0';
/** A longer address is of no use on paper: nobody types it. */
const LONGEST_ADDRESS = 60;

/** Text with links, emphasis and menu trails as runs for a line breaker. */
export function runsOf(content: readonly Inline[], face: TextFace = 'regular'): Run[] {
  return content.flatMap((inline): Run[] => {
    switch (inline.type) {
      case 'text':
        return [textRun(inline.text, face)];
      case 'code':
        return [{ text: inline.text, face: emphasised(face) }];
      case 'strong':
      case 'emphasis':
        return runsOf(inline.content, emphasised(face));
      case 'link':
        return [...runsOf(inline.content, face), ...addressOf(inline.url, inline.content, face)];
      case 'trail':
        return [{ text: trail(inline.parts), face }];
      case 'break':
        return [{ text: '\n', face }];
    }
  });
}

/** A sentence of ours or the teacher's: short words tied, long words divisible. */
export function textRun(text: string, face: TextFace = 'regular'): Run {
  return { text: prepared.get(text, () => hyphenate(tieShortWords(text))), face };
}

const prepared = new Remembered<string>();

function emphasised(face: TextFace): TextFace {
  return face === 'regular' ? 'medium' : 'bold';
}

/** Names of buttons in «ёлочки», signs bare; each whole on its line. */
function trail(parts: readonly string[]): string {
  return parts
    .map((part) => (/\p{L}/u.test(part) ? `«${inQuotes(part).replaceAll(' ', NBSP)}»` : part))
    .join(`${NBSP}→ `);
}

/** Quotes inside quotes. */
function inQuotes(text: string): string {
  return text.replaceAll('«', '„').replaceAll('»', '“');
}

/** On paper a link is of use only if its address can be read. */
function addressOf(url: string, content: readonly Inline[], face: TextFace): Run[] {
  const address = shortAddress(url);
  const host = address.split('/')[0] ?? address;
  const shown = plainText([...content]);
  if (!url.startsWith('http') || shown.includes(host) || address.length > LONGEST_ADDRESS)
    return [];
  return [{ text: ` (${address})`, face }];
}
