import { findHeader, readTitle, type Subject, type TitleKind, type TitleMeaning } from './header';
import type { FieldName } from './roster';
import type { Table } from './table';

/** A part of a name that has a column of its own. */
export type NamePart =
  | 'childSurname'
  | 'childGiven'
  | 'childPatronymic'
  | 'parentSurname'
  | 'parentGiven'
  | 'parentPatronymic';

export type ColumnRole = FieldName | NamePart | 'ignored';

export interface ColumnMatch {
  /** Position in {@link TableRow.cells}. */
  index: number;
  title: string;
  field: ColumnRole;
  /** Which parent's column it is, from 1; meaningful for a parent's roles only, 1 by default. */
  parent?: number;
  /** Why a titled column was left out. */
  reason?: 'unknown' | 'repeated' | 'ambiguous' | 'of-child';
}

export interface TableMatch {
  /** Line of the header row; what stands above is no data. A person may set 0: there is no header. */
  headerLine: number;
  columns: ColumnMatch[];
}

/** What a role is called in an interface; {@link writeCsv} uses the fields' titles for its header. */
export const ROLE_TITLES: Readonly<Record<ColumnRole, string>> = {
  className: 'Класс',
  childName: 'ФИО ученика',
  childSurname: 'Фамилия ученика',
  childGiven: 'Имя ученика',
  childPatronymic: 'Отчество ученика',
  childBirthDate: 'Дата рождения ученика',
  childSnils: 'СНИЛС ученика',
  inviteCode: 'Код приглашения',
  parentName: 'ФИО родителя',
  parentSurname: 'Фамилия родителя',
  parentGiven: 'Имя родителя',
  parentPatronymic: 'Отчество родителя',
  parentBirthDate: 'Дата рождения родителя',
  parentSnils: 'СНИЛС родителя',
  parentPhone: 'Телефон родителя',
  parentEmail: 'E-mail родителя',
  login: 'Логин',
  ignored: 'Не брать',
};

/**
 * Finds the header of a table and says what its columns hold. Titles may stand in two rows: the
 * upper one («Ребёнок», «Мать», «Отец») then says whose the columns under it are. A group of columns
 * for another parent gets a number of its own.
 *
 * It never throws: a table without a header gets all its columns ignored, for a person to correct.
 *
 * @param headerLine the header's line, where a person knows it better; 0 when there is none
 */
export function matchColumns(table: Table, headerLine?: number): TableMatch {
  const rows = table.rows.map((row) => row.cells);
  if (headerLine === 0) return withoutHeader(rows);
  const known = table.rows.findIndex((row) => row.line === headerLine);
  const index = known < 0 ? findHeader(rows).index : known;
  const above = rows[index - 1];
  const owners = ownersAbove(above, rows[index]?.length ?? 0);
  // A title over both rows of a header has its text in the upper one.
  const titles = (rows[index] ?? []).map((title, i) => title || (owners[i] && above?.[i]) || '');
  const columns = new Matcher().match(titles, owners);
  return { headerLine: table.rows[index]?.line ?? 1, columns };
}

function withoutHeader(rows: readonly (readonly string[])[]): TableMatch {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const columns = Array.from({ length: width }, (_, index): ColumnMatch => ({
    index,
    title: '',
    field: 'ignored',
  }));
  return { headerLine: 0, columns };
}

/** True for a row such as «Ребёнок | Мать | Отец»; a lone «Список учеников» is a title of the sheet. */
export function isOwnersRow(cells: readonly string[]): boolean {
  return cells.filter((cell) => readTitle(cell).subject !== undefined).length > 1;
}

/** Each column's heading in the row above: a merged cell has its text in its first column only. */
function ownersAbove(
  row: readonly string[] | undefined,
  width: number,
): (TitleMeaning | undefined)[] {
  if (!row || !isOwnersRow(row)) return [];
  const meanings = row.map(readTitle);
  let current: TitleMeaning | undefined;
  return Array.from({ length: width }, (_, i) => {
    if (row[i]) current = meanings[i]?.subject ? meanings[i] : undefined;
    return current;
  });
}

const CHILD_ROLES: Readonly<Partial<Record<TitleKind, ColumnRole>>> = {
  fullName: 'childName',
  surname: 'childSurname',
  given: 'childGiven',
  patronymic: 'childPatronymic',
  birthDate: 'childBirthDate',
  snils: 'childSnils',
};

const PARENT_ROLES: Readonly<Partial<Record<TitleKind, ColumnRole>>> = {
  fullName: 'parentName',
  surname: 'parentSurname',
  given: 'parentGiven',
  patronymic: 'parentPatronymic',
  birthDate: 'parentBirthDate',
  snils: 'parentSnils',
  phone: 'parentPhone',
  email: 'parentEmail',
  login: 'login',
};

interface ParentGroup {
  label: string;
  roles: Set<ColumnRole>;
}

/** Walks the titles from left to right: an unmarked «СНИЛС» belongs to whoever was named last. */
class Matcher {
  #subject: Subject = 'child';
  #child = new Set<ColumnRole>();
  #parents: ParentGroup[] = [];
  #current = -1;

  match(titles: readonly string[], owners: readonly (TitleMeaning | undefined)[]): ColumnMatch[] {
    const columns = titles.map((title, index) => this.#column(title, index, owners[index]));
    completeNames(columns);
    return columns;
  }

  #column(title: string, index: number, owner: TitleMeaning | undefined): ColumnMatch {
    const own = readTitle(title);
    const subject = own.subject ?? owner?.subject;
    if (subject) this.#subject = subject;
    const ignored: ColumnMatch = { index, title, field: 'ignored' };
    if (own.ambiguous) return { ...ignored, reason: 'ambiguous' };
    if (!own.kind) return title === '' ? ignored : { ...ignored, reason: 'unknown' };

    if (own.kind === 'className' || own.kind === 'inviteCode') {
      return this.#claimForChild(own.kind, ignored);
    }
    // «ФИО» once more, with nobody named: after the child comes the parent.
    const name = own.kind === 'fullName' || own.kind === 'surname';
    if (name && !subject && this.#child.has(CHILD_ROLES[own.kind] ?? 'ignored')) {
      this.#subject = 'parent';
    }
    const parentOnly = CHILD_ROLES[own.kind] === undefined;
    if (parentOnly && subject === 'child') return { ...ignored, reason: 'of-child' };
    if (!parentOnly && this.#subject === 'child') {
      return this.#claimForChild(CHILD_ROLES[own.kind] ?? 'ignored', ignored);
    }
    const role = PARENT_ROLES[own.kind] ?? 'ignored';
    return this.#claimForParent(role, own.parentLabel || (owner?.parentLabel ?? ''), ignored);
  }

  #claimForChild(role: ColumnRole, column: ColumnMatch): ColumnMatch {
    if (this.#child.has(role)) return { ...column, reason: 'repeated' };
    this.#child.add(role);
    return { ...column, field: role };
  }

  #claimForParent(role: ColumnRole, label: string, column: ColumnMatch): ColumnMatch {
    const group = this.#groupFor(role, label);
    if (!group || group.roles.has(role)) return { ...column, reason: 'repeated' };
    group.roles.add(role);
    this.#current = this.#parents.indexOf(group);
    return { ...column, field: role, parent: this.#current + 1 };
  }

  #groupFor(role: ColumnRole, label: string): ParentGroup | undefined {
    const current = this.#parents[this.#current];
    const add = (): ParentGroup => {
      const group = { label, roles: new Set<ColumnRole>() };
      this.#parents.push(group);
      return group;
    };
    if (!current) return add();
    if (label === '') {
      // Another name begins another parent; another phone is just a second phone.
      const begins = role === 'parentName' || role === 'parentSurname';
      return current.roles.has(role) && begins ? add() : current;
    }
    const known = this.#parents.find((group) => group.label === label);
    if (known) return known;
    if (current.label !== '' || current.roles.has(role)) return add();
    current.label = label;
    return current;
  }
}

/** A lone «Имя» holds the whole name; parts beside a whole name only repeat it. */
function completeNames(columns: ColumnMatch[]): void {
  const owners = new Set(columns.map((column) => column.parent ?? 0));
  for (const owner of owners) {
    const own = columns.filter((column) => (column.parent ?? 0) === owner);
    const [full, surname, given, patronymic] = (
      owner === 0
        ? ['childName', 'childSurname', 'childGiven', 'childPatronymic']
        : ['parentName', 'parentSurname', 'parentGiven', 'parentPatronymic']
    ) as ColumnRole[];
    const find = (role: ColumnRole | undefined) => own.find((column) => column.field === role);
    const parts = [find(surname), find(given), find(patronymic)].filter(
      (part) => part !== undefined,
    );
    const only = parts[0];
    if (find(full)) {
      for (const part of parts) Object.assign(part, { field: 'ignored', reason: 'repeated' });
    } else if (parts.length === 1 && only && only !== find(patronymic)) {
      only.field = full ?? 'ignored';
    }
  }
}
