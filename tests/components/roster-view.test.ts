import { describe, expect, test } from 'vitest';
import { MARKS, placeOf, type RosterRow } from '../../src/roster';
import {
  markChosen,
  newRow,
  putRow,
  removeRow,
  type ClassList,
} from '../../src/components/class-list';
import { viewRows, type RosterView } from '../../src/components/roster-view';
import { take } from '../roster/lists';

const { roster } = take(
  'Класс;Ученик;Код;Мама;СНИЛС мамы;Телефон',
  '10А;Ёлкин Ян;AB;Ёлкина Анна;112-233-445 95;+7 955 909-07-38',
  '2Б;Ежова Ли;;Ежов Пётр;;',
  '2Б;Абаев Ан;CD;;;',
);
const [yolkin, yezhova, abaev] = roster.rows as [RosterRow, RosterRow, RosterRow];
const context = {
  marks: new Map([
    [placeOf(yolkin), MARKS.error],
    [placeOf(abaev), MARKS.question],
  ]),
  chosen: new Set([yezhova]),
};

function view(part: Partial<RosterView>): string[] {
  const whole: RosterView = { text: '', filter: 'all', sort: 'line', isDescending: false, ...part };
  return viewRows(roster.rows, whole, context).map(({ values }) => values.childName.split(' ')[0]!);
}

describe('the rows that are shown', () => {
  test.each<[string, Partial<RosterView>, string[]]>([
    ['all', {}, ['Ёлкин', 'Ежова', 'Абаев']],
    ['found with another ё', { text: 'елкин' }, ['Ёлкин']],
    ['found by two words', { text: 'петр 2б' }, ['Ежова']],
    ['found by a phone however written', { text: '5590907' }, ['Ёлкин']],
    ['not found by what is masked', { text: '112-233' }, []],
    ['with errors', { filter: 'errors' }, ['Ёлкин']],
    ['with questions', { filter: 'questions' }, ['Абаев']],
    ['chosen', { filter: 'chosen' }, ['Ежова']],
    ['by name, ё as е', { sort: 'childName' }, ['Абаев', 'Ежова', 'Ёлкин']],
    ['by class, 2 before 10', { sort: 'className' }, ['Ежова', 'Абаев', 'Ёлкин']],
    ['by code backwards', { sort: 'inviteCode', isDescending: true }, ['Ежова', 'Абаев', 'Ёлкин']],
  ])('%s', (_, part, names) => {
    expect(view(part)).toEqual(names);
  });

  test('leave out who has signed in when asked', () => {
    const rows = [{ ...yolkin, stages: ['signed-in' as const] }, yezhova];
    const whole: RosterView = { text: '', filter: 'absent', sort: 'line', isDescending: false };
    expect(viewRows(rows, whole, context)).toEqual([yezhova]);
  });
});

describe('a change of a row', () => {
  const list: ClassList = { roster, chosen: new Set([yolkin]), notes: [], change: '' };

  test('keeps its place and its being chosen', () => {
    const row = { ...yolkin, values: { ...yolkin.values, parentEmail: 'a@example.ru' } };
    const next = putRow(list, yolkin, row);
    expect([next.roster.rows[0], next.roster.rows.length, [...next.chosen]]).toEqual([
      row,
      3,
      [row],
    ]);
    expect(next.roster.columns).toContain('parentEmail');
    expect(roster.columns).not.toContain('parentEmail');
  });

  test('adds a new one under a line of its own, chosen', () => {
    const row = newRow(roster);
    const next = putRow(list, row, { ...row, values: { ...row.values, childName: 'Ли Ан' } });
    expect(next.roster.rows.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(next.chosen.size).toBe(2);
  });

  test('marks a stage at the chosen alone, once, in order', () => {
    const once = markChosen(markChosen(list, 'signed-in'), 'account');
    expect(once.roster.rows.map(({ stages }) => stages)).toEqual([
      ['account', 'signed-in'],
      undefined,
      undefined,
    ]);
    expect([...markChosen(once, 'account').chosen]).toEqual([once.roster.rows[0]]);
  });

  test('takes one away, from the chosen too', () => {
    const next = removeRow(list, yolkin);
    expect([next.roster.rows.length, next.chosen.size]).toEqual([2, 0]);
  });
});
