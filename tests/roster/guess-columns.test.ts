import { describe, expect, test } from 'vitest';
import { readPastedTable } from '../../src/roster';
import { guessColumns } from '../../src/roster/guess-columns';
import { ImportSession } from '../../src/roster/import-session';

const NONE = { columns: [], rows: [] };

function roles(...lines: string[]): (string | undefined)[] | undefined {
  return guessColumns(readPastedTable(lines.join('\n')))?.columns.map(({ field, parent }) =>
    parent === undefined || parent === 1 ? field : `${field} ${String(parent)}`,
  );
}

describe('a table without a header', () => {
  test.each([
    ['names alone', ['Иванов Пётр', 'Петрова Анна-Мария Ильинична'], ['childName']],
    [
      'all of a family',
      [
        '4А\tКим Ян\t18.11.2016\t006-976-207 67\tHGKMDTW2\tКим Анна\t20.01.1994\t050-879-530 79\t+79559090738\tkim@example.ru',
      ],
      [
        'className',
        'childName',
        'childBirthDate',
        'childSnils',
        'inviteCode',
        'parentName',
        'parentBirthDate',
        'parentSnils',
        'parentPhone',
        'parentEmail',
      ],
    ],
    [
      'two parents, and a number of the row',
      ['1\tКим Ян\tКим Анна\t+79559090738\tКим Ли\t+79910409287'],
      ['ignored', 'childName', 'parentName', 'parentPhone', 'parentName 2', 'parentPhone 2'],
    ],
  ])('is known by its cells: %s', (_, lines, expected) => {
    expect(roles(...lines)).toEqual(expected);
  });

  test.each([
    ['with a header', ['Ученик', 'Ким Ян']],
    ['of words that are no names', ['просто слова', 'и ещё']],
  ])('is not guessed %s', (_, lines) => {
    expect(roles(...lines)).toBeUndefined();
  });

  test('is always shown before it is taken, with the first pupil among the rows', async () => {
    const session = await ImportSession.open({ text: 'Ким Ян\nЮн Ли\n' }, NONE);
    const { isPlain, notes, rows } = session.preview();
    expect({ isPlain, rows, kinds: notes.map(({ kind }) => kind) }).toEqual({
      isPlain: false,
      rows: 2,
      kinds: ['header-guessed'],
    });
    expect(session.take({ keepMissing: false }).roster.rows[0]?.values.childName).toBe('Ким Ян');
  });
});

test('a file is read again in the encoding that a person names; pasted text has none', async () => {
  const bytes = new TextEncoder().encode('Ученик\nКим Ян\n');
  const read = async (encoding?: 'windows-1251') =>
    (
      await ImportSession.open({ bytes, fileName: 'я.csv', ...(encoding && { encoding }) }, NONE)
    ).preview();
  expect(await read()).toMatchObject({ encoding: 'utf-8', isPlain: true });
  expect(await read('windows-1251')).toMatchObject({ encoding: 'windows-1251', isPlain: false });
  const pasted = await ImportSession.open({ text: 'Ученик\nКим Ян\n' }, NONE);
  expect(pasted.preview().encoding).toBeUndefined();
});
