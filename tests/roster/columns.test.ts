import { describe, expect, test } from 'vitest';
import { audit, matchColumns, readTable, toRoster } from '../../src/roster';
import { take, utf8 } from './lists';

/** Roles of a header's columns, a second parent's with its number. */
function roles(...header: string[]): string[] {
  const table = readTable(utf8(header.join('\n')));
  return matchColumns(table).columns.map(({ field, parent }) =>
    parent !== undefined && parent > 1 ? `${field}:${parent}` : field,
  );
}

describe('titles', () => {
  test.each([
    ['Обучающийся', 'childName'],
    ['Ученик', 'childName'],
    ['Ребёнок', 'childName'],
    ['ФИО', 'childName'],
    ['Ф.И.О. ребенка', 'childName'],
    ['Фамилия, имя', 'childName'],
    ['Фамилия Имя Отчество учащегося', 'childName'],
    ['Имя', 'childName'],
    ['Список учащихся', 'childName'],
    ['д/р ученика', 'childBirthDate'],
    ['Дата рожд. ребёнка', 'childBirthDate'],
    ['СНИЛС', 'childSnils'],
    ['Пригласительный код', 'inviteCode'],
    ['Код', 'inviteCode'],
    ['код приглашения (для родителя)', 'inviteCode'],
    ['Класс/группа', 'className'],
    ['Представитель', 'parentName'],
    ['Родитель (законный представитель)', 'parentName'],
    ['Мама', 'parentName'],
    ['ФИО отца', 'parentName'],
    ['Мобильный', 'parentPhone'],
    ['моб. тел.', 'parentPhone'],
    ['Телефон (мамы)', 'parentPhone'],
    ['Эл. почта', 'parentEmail'],
    ['Адрес электронной почты', 'parentEmail'],
    ['E-MAIL', 'parentEmail'],
    ['Логин (Фамилия_Город_школа)', 'login'],
    ['№ СНИЛС родителя', 'parentSnils'],
    ['Дата рождения матери', 'parentBirthDate'],
    ['№', 'ignored'],
    ['Пол', 'ignored'],
    ['Пароль', 'ignored'],
    ['Адрес', 'ignored'],
    ['Место рождения', 'ignored'],
    ['Классный руководитель', 'ignored'],
    ['Телефон школы', 'ignored'],
    ['Домашний телефон', 'ignored'],
    ['Телефон ребёнка', 'ignored'],
    ['Телефон, e-mail', 'ignored'],
    ['Работа мамы', 'ignored'],
    ['Ученик, класс', 'ignored'],
    ['Student', 'childName'],
    ['__proto__', 'ignored'],
    ['constructor', 'ignored'],
  ])('%s → %s', (title, role) => {
    expect(roles(`"${title}"`)).toEqual([role]);
  });

  test('an unmarked column belongs to whoever was named last', () => {
    expect(roles('Ученик;Дата рождения;СНИЛС;Родитель;Дата рождения;СНИЛС;Телефон')).toEqual([
      'childName',
      'childBirthDate',
      'childSnils',
      'parentName',
      'parentBirthDate',
      'parentSnils',
      'parentPhone',
    ]);
  });

  test('names in three columns, of the child and of the parent', () => {
    expect(roles('Фамилия;Имя;Отчество;Фамилия родителя;Имя родителя;Отчество родителя')).toEqual([
      'childSurname',
      'childGiven',
      'childPatronymic',
      'parentSurname',
      'parentGiven',
      'parentPatronymic',
    ]);
  });

  test('two rows of titles: the upper one says whose the columns are', () => {
    expect(roles('Ребёнок;;;Мать;;Отец;', 'Фамилия;Имя;СНИЛС;ФИО;Телефон;ФИО;Телефон')).toEqual([
      'childSurname',
      'childGiven',
      'childSnils',
      'parentName',
      'parentPhone',
      'parentName:2',
      'parentPhone:2',
    ]);
  });

  test('two parents side by side, however their columns are ordered', () => {
    expect(roles('Ученик;ФИО мамы;ФИО папы;Телефон мамы;Телефон папы')).toEqual([
      'childName',
      'parentName',
      'parentName:2',
      'parentPhone',
      'parentPhone:2',
    ]);
    expect(roles('Ученик;Родитель;Телефон;Родитель;Телефон')).toEqual([
      'childName',
      'parentName',
      'parentPhone',
      'parentName:2',
      'parentPhone:2',
    ]);
    expect(roles('Ученик;Родитель 1;Телефон 1;Родитель 2;Телефон 2')).toEqual([
      'childName',
      'parentName',
      'parentPhone',
      'parentName:2',
      'parentPhone:2',
    ]);
  });

  test('«ФИО» once more, after the child’s, is the parent’s', () => {
    expect(roles('ФИО;СНИЛС;Кем приходится;ФИО;СНИЛС')).toEqual([
      'childName',
      'childSnils',
      'ignored',
      'parentName',
      'parentSnils',
    ]);
  });

  test('a column that is there twice is taken once, and it is said', () => {
    const { notes } = take('Ученик;СНИЛС;СНИЛС', 'Ким Ян;1;2');
    expect(notes).toMatchObject([{ kind: 'column-repeated', message: /«СНИЛС»/ }]);
  });
});

test.each([
  ['a title', `${'('.repeat(200_000)};Ученик`],
  ['a class', `Ученик;Код\n4${' '.repeat(200_000)}x;`],
  ['a login', `Ученик;Логин\nКим Ян;${'_а'.repeat(200_000)}`],
  ['an address', `Ученик;Почта мамы\nКим Ян;${'a.'.repeat(200_000)}@`],
  ['a phone', `Ученик;Телефон\nКим Ян;${'1 и '.repeat(200_000)}`],
])('%s made to trap a pattern is read like any other', (_, text) => {
  const table = readTable(utf8(`${text}\nЮн Ли;x`));
  const match = matchColumns(table);
  if (match.columns.some((column) => column.field === 'childName')) {
    const { roster } = toRoster(table, match);
    expect(audit(roster, { today: '2026-11-22' }).summary.children).toBeGreaterThan(0);
  }
});

describe('taking in', () => {
  test('parts of a name are joined in their order', () => {
    const { roster } = take('Имя;Отчество;Фамилия;Мама', 'Пётр;Ильич;Ким;Ли Анна');
    expect(roster.rows[0]?.values).toMatchObject({
      childName: 'Ким Пётр Ильич',
      parentName: 'Ли Анна',
    });
  });

  test('a second parent is a second row of the same line', () => {
    const { roster } = take(
      'Ученик;Код;Мама;Папа',
      'Ким Ян;AB;Ким Ли;Ким Со',
      'Юн Ли;CD;;Юн Со',
      'Ли Ан;;;',
    );
    expect(
      roster.rows.map(({ line, values }) => [line, values.inviteCode, values.parentName]),
    ).toEqual([
      [2, 'AB', 'Ким Ли'],
      [2, 'AB', 'Ким Со'],
      [3, 'CD', 'Юн Со'],
      [4, '', ''],
    ]);
  });

  test('a parent whose cells say «нет» is none; a lone one keeps the word', () => {
    const { roster } = take(
      'Ученик;Мама;Телефон мамы;Папа;Телефон папы',
      'Ким Ян;-;—;Ким Со;+79161234567',
      'Юн Ли;нет;;;',
    );
    expect(roster.rows.map(({ line, values }) => [line, values.parentName])).toEqual([
      [2, 'Ким Со'],
      [3, 'нет'],
    ]);
  });

  test('a row that holds a class alone is the heading of the pupils under it', () => {
    const { roster, notes } = take('Ученик;Код', '4А;', 'Ким Ян;AB', '4-Б;', 'Юн Ли;CD');
    expect(roster.rows.map(({ values }) => [values.className, values.childName])).toEqual([
      ['4А', 'Ким Ян'],
      ['4Б', 'Юн Ли'],
    ]);
    expect(notes.map((note) => [note.kind, note.line])).toEqual([
      ['class-from-title', 2],
      ['class-from-title', 4],
    ]);
  });

  test('titles above, a header in the middle and a total at the end are not pupils', () => {
    const { roster, notes } = take(
      'МАОУ СОШ № 4;',
      'Список 4 «А» класса;',
      '№;Ученик;Код',
      '1;Ким Ян;AB',
      '№;Ученик;Код',
      '2;Юн Ли;CD',
      ';Итого: 2;',
    );
    expect(
      roster.rows.map(({ line, values }) => [line, values.className, values.childName]),
    ).toEqual([
      [4, '4А', 'Ким Ян'],
      [6, '4А', 'Юн Ли'],
    ]);
    expect(notes.map((note) => [note.kind, note.line])).toEqual([
      ['row-skipped', 1],
      ['row-skipped', 5],
      ['row-skipped', 7],
      ['class-from-title', undefined],
    ]);
  });

  test('a whole school in one file: each class under its own title', () => {
    const { roster } = take('Ученик;Код', '4А класс;', 'Ким Ян;AB', '4-Б класс;', 'Юн Ли;CD');
    expect(roster.rows.map((row) => row.values.className)).toEqual(['4А', '4Б']);
    expect(roster.columns).toContain('className');
  });

  test('text in a column without a title is listed with its line', () => {
    const { notes } = take('Ученик;Код;', 'Ким Ян;AB;', 'Юн Ли;CD;переехала;да');
    expect(notes).toMatchObject([{ kind: 'cell-outside-columns', message: /Строки: 3/ }]);
  });

  test('300 columns and hostile titles do no harm', () => {
    const header = ['Ученик', '__proto__', ...Array.from({ length: 298 }, (_, i) => `Поле ${i}`)];
    const { roster, notes } = take(header.join(';'), ['Ким Ян', 'x', ...header.slice(2)].join(';'));
    expect(roster.rows[0]?.values.childName).toBe('Ким Ян');
    expect(Object.prototype).not.toHaveProperty('x');
    expect(notes).toMatchObject([{ kind: 'column-ignored', message: /и ещё 287/ }]);
  });

  test('a person may correct the match', () => {
    const table = readTable(utf8('Кто;Ключ\nКим Ян;AB12'));
    const match = matchColumns(table);
    expect(match.columns.map((column) => column.field)).toEqual(['ignored', 'ignored']);
    match.columns[0]!.field = 'childName';
    match.columns[1]!.field = 'inviteCode';
    expect(toRoster(table, match).roster.rows[0]?.values).toMatchObject({
      childName: 'Ким Ян',
      inviteCode: 'AB12',
    });
  });
});
