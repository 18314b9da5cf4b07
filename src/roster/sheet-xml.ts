import { RosterError } from './roster';

/** What the reader of sheets does not tell, taken from a sheet's XML. Rows and columns count from 0. */
export interface SheetFacts {
  /** Merged cells that span rows: the first cell and the last row. */
  merges: { row: number; column: number; lastRow: number }[];
  /** Rows with a formula that has no value in the file, or an error for a value. */
  failedFormulas: number[];
}

const MAX_CELLS = 6_000_000;

/**
 * @throws RosterError when the sheet is stretched so far that reading it would fill the memory: one
 *   stray cell at the bottom right makes seventeen billion.
 */
export function readSheetFacts(xml: string, sheetName: string): SheetFacts {
  let rows = 0;
  let columns = 0;
  const failed = new Set<number>();
  for (const [, attributes = '', afterFormula = ''] of xml.matchAll(CELL)) {
    const place = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes);
    if (!place) continue;
    const row = Number(place[2]);
    rows = Math.max(rows, row);
    columns = Math.max(columns, columnNumber(place[1] ?? ''));
    const error = /\bt="e"/.test(attributes);
    if (error || NO_VALUE.test(afterFormula)) failed.add(row - 1);
  }
  if (rows * columns > MAX_CELLS) {
    throw new RosterError(
      `Лист «${sheetName}» растянут до строки ${rows} и столбца ${columns}. Удалите лишние строки и столбцы под таблицей и справа от неё, сохраните книгу ещё раз.`,
    );
  }
  return { merges: readMerges(xml), failedFormulas: [...failed] };
}

/** A cell's attributes and, if it has a formula, the tag behind that. No part can run past a `<`. */
const CELL =
  /<(?:\w+:)?c\s([^<>]*)>(?:<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)(<[^<>]*>))?/g;

/** The end of the cell, or an empty value. */
const NO_VALUE = /^<(?:\/(?:\w+:)?c>|(?:\w+:)?v\s*\/>)$/;

function readMerges(xml: string): SheetFacts['merges'] {
  const merges: SheetFacts['merges'] = [];
  for (const match of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g,
  )) {
    const [, letters = '', first, last] = match;
    const row = Number(first) - 1;
    const lastRow = Number(last) - 1;
    if (lastRow > row) merges.push({ row, column: columnNumber(letters) - 1, lastRow });
  }
  return merges;
}

/** 1 for A, 27 for AA. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
