import { classNamed } from './class-name';
import { cleanCell } from './clean';
import { isOwnersRow, type ColumnMatch, type TableMatch } from './columns';
import { listLines, type RosterNote } from './note';
import type { Table, TableRow } from './table';

/** Why a row is not about a pupil. */
export type SkipReason = 'header' | 'no-person' | 'total';

/** Why a row under the header is not in the list. */
export function skipNote(
  row: TableRow,
  reason: SkipReason,
  className: string | undefined,
): RosterNote {
  const start = `Строка ${row.line}`;
  const text = shorten(textOf(row));
  if (reason === 'header') {
    return {
      kind: 'row-skipped',
      line: row.line,
      message: `${start} повторяет заголовок и пропущена.`,
    };
  }
  if (className) {
    return {
      kind: 'class-from-title',
      line: row.line,
      message: `${start}: «${text}». Ученикам ниже записан класс ${className}.`,
    };
  }
  return {
    kind: 'row-skipped',
    line: row.line,
    message: `${start} пропущена, в ней нет ни ученика, ни родителя: «${text}».`,
  };
}

/** A title that names a class is used; anything else above the header is said to be left out. */
export function aboutTitles(above: readonly TableRow[]): RosterNote[] {
  return above
    .filter((row) => !isOwnersRow(row.cells) && classNamed(textOf(row)) === undefined)
    .map((row) => ({
      kind: 'row-skipped',
      line: row.line,
      message: `Строка ${row.line} стоит над заголовком и не взята: «${shorten(textOf(row))}».`,
    }));
}

/** Where the class came from, if not from a column. */
export function aboutClass(className: string): RosterNote {
  return {
    kind: 'class-from-title',
    message: `Столбца «Класс» нет, класс взят из названия: ${className}.`,
  };
}

/** Numbers that lost their zeros or were dates. */
export function aboutNumbers(lines: readonly number[]): RosterNote[] {
  if (lines.length === 0) return [];
  return [
    {
      kind: 'number-restored',
      message: `Таблица хранила СНИЛС или дату как число. Нули в начале и вид даты восстановлены, проверьте строки: ${listLines(lines)}.`,
    },
  ];
}

/** «№», «№ п/п», and no title at all: nothing is lost with them. */
const IS_ROW_NUMBER = /^(?:[№#N]\.?\s*)?(?:п\s*\/?\s*п\.?)?$/i;

/** Columns that were not taken, each with the reason. */
export function aboutColumns(table: Table, match: TableMatch): RosterNote[] {
  const notes: RosterNote[] = [];
  const titled = match.columns.filter(
    (column) => column.field === 'ignored' && !IS_ROW_NUMBER.test(column.title),
  );
  const named = (columns: readonly ColumnMatch[]): string =>
    columns
      .slice(0, 12)
      .map((column) => `«${shorten(column.title)}»`)
      .join(', ') + (columns.length > 12 ? ` и ещё ${columns.length - 12}` : '');
  const say = (kind: RosterNote['kind'], columns: readonly ColumnMatch[], end: string): void => {
    if (columns.length > 0)
      notes.push({ kind, message: `Не взяты столбцы: ${named(columns)}. ${end}` });
  };
  say(
    'column-repeated',
    titled.filter((column) => column.reason === 'repeated'),
    'Такие столбцы в таблице уже есть.',
  );
  say(
    'column-ignored',
    titled.filter((column) => column.reason === 'ambiguous'),
    'В каждом из них разные данные сразу: разделите их на отдельные столбцы.',
  );
  say(
    'column-ignored',
    titled.filter((column) => column.reason === 'of-child'),
    'Это данные ребёнка, здесь нужны данные родителя.',
  );
  say(
    'column-ignored',
    titled.filter((column) => column.reason === undefined || column.reason === 'unknown'),
    'Для проверки и памятки они не нужны.',
  );
  const outside = table.rows.filter(
    (row) =>
      row.line > match.headerLine &&
      row.cells.some(
        (cell, i) => cell !== '' && (match.columns[i]?.title ?? '') === '' && !isTaken(match, i),
      ),
  );
  if (outside.length > 0) {
    notes.push({
      kind: 'cell-outside-columns',
      message: `В столбцах без заголовка есть текст, он не взят. Строки: ${listLines(outside.map((row) => row.line))}.`,
    });
  }
  return notes;
}

function isTaken(match: TableMatch, index: number): boolean {
  const column = match.columns[index];
  return column !== undefined && column.field !== 'ignored';
}

/** A row as one line of text. */
export function textOf(row: TableRow): string {
  return row.cells.filter((cell) => cell !== '').join(' ');
}

/** Text short enough to stand in a sentence. */
export function shorten(text: string): string {
  const clean = cleanCell(text);
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
