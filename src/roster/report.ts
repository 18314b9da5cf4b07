import { isBlank } from './clean';
import { nameKey } from './names';
import { listLines } from './note';
import { isStage, type ReportMatch } from './report-columns';
import { JOIN_STAGES, RosterError, type JoinStage, type RosterRow } from './roster';
import type { Table, TableRow } from './table';

/** A row of the list that a report brings further. */
export interface StageChange {
  /** Position among the rows of the list. */
  index: number;
  /** The stages that it did not have; a report never takes one away. */
  added: readonly JoinStage[];
}

export interface ReportOutcome {
  changes: StageChange[];
  /** Rows of the list that the report names and tells nothing new of. */
  unchanged: number;
  /** Russian: lines of the report that nothing was done with, and why. */
  notes: string[];
}

/**
 * What a report tells of the rows of a list. A person is known by the names that the report has, and by
 * the class where it has one; whoever fits two families is left to the teacher. Nothing is changed.
 *
 * @throws RosterError when no column names people, or none tells of a stage
 */
export function readReport(
  table: Table,
  match: ReportMatch,
  rows: readonly RosterRow[],
): ReportOutcome {
  const reader = new ReportReader(match, rows);
  const added = new Map<number, Set<JoinStage>>();
  const named = new Set<number>();
  const unknown: number[] = [];
  const doubtful: number[] = [];
  const unread: number[] = [];
  for (const row of table.rows) {
    if (row.line <= match.headerLine) continue;
    const found = reader.find(row);
    if (found === undefined) continue;
    if (found === 'unknown') unknown.push(row.line);
    else if (found === 'doubtful') doubtful.push(row.line);
    else {
      const { stages, isWholeRead } = reader.stagesOf(row);
      if (!isWholeRead) unread.push(row.line);
      for (const index of found) {
        named.add(index);
        const known = added.get(index) ?? new Set();
        for (const stage of stages) if (!rows[index]?.stages?.includes(stage)) known.add(stage);
        added.set(index, known);
      }
    }
  }
  const changes = [...added]
    .filter(([, stages]) => stages.size > 0)
    .map(([index, stages]) => ({ index, added: JOIN_STAGES.filter((stage) => stages.has(stage)) }))
    .sort((a, b) => a.index - b.index);
  return {
    changes,
    unchanged: named.size - changes.length,
    notes: [
      ...note(unknown, 'Таких людей в списке нет.'),
      ...note(doubtful, 'Подходят к нескольким ученикам или родителям: отметьте их сами.'),
      ...note(unread, 'Отметка непонятна и не взята: ни «да», ни «нет», ни число, ни дата.'),
    ],
  };
}

function note(lines: readonly number[], words: string): string[] {
  return lines.length === 0 ? [] : [`${words} Строки отчёта: ${listLines(lines)}.`];
}

class ReportReader {
  readonly #match: ReportMatch;
  readonly #nameColumns: readonly (readonly ['childName' | 'parentName', readonly number[]])[];
  readonly #classColumn: number | undefined;
  readonly #rows: readonly RosterRow[];
  readonly #byName = new Map<string, number[]>();

  constructor(match: ReportMatch, rows: readonly RosterRow[]) {
    this.#match = match;
    this.#rows = rows;
    const { columns } = match;
    this.#nameColumns = (['childName', 'parentName'] as const)
      .map((role) => {
        const own = columns.filter((column) => column.role === role);
        return [role, own.map(({ index }) => index)] as const;
      })
      .filter(([, parts]) => parts.length > 0);
    this.#classColumn = columns.find(({ role }) => role === 'className')?.index;
    if (this.#nameColumns.length === 0) {
      throw new RosterError(
        'В отчёте нет столбца с именами. Если в нём только числа по классам, отметить по нему некого: выгрузите список учеников или родителей.',
      );
    }
    if (!columns.some(({ role }) => isStage(role))) {
      throw new RosterError(
        'Не нашли столбец, по которому видно, кто вошёл. Укажите его ниже: например, «Последний вход» или «Логин».',
      );
    }
    rows.forEach((row, index) => {
      for (const [role] of this.#nameColumns) {
        const name = nameKey(row.values[role]);
        if (name === '') continue;
        const key = `${role} ${name}`;
        const there = this.#byName.get(key);
        if (there) there.push(index);
        else this.#byName.set(key, [index]);
      }
    });
  }

  /** The rows of the list that a row of the report is about; undefined for one about nobody. */
  find({ cells }: TableRow): number[] | 'unknown' | 'doubtful' | undefined {
    const names = this.#nameColumns
      .map(([role, parts]) => [role, nameKey(parts.map((i) => cells[i] ?? '').join(' '))] as const)
      .filter(([, name]) => name !== '');
    if (names.length === 0) return undefined;
    const [first, ...others] = names.map(
      ([role, name]) => this.#byName.get(`${role} ${name}`) ?? [],
    );
    let found = (first ?? []).filter((index) => others.every((list) => list.includes(index)));
    const label = this.#classColumn === undefined ? '' : classKey(cells[this.#classColumn] ?? '');
    if (label !== '') {
      found = found.filter((index) => {
        const own = classKey(this.#rows[index]?.values.className ?? '');
        return own === '' || own === label;
      });
    }
    if (found.length === 0) return 'unknown';
    return this.#isOnePerson(found, names.length) ? found : 'doubtful';
  }

  /** The stages that a row tells of; an empty cell, «нет» and 0 tell of none. */
  stagesOf({ cells }: TableRow): { stages: JoinStage[]; isWholeRead: boolean } {
    let isWholeRead = true;
    const stages = this.#match.columns.flatMap(({ role, index, title }) => {
      if (!isStage(role)) return [];
      const reached = isReached(cells[index] ?? '', role === 'account' && /логин/i.test(title));
      if (reached === undefined) isWholeRead = false;
      return reached ? [role] : [];
    });
    return { stages, isWholeRead };
  }

  /** A parent of two children is one person; two parents of a child, or namesakes, are not. */
  #isOnePerson(found: readonly number[], named: number): boolean {
    const hasParents = this.#nameColumns.some(([role]) => role === 'parentName') && named > 0;
    const keys = new Set(
      found.map((index) => {
        const { parentName, childName, childBirthDate, parentPhone, parentSnils } =
          this.#rows[index]?.values ?? EMPTY;
        return hasParents
          ? `${nameKey(parentName)}|${parentSnils || parentPhone}`
          : `${nameKey(childName)}|${childBirthDate}|${nameKey(parentName)}`;
      }),
    );
    return keys.size === 1;
  }
}

const EMPTY = {
  parentName: '',
  childName: '',
  childBirthDate: '',
  parentPhone: '',
  parentSnils: '',
};

function classKey(label: string): string {
  return nameKey(label).replace(/[\s«»"-]/g, '');
}

const YES =
  /^(да|есть|имеется|\+|v|✓|✔|☑|вош[её]л[аи]?|входил[аи]?|прикрепл[её]н[аоы]?|создан[аоы]?|активн(а|о|ы|ая|ый)?|передан[аоы]?|подтвержд[её]нн?ая|стандартная|true|истина)$/i;
const NO = /^(нет|не\s.*|отсутствует|ни разу|никогда|0+([.,]0+)?\s*%?|ложь|false)$/i;
const NUMBER = /^\d+([.,]\d+)?\s*%?$/;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}([ ,T].*)?$|^\d{4}-\d{2}-\d{2}([ T].*)?$/;

/** Whether a cell says that the stage is reached; undefined when it says neither. */
function isReached(cell: string, isLogin: boolean): boolean | undefined {
  if (isBlank(cell) || NO.test(cell)) return false;
  if (isLogin || YES.test(cell) || NUMBER.test(cell) || DATE.test(cell)) return true;
  return undefined;
}
