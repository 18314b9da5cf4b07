import { describe, expect, test } from 'vitest';
import { mergeRosters, compareRosters, RosterError, type Roster } from '../../src/roster';
import { ImportSession } from '../../src/roster/import-session';
import { take } from './lists';
import { workbook } from './workbooks';

const NONE: Roster = { columns: [], rows: [] };

function open(text: string, previous = NONE): Promise<ImportSession> {
  return ImportSession.open({ text }, previous);
}

describe('a list on its way in', () => {
  test.each([
    ['clean', 'Класс;Ученик;Код\n4А;Ким Ян;AB', true],
    ['under its title', 'Список 4А\nКласс;Ученик;Код\n4А;Ким Ян;AB', true],
    ['with an unknown column', 'Класс;Ученик;Чадо\n4А;Ким Ян;да', false],
    ['with a repeated column', 'Ученик;Код;Код\nКим Ян;AB;CD', false],
    ['with broken quotes', 'Класс;Ученик;Код\n4А;"Ким" Ян;AB', false],
    ['with a total under it', 'Класс;Ученик;Код\n4А;Ким Ян;AB\n;Итого: 1;', false],
  ])('%s asks for a look only where there is something to see', async (_, text, isPlain) => {
    expect((await open(text)).preview().isPlain).toBe(isPlain);
  });

  test('asks for a look whenever there is a list already', async () => {
    const previous = take('Ученик;Код', 'Ким Ян;AB').roster;
    const preview = (await open('Ученик;Код\nКим Ян;CD\nЮн Ли;EF', previous)).preview();
    expect(preview).toMatchObject({
      isPlain: false,
      comparison: { added: 1, changed: 1, unchanged: 0, missing: 0 },
    });
  });

  test('cannot be taken while no column has names, and says why', async () => {
    const session = await open('Чадо;Код\nКим Ян;AB');
    expect(session.preview().problem).toMatch(/имен/);
    expect(() => session.take({ keepMissing: false })).toThrow(RosterError);
  });

  test('follows another header line, and no header at all', async () => {
    const session = await open('Ученик;Код;Класс\nРебёнок;Код приглашения;\nКим Ян;AB;');
    const [sheet] = session.preview().sheets;
    const choose = (headerLine: number): ReturnType<ImportSession['preview']> => {
      session.choose([{ isTaken: true, match: { ...sheet!.match, headerLine } }]);
      return session.preview();
    };
    expect(choose(2)).toMatchObject({ rows: 1, sheets: [{ match: { headerLine: 2 } }] });
    expect(choose(0)).toMatchObject({ rows: 0, problem: expect.stringMatching(/имен/) as string });
  });

  test('takes the chosen sheets of a workbook', async () => {
    const rows = (name: string): string[][] => [
      ['Ученик', 'Код'],
      [name, 'AB'],
    ];
    const bytes = workbook(
      { name: '4А', rows: rows('Ким Ян') },
      { name: '4Б', rows: rows('Юн Ли') },
    );
    const session = await ImportSession.open({ bytes, fileName: 'школа.xlsx' }, NONE);
    const { sheets, rows: count } = session.preview();
    expect([sheets.map(({ name }) => name), count]).toEqual([['4А', '4Б'], 2]);
    session.choose(sheets.map((sheet, i) => ({ ...sheet, isTaken: i === 1 })));
    session.preview();
    const { roster } = session.take({ keepMissing: false });
    expect(roster.rows.map(({ values }) => [values.className, values.childName])).toEqual([
      ['4Б', 'Юн Ли'],
    ]);
    session.choose(sheets.map((sheet) => ({ ...sheet, isTaken: false })));
    expect(session.preview().problem).toMatch(/лист/);
  });

  test('names the file that cannot be read', async () => {
    const bytes = workbook().slice(0, 50);
    await expect(ImportSession.open({ bytes, fileName: 'я.xlsx' }, NONE)).rejects.toThrow('я.xlsx');
  });
});

describe('a merged list', () => {
  const before = take(
    'Ученик;Код;Мама;Телефон',
    'Ким Ян;AB;Ким Анна;+79559090738',
    'Юн Ли;CD;Юн Вера;+79910409287',
  ).roster;
  const after = take('Ученик;Код', 'Ли Ан;GH', 'Ким Ян;EF').roster;
  const merge = (keepMissing: boolean): string[][] =>
    mergeRosters(before, after, compareRosters(before, after), { keepMissing }).rows.map(
      ({ line, values }) => [String(line), values.childName, values.inviteCode, values.parentName],
    );

  test('keeps what the new one has no column for', () => {
    expect(merge(false)).toEqual([
      ['2', 'Ли Ан', 'GH', ''],
      ['3', 'Ким Ян', 'EF', 'Ким Анна'],
    ]);
  });

  test('keeps the missing under lines of their own when asked', () => {
    expect(merge(true).at(-1)).toEqual(['4', 'Юн Ли', 'CD', 'Юн Вера']);
  });

  test('drops no row, not even one that the comparison says nothing of', () => {
    const before = take('Ученик;Код', 'Ким Ян;AB').roster;
    const after = take('Ученик;Код', 'Ким Ян;AB', 'Юн Ли;EF').roster;
    const comparison = { ...compareRosters(before, after), added: [] };
    const { rows } = mergeRosters(before, after, comparison, { keepMissing: false });
    expect(rows.map(({ values }) => values.childName)).toEqual(['Ким Ян', 'Юн Ли']);
  });

  test('with itself is itself', () => {
    const same = mergeRosters(before, before, compareRosters(before, before), {
      keepMissing: true,
    });
    expect(same).toEqual(before);
  });
});
