import { describe, expect, it } from 'vitest';
import { familiesOf } from '../../src/memo';
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
