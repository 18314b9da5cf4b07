import type { TableMatch } from './columns';
import type { RosterNote } from './note';
import { FIELDS, RosterError, type FieldName, type RosterRow } from './roster';
import type { Table } from './table';
import { toRoster, type TakenRoster } from './to-roster';

/** A sheet of a workbook, or the one table of a text file, with what its columns hold. */
export interface MatchedSheet {
  table: Table;
  match: TableMatch;
}

/**
 * Sheets to one class list: each is a class or a part of the school. A sheet without pupils is noted;
 * with several sheets the rows and notes name theirs.
 *
 * @throws RosterError when no sheet has pupils.
 */
export function takeSheets(sheets: readonly MatchedSheet[]): TakenRoster {
  const columns = new Set<FieldName>();
  const rows: RosterRow[] = [];
  const notes: RosterNote[] = [];
  let refusal: RosterError | undefined;
  for (const { table, match } of sheets) {
    const sheet = sheets.length > 1 ? table.sheetName : undefined;
    try {
      const taken = toRoster(table, match);
      for (const field of taken.roster.columns) columns.add(field);
      for (const row of taken.roster.rows) {
        rows.push(sheet === undefined ? row : { ...row, sheet });
      }
      notes.push(...taken.notes.map((note) => (sheet === undefined ? note : onSheet(note, sheet))));
    } catch (error) {
      if (!(error instanceof RosterError)) throw error;
      refusal ??= error;
      notes.push({
        kind: 'sheet-skipped',
        message: `Лист «${sheet ?? ''}» не взят. ${error.message}`,
      });
    }
  }
  if (rows.length === 0) {
    throw refusal ?? new RosterError('Не выбран ни один лист. Отметьте листы с учениками.');
  }
  return { roster: { columns: FIELDS.filter((field) => columns.has(field)), rows }, notes };
}

function onSheet(note: RosterNote, sheet: string): RosterNote {
  return { ...note, message: `Лист «${sheet}». ${note.message}` };
}
