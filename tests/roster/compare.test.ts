import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRosters, type Roster } from '../../src/roster';
import { take } from './lists';

const HEADER = 'Класс;Ученик;Дата рождения;СНИЛС;Код;Мама;Телефон';
const KIM = '4А;Ким Ян;18.11.2016;006-976-207 67;AB;Ким Анна;+79559090738';
const YUN = '4А;Юн Ли;01.02.2016;038-225-170 38;CD;Юн Вера;+79910409287';

function list(...rows: string[]): Roster {
  return take(HEADER, ...rows).roster;
}

/** Counts of added, changed, unchanged and missing rows. */
function counts(before: Roster, after: Roster): number[] {
  const { added, changed, unchanged, missing } = compareRosters(before, after);
  return [added.length, changed.length, unchanged.length, missing.length];
}

test('the same list in another order and spelling changes nothing but the spelling', () => {
  expect(counts(list(KIM, YUN), list(YUN, KIM))).toEqual([0, 0, 2, 0]);
  const { changed } = compareRosters(list(KIM), list(KIM.replace('Ким Ян', 'КИМ  ЯН')));
  expect(changed[0]?.fields).toEqual([{ field: 'childName', before: 'Ким Ян', after: 'КИМ  ЯН' }]);
});

test('what came, went and changed is told field by field', () => {
  const result = compareRosters(list(KIM, YUN), list(KIM.replace('AB', 'EF'), '4А;Ли Ан;;;GH;;'));
  expect(result.added.map((row) => row.values.childName)).toEqual(['Ли Ан']);
  expect(result.missing.map((row) => row.values.childName)).toEqual(['Юн Ли']);
  expect(result.changed[0]?.fields).toEqual([{ field: 'inviteCode', before: 'AB', after: 'EF' }]);
});

test.each([
  ['a corrected birth date', KIM.replace('18.11', '19.11')],
  ['a corrected name, known by СНИЛС', KIM.replace('Ким Ян', 'Ким Яна')],
  ['a corrected parent, known by phone', KIM.replace('Ким Анна', 'Ким Анна Ли')],
  ['another class', KIM.replace('4А', '5А')],
  ['a parent taken away', KIM.replace('Ким Анна;+79559090738', ';')],
])('%s is a change, not another child', (_, row) => {
  expect(counts(list(KIM, YUN), list(row, YUN))).toEqual([0, 1, 1, 0]);
});

test('another parent of the same child is another row', () => {
  const father = KIM.replace('Ким Анна;+79559090738', 'Ким Ли;+79001112233');
  expect(counts(list(KIM), list(father))).toEqual([1, 0, 0, 1]);
  expect(counts(list(KIM), list(KIM, father))).toEqual([1, 0, 1, 0]);
});

test('namesakes are never taken for each other', () => {
  const namesake = KIM.replace('18.11.2016;006-976-207 67', '03.03.2016;');
  expect(counts(list(KIM, namesake), list(namesake, KIM))).toEqual([0, 0, 2, 0]);
});

test('namesakes in one class keep their own codes where a code is all that tells them apart', () => {
  const [first, second] = ['5А;Иванов Иван;AAAA1111', '5А;Иванов Иван;BBBB2222'];
  const namesakes = (...rows: string[]): Roster => take('Класс;ФИО ученика;Код', ...rows).roster;
  const comparison = compareRosters(namesakes(first, second), namesakes(second, first));
  const codes = comparison.unchanged.map(({ previous, next }) => [
    previous.values.inviteCode,
    next.values.inviteCode,
  ]);
  expect(codes.sort()).toEqual([
    ['AAAA1111', 'AAAA1111'],
    ['BBBB2222', 'BBBB2222'],
  ]);
  expect([comparison.changed, comparison.added, comparison.missing]).toEqual([[], [], []]);

  const left = compareRosters(namesakes(first, second), namesakes(first));
  expect(left.missing.map(({ values }) => values.inviteCode)).toEqual(['BBBB2222']);
  expect([left.changed, left.added]).toEqual([[], []]);
});

test('a column that the new list lacks is left as it was', () => {
  const named = take('Ученик;Дата рождения;Код;Мама', 'Ким Ян;18.11.2016;AB;Ким Анна').roster;
  expect(counts(list(KIM), named)).toEqual([0, 0, 1, 0]);
});

test('a list of children and codes changes each of their parents’ rows and takes none away', () => {
  const father = KIM.replace('Ким Анна;+79559090738', 'Ким Ли;+79001112233');
  const codes = take('Ученик;Дата рождения;Код', 'Ким Ян;18.11.2016;EF').roster;
  const { changed, added, missing } = compareRosters(list(KIM, father), codes);
  expect([added, missing]).toEqual([[], []]);
  expect(changed.map(({ previous, fields }) => [previous.line, fields])).toEqual([
    [2, [{ field: 'inviteCode', before: 'AB', after: 'EF' }]],
    [3, [{ field: 'inviteCode', before: 'AB', after: 'EF' }]],
  ]);
});

test('every row of both lists is accounted for once', () => {
  const cell = (...values: string[]) => fc.constantFrom(...values);
  const row = fc
    .tuple(
      cell('4А', '4Б'),
      cell('Ким Ян', 'Юн Ли', 'Ли Ан'),
      cell('18.11.2016', '01.02.2016', ''),
      cell('', '006-976-207 67'),
      cell('AB', ''),
      cell('Ким Анна', 'Ким Ли', ''),
      cell('', '+79559090738'),
    )
    .map((cells) => cells.join(';'));
  const rosters = fc.array(row, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rosters, rosters, (before, after) => {
      const [old, now] = [list(...before), list(...after)];
      const { added, changed, unchanged, missing } = compareRosters(old, now);
      const pairs = [...changed, ...unchanged];
      expect([...missing, ...pairs.map((pair) => pair.previous)].sort(byLine)).toEqual(old.rows);
      expect([...added, ...pairs.map((pair) => pair.next)].sort(byLine)).toEqual(now.rows);
      expect(counts(old, old)[2]).toBeLessThanOrEqual(old.rows.length);
    }),
  );
});

function byLine(a: { line: number }, b: { line: number }): number {
  return a.line - b.line;
}
