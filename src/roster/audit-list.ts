import { isBlank } from './clean';
import { ordinal, parseDay, type Day } from './dates';
import { nameKey } from './names';
import { readPhone, type PhoneReading } from './phone';
import { FIELDS, type FieldName, type Roster, type RosterRow } from './roster';
import { isSnilsValid, normalizeSnils } from './snils';

/** A row prepared for the rules, so that each value is read once. */
export interface Entry {
  line: number;
  /** The row's values, '' for what stands for an empty one («—», «нет»). */
  values: Record<FieldName, string>;
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
  has(field: FieldName): boolean;
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

function prepareRow(row: RosterRow): Entry {
  const values = { ...row.values };
  for (const field of FIELDS) if (isBlank(values[field])) values[field] = '';
  return {
    line: row.line,
    values,
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
  const births = new Map<string, Set<number>>();
  const inClass = (entry: Entry): string =>
    `${nameKey(entry.values.childName)}|${nameKey(entry.values.className)}`;
  for (const entry of entries) {
    if (!entry.childBirth) continue;
    const known = births.get(inClass(entry)) ?? new Set();
    births.set(inClass(entry), known.add(ordinal(entry.childBirth)));
  }
  for (const entry of entries) {
    const name = nameKey(entry.values.childName);
    const known = births.get(inClass(entry));
    const [only] = known?.size === 1 ? known : [];
    const birth = entry.childBirth ? ordinal(entry.childBirth) : only;
    if (name === '') entry.childKey = `line ${entry.line}`;
    else entry.childKey = birth === undefined ? inClass(entry) : `${name}|${birth}`;
  }
}

/** Entries by a key, in their order; an empty key stands for nothing to compare. */
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
