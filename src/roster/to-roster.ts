import { classNamed } from './class-name';
import { matchColumns, type ColumnMatch, type ColumnRole, type TableMatch } from './columns';
import type { RosterNote } from './note';
import { FIELDS, RosterError, type Roster, type RosterRow } from './roster';
import { fieldOf, RowTaker } from './row-taker';
import { readTable, type Table, type TableRow } from './table';
import {
  aboutClass,
  aboutColumns,
  aboutNumbers,
  aboutTitles,
  shorten,
  skipNote,
  textOf,
  type SkipReason,
} from './taking-notes';

export interface TakenRoster {
  roster: Roster;
  notes: RosterNote[];
}

/**
 * A delimited file to a class list in one call.
 *
 * @throws RosterError when the file cannot be read or has no pupils.
 */
export function readRoster(bytes: Uint8Array, fileName?: string): TakenRoster {
  const table = readTable(bytes, fileName === undefined ? {} : { fileName });
  return toRoster(table, matchColumns(table));
}

/**
 * Takes the rows under the header in. A row with several parents becomes a row for each, with the same
 * line. Whatever is left out is in the notes.
 *
 * @param match as {@link matchColumns} found it or as a person corrected it
 * @throws RosterError when there is no column with the pupils' names, or no pupil.
 */
export function toRoster(table: Table, match: TableMatch): TakenRoster {
  const notes = [...table.notes];
  const columns = match.columns.filter((column) => column.field !== 'ignored');
  requireNames(table, match);

  const taker = new RowTaker(columns);
  const hasClass = columns.some((column) => column.field === 'className');
  const above = table.rows.filter((row) => row.line < match.headerLine);
  notes.push(...aboutTitles(above));
  const overall = hasClass ? undefined : classFromAbove(table, above.map(textOf));
  let className = overall;
  let usedClass = false;
  const rows: RosterRow[] = [];
  const restored: number[] = [];

  for (const row of table.rows) {
    if (row.line <= match.headerLine) continue;
    const skipped = whySkipped(row, columns);
    if (skipped) {
      const title = hasClass || skipped === 'header' ? undefined : classNamed(textOf(row));
      if (title) className = title;
      notes.push(skipNote(row, skipped, title));
      continue;
    }
    const taken = taker.take(row);
    if (taken.restored) restored.push(row.line);
    for (const values of taken.rows) {
      if (className !== undefined) {
        values.className = className;
        usedClass = true;
      }
      rows.push({ line: row.line, values });
    }
  }

  if (rows.length === 0) {
    throw new RosterError(
      'В списке есть только заголовок, а учеников нет. Добавьте под заголовком строки с учениками.',
    );
  }
  notes.push(...aboutColumns(table, match), ...aboutNumbers(restored));
  if (usedClass && overall !== undefined) notes.push(aboutClass(overall));

  const found = new Set(columns.map((column) => fieldOf(column.field)));
  if (usedClass) found.add('className');
  return { roster: { columns: FIELDS.filter((field) => found.has(field)), rows }, notes };
}

function requireNames(table: Table, match: TableMatch): void {
  const roles = new Set(match.columns.map((column) => column.field));
  if (roles.has('childName') || roles.has('childSurname')) return;
  const titles = match.columns.map((column) => column.title).filter((title) => title !== '');
  const where = table.sheetName === undefined ? '' : ` (лист «${table.sheetName}»)`;
  const shown = titles
    .slice(0, 12)
    .map((title) => `«${shorten(title)}»`)
    .join(', ');
  const more = titles.length > 12 ? ` и ещё ${titles.length - 12}` : '';
  throw new RosterError(
    `Не нашли столбец с именами учеников${where}. Есть столбцы: ${shown}${more} (строка ${match.headerLine}). Нужен столбец с заголовком «ФИО ученика», «Ученик» или «Ребёнок» либо столбцы «Фамилия» и «Имя».`,
  );
}

/** A row that is not about a pupil: the header again, a title in the middle, a total at the end. */
function whySkipped(row: TableRow, columns: readonly ColumnMatch[]): SkipReason | undefined {
  const filled = columns.filter((column) => row.cells[column.index]);
  const repeated = filled.filter((column) =>
    sameTitle(row.cells[column.index] ?? '', column.title),
  );
  if (repeated.length > 1 && repeated.length === filled.length) return 'header';
  const named = filled.filter((column) => isPerson(column.field));
  if (named.length === 0) return 'no-person';
  const first = row.cells[named[0]?.index ?? 0] ?? '';
  const alone = named.length === 1 && row.cells.filter((cell) => cell !== '').length <= 2;
  const notName = /^(итого|всего|количество|классный руководитель|директор|список)/i.test(first);
  return alone && (notName || classNamed(first) !== undefined) ? 'total' : undefined;
}

/** Fields of which one is enough for a row to be kept; a class or a number alone is not a person. */
function isPerson(role: ColumnRole): boolean {
  return role !== 'className' && role !== 'inviteCode' && role !== 'ignored';
}

function sameTitle(cell: string, title: string): boolean {
  return cell.length === title.length && cell.toLowerCase() === title.toLowerCase();
}

function classFromAbove(table: Table, titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const label = classNamed(title);
    if (label) return label;
  }
  return table.sheetName === undefined ? undefined : classNamed(table.sheetName);
}
