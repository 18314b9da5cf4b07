import { describe, expect, test } from 'vitest';
import { audit, readRoster } from '../../src/roster';
import { fixture, take } from './lists';

const notesOf = (...births: string[]): string[] => {
  const lines = births.map((birth, at) => `Ким Ян${'а'.repeat(at)};${birth}`);
  const { roster } = take('Ученик;Дата рождения ученика', ...lines);
  const { notes } = audit(roster, { today: '2026-11-22' });
  // The first is about the columns that this list has not.
  return notes.slice(1);
};

describe('the audit tells which branch of the guides the children belong to', () => {
  test('nothing where all are under 14, even by a day, or no date can be read', () => {
    expect(notesOf('23.11.2012', '01.02.2016')).toEqual([]);
    expect(notesOf('когда-то', '')).toEqual([]);
  });

  test('by lines where some have had their 14th birthday, today included', () => {
    expect(notesOf('22.11.2012', '01.02.2016', '', '05.06.2011')).toEqual([
      '14 лет уже есть у 2 из 3: строка 2, строка 5. Запрос в «Мою школу» они отправляют сами. Остальным логин и пароль создаёт и восстанавливает только родитель.',
    ]);
  });

  test('in a sentence where all are, as in the ninth class', () => {
    expect(notesOf('22.11.2010', '01.02.2011')).toEqual([
      'Всем в списке уже есть 14 лет. Запрос в «Мою школу» они отправляют сами.',
    ]);
    const { roster } = readRoster(fixture('9V-windows-1251.csv'));
    const { notes } = audit(roster, { today: '2026-11-22' });
    expect(notes.join(' ')).toMatch(/14 лет/);
  });

  test('names ten lines at the most', () => {
    const [note] = notesOf(...Array<string>(13).fill('01.01.2010'), '01.02.2016');
    expect(note).toMatch(/у 13 из 14: строка 2, .*строка 11 и ещё 3\. /);
  });
});
