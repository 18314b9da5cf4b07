import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPastedTable, RosterError, type RosterRow } from '../../src/roster';
import { matchReport } from '../../src/roster/report-columns';
import { readReport, type ReportOutcome } from '../../src/roster/report';
import { ReportSession } from '../../src/roster/report-session';
import { take } from './lists';

const { roster } = take(
  'Класс;Ученик;Родитель;Телефон',
  '4А;Ким Ян;Ким Анна;+79559090738',
  '4А;Ким Ян;Ким Ли;+79910409287',
  '4А;Юн Пётр;Юн Вера;+79001112233',
  '4Б;Юн Вера;Юн Лев;+79001112244',
  '4Б;Ли Ан;Ли Инна;+79001112255',
  '4А;Ли Ян;Ли Инна;+79001112255',
);

function read(rows: readonly RosterRow[], ...lines: string[]): ReportOutcome {
  const table = readPastedTable(lines.join('\n'));
  return readReport(table, matchReport(table), rows);
}

/** «row stages» for each change. */
function told(...lines: string[]): string[] {
  return read(roster.rows, ...lines).changes.map(
    ({ index, added }) => `${String(index)} ${added.join('+')}`,
  );
}

describe('a report about who has joined', () => {
  test('is matched by its titles, under titles of its own', () => {
    const table = readPastedTable(
      'Отчёт School72_new;;;\nКласс;ФИО родителя;Логин;Дата последнего входа;Сферум\n4А;Ким Анна;Kim;1.9.2026;да',
    );
    expect(matchReport(table)).toEqual({
      headerLine: 2,
      columns: [
        { index: 0, title: 'Класс', role: 'className' },
        { index: 1, title: 'ФИО родителя', role: 'parentName' },
        { index: 2, title: 'Логин', role: 'account' },
        { index: 3, title: 'Дата последнего входа', role: 'signed-in' },
        { index: 4, title: 'Сферум', role: 'chat' },
      ],
    });
  });

  test('brings forward those whom it names, whatever the spelling, each child of a parent', () => {
    expect(told('Родитель;Логин;Последний вход', 'КИМ  АННА;kim_1;01.09.2026 10:15')).toEqual([
      '0 account+signed-in',
    ]);
    expect(told('Родитель;Количество входов', 'Ли Инна;3', 'Юн Вера;0')).toEqual([
      '4 signed-in',
      '5 signed-in',
    ]);
  });

  test('knows people by a name in parts too, each part belonging to who was named last', () => {
    expect(
      told('Класс;Фамилия ученика;Имя;Последний вход', '4Б;Юн;Вера;01.09.2026', '4Б;Ли;Ян;1'),
    ).toEqual(['3 signed-in']);
    expect(
      told('Фамилия родителя;Имя;Отчество;Ученик;Логин', 'Юн;Вера;;Юн Пётр;vera', 'Юн;Лев;;;lev'),
    ).toEqual(['2 account', '3 account']);
    // A whole name needs no parts.
    expect(told('ФИО родителя;Фамилия;Вход', 'Ким Ли;Ким;да')).toEqual(['1 signed-in']);
  });

  test.each([
    ['да', true],
    ['Вошёл', true],
    ['12', true],
    ['2026-09-01', true],
    ['нет', false],
    ['не входил', false],
    ['—', false],
    ['0', false],
    ['', false],
  ])('takes «%s» for %s', (cell, isReached) => {
    expect(told('Родитель;Вход', `Ким Анна;${cell}`)).toEqual(isReached ? ['0 signed-in'] : []);
  });

  test('leaves what fits two people, nobody or no meaning to the teacher, with the lines', () => {
    const { changes, unchanged, notes } = read(
      roster.rows,
      'Ученик;Вход',
      'Ким Ян;да',
      'Никто Нигде;да',
      'Юн Пётр;может быть',
    );
    expect(changes).toEqual([]);
    expect(unchanged).toBe(1);
    expect(notes).toHaveLength(3);
    expect(notes.join('\n')).toMatch(/нет. Строки отчёта: 3[^]*сами. Строки отчёта: 2[^]*: 4/);
  });

  test('tells namesakes apart by their class', () => {
    const namesakes = take('Класс;Ученик', '4А;Ким Ян', '4Б;Ким Ян').roster.rows;
    const { changes } = read(namesakes, 'Класс;Ученик;Вход', '4 «Б»;Ким Ян;да');
    expect(changes.map(({ index }) => index)).toEqual([1]);
  });

  test('of numbers by class says that there is nobody to mark', async () => {
    const text = 'Класс;Уникальные родители\n4А;12\n';
    expect(() => read(roster.rows, ...text.split('\n'))).toThrow(RosterError);
    const session = await ReportSession.open({ text }, roster.rows);
    expect(session.preview()).toMatchObject({ changes: [] });
    expect(session.preview().problem).toMatch(/числа по классам/);
  });

  test('is read again when a person corrects the match', async () => {
    const session = await ReportSession.open({ text: 'Кто;Был\nКим Анна;да\n' }, roster.rows);
    expect(session.preview().problem).toMatch(/имен/);
    const { match } = session.preview();
    session.choose({
      ...match,
      columns: [
        { index: 0, title: 'Кто', role: 'parentName' },
        { index: 1, title: 'Был', role: 'signed-in' },
      ],
    });
    expect(session.preview().changes).toEqual([{ index: 0, added: ['signed-in'] }]);
  });

  test('never takes a stage away, and read twice it changes nothing more', () => {
    const cell = fc.constantFrom('да', 'нет', '', '3', '01.09.2026', '?');
    const name = fc.constantFrom('Ким Анна', 'Ким Ли', 'Юн Вера', 'Ли Инна', 'Чужой Человек');
    const lines = fc.array(fc.tuple(name, cell, cell), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(lines, (cells) => {
        const report = ['Родитель;Вход;Чат', ...cells.map((line) => line.join(';'))];
        const { changes } = read(roster.rows, ...report);
        const added = new Map(changes.map((change) => [change.index, change.added]));
        const rows = roster.rows.map((row, i) => ({ ...row, stages: added.get(i) ?? [] }));
        expect(read(rows, ...report).changes).toEqual([]);
      }),
    );
  });
});
