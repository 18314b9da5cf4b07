/**
 * Marks without a glyph that come along when text is copied from contacts, messengers or PDF:
 * zero-width, bidirectional and byte-order marks, soft hyphens, other control characters.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

const LAYOUT = /[\t\n\r\u0085\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

const TO_CLEAN = new RegExp(`${INVISIBLE.source}|${LAYOUT.source}`);

/** A cell as one line of text: layout becomes a space, invisible marks go. Nothing readable changes. */
export function cleanCell(raw: string): string {
  const text = TO_CLEAN.test(raw) ? raw.replace(INVISIBLE, '').replace(LAYOUT, ' ') : raw;
  return text.trim();
}

/** True if {@link cleanCell} would take an invisible mark away. */
export function hasInvisible(raw: string): boolean {
  return raw.search(INVISIBLE) !== -1;
}

const PLACEHOLDER =
  /^(?:[-–—_.…/\\?*]+|нет|не указан[аоы]?|не имеет|неизвестно|отсутствует|отсутствуют|н\/д|б\/н|нет данных|none|null|n\/a)$/i;

/** Longer text cannot be one, and most cells are longer. */
const LONGEST = 12;

/** True for an empty cell and for what people write instead of leaving it empty: «—», «нет», «н/д». */
export function isBlank(value: string): boolean {
  return value === '' || (value.length <= LONGEST && PLACEHOLDER.test(value));
}
