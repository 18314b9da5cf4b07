const SYLLABLES = ['Бар', 'Вер', 'Гор', 'Дем', 'Зар', 'Кал', 'Лог', 'Мал', 'Нес', 'Пер'];
const ENDS = ['ин', 'ов', 'ев', 'инов', 'енков', 'аков', 'урин', 'ашов', 'икин', 'етов'];
const MIDDLES = SYLLABLES.map((syllable) => syllable.toLowerCase());

/** A СНИЛС whose control number fits. */
function snils(number: number): string {
  const digits = String(2_000_000 + number).padStart(9, '0');
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (9 - i), 0);
  return `${digits}${String((sum % 101) % 100).padStart(2, '0')}`;
}

interface ListOptions {
  /** A third of the mistakes mended, others made, and a pupil in fifty with another code. */
  isNextMonth?: boolean;
}

/** A list of a school or a region as CSV, with a mistake in each twentieth row. */
export function classList(rows: number, { isNextMonth = false }: ListOptions = {}): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const [first, second, end] = [i % 10, Math.floor(i / 10) % 10, Math.floor(i / 100) % 10];
    const surname = `${SYLLABLES[first] ?? ''}${MIDDLES[second] ?? ''}${ENDS[end] ?? ''}`;
    const grade = 1 + (i % 11);
    const born = `0${String(1 + (i % 9))}.0${String(1 + (i % 8))}`;
    const isWrong = isNextMonth ? i % 30 === 7 || i % 300 === 11 : i % 20 === 7;
    const phone = isWrong ? '+7955' : `+79${String(100_000_000 + i)}`;
    const code = isNextMonth && i % 50 === 3 ? `NEW${String(i)}` : `CODE${String(i)}`;
    return `${String(grade)}А;${surname} Пётр;${born}.${String(2019 - (i % 11))};${snils(2 * i)};${code};${surname}а Анна;${born}.1985;${snils(2 * i + 1)};${phone};m${String(i)}@example.ru;${surname}_Ишим_${String(i)}`;
  });
  return `Класс;Ученик;Дата рождения;СНИЛС;Код;Мама;Дата рождения мамы;СНИЛС мамы;Телефон;Почта;Логин\n${lines.join('\n')}\n`;
}
