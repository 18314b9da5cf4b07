import { cleanCell, hasInvisible } from './clean';
import { parseDelimited, type Delimiter, DELIMITERS } from './delimited';
import { decodeText, type Encoding } from './decode';
import { expectKind } from './file-kind';
import { scoreHeader } from './header';
import { listLines, type RosterNote } from './note';
import { RosterError } from './roster';

/** A table as it was read: every row that has any text, title rows and the header among them. */
export interface Table {
  rows: TableRow[];
  /** What had to be cleaned or guessed while reading. */
  notes: RosterNote[];
  /** Name of the sheet in a workbook: it may be the class. */
  sheetName?: string;
}

export interface TableRow {
  /** Physical line of the file where the row begins, from 1; in a workbook the number of the row. */
  line: number;
  /** Cleaned, on one line, trimmed. */
  cells: string[];
  /** Columns whose cell is a number in the workbook, so that leading zeros are gone. */
  numeric?: ReadonlySet<number>;
}

export interface TextTable extends Table {
  encoding: Encoding;
  delimiter: Delimiter;
}

export interface ReadTableOptions {
  /** Used in messages only. */
  fileName?: string;
  /** Overrides the detected encoding. */
  encoding?: Encoding;
}

/** A school of 2,000 pupils is half a megabyte: what is larger is not a class list. */
export const MAX_FILE_BYTES = 40 * 1024 * 1024;
const MAX_CELLS = 6_000_000;

/**
 * Reads a CSV or TSV file: UTF-8, UTF-16 or windows-1251; `;`, `,` or tab; quotes and line breaks
 * in cells. A line with broken quotes is read as it stands and noted, so that it costs only itself.
 *
 * @throws RosterError when the file is empty, of another kind, binary or too large.
 */
export function readTable(bytes: Uint8Array, options: ReadTableOptions = {}): TextTable {
  try {
    if (bytes.length > MAX_FILE_BYTES) throw new RosterError(tooLarge(bytes.length));
    expectKind(bytes, 'text');
    const { text, encoding, damaged } = decodeText(bytes, options.encoding);
    const table = tableFromText(text, encoding);
    if (damaged > 0) {
      table.notes.unshift({
        kind: 'file-damaged',
        message: `В файле повреждены знаки: ${damaged}. На их месте стоит «\uFFFD», проверьте эти строки.`,
      });
    }
    return table;
  } catch (error) {
    if (error instanceof RosterError && options.fileName !== undefined) {
      throw new RosterError(`Файл «${options.fileName}»: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/**
 * Reads what was pasted from Excel, LibreOffice or Google tables (cells parted by tabs), or CSV text.
 *
 * @throws RosterError when there is nothing in it.
 */
export function readPastedTable(text: string): TextTable {
  if (text.length > MAX_FILE_BYTES) throw new RosterError(tooLarge(text.length));
  return tableFromText(text, 'utf-8');
}

function tableFromText(raw: string, encoding: Encoding): TextTable {
  // One kind of line break, so that a physical line is counted once whoever wrote the file.
  let text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let firstLine = 1;
  let delimiter: Delimiter | undefined;

  // Excel's own hint; it stays a physical line of the file.
  const hint = /^"?sep=([;,\t])"?\n/i.exec(text);
  if (hint) {
    delimiter = hint[1] as Delimiter;
    text = text.slice(hint[0].length);
    firstLine = 2;
  }
  delimiter ??= detectDelimiter(text);
  refuseHugeTable(text, delimiter);

  const parsed = parseDelimited(text, delimiter, firstLine);
  const cleanedLines: number[] = [];
  const rows: TableRow[] = [];
  for (const row of parsed.rows) {
    if (row.cells.some(hasInvisible)) cleanedLines.push(row.line);
    const cells = row.cells.map((cell) => unwrap(cleanCell(cell)));
    if (cells.some((cell) => cell !== '')) rows.push({ line: row.line, cells });
  }
  if (rows.length === 0) {
    throw new RosterError('Здесь нет ни одной строки с текстом. Нужен список класса с заголовком.');
  }
  return { rows, encoding, delimiter, notes: notesFor(parsed.broken, cleanedLines) };
}

function notesFor(broken: number[], cleaned: number[]): RosterNote[] {
  const notes: RosterNote[] = broken.map((line) => ({
    kind: 'quotes-broken',
    line,
    message: `Строка ${line}: кавычки не закрыты или стоят не на месте. Строка прочитана как есть, проверьте её.`,
  }));
  if (cleaned.length > 0) {
    notes.push({
      kind: 'text-cleaned',
      message: `Убраны невидимые знаки, которые попадают при копировании. Строки: ${listLines(cleaned)}.`,
    });
  }
  return notes;
}

/**
 * Takes off what spreadsheets put around text so that it is not calculated: `="007"`, and an apostrophe
 * before a formula sign. {@link writeCsv} writes the latter.
 */
function unwrap(cell: string): string {
  const quoted = /^="(.*)"$/.exec(cell);
  if (quoted) return (quoted[1] ?? '').replaceAll('""', '"').trim();
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** The delimiter under which most of a header is recognised; else under which most rows have columns. */
function detectDelimiter(text: string): Delimiter {
  const sample = beginning(text);
  let best: Delimiter = ';';
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    const rows = parseDelimited(sample, delimiter, 1).rows.map((row) => row.cells.map(cleanCell));
    const wide = rows.filter((cells) => cells.length > 1).length / Math.max(1, rows.length);
    const score = scoreHeader(rows) + wide / 2;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

function beginning(text: string): string {
  const sample = text.slice(0, 32 * 1024);
  const end = sample.lastIndexOf('\n');
  return sample.length < text.length && end > 0 ? sample.slice(0, end) : sample;
}

function refuseHugeTable(text: string, delimiter: Delimiter): void {
  let cells = 1;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === delimiter || char === '\n') cells++;
  }
  if (cells > MAX_CELLS) {
    throw new RosterError(
      `В файле около ${Math.round(cells / 1_000_000)} млн ячеек, это не список класса. Оставьте строки с учениками и сохраните файл ещё раз.`,
    );
  }
}

function tooLarge(bytes: number): string {
  return `Слишком большой (${Math.round(bytes / 1024 / 1024)} МБ), список класса столько не занимает. Оставьте в файле только таблицу с учениками, не больше ${MAX_FILE_BYTES / 1024 / 1024} МБ.`;
}
