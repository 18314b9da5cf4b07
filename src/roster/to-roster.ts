import { classInTitle, classOfSheet } from './class-name';
import { cleanCell } from './clean';
import {
  isOwnersRow,
  matchColumns,
  type ColumnMatch,
  type ColumnRole,
  type TableMatch,
} from './columns';
import { listLines, type RosterNote } from './note';
import { restoreNumber } from './restore-number';
import { FIELDS, RosterError, type FieldName, type Roster, type RosterRow } from './roster';
import { readTable, type Table, type TableRow } from './table';

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
  let className = hasClass ? undefined : classFromAbove(table, above.map(textOf));
  let usedClass = false;
  const rows: RosterRow[] = [];
  const restored: number[] = [];

  for (const row of table.rows) {
    if (row.line <= match.headerLine) continue;
    const skipped = whySkipped(row, columns);
    if (skipped) {
      const title = hasClass || skipped === 'header' ? undefined : classInTitle(textOf(row));
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
  if (usedClass) notes.push(aboutClass(className ?? ''));

  const found = new Set(columns.map((column) => fieldOf(column.field)));
  if (usedClass) found.add('className');
  return { roster: { columns: FIELDS.filter((field) => found.has(field)), rows }, notes };
}

type Values = Record<FieldName, string>;

/** The field that a role ends up in. */
function fieldOf(role: ColumnRole): FieldName {
  switch (role) {
    case 'childSurname':
    case 'childGiven':
    case 'childPatronymic':
      return 'childName';
    case 'parentSurname':
    case 'parentGiven':
    case 'parentPatronymic':
      return 'parentName';
    case 'ignored':
      throw new TypeError('An ignored column has no field');
    default:
      return role;
  }
}

const PART_ORDER: readonly ColumnRole[] = [
  'childSurname',
  'childGiven',
  'childPatronymic',
  'parentSurname',
  'parentGiven',
  'parentPatronymic',
];

const PARENT_FIELDS: ReadonlySet<FieldName> = new Set<FieldName>([
  'parentName',
  'parentBirthDate',
  'parentSnils',
  'parentPhone',
  'parentEmail',
  'login',
]);

interface Source {
  index: number;
  field: FieldName;
}

/** Knows which cells make which values, worked out once for all rows. */
class RowTaker {
  readonly #child: Source[];
  readonly #parents: Source[][];

  constructor(columns: readonly ColumnMatch[]) {
    const ordered = [...columns].sort(
      (a, b) => PART_ORDER.indexOf(a.field) - PART_ORDER.indexOf(b.field),
    );
    const sources = ordered.map((column) => ({
      index: column.index,
      field: fieldOf(column.field),
      parent: column.parent ?? 1,
    }));
    this.#child = sources.filter((source) => !PARENT_FIELDS.has(source.field));
    const ofParents = sources.filter((source) => PARENT_FIELDS.has(source.field));
    const numbers = [...new Set(ofParents.map((source) => source.parent))].sort((a, b) => a - b);
    this.#parents = numbers.map((n) => ofParents.filter((source) => source.parent === n));
  }

  take(row: TableRow): { rows: Values[]; restored: boolean } {
    const child = emptyValues();
    let restored = fill(child, this.#child, row);
    const rows: Values[] = [];
    for (const parent of this.#parents) {
      if (!parent.some((source) => row.cells[source.index])) continue;
      const values = { ...child };
      restored = fill(values, parent, row) || restored;
      rows.push(values);
    }
    if (rows.length === 0) rows.push(child);
    return { rows, restored };
  }
}

function emptyValues(): Values {
  return {
    className: '',
    childName: '',
    childBirthDate: '',
    childSnils: '',
    inviteCode: '',
    parentName: '',
    parentBirthDate: '',
    parentSnils: '',
    parentPhone: '',
    parentEmail: '',
    login: '',
  };
}

function fill(values: Values, sources: readonly Source[], row: TableRow): boolean {
  let restored = false;
  for (const { index, field } of sources) {
    const cell = row.cells[index];
    if (!cell) continue;
    const value = row.numeric?.has(index) ? restoreNumber(cell, field) : cell;
    restored ||= value !== cell;
    values[field] = values[field] === '' ? value : `${values[field]} ${value}`;
  }
  return restored;
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

type SkipReason = 'header' | 'no-person' | 'total';

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
  return alone && (notName || classInTitle(first) !== undefined) ? 'total' : undefined;
}

/** Fields of which one is enough for a row to be kept; a class or a number alone is not a person. */
function isPerson(role: ColumnRole): boolean {
  return role !== 'className' && role !== 'inviteCode' && role !== 'ignored';
}

function sameTitle(cell: string, title: string): boolean {
  return cell.length === title.length && cell.toLowerCase() === title.toLowerCase();
}

function skipNote(row: TableRow, reason: SkipReason, className: string | undefined): RosterNote {
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
function aboutTitles(above: readonly TableRow[]): RosterNote[] {
  return above
    .filter((row) => !isOwnersRow(row.cells) && classInTitle(textOf(row)) === undefined)
    .map((row) => ({
      kind: 'row-skipped',
      line: row.line,
      message: `Строка ${row.line} стоит над заголовком и не взята: «${shorten(textOf(row))}».`,
    }));
}

function classFromAbove(table: Table, titles: readonly string[]): string | undefined {
  for (const title of titles) {
    const label = classInTitle(title);
    if (label) return label;
  }
  return table.sheetName === undefined ? undefined : classOfSheet(table.sheetName);
}

function aboutClass(className: string): RosterNote {
  return {
    kind: 'class-from-title',
    message: `Столбца «Класс» нет, класс взят из названия: ${className}.`,
  };
}

function aboutNumbers(lines: readonly number[]): RosterNote[] {
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

function aboutColumns(table: Table, match: TableMatch): RosterNote[] {
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

function textOf(row: TableRow): string {
  return row.cells.filter((cell) => cell !== '').join(' ');
}

function shorten(text: string): string {
  const clean = cleanCell(text);
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
