import { matchColumns, type TableMatch } from './columns';
import type { Encoding } from './decode';
import { guessColumns } from './guess-columns';
import { compareRosters, type RosterComparison } from './compare';
import { previewComparison, type ComparisonPreview } from './comparison-preview';
import { fileKind } from './file-kind';
import { mergeRosters, type MergeOptions } from './merge';
import type { RosterNote } from './note';
import { RosterError, type Roster } from './roster';
import { readSpreadsheet } from './spreadsheet';
import { readPastedTable, readTable, type Table, type TextTable } from './table';
import { takeSheets } from './take-sheets';
import type { TakenRoster } from './to-roster';

/** What a list comes from: a file's bytes, or pasted text. */
export type RosterSource = FileSource | { text: string };

export interface FileSource {
  bytes: Uint8Array;
  fileName: string;
  /** What a person said where the guess was wrong; meaningful for text only. */
  encoding?: Encoding;
}

/** What a person decided about a sheet. */
export interface SheetChoice {
  isTaken: boolean;
  match: TableMatch;
}

export interface SheetPreview extends SheetChoice {
  /** Absent for text, which has no sheets. */
  name?: string;
  /** The rows around the header, as they stand in the file. */
  rows: { line: number; cells: string[] }[];
}

/** What taking the list in would do; nothing is taken yet. */
export interface ImportPreview {
  sheets: SheetPreview[];
  /** How the text of the file was read; absent for what needs no guess. */
  encoding?: Encoding;
  /** Rows that would be taken. */
  rows: number;
  notes: RosterNote[];
  /** Russian: why nothing can be taken as the columns are matched now. */
  problem?: string;
  /** Whether a person need not look: everything was understood, and there is no list to change. */
  isPlain: boolean;
  /** Absent where there is no list yet. */
  comparison?: ComparisonPreview;
}

const ROWS_ABOVE = 3;
const ROWS_BELOW = 5;

/** Notes about what was only tidied: nothing in them is for a person to decide. */
const TIDIED: readonly RosterNote['kind'][] = [
  'text-cleaned',
  'class-from-title',
  'number-restored',
];

const GUESSED: RosterNote = {
  kind: 'header-guessed',
  message: 'Заголовков нет, столбцы узнаны по тому, что в них стоит. Проверьте, так ли это.',
};

/** One list on its way in: read, matched, corrected, compared with the present one, taken. */
export class ImportSession {
  readonly #previous: Roster;
  readonly #tables: readonly Table[];
  #choices: SheetChoice[];
  #isGuessed = false;
  readonly #encoding: Encoding | undefined;
  #taken: TakenRoster | undefined;
  #comparison: RosterComparison | undefined;

  private constructor(tables: readonly Table[], previous: Roster, encoding: Encoding | undefined) {
    this.#encoding = encoding;
    this.#tables = tables;
    this.#previous = previous;
    this.#choices = tables.map((table) => {
      const guess = guessColumns(table);
      this.#isGuessed ||= guess !== undefined;
      return { isTaken: true, match: guess ?? matchColumns(table) };
    });
  }

  /**
   * @param previous the list that is there; one without rows for none
   * @throws RosterError when the source cannot be read
   */
  static async open(source: RosterSource, previous: Roster): Promise<ImportSession> {
    const tables = await readTables(source);
    // Pasted text is text already: only a file's bytes had to be guessed.
    const encoding = 'bytes' in source ? encodingOf(tables[0]) : undefined;
    return new ImportSession(tables, previous, encoding);
  }

  /** Corrects the match: a choice for each sheet, in their order. Other header, other columns. */
  choose(choices: readonly SheetChoice[]): void {
    this.#choices = choices.map(({ isTaken, match }, i) => {
      const table = this.#tables[i];
      const isMoved = match.headerLine !== this.#choices[i]?.match.headerLine;
      return { isTaken, match: table && isMoved ? matchColumns(table, match.headerLine) : match };
    });
  }

  preview(): ImportPreview {
    this.#taken = undefined;
    this.#comparison = undefined;
    const sheets = this.#tables.map((table, i) => previewSheet(table, this.#choices[i]));
    const read = { sheets, ...(this.#encoding && { encoding: this.#encoding }) };
    try {
      const { roster, notes } = takeSheets(
        this.#tables.flatMap((table, i) => {
          const choice = this.#choices[i];
          return choice?.isTaken ? [{ table, match: choice.match }] : [];
        }),
      );
      this.#taken = { roster, notes };
      const isNew = this.#previous.rows.length === 0;
      if (!isNew) this.#comparison = compareRosters(this.#previous, roster);
      return {
        ...read,
        rows: roster.rows.length,
        notes: this.#isGuessed ? [GUESSED, ...notes] : notes,
        isPlain: isNew && !this.#isGuessed && notes.every((note) => this.#isTidied(note)),
        ...(this.#comparison && { comparison: previewComparison(this.#comparison) }),
      };
    } catch (error) {
      if (!(error instanceof RosterError)) throw error;
      return { ...read, rows: 0, notes: [], problem: error.message, isPlain: false };
    }
  }

  /**
   * The whole list as it is after the import.
   * @throws RosterError when the last preview had a problem
   */
  take(options: MergeOptions): TakenRoster {
    if (!this.#taken) throw new RosterError('Список не взят: проверьте столбцы.');
    const { roster, notes } = this.#taken;
    if (!this.#comparison) return { roster, notes };
    return { roster: mergeRosters(this.#previous, roster, this.#comparison, options), notes };
  }

  #isTidied({ kind, line = Infinity }: RosterNote): boolean {
    if (TIDIED.includes(kind)) return true;
    // What stands over the table is its title.
    return kind === 'row-skipped' && line < (this.#choices[0]?.match.headerLine ?? 0);
  }
}

/**
 * The tables that a list or a report comes in: one of a text, one a sheet of a workbook.
 * @throws RosterError when it cannot be read
 */
export async function readTables(source: RosterSource): Promise<Table[]> {
  if ('text' in source) return [readPastedTable(source.text)];
  const { bytes, ...options } = source;
  const { fileName } = options;
  if (fileKind(bytes) !== 'xlsx') return [readTable(bytes, options)];
  try {
    return (await readSpreadsheet(bytes)).map(({ table }) => table);
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    throw new RosterError(`Файл «${fileName}»: ${error.message}`, { cause: error });
  }
}

/** Undefined for a sheet of a workbook. */
function encodingOf(table: Table | undefined): Encoding | undefined {
  return table && 'encoding' in table ? (table as TextTable).encoding : undefined;
}

function previewSheet(table: Table, choice: SheetChoice | undefined): SheetPreview {
  const { isTaken, match } = choice ?? { isTaken: false, match: matchColumns(table) };
  const header = table.rows.findIndex(({ line }) => line === match.headerLine);
  return {
    ...(table.sheetName !== undefined && { name: table.sheetName }),
    isTaken,
    match,
    rows: table.rows
      .slice(Math.max(0, header - ROWS_ABOVE), header + 1 + ROWS_BELOW)
      .map(({ line, cells }) => ({ line, cells })),
  };
}
