import { isBlank } from './clean';
import type { ColumnMatch, ColumnRole } from './columns';
import { restoreNumber } from './restore-number';
import type { FieldName } from './roster';
import type { TableRow } from './table';

type Values = Record<FieldName, string>;

/** The field that a role ends up in. */
export function fieldOf(role: ColumnRole): FieldName {
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
export class RowTaker {
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
      if (!parent.some((source) => isGiven(row.cells[source.index]))) continue;
      const values = { ...child };
      restored = fill(values, parent, row) || restored;
      rows.push(values);
    }
    if (rows.length === 0) {
      // «нет» instead of a parent: the row keeps the word, as any other.
      const [first = []] = this.#parents;
      restored = fill(child, first, row) || restored;
      rows.push(child);
    }
    return { rows, restored };
  }
}

function isGiven(cell: string | undefined): boolean {
  return cell !== undefined && !isBlank(cell);
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
