import { PARENT_FIELDS } from './audit-list';
import { parseDay, ordinal } from './dates';
import { nameKey } from './names';
import { normalizePhone } from './phone';
import type { FieldName, Roster, RosterRow } from './roster';
import { normalizeSnils } from './snils';

export interface FieldChange {
  field: FieldName;
  before: string;
  after: string;
}

export interface ChangedRow {
  previous: RosterRow;
  next: RosterRow;
  fields: FieldChange[];
}

/** What taking a list in would do to the one that is there. */
export interface RosterComparison {
  added: RosterRow[];
  changed: ChangedRow[];
  unchanged: { previous: RosterRow; next: RosterRow }[];
  /** Rows that the new list does not have; whether they go is for a person to say. */
  missing: RosterRow[];
}

/**
 * Previews an import. A child is known by name and birth date, whatever the spelling; if that fails, by
 * the name alone where it is the only one left, then by СНИЛС, so that a corrected date or name shows as
 * a change. A parent of the child is known by name, СНИЛС or phone. A field whose column the new list
 * lacks does not count as changed.
 */
export function compareRosters(previous: Roster, next: Roster): RosterComparison {
  const result: RosterComparison = { added: [], changed: [], unchanged: [], missing: [] };
  const before = children(previous);
  const after = children(next);
  const pairs = pairUp(before, after, [
    (child) => (child.birth === undefined ? '' : `${child.name}|${child.birth}`),
    (child) => child.name && `${child.name}|${child.className}`,
    (child) => child.name,
    (child) => child.snils,
  ]);
  for (const [old, now] of pairs.matched) compareParents(old.rows, now.rows, next, result);
  for (const child of pairs.onlyBefore) result.missing.push(...child.rows);
  for (const child of pairs.onlyAfter) result.added.push(...child.rows);
  // Matching goes by evidence; people read in the order of the list.
  const position = new Map(next.rows.map((row, i) => [row, i]));
  const byNext = (a: RosterRow, b: RosterRow): number =>
    (position.get(a) ?? 0) - (position.get(b) ?? 0);
  result.added.sort(byNext);
  result.changed.sort((a, b) => byNext(a.next, b.next));
  result.unchanged.sort((a, b) => byNext(a.next, b.next));
  return result;
}

interface Child {
  name: string;
  className: string;
  birth: number | undefined;
  snils: string;
  rows: RosterRow[];
}

function children(roster: Roster): Child[] {
  const known = new Map<string, Child>();
  for (const row of roster.rows) {
    const day = parseDay(row.values.childBirthDate);
    const birth = day && ordinal(day);
    const name = nameKey(row.values.childName);
    const className = nameKey(row.values.className);
    const key = name === '' ? `line ${known.size}` : `${name}|${birth ?? className}`;
    const child = known.get(key);
    if (child) child.rows.push(row);
    else {
      const snils = normalizeSnils(row.values.childSnils);
      known.set(key, { name, className, birth, snils, rows: [row] });
    }
  }
  return [...known.values()];
}

function compareParents(
  before: RosterRow[],
  after: RosterRow[],
  next: Roster,
  result: RosterComparison,
): void {
  const [only] = after;
  const isAboutChildren = !next.columns.some((field) => PARENT_FIELDS.includes(field));
  // Rows without a parent to tell them apart are namesakes, not one child's two parents.
  const isOneChild = before.length < 2 || before.every((row) => row.values.parentName !== '');
  if (only && after.length === 1 && isAboutChildren && isOneChild) {
    // The new list is about children: what it says goes for each of their parents' rows.
    for (const row of before) compareRow(row, only, next, result);
    return;
  }
  const pairs = pairUp(before, after, [
    // Namesakes of one class may have nothing else that tells them apart.
    (row) => (isAboutChildren ? row.values.inviteCode : ''),
    (row) => nameKey(row.values.parentName),
    (row) => normalizeSnils(row.values.parentSnils),
    (row) => normalizePhone(row.values.parentPhone),
  ]);
  // A parent who was not known before has come in: the same row, filled.
  const [old, now] = [pairs.onlyBefore[0], pairs.onlyAfter[0]];
  const single = pairs.onlyBefore.length === 1 && pairs.onlyAfter.length === 1;
  if (single && old && now && (old.values.parentName === '' || now.values.parentName === '')) {
    pairs.matched.push([old, now]);
  } else {
    result.missing.push(...pairs.onlyBefore);
    result.added.push(...pairs.onlyAfter);
  }
  for (const [oldRow, newRow] of pairs.matched) compareRow(oldRow, newRow, next, result);
}

function compareRow(
  previous: RosterRow,
  row: RosterRow,
  next: Roster,
  result: RosterComparison,
): void {
  const fields = next.columns
    .map((field) => ({ field, before: previous.values[field], after: row.values[field] }))
    .filter((change) => change.before !== change.after);
  if (fields.length > 0) result.changed.push({ previous, next: row, fields });
  else result.unchanged.push({ previous, next: row });
}

interface Pairs<T> {
  matched: [T, T][];
  onlyBefore: T[];
  onlyAfter: T[];
}

/** Pairs items by one key after another; a key that two items of a side share decides nothing. */
function pairUp<T>(before: T[], after: T[], keys: readonly ((item: T) => string)[]): Pairs<T> {
  const pairs: Pairs<T> = { matched: [], onlyBefore: before, onlyAfter: after };
  for (const key of keys) {
    const old = unique(pairs.onlyBefore, key);
    const now = unique(pairs.onlyAfter, key);
    const taken = new Set<T>();
    for (const [value, item] of old) {
      const other = now.get(value);
      if (other === undefined) continue;
      pairs.matched.push([item, other]);
      taken.add(item).add(other);
    }
    pairs.onlyBefore = pairs.onlyBefore.filter((item) => !taken.has(item));
    pairs.onlyAfter = pairs.onlyAfter.filter((item) => !taken.has(item));
  }
  return pairs;
}

function unique<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>();
  for (const item of items) {
    const value = key(item);
    if (value === '') continue;
    if (found.has(value)) shared.add(value);
    found.set(value, item);
  }
  for (const value of shared) found.delete(value);
  return found;
}
