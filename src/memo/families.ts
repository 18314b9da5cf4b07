import type { Roster, RosterRow } from '../roster/roster';
import type { MemoFamily } from './memo';

/**
 * One family for each child of the list, in the list's order. Two rows of one child (a second
 * parent) share a memo, unless they carry different codes: then each parent has an own one.
 */
export function familiesOf(roster: Roster): MemoFamily[] {
  const children = new Map<string, RosterRow[]>();
  for (const row of roster.rows) {
    const key = childKey(row);
    const rows = children.get(key);
    if (rows) rows.push(row);
    else children.set(key, [row]);
  }
  return [...children.values()].flatMap(familiesOfChild);
}

/** A row without a child's name stays alone: nothing tells which other row it belongs to. */
function childKey({ line, values }: RosterRow): string {
  const name = comparable(values.childName);
  if (name === '') return `line ${String(line)}`;
  return [values.className, name, values.childBirthDate].map(comparable).join('\n');
}

function comparable(value: string): string {
  return value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function familiesOfChild(rows: RosterRow[]): MemoFamily[] {
  const withCode = rows.filter(({ values }) => values.inviteCode !== '');
  const firstOfEachCode = withCode.filter(
    ({ values }, index) =>
      withCode.findIndex((row) => row.values.inviteCode === values.inviteCode) === index,
  );
  if (firstOfEachCode.length > 0) {
    return firstOfEachCode.map((row) => family(row, 'code'));
  }
  const withSnils = rows.find(({ values }) => values.parentSnils !== '');
  if (withSnils) return [family(withSnils, 'snils')];
  return rows.slice(0, 1).map((row) => family(row, 'unknown'));
}

function family({ line, values }: RosterRow, access: MemoFamily['access']): MemoFamily {
  const { className, childName, parentName, inviteCode } = values;
  return { line, className, childName, parentName, inviteCode, access };
}
