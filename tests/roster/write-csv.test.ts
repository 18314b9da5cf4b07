import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, readRoster, type FieldName, type Roster } from '../../src/roster';
import { writeCsv } from '../../src/roster/write-csv';
import { fixture, utf8 } from './lists';

test('the clean list comes back byte for byte', () => {
  const bytes = fixture('4A-clean.csv');
  expect(writeCsv(readRoster(bytes).roster)).toBe(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  );
});

test('a cell that a spreadsheet would calculate is disarmed; phones are not touched', () => {
  const values = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<
    FieldName,
    string
  >;
  const roster: Roster = {
    columns: ['childName', 'inviteCode', 'parentName', 'parentPhone'],
    rows: [
      {
        line: 2,
        values: {
          ...values,
          childName: '=HYPERLINK("http://x")',
          inviteCode: '@SUM(A1)',
          parentName: '-cmd|x',
          parentPhone: '+7 (955) 909-07-38',
        },
      },
    ],
  };
  const csv = writeCsv(roster);
  expect(csv.split('\r\n')[1]).toBe(
    `"'=HYPERLINK(""http://x"")";'@SUM(A1);'-cmd|x;+7 (955) 909-07-38`,
  );
  expect(readRoster(utf8(csv)).roster.rows[0]?.values).toEqual(roster.rows[0]?.values);
});

test('any list comes back from what was written', () => {
  const text = fc
    .string({
      unit: fc.constantFrom('а', 'Ё', 'z', '7', '"', ';', ',', "'", '=', '+', '-', '@', '(', ' '),
    })
    .map((value) => value.trim());
  const row = fc.record({ code: text, parent: text, phone: text, login: text });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), (rows) => {
      const empty = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<
        FieldName,
        string
      >;
      const roster: Roster = {
        columns: ['childName', 'inviteCode', 'parentName', 'parentPhone', 'login'],
        rows: rows.map(({ code, parent, phone, login }, i) => ({
          line: i + 2,
          values: {
            ...empty,
            childName: 'Ким Ян',
            inviteCode: code,
            parentName: parent,
            parentPhone: phone,
            login,
          },
        })),
      };
      const back = readRoster(utf8(writeCsv(roster)));
      expect(back.roster).toEqual(roster);
      expect(back.notes).toEqual([]);
    }),
  );
});
