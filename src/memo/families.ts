import { givenValues, type Roster, type RosterRow } from '../roster';
import type { MemoFamily } from './memo';

/** More would leave the steps no room. */
const MOST_ON_A_SHEET = 3;

interface FamiliesOptions {
  /** Whether children of one parent share a sheet, in the place of the first. */
  siblingsTogether?: boolean;
}

/** A memo to be made, and what tells whose children are brothers and sisters. */
interface Kin {
  family: MemoFamily;
  child: string;
  parents: string[];
}

/**
 * One family for each child of the list, in the list's order. Two rows of one child (a second
 * parent) share a memo, unless they carry different codes: then each parent has an own one.
 */
export function familiesOf(
  roster: Roster,
  { siblingsTogether = false }: FamiliesOptions = {},
): MemoFamily[] {
  const children = new Map<string, RosterRow[]>();
  for (const written of roster.rows) {
    // «нет» in the column of codes is no code, nor a СНИЛС that makes one needless.
    const row = { ...written, values: givenValues(written) };
    const key = childKey(row);
    const rows = children.get(key);
    if (rows) rows.push(row);
    else children.set(key, [row]);
  }
  const kin = [...children].flatMap(([child, rows]) => kinOfChild(child, rows));
  return siblingsTogether ? together(kin) : kin.map(({ family }) => family);
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

function kinOfChild(child: string, rows: RosterRow[]): Kin[] {
  const withCode = rows.filter(({ values }) => values.inviteCode !== '');
  const firstOfEachCode = withCode.filter(
    ({ values }, index) =>
      withCode.findIndex((row) => row.values.inviteCode === values.inviteCode) === index,
  );
  if (firstOfEachCode.length > 1) {
    return firstOfEachCode.map((row) => ({
      family: family(row, 'code'),
      child,
      parents: parentKeys(row),
    }));
  }
  const [withTheCode] = firstOfEachCode;
  const parents = rows.flatMap(parentKeys);
  if (withTheCode) return [{ family: family(withTheCode, 'code'), child, parents }];
  const withSnils = rows.find(({ values }) => values.parentSnils !== '');
  if (withSnils) return [{ family: family(withSnils, 'snils'), child, parents }];
  return rows.slice(0, 1).map((row) => ({ family: family(row, 'unknown'), child, parents }));
}

function family({ line, values }: RosterRow, access: MemoFamily['access']): MemoFamily {
  const { className, childName, parentName, inviteCode } = values;
  return { line, className, childName, parentName, inviteCode, access };
}

/** What names a parent beyond doubt; a name alone does not, since it may be a namesake's. */
function parentKeys({ values }: RosterRow): string[] {
  const digits = (value: string): string => value.replace(/\D/g, '');
  const name = comparable(values.parentName);
  const snils = digits(values.parentSnils);
  const phone = digits(values.parentPhone).slice(-10);
  const birthDate = comparable(values.parentBirthDate);
  return [
    ...(snils === '' ? [] : [`snils ${snils}`]),
    ...(name === '' || phone === '' ? [] : [`phone ${phone} ${name}`]),
    ...(name === '' || birthDate === '' ? [] : [`born ${birthDate} ${name}`]),
  ];
}

/** A child that has two memos, one for each parent, stands on two sheets. */
function together(kin: readonly Kin[]): MemoFamily[] {
  const sheets: { members: Kin[]; parents: Set<string> }[] = [];
  const byParent = new Map<string, (typeof sheets)[number][]>();
  for (const one of kin) {
    const known = one.parents.flatMap((parent) => byParent.get(parent) ?? []);
    const found = known.find(
      ({ members }) =>
        members.length < MOST_ON_A_SHEET && members.every(({ child }) => child !== one.child),
    );
    const sheet = found ?? { members: [], parents: new Set() };
    if (!found) sheets.push(sheet);
    sheet.members.push(one);
    for (const parent of one.parents) {
      if (sheet.parents.has(parent)) continue;
      sheet.parents.add(parent);
      byParent.set(parent, [...(byParent.get(parent) ?? []), sheet]);
    }
  }
  return sheets.flatMap(({ members: [first, ...others] }) =>
    first
      ? [
          others.length === 0
            ? first.family
            : { ...first.family, siblings: others.map((other) => other.family) },
        ]
      : [],
  );
}
