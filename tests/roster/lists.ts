import { readFileSync } from 'node:fs';
import { matchColumns, readTable, toRoster, type TakenRoster } from '../../src/roster';

/** Bytes of a file in tests/fixtures. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
}

/** Text as the bytes of a UTF-8 file. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Lines of text to a class list, the way the page takes them in. */
export function take(...lines: string[]): TakenRoster {
  const table = readTable(utf8(lines.join('\n')));
  return toRoster(table, matchColumns(table));
}
