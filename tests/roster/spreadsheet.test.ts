import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { matchColumns, openRoster, readRoster, RosterError, toRoster } from '../../src/roster';
import { readSpreadsheet, readSpreadsheetRoster } from '../../src/roster/spreadsheet';
import { fixture, utf8 } from './lists';
import { workbook, workbookFiles } from './workbooks';

const HEADER = ['ФИО ученика', 'Код'];

describe('reading', () => {
  test('the clean list is the same from a workbook and from CSV', async () => {
    const text = new TextDecoder().decode(fixture('4A-clean.csv')).trim();
    const rows = text.split(/\r\n/).map((line) => line.split(';'));
    const { roster, notes } = await readSpreadsheetRoster(workbook({ name: 'Лист1', rows }));
    expect(notes).toEqual([]);
    expect(roster).toEqual(readRoster(fixture('4A-clean.csv')).roster);
  });

  test('numbers and dates become what was meant, and restored zeros are noted', async () => {
    const { roster, notes } = await readSpreadsheetRoster(
      workbook({
        name: 'Лист1',
        rows: [
          ['Ученик', 'Дата рождения', 'СНИЛС', 'Код', 'Мама', 'Телефон', 'Дата рождения мамы'],
          ['Ким Ян', { date: 42692 }, 697620767, 12345678, 'Ким Ли', 79161234567, 32143],
        ],
      }),
    );
    expect(roster.rows[0]?.values).toMatchObject({
      childBirthDate: '18.11.2016',
      childSnils: '00697620767',
      inviteCode: '12345678',
      parentPhone: '79161234567',
      parentBirthDate: '01.01.1988',
    });
    expect(notes).toMatchObject([{ kind: 'number-restored', message: /строки: 2/ }]);
  });

  test('a title row, a header of two rows and merged cells', async () => {
    const [sheet] = await readSpreadsheet(
      workbook({
        name: 'Список',
        rows: [
          ['Список 4 «Б» класса'],
          [],
          ['№', 'Обучающийся', 'Мать', null, 'Отец', null],
          [null, null, 'ФИО', 'Телефон', 'ФИО', 'Телефон'],
          [1, 'Ким Ян', 'Ким Ли', 79161234567, 'Ким Со', 79161234568],
          [2, 'Юн Ли', 'Юн Ан', 79161234569],
          [null, null, 'Юн Бо', 79161234560],
        ],
        merges: ['A1:F1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'B6:B7'],
      }),
    );
    const match = matchColumns(sheet!.table);
    expect(match.headerLine).toBe(4);
    const { roster } = toRoster(sheet!.table, match);
    expect(
      roster.rows.map(({ line, values }) => [
        line,
        values.className,
        values.childName,
        values.parentName,
      ]),
    ).toEqual([
      [5, '4Б', 'Ким Ян', 'Ким Ли'],
      [5, '4Б', 'Ким Ян', 'Ким Со'],
      [6, '4Б', 'Юн Ли', 'Юн Ан'],
      [7, '4Б', 'Юн Ли', 'Юн Бо'],
    ]);
  });

  test('each sheet is a class; one without pupils is named', async () => {
    const { roster, notes } = await readSpreadsheetRoster(
      workbook(
        { name: '4А', rows: [HEADER, ['Ким Ян', 'AB']] },
        {
          name: 'Расписание & звонки',
          rows: [
            ['Урок', 'Время'],
            ['1', '8:30'],
          ],
        },
        { name: '4-Б', rows: [HEADER, ['Юн Ли', 'CD']] },
        { name: 'Пусто', rows: [] },
      ),
    );
    expect(roster.rows.map(({ sheet, line, values }) => [sheet, line, values.className])).toEqual([
      ['4А', 2, '4А'],
      ['4-Б', 2, '4Б'],
    ]);
    expect(notes.filter((note) => note.kind === 'sheet-skipped')).toMatchObject([
      { message: /Лист «Расписание & звонки» не взят\. Не нашли столбец с именами/ },
    ]);
  });

  test('a formula is taken by its value; one without a value is noted', async () => {
    const { roster, notes } = await readSpreadsheetRoster(
      workbook({
        name: 'Лист1',
        rows: [
          HEADER,
          ['Ким Ян', { type: 'str', xml: '<f>"A"&amp;"B"</f><v>AB</v>' }],
          ['Юн Ли', { type: 'str', xml: '<f>A1</f>' }],
          ['Ли Ан', { type: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' }],
        ],
      }),
    );
    expect(roster.rows.map((row) => row.values.inviteCode)).toEqual(['AB', '', '']);
    expect(notes).toMatchObject([{ kind: 'formula-failed', message: /Строки: 3, 4\./ }]);
  });
});

describe('refusing', () => {
  const zipOf = (files: Record<string, Uint8Array>) => zipSync(files);

  test('a zip bomb is refused by the sizes in its directory', async () => {
    const files = workbookFiles({ name: 'Лист1', rows: [HEADER] });
    const bomb = zipOf({ ...files, 'xl/bomb.xml': new Uint8Array(129 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readSpreadsheet(bomb)).rejects.toThrow(/слишком большая/);
  });

  test('a sheet stretched to its last cell is refused before it fills the memory', async () => {
    const bytes = workbook({ name: 'Лист1', rows: [HEADER, ['Ким Ян', 'AB']] });
    const files = workbookFiles({ name: 'Лист1', rows: [HEADER] });
    const xml = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    files['xl/worksheets/sheet1.xml'] = strToU8(
      xml.replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    );
    await expect(readSpreadsheet(bytes)).resolves.toHaveLength(1);
    await expect(readSpreadsheet(zipOf(files))).rejects.toThrow(/растянут до строки 1048576/);
  });

  test.each([
    ['a CSV', utf8('Ученик;Код\nКим Ян;AB'), /текст, а не книга/],
    ['an empty file', new Uint8Array(), /пустой/],
    ['another ZIP', zipSync({ 'a.txt': utf8('x') }), /архив/],
    ['a workbook without text', workbook({ name: 'Лист1', rows: [] }), /ни одной строки/],
    ['a cut file', workbook({ name: 'Лист1', rows: [HEADER] }).slice(0, 900), /повреждена|архив/],
    ['50 MB', new Uint8Array(50 * 1024 * 1024), /слишком большая \(50 МБ/],
  ])('%s gets its own message', async (_, bytes, message) => {
    await expect(readSpreadsheetRoster(bytes)).rejects.toThrow(RosterError);
    await expect(readSpreadsheetRoster(bytes)).rejects.toThrow(message);
  });

  test('broken XML inside is a damaged workbook', async () => {
    const files = workbookFiles({ name: 'Лист1', rows: [HEADER] });
    delete files['xl/worksheets/sheet1.xml'];
    await expect(readSpreadsheet(zipOf(files))).rejects.toThrow(/повреждена/);
  });
});

test('a file of either kind is opened by its bytes, whatever its name', async () => {
  const rows = [HEADER, ['Ким Ян', 'AB']];
  const { roster } = await openRoster(workbook({ name: 'Лист1', rows }), 'список.csv');
  expect(roster).toEqual((await openRoster(utf8('ФИО ученика;Код\nКим Ян;AB'), 'x.xlsx')).roster);
  const nameless = workbook({ name: 'Лист1', rows: [['Код'], ['AB']] });
  await expect(openRoster(nameless, 'а.xlsx')).rejects.toThrow(/^Файл «а.xlsx»: Не нашли столбец/);
});
