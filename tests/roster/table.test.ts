import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedTable, readRoster, readTable, RosterError } from '../../src/roster';
import { fixture, take, utf8 } from './lists';

const HEADER = 'ФИО ученика;Код приглашения;ФИО родителя';

/** Little-endian UTF-16 with a byte-order mark: what Excel saves as «Текст Юникод». */
function utf16(text: string, bigEndian = false): Uint8Array {
  const codes = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))];
  return new Uint8Array(
    codes.flatMap((code) => (bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8])),
  );
}

describe('the example lists', () => {
  test.each([
    ['4A-clean.csv', 'utf-8', ';', 25],
    ['4B-mistakes.csv', 'utf-8', ';', 24],
    ['9V-windows-1251.csv', 'windows-1251', ';', 22],
    ['9V-tabs-as-pasted-from-excel.txt', 'utf-8', '\t', 22],
  ])('%s is read whole and without a note', (name, encoding, delimiter, pupils) => {
    const table = readTable(fixture(name));
    expect(table).toMatchObject({ encoding, delimiter, notes: [] });
    const { roster, notes } = readRoster(fixture(name), name);
    expect(notes).toEqual([]);
    expect(roster.columns).toHaveLength(11);
    expect(roster.rows.map((row) => row.line)).toEqual(
      Array.from({ length: pupils }, (_, i) => i + 2),
    );
  });

  test('one class is the same from windows-1251 and from tabs', () => {
    const file = readRoster(fixture('9V-windows-1251.csv')).roster;
    const tabs = readRoster(fixture('9V-tabs-as-pasted-from-excel.txt')).roster;
    const pasted = readPastedTable(
      new TextDecoder().decode(fixture('9V-tabs-as-pasted-from-excel.txt')),
    );
    expect(tabs).toEqual(file);
    expect(pasted.rows).toHaveLength(23);
  });
});

describe('encodings', () => {
  const text = `${HEADER}\r\nИванов Пётр;AB12;Иванова Анна\r\n`;

  test.each([
    ['utf-16le', utf16(text)],
    ['utf-16be', utf16(text, true)],
    ['utf-16le', utf16(text).slice(2)],
    ['utf-8', utf8(`\uFEFF${text}`)],
  ])('%s', (encoding, bytes) => {
    const table = readTable(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.rows[1]?.cells).toEqual(['Иванов Пётр', 'AB12', 'Иванова Анна']);
  });

  test('one damaged byte does not turn a UTF-8 list into gibberish', () => {
    const bytes = utf8(text.repeat(4));
    bytes[3] = 0xff;
    const table = readTable(bytes);
    expect(table.encoding).toBe('utf-8');
    expect(table.notes.map((note) => note.kind)).toEqual(['file-damaged']);
    expect(table.rows[1]?.cells[0]).toBe('Иванов Пётр');
  });

  test('the reader may choose the encoding', () => {
    expect(
      readTable(fixture('9V-windows-1251.csv'), { encoding: 'windows-1251' }).rows[0]?.cells[0],
    ).toBe('Класс');
  });
});

describe('delimiters, quotes and lines', () => {
  test('the header decides on the delimiter, not the commas of the data', () => {
    const table = readTable(utf8('Ученик;Родитель\n"Иванов, Пётр";Иванова, Анна, мама\nА, Б;В, Г'));
    expect(table.delimiter).toBe(';');
    expect(table.rows[1]?.cells).toEqual(['Иванов, Пётр', 'Иванова, Анна, мама']);
  });

  test('a single column needs no delimiter', () => {
    const { roster } = take('ФИО ученика', 'Иванов Пётр', 'Сидорова Анна');
    expect(roster.rows.map((row) => row.values.childName)).toEqual([
      'Иванов Пётр',
      'Сидорова Анна',
    ]);
    expect(roster.columns).toEqual(['childName']);
  });

  test("Excel's sep= line is not data, but it is a line", () => {
    const { roster } = take('sep=,', 'Ученик,Код', 'Иванов Пётр,AB12');
    expect(roster.rows[0]).toMatchObject({ line: 3, values: { inviteCode: 'AB12' } });
  });

  test('a cell with line breaks counts as the lines that it takes in the file', () => {
    const { roster } = take(
      'Ученик;Родитель',
      '"Иванов\nПётр";"Иванова\n\nАнна"',
      '',
      'Ким Ян;Ким Ли',
    );
    expect(roster.rows.map((row) => [row.line, row.values.childName])).toEqual([
      [2, 'Иванов Пётр'],
      [7, 'Ким Ян'],
    ]);
    expect(roster.rows[0]?.values.parentName).toBe('Иванова Анна');
  });

  test.each([
    ['never closed', '"Иванов Пётр;AB12;Иванова Анна'],
    ['in the wrong place', '"Дом" Иванов Пётр;AB12;Иванова Анна'],
  ])('a quote %s costs its own line only', (_, line) => {
    const { roster, notes } = take(HEADER, line, 'Ким Ян;CD34;"Ким ""Ли"""', 'Юн Ли;EF56;Юн Со');
    expect(roster.rows.map((row) => row.values.inviteCode)).toEqual(['AB12', 'CD34', 'EF56']);
    expect(roster.rows[1]?.values.parentName).toBe('Ким "Ли"');
    expect(notes).toMatchObject([{ kind: 'quotes-broken', line: 2 }]);
  });

  test('a quote that another line happens to close does not swallow the rows between', () => {
    const { roster } = take(HEADER, '"Иванов Пётр;AB12;А', 'Ким Ян;CD34;Б', 'Юн Ли;EF56;В";');
    expect(roster.rows.map((row) => row.values.inviteCode)).toEqual(['AB12', 'CD34', 'EF56']);
  });

  test('broken quotes on every line are read all the same', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `"Иванов ${i};C${i};Анна`);
    const { roster } = take(HEADER, ...lines);
    expect(roster.rows).toHaveLength(60);
    expect(roster.rows[59]).toMatchObject({ line: 61, values: { inviteCode: 'C59' } });
  });

  test('what spreadsheets put around text to stop a formula comes off', () => {
    const { roster } = take(
      'Ученик;СНИЛС родителя;Телефон',
      'Ким Ян;="00697620767";\'+79161234567',
    );
    expect(roster.rows[0]?.values).toMatchObject({
      parentSnils: '00697620767',
      parentPhone: '+79161234567',
    });
  });

  test('invisible marks go, and it is said', () => {
    const { roster, notes } = take(
      'Ученик;Телефон',
      'Ким\u00A0Ян\u200B;\u202A+7 916 123-45-67\u202C',
    );
    expect(roster.rows[0]?.values).toMatchObject({
      childName: 'Ким Ян',
      parentPhone: '+7 916 123-45-67',
    });
    expect(notes).toMatchObject([{ kind: 'text-cleaned' }]);
  });

  test('any cells come back from any quoted file, on their lines', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('а', 'Я', 'ё', '"', ';', ',', '\t', '\n', ' ', '7', "'") })
      .filter((text) => text.split('\n').every((line) => line.split(/[;,\t]/).length < 3));
    fc.assert(
      fc.property(
        fc.constantFrom(';', ',', '\t'),
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        (delimiter, rows) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const lines = rows.map((row) => ['x', ...row].map(quote).join(delimiter));
          const header = ['Ученик', 'Код', 'Логин', 'Мама'].join(delimiter);
          const table = readTable(utf8([header, ...lines].join('\r\n')));
          expect(table.delimiter).toBe(delimiter);
          let line = 2;
          rows.forEach((row, i) => {
            const read = table.rows[i + 1];
            expect(read?.line).toBe(line);
            expect(read?.cells).toEqual([
              'x',
              ...row.map((c) => c.replace(/[\t\n]+/g, ' ').trim()),
            ]);
            line += 1 + row.join('').split('\n').length - 1;
          });
        },
      ),
    );
  });
});

describe('files that are no list', () => {
  const magic = (...bytes: number[]) => new Uint8Array([...bytes, ...new Uint8Array(2000)]);
  test.each([
    ['an empty file', new Uint8Array(), /пустой/],
    ['blank lines', utf8('\n \n;;\n'), /нет ни одной строки/],
    ['a PNG', magic(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /картинка/],
    ['a JPEG', magic(0xff, 0xd8, 0xff, 0xe0), /картинка/],
    ['a PDF', utf8('%PDF-1.7\n'), /PDF/],
    ['a ZIP', magic(0x50, 0x4b, 3, 4), /архив/],
    ['an .xls', magic(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /старый формат Excel/],
    ['a web page', utf8('<html><table><tr><td>Ученик</td></tr></table>'), /веб-страница/],
    ['an RTF', utf8('{\\rtf1\\ansi'), /документ/],
    [
      'binary junk',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 197 + (i >> 3)) % 256),
      /двоичные/,
    ],
    ['50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x41), /Слишком большой \(50 МБ\)/],
    ['millions of cells', utf8(';'.repeat(7_000_000)), /млн ячеек/],
  ])('%s gets its own message', (_, bytes, message) => {
    expect(() => readTable(bytes, { fileName: 'список.csv' })).toThrow(RosterError);
    expect(() => readTable(bytes, { fileName: 'список.csv' })).toThrow(message);
    expect(() => readTable(bytes, { fileName: 'список.csv' })).toThrow(/^Файл «список.csv»: /);
  });

  test('a list under a password is told from an old .xls', () => {
    const bytes = magic(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    [...'EncryptedPackage'].forEach((char, i) => (bytes[1024 + i * 2] = char.charCodeAt(0)));
    expect(() => readTable(bytes)).toThrow(/паролем/);
  });

  test('a list without names says what it found and what is needed', () => {
    expect(() => take('Код;СНИЛС;Адрес', 'AB12;1;2')).toThrow(
      /Не нашли столбец с именами учеников.*«Код», «СНИЛС», «Адрес».*«ФИО ученика»/,
    );
  });

  test('a header alone is not a list', () => {
    expect(() => take(HEADER)).toThrow(/только заголовок/);
  });

  test('100,000 rows are taken in', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `Иванов Пётр ${i};C${i};Иванова Анна`);
    const { roster } = take(HEADER, ...rows);
    expect(roster.rows).toHaveLength(100_000);
    expect(roster.rows.at(-1)).toMatchObject({ line: 100_001, values: { inviteCode: 'C99999' } });
  });
});
