import Papa from 'papaparse';
import { bench, describe } from 'vitest';
import { audit, readRoster } from '../../src/roster';

const SYLLABLES = ['Бар', 'Вер', 'Гор', 'Дем', 'Зар', 'Кал', 'Лог', 'Мал', 'Нес', 'Пер'];
const ENDS = ['ин', 'ов', 'ев', 'инов', 'енков', 'аков', 'урин', 'ашов', 'икин', 'етов'];

/** A СНИЛС whose control number fits. */
function snils(number: number): string {
  const digits = String(2_000_000 + number).padStart(9, '0');
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (9 - i), 0);
  return `${digits}${String((sum % 101) % 100).padStart(2, '0')}`;
}

/** A school of a region's size, with a mistake in each twentieth row. */
const lines = Array.from({ length: 10_000 }, (_, i) => {
  const surname = `${SYLLABLES[i % 10] ?? ''}${SYLLABLES[Math.floor(i / 10) % 10]?.toLowerCase() ?? ''}${ENDS[Math.floor(i / 100) % 10] ?? ''}`;
  const grade = 1 + (i % 11);
  const born = `0${String(1 + (i % 9))}.0${String(1 + (i % 8))}`;
  const phone = i % 20 === 7 ? '+7955' : `+79${String(100_000_000 + i)}`;
  return `${String(grade)}А;${surname} Пётр;${born}.${String(2019 - (i % 11))};${snils(2 * i)};;${surname}а Анна;${born}.1985;${snils(2 * i + 1)};${phone};m${String(i)}@example.ru;${surname}_Ишим_${String(i)}`;
});
const text = `Класс;Ученик;Дата рождения;СНИЛС;Код;Мама;Дата рождения мамы;СНИЛС мамы;Телефон;Почта;Логин\n${lines.join('\n')}\n`;
const bytes = new TextEncoder().encode(text);
const { roster } = readRoster(bytes);

/** What knowing the columns and running the rules cost over splitting the text into cells. */
describe('a list of 10,000 rows', () => {
  bench('papaparse alone, to cells', () => {
    Papa.parse(text, { delimiter: ';' });
  });

  bench('taken in, to a class list', () => {
    readRoster(bytes);
  });

  bench('audited: at most 300 ms', () => {
    audit(roster, { today: '2026-11-22' });
  });
});
