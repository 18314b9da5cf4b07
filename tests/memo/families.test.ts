import { describe, expect, it } from 'vitest';
import { familiesOf, membersOf } from '../../src/memo';
import { FIELDS } from '../../src/roster/roster';
import { row } from './sample';

const CHILD = { className: '4А', childName: 'Гусева Вера', childBirthDate: '10.08.2016' };

function families(...rows: Parameters<typeof row>[1][]) {
  return familiesOf({
    columns: [...FIELDS],
    rows: rows.map((values, index) => row(index + 2, values)),
  });
}

describe('families of a class list', () => {
  it('makes one memo for a child whose second parent has a row of its own', () => {
    const found = families(
      { ...CHILD, parentName: 'Гусев Евгений', inviteCode: 'FPLPBQM8' },
      { ...CHILD, parentName: 'Гусева Анна', inviteCode: '' },
    );
    expect(found).toMatchObject([{ line: 2, inviteCode: 'FPLPBQM8', access: 'code' }]);
  });

  it('makes two memos when the parents have different codes', () => {
    const found = families(
      { ...CHILD, inviteCode: 'AAAA1111' },
      { ...CHILD, inviteCode: 'BBBB2222' },
    );
    expect(found.map(({ inviteCode }) => inviteCode)).toEqual(['AAAA1111', 'BBBB2222']);
  });

  it('takes the code from whichever row has it', () => {
    expect(families({ ...CHILD }, { ...CHILD, inviteCode: 'BBBB2222' })).toMatchObject([
      { line: 3, inviteCode: 'BBBB2222' },
    ]);
  });

  it('takes «нет» for neither a code nor a СНИЛС', () => {
    expect(families({ ...CHILD, parentSnils: 'нет', inviteCode: '—' })).toMatchObject([
      { inviteCode: '', access: 'unknown' },
    ]);
    expect(
      families({ ...CHILD, inviteCode: 'нет' }, { ...CHILD, inviteCode: 'BBBB2222' }),
    ).toMatchObject([{ inviteCode: 'BBBB2222', access: 'code' }]);
  });

  it('needs no code when a parent has a СНИЛС, and asks for one when none has', () => {
    expect(families({ ...CHILD, parentSnils: '065-675-067 92' })).toMatchObject([
      { access: 'snils' },
    ]);
    expect(families({ ...CHILD, parentName: 'Гусев Евгений' })).toMatchObject([
      { access: 'unknown' },
    ]);
  });

  it('keeps namesakes of different classes or birthdays apart', () => {
    expect(families(CHILD, { ...CHILD, className: '4Б' })).toHaveLength(2);
    expect(families(CHILD, { ...CHILD, childBirthDate: '11.08.2016' })).toHaveLength(2);
  });

  it('keeps rows without a name', () => {
    expect(families({ className: '4А' }, { className: '4А' })).toHaveLength(2);
  });
});

describe('children of one parent', () => {
  const MOTHER = { parentName: 'Гусева Анна', parentSnils: '065-675-067 92' };
  const OTHER = { className: '2Б', childName: 'Гусев Пётр', childBirthDate: '01.02.2018' };
  const together = (...rows: Parameters<typeof row>[1][]) =>
    familiesOf(
      { columns: [...FIELDS], rows: rows.map((values, index) => row(index + 2, values)) },
      { siblingsTogether: true },
    ).map((family) => membersOf(family).map(({ childName }) => childName));

  it('have a sheet each unless they are wanted together', () => {
    expect(families({ ...CHILD, ...MOTHER }, { ...OTHER, ...MOTHER })).toHaveLength(2);
    expect(together({ ...CHILD, ...MOTHER }, { ...OTHER, ...MOTHER })).toEqual([
      ['Гусева Вера', 'Гусев Пётр'],
    ]);
  });

  it('are known by СНИЛС, or by the name with a phone or a birthday, never by the name alone', () => {
    const parent = { parentName: 'Гусева Анна' };
    expect(together({ ...CHILD, ...parent }, { ...OTHER, ...parent })).toHaveLength(2);
    for (const [one, other] of [
      [{ parentPhone: '+7 (901) 123-45-67' }, { parentPhone: '89011234567' }],
      [{ parentBirthDate: '01.02.1985' }, { parentBirthDate: '01.02.1985' }],
    ]) {
      expect(together({ ...CHILD, ...parent, ...one }, { ...OTHER, ...parent, ...other })).toEqual([
        ['Гусева Вера', 'Гусев Пётр'],
      ]);
    }
  });

  it('meet through either parent, and keep two codes of one child on two sheets', () => {
    const father = { parentName: 'Гусев Евгений', parentSnils: '050-879-530 79' };
    expect(
      together({ ...CHILD, ...MOTHER }, { ...CHILD, ...father }, { ...OTHER, ...father }),
    ).toEqual([['Гусева Вера', 'Гусев Пётр']]);
    expect(
      together(
        { ...CHILD, ...MOTHER, inviteCode: 'AAAA1111' },
        { ...CHILD, ...MOTHER, inviteCode: 'BBBB2222' },
        { ...OTHER, ...MOTHER },
      ),
    ).toEqual([['Гусева Вера', 'Гусев Пётр'], ['Гусева Вера']]);
  });

  it('are three on a sheet at most', () => {
    const children = Array.from({ length: 4 }, (_, index) => ({
      ...MOTHER,
      childName: `Гусев ${String(index)}`,
    }));
    expect(together(...children).map(({ length }) => length)).toEqual([3, 1]);
  });
});
