import { isBlank } from './clean';
import type { ColumnMatch, ColumnRole, TableMatch } from './columns';
import { parseDay } from './dates';
import { isEmail } from './email';
import { findHeader } from './header';
import { normalizePhone } from './phone';
import { isSnilsValid } from './snils';
import type { Table } from './table';

/** Rows looked at; cells of one column that must be of one kind. */
const SAMPLE = 50;
const ENOUGH = 0.6;

type Kind = 'name' | 'date' | 'snils' | 'phone' | 'email' | 'class' | 'code';

/** In this order: eleven digits may be a СНИЛС and a phone, and a control number is no accident. */
const KINDS: readonly (readonly [Kind, (cell: string) => boolean])[] = [
  ['date', (cell) => parseDay(cell) !== undefined],
  ['snils', isSnilsValid],
  ['phone', (cell) => normalizePhone(cell) !== ''],
  ['email', isEmail],
  ['class', (cell) => /^\d{1,2}\s?[-–]?\s?[«"]?[А-ЯЁ][»"]?$/i.test(cell)],
  ['name', (cell) => /^(?=.* )[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+){1,5}$/.test(cell)],
  ['code', (cell) => /^(?=.*\d)[A-Z\d]{6,12}$/i.test(cell)],
];

/**
 * What the columns of a table hold by their cells, where no row looks like a header: names that were
 * pasted alone. The first names are the pupils', the next ones their parents'; numbers and dates belong
 * to whoever is named before them.
 *
 * @returns undefined where there is a header, or no column of names; a person is to check it
 */
export function guessColumns(table: Table): TableMatch | undefined {
  if (findHeader(table.rows.map(({ cells }) => cells)).score > 0) return undefined;
  const sample = table.rows.slice(0, SAMPLE).map(({ cells }) => cells);
  const width = Math.max(...sample.map((cells) => cells.length));
  const taken = new Set<string>();
  let people = 0;
  const columns = Array.from({ length: width }, (_, index): ColumnMatch => {
    const kind = kindOf(sample.map((cells) => cells[index] ?? '').filter((cell) => !isBlank(cell)));
    if (kind === 'name') people++;
    const parent = Math.max(1, people - 1);
    const field = kind === undefined ? 'ignored' : roleOf(kind, people);
    const isParents = field.startsWith('parent');
    const key = isParents ? `${field} ${String(parent)}` : field;
    if (field === 'ignored' || taken.has(key)) return { index, title: '', field: 'ignored' };
    taken.add(key);
    return { index, title: '', field, ...(isParents && { parent }) };
  });
  return people === 0 ? undefined : { headerLine: 0, columns };
}

function kindOf(cells: readonly string[]): Kind | undefined {
  if (cells.length === 0) return undefined;
  return KINDS.find(([, fits]) => cells.filter(fits).length >= cells.length * ENOUGH)?.[0];
}

function roleOf(kind: Kind, people: number): ColumnRole {
  const isChilds = people < 2;
  switch (kind) {
    case 'name':
      return isChilds ? 'childName' : 'parentName';
    case 'date':
      return isChilds ? 'childBirthDate' : 'parentBirthDate';
    case 'snils':
      return isChilds ? 'childSnils' : 'parentSnils';
    case 'phone':
      return 'parentPhone';
    case 'email':
      return 'parentEmail';
    case 'class':
      return 'className';
    case 'code':
      return 'inviteCode';
  }
}
