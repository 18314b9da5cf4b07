import { readTables, type RosterSource } from './import-session';
import { matchReport, type ReportMatch } from './report-columns';
import { readReport, type ReportOutcome } from './report';
import { RosterError, type RosterRow } from './roster';
import type { Table } from './table';

/** What a report would do to the list; nothing is done yet. */
export interface ReportPreview extends ReportOutcome {
  match: ReportMatch;
  /** The rows around the header, as they stand in the report. */
  sample: { line: number; cells: string[] }[];
  /** Russian: why nothing can be taken as the columns are matched now. */
  problem?: string;
}

const ROWS_ABOVE = 3;
const ROWS_BELOW = 5;

/** One report on its way in: read, matched, corrected. */
export class ReportSession {
  readonly #table: Table;
  readonly #rows: readonly RosterRow[];
  #match: ReportMatch;

  private constructor(table: Table, rows: readonly RosterRow[]) {
    this.#table = table;
    this.#rows = rows;
    this.#match = matchReport(table);
  }

  /**
   * @param rows those of the list that the report is about
   * @throws RosterError when the source cannot be read
   */
  static async open(source: RosterSource, rows: readonly RosterRow[]): Promise<ReportSession> {
    const [first, ...others] = await readTables(source);
    if (!first) throw new RosterError('В отчёте нет ни одной строки с текстом.');
    // Of several sheets the one is read whose titles tell most.
    const best = others.reduce((a, b) => (known(b) > known(a) ? b : a), first);
    return new ReportSession(best, rows);
  }

  /** Corrects the match; another header brings other columns. */
  choose(match: ReportMatch): void {
    const isMoved = match.headerLine !== this.#match.headerLine;
    this.#match = isMoved ? matchReport(this.#table, match.headerLine) : match;
  }

  preview(): ReportPreview {
    const { rows } = this.#table;
    const match = this.#match;
    const header = rows.findIndex(({ line }) => line === match.headerLine);
    const sample = rows
      .slice(Math.max(0, header - ROWS_ABOVE), header + 1 + ROWS_BELOW)
      .map(({ line, cells }) => ({ line, cells }));
    try {
      return { match, sample, ...readReport(this.#table, match, this.#rows) };
    } catch (error) {
      if (!(error instanceof RosterError)) throw error;
      return { match, sample, changes: [], unchanged: 0, notes: [], problem: error.message };
    }
  }
}

function known(table: Table): number {
  return matchReport(table).columns.filter(({ role }) => role !== 'ignored').length;
}
