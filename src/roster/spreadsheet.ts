import readXlsxFile from 'read-excel-file/universal';
import { cleanCell, hasInvisible } from './clean';
import { matchColumns } from './columns';
import { formatDay } from './dates';
import { listLines, type RosterNote } from './note';
import { RosterError } from './roster';
import { readSheetFacts, type SheetFacts } from './sheet-xml';
import type { Table, TableRow } from './table';
import { takeSheets } from './take-sheets';
import type { TakenRoster } from './to-roster';
import { damagedWorkbook, packStored, unpackWorkbook, type WorkbookFiles } from './workbook';

/** One sheet of a workbook; its name is in {@link Table.sheetName} too. */
export interface Sheet {
  name: string;
  table: Table;
}

type CellValue = string | number | boolean | Date | null;

/**
 * Reads every sheet of an XLSX that has any text. Cells merged downwards have their value in each row;
 * dates become text like `31.01.2016`; numbers are marked, so that a СНИЛС gets its zeros back.
 *
 * @throws RosterError when it is no XLSX, is damaged, empty or too large.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Sheet[]> {
  const files = unpackWorkbook(bytes);
  const facts = sheetFacts(files);
  let sheets: { sheet: string; data: CellValue[][] }[];
  try {
    sheets = (await readXlsxFile(packStored(files))) as typeof sheets;
  } catch (error) {
    throw damagedWorkbook(error);
  }
  const read = sheets.map(({ sheet, data }) => ({
    name: sheet,
    table: toTable(sheet, data, facts.get(sheet)),
  }));
  const filled = read.filter(({ table }) => table.rows.length > 0);
  if (filled.length === 0) {
    throw new RosterError(
      'В книге нет ни одной строки с текстом. Нужен список класса с заголовком.',
    );
  }
  return filled;
}

/**
 * An XLSX to one class list: each sheet is a class or a part of the school. A sheet without pupils is
 * noted; with several sheets the rows and notes name theirs.
 *
 * @throws RosterError as {@link readSpreadsheet}, and when no sheet has pupils.
 */
export async function readSpreadsheetRoster(bytes: Uint8Array): Promise<TakenRoster> {
  const sheets = await readSpreadsheet(bytes);
  return takeSheets(sheets.map(({ table }) => ({ table, match: matchColumns(table) })));
}

function toTable(sheetName: string, data: CellValue[][], facts: SheetFacts | undefined): Table {
  const numeric = data.map(() => new Set<number>());
  const cleaned: number[] = [];
  const cells = data.map((row, r) => {
    if (row.some((value) => typeof value === 'string' && hasInvisible(value))) cleaned.push(r + 1);
    return row.map((value, c) => {
      if (typeof value === 'number') numeric[r]?.add(c);
      return textOf(value);
    });
  });
  for (const { row, column, lastRow } of facts?.merges ?? []) {
    const value = cells[row]?.[column] ?? '';
    for (let r = row + 1; r <= Math.min(lastRow, cells.length - 1); r++) {
      if (cells[r]?.[column] === '') cells[r]?.splice(column, 1, value);
      if (numeric[row]?.has(column)) numeric[r]?.add(column);
    }
  }
  const rows = cells.map((row, r): TableRow => ({
    line: r + 1,
    cells: row,
    numeric: numeric[r] ?? new Set(),
  }));
  return {
    sheetName,
    rows: rows.filter((row) => row.cells.some((cell) => cell !== '')),
    notes: notesFor(cleaned, facts),
  };
}

function notesFor(cleaned: readonly number[], facts: SheetFacts | undefined): RosterNote[] {
  const notes: RosterNote[] = [];
  if (cleaned.length > 0) {
    notes.push({
      kind: 'text-cleaned',
      message: `Убраны невидимые знаки, которые попадают при копировании. Строки: ${listLines(cleaned)}.`,
    });
  }
  const failed = (facts?.failedFormulas ?? []).map((row) => row + 1);
  if (failed.length > 0) {
    notes.push({
      kind: 'formula-failed',
      message: `В ячейках с формулами нет готового значения, они взяты пустыми. Откройте книгу в Excel, исправьте и сохраните. Строки: ${listLines(failed)}.`,
    });
  }
  return notes;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) {
    return formatDay({
      year: value.getUTCFullYear(),
      month: value.getUTCMonth() + 1,
      day: value.getUTCDate(),
    });
  }
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  return cleanCell(String(value));
}

/** Facts by the sheet's name, which the workbook ties to a file by a relation. */
function sheetFacts(files: WorkbookFiles): Map<string, SheetFacts> {
  const decode = (path: string): string => new TextDecoder().decode(files[path]);
  const targets = new Map<string, string>();
  for (const [tag] of decode('xl/_rels/workbook.xml.rels').matchAll(
    /<(?:\w+:)?Relationship\s[^<>]*>/g,
  )) {
    const target = attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/');
    targets.set(attribute(tag, 'Id'), target);
  }
  const facts = new Map<string, SheetFacts>();
  for (const [tag] of decode('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)) {
    const path = targets.get(attribute(tag, '\\w+:id')) ?? '';
    const name = attribute(tag, 'name');
    if (files[path]) facts.set(name, readSheetFacts(decode(path), name));
  }
  return facts;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const text = value?.[1] ?? value?.[2] ?? '';
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}
