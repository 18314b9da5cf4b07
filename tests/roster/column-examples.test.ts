import { expect, test } from 'vitest';
import { columnExamples, readPastedTable } from '../../src/roster';

const { rows } = readPastedTable(
  ['4А класс', 'ФИО\tСНИЛС родителя\tСНИЛС есть', 'Иванова\t112-233-445 95\tда', '\t\tнет'].join(
    '\n',
  ),
);
const column = (index: number, title: string, role: string): string[] =>
  columnExamples(rows, 2, { index, title, role });

test('a column is shown by its first cells under the header', () => {
  expect(column(0, 'ФИО', 'childName')).toEqual(['Иванова']);
  expect(column(2, 'СНИЛС есть', 'ignored')).toEqual(['да', 'нет']);
});

test('СНИЛС is masked, also in a column that is not taken', () => {
  const masked = ['•••-•••-445 95'];
  expect(column(1, 'СНИЛС родителя', 'parentSnils')).toEqual(masked);
  expect(column(1, 'СНИЛС родителя', 'ignored')).toEqual(masked);
});
