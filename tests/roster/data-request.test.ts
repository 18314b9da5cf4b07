import { expect, test } from 'vitest';
import { audit, placeOf, readRoster, writeRequest } from '../../src/roster';
import { requestFor } from '../../src/roster/data-request';
import { fixture, take } from './lists';

const TODAY = '2026-11-22';

/** The messages of a list, by row; '' where a parent is asked for nothing. */
function messages({ roster }: ReturnType<typeof take>): string[] {
  const { findings } = audit(roster, { today: TODAY });
  return roster.rows.map((row) => {
    const own = findings.filter((finding) => placeOf(finding) === placeOf(row));
    const isShared = roster.rows.filter((other) => placeOf(other) === placeOf(row)).length > 1;
    const request = requestFor(row, own, isShared);
    return request ? writeRequest(row, request) : '';
  });
}

test('nobody is asked for anything on a clean list', () => {
  expect(messages(readRoster(fixture('4A-clean.csv'))).filter(Boolean)).toEqual([]);
});

test('a message names what is missing and no more', () => {
  const [text = ''] = messages(
    take(
      'Класс;Ученик;Дата рождения;Мама;Дата рождения мамы;СНИЛС мамы;Телефон',
      '4А;Ким Ян;18.11.2016;Ким Анна Олеговна;;112-233-445 95;8916',
    ),
  );
  expect(text).toContain('Здравствуйте, Анна Олеговна!');
  expect(text).toMatch(/Не хватает данных:\n— ваша дата рождения\.\n/);
  expect(text).toMatch(/ещё раз:\n— ваш телефон[^\n]*\.\n/);
  expect(text).not.toMatch(/ваш СНИЛС|8916|112/);
});

test('a message holds no number, whatever is wrong', () => {
  const texts = messages(readRoster(fixture('4B-mistakes.csv'))).filter(Boolean);
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(text.replace('4Б', '')).not.toMatch(/\d/);
});

test('a parent without СНИЛС and phone is asked for both: either would let them in', () => {
  const [text = ''] = messages(
    take('Ученик;Мама;СНИЛС мамы;Телефон', 'Ким Ян;Ким Анна Олеговна;нет;—'),
  );
  expect(text).toMatch(/Не хватает данных:\n— ваш СНИЛС[^\n]*;\n— ваш телефон[^\n]*\.\n/);
});

test('two parents on one line are each asked for their own', () => {
  const [mother = '', father = ''] = messages(
    take(
      'Класс;Ученик;Мама;Телефон мамы;Папа;Телефон папы',
      '4А;Ким Ян;Ким Анна Олеговна;8916;Ким Олег Янович;+7 955 909-07-38',
    ),
  );
  expect(mother).toContain('ваш телефон');
  expect(father).not.toContain('ваш телефон');
});
