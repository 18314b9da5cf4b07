import { expect, test } from 'vitest';
import { mixedWords, nameKey, splitName, surnamesAgree } from '../../src/roster/names';

test.each([
  ['Зайцев', 'Зайцева'],
  ['Пушкин', 'Пушкина'],
  ['Достоевский', 'Достоевская'],
  ['Троцкий', 'Троцкая'],
  ['Белый', 'Белая'],
  ['Толстой', 'Толстая'],
  ['Королёв', 'Королева'],
  ['ИВАНОВ', 'Иванова'],
  ['Иванова-Петрова', 'Петров'],
  ['Римский-Корсаков', 'Римская - Корсакова'],
  ['Ким', 'Ким'],
  ['Шевченко', 'Шевченко'],
  ['Черных', 'Чёрных'],
  ['Иванoв', 'Иванова'],
])('%s and %s are one family', (a, b) => {
  expect(surnamesAgree(a, b)).toBe(true);
  expect(surnamesAgree(b, a)).toBe(true);
});

test.each([
  ['Иванов', 'Петрова'],
  ['Иванов', 'Иваненко'],
  ['Белов', 'Белый'],
  ['Ким', 'Кимов'],
])('%s and %s are two families', (a, b) => {
  expect(surnamesAgree(a, b)).toBe(false);
});

test('one name in two spellings compares equal', () => {
  const key = nameKey('Семёнова Анна-Мария Петровна');
  expect(nameKey('СЕМЕНОВА  Анна - Мария\u00A0Петровна')).toBe(key);
  expect(nameKey('Cемёнова Aнна–Мария Петровна.')).toBe(key);
  expect(nameKey('Семёнова Анна Мария Петровна')).not.toBe(key);
});

test('the surname is found before or after the given name', () => {
  const parts = { surname: 'Иванов', given: 'Пётр', patronymic: 'Ильич' };
  expect(splitName('Иванов Пётр Ильич')).toEqual(parts);
  expect(splitName('Пётр Ильич Иванов')).toEqual(parts);
  expect(splitName('Мамедов Али Гасан оглы')).toEqual({
    surname: 'Мамедов',
    given: 'Али',
    patronymic: 'Гасан оглы',
  });
});

test.each([
  ['Михайлoва Елeна Павловна', ['Михайл[o]ва', 'Ел[e]на']],
  ['Ивановa', ['Иванов[a]']],
  ['Иванов BOBA', ['[B][O][B][A]']],
  ['Петрова-Cидорова Анна', ['[C]идорова']],
])('%s: %j', (name, marked) => {
  expect(mixedWords(name).map((word) => word.marked)).toEqual(marked);
});

test.each(['Иванов Пётр', 'John Smith', 'Нгуен Van', 'Әлиев Ғани', 'Ўктамов Қаҳрамон', ''])(
  '«%s» mixes nothing',
  (name) => {
    expect(mixedWords(name)).toEqual([]);
  },
);
