import { ordinal, parseDay, type Day } from './dates';
import { givenValues } from './given-values';
import { nameKey, splitName } from './names';
import { readPhone, type PhoneReading } from './phone';
import type { FieldName, Roster, RosterRow } from './roster';
import { isSnilsValid, normalizeSnils } from './snils';

/** A row prepared for the rules, so that each value is read once. */
export interface Entry {
  /** Position among the rows of the list. */
  order: number;
  line: number;
  sheet: string | undefined;
  /** The row's values, '' for what stands for an empty one («—», «нет»). */
  values: Record<FieldName, string>;
  /** The child's name with its spelling levelled, see {@link nameKey}. */
  childName: string;
  /** As written, '' without a name. */
  childSurname: string;
  parentSurname: string;
  /** Same for all rows of one child, whatever the spelling. */
  childKey: string;
  /** Same for all spellings of the parent's name; '' without a name. */
  parentKey: string;
  childBirth: Day | undefined;
  parentBirth: Day | undefined;
  /** Eleven digits, or '' for a missing or wrong one. */
  childSnils: string;
  parentSnils: string;
  phone: PhoneReading;
  hasParent: boolean;
}

/** What the rules look at. */
export interface AuditList {
  /** Every row with a parent: a row without one has that single finding. */
  entries: Entry[];
  withoutParent: Entry[];
  /** All entries of each child, by {@link Entry.childKey}, those without a parent included. */
  families: ReadonlyMap<string, readonly Entry[]>;
  today: Day;
  has: (field: FieldName) => boolean;
}

/** A row in which all of these are empty has no parent. */
export const PARENT_FIELDS: readonly FieldName[] = [
  'parentName',
  'parentBirthDate',
  'parentSnils',
  'parentPhone',
  'parentEmail',
  'login',
];

export function prepare(roster: Roster, today: Day): AuditList {
  const columns = new Set(roster.columns);
  const all = roster.rows.map(prepareRow);
  joinFamilies(all);
  // Where the file has no parents' names at all, none of its rows can be without a parent.
  const lone = (entry: Entry): boolean => columns.has('parentName') && !entry.hasParent;
  return {
    entries: all.filter((entry) => !lone(entry)),
    withoutParent: all.filter(lone),
    families: groupBy(all, (entry) => entry.childKey),
    today,
    has: (field) => columns.has(field),
  };
}

function prepareRow(row: RosterRow, order: number): Entry {
  const values = givenValues(row);
  return {
    order,
    line: row.line,
    sheet: row.sheet,
    values,
    childName: nameKey(values.childName),
    childSurname: splitName(values.childName).surname,
    parentSurname: splitName(values.parentName).surname,
    childKey: '',
    parentKey: nameKey(values.parentName),
    childBirth: parseDay(values.childBirthDate),
    parentBirth: parseDay(values.parentBirthDate),
    childSnils: isSnilsValid(values.childSnils) ? normalizeSnils(values.childSnils) : '',
    parentSnils: isSnilsValid(values.parentSnils) ? normalizeSnils(values.parentSnils) : '',
    phone: readPhone(values.parentPhone),
    hasParent: PARENT_FIELDS.some((field) => values[field] !== ''),
  };
}

/**
 * Gives each child its key. A second parent's row may repeat the child's name only: it joins the child
 * of that name in its class, if there is just one.
 */
function joinFamilies(entries: readonly Entry[]): void {
  // undefined: no birth date is known; NaN: namesakes with different ones.
  const births = new Map<string, number>();
  for (const entry of entries) {
    if (!entry.childBirth) continue;
    const key = nameInClass(entry);
    const birth = ordinal(entry.childBirth);
    births.set(key, (births.get(key) ?? birth) === birth ? birth : Number.NaN);
  }
  for (const entry of entries) {
    if (entry.childName === '') {
      entry.childKey = `row ${entry.order}`;
      continue;
    }
    const inClass = nameInClass(entry);
    const birth = entry.childBirth
      ? ordinal(entry.childBirth)
      : (births.get(inClass) ?? Number.NaN);
    entry.childKey = Number.isNaN(birth) ? inClass : `${entry.childName}|${birth}`;
  }
}

function nameInClass(entry: Entry): string {
  return `${entry.childName}|${entry.values.className}`;
}

/**
 * Groups of two or more items with the same key; an empty key stands for nothing to compare. Most keys
 * of a list are unique, and those cost no array.
 */
export function repeated<T extends object>(items: Iterable<T>, key: (item: T) => string): T[][] {
  const first = new Map<string, T | T[]>();
  const groups: T[][] = [];
  for (const item of items) {
    const value = key(item);
    if (value === '') continue;
    const known = first.get(value);
    if (known === undefined) first.set(value, item);
    else if (Array.isArray(known)) known.push(item);
    else {
      const group = [known, item];
      first.set(value, group);
      groups.push(group);
    }
  }
  return groups;
}

/** Items by a key, in their order; an empty key stands for nothing to compare. */
export function groupBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const value = key(item);
    if (value === '') continue;
    const group = groups.get(value);
    if (group) group.push(item);
    else groups.set(value, [item]);
  }
  return groups;
}
