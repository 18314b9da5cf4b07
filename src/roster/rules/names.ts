import { groupBy, type AuditList, type Entry } from '../audit-list';
import { mixedWords, nameKey, surnamesAgree } from '../names';
import { FAULTS, type Problem, type Rule } from './rule';

export const nameMixedAlphabet: Rule = {
  id: 'name-mixed-alphabet',
  title: 'Чужие буквы или знаки в имени',
  severity: 'error',
  blocks: 'sign-in',
  source: `${FAULTS}: имя должно совпасть с тем, что на Госуслугах; латинская «o» — другая буква, поиск по ФИО её не найдёт`,
  guides: ['tyumen/parent-profile#update'],
  *check(list) {
    for (const entry of list.entries) {
      for (const field of ['childName', 'parentName'] as const) {
        const words = mixedWords(entry.values[field]);
        if (words.length === 0) continue;
        const alphabet = words[0]?.stray === 'cyrillic' ? 'русские' : 'латинские';
        const marked = words.map((word) => `«${word.marked}»`).join(', ');
        yield {
          entry,
          field,
          message: `В имени ${field === 'childName' ? 'ребёнка' : 'родителя'} ${alphabet} буквы вместо похожих: ${marked}.`,
          steps: [
            'Включите русскую раскладку и наберите имя заново, не копируйте.',
            'Исправьте имя в карточке тоже, нажмите «Сохранить».',
          ],
        };
      }
    }
    yield* strayMarks(list);
    yield* classesInTwoAlphabets(list);
  },
};

/** A search by name compares letter by letter: two spaces, a digit or a comma are another name for it. */
function* strayMarks({ entries }: AuditList): Iterable<Problem> {
  for (const entry of entries) {
    for (const field of ['childName', 'parentName'] as const) {
      const name = entry.values[field];
      const marks = / {2}/.test(name)
        ? 'лишний пробел'
        : /\s[-–—‑]|[-–—‑]\s/.test(name)
          ? 'пробел у дефиса'
          : /[\d,;:!?*_/\\]/.test(name)
            ? 'цифра или лишний знак'
            : '';
      if (marks === '') continue;
      const whose = field === 'childName' ? 'ребёнка' : 'родителя';
      yield {
        entry,
        field,
        severity: 'warning',
        message: `В имени ${whose} ${marks}: «${name}».`,
        steps: [
          'Наберите имя так, как оно стоит в документе и на Госуслугах, с одним пробелом между словами.',
        ],
      };
    }
  }
}

/** «4А» and «4A» are two classes for a machine: those who stand in the rarer one are to be mended. */
function* classesInTwoAlphabets({ entries }: AuditList): Iterable<Problem> {
  const isLatin = (entry: Entry): boolean => /[A-Za-z]/.test(entry.values.className);
  if (!entries.some(isLatin)) return;
  for (const group of groupBy(entries, (entry) => nameKey(entry.values.className)).values()) {
    const latin = group.filter(isLatin);
    if (latin.length === 0 || latin.length === group.length) continue;
    for (const entry of latin) {
      yield {
        entry,
        field: 'className',
        severity: 'warning',
        message: `В названии класса «${entry.values.className}» латинская буква, а у других учеников русская.`,
        steps: ['Наберите букву класса в русской раскладке.'],
      };
    }
  }
}

export const surnameDiffers: Rule = {
  id: 'surname-differs',
  title: 'Разные фамилии',
  severity: 'question',
  source: `${FAULTS}: 3 «Дети прикреплены к учётной записи чужого родителя»; «необходимо убедиться, что это именно чужой родитель, а не родственник»`,
  guides: ['tyumen/profile-children#someone-else'],
  *check({ entries }) {
    for (const entry of entries) {
      const { childSurname: child, parentSurname: parent } = entry;
      if (child === '' || parent === '' || surnamesAgree(child, parent)) continue;
      yield {
        entry,
        field: 'parentName',
        message: `Фамилии разные: ${child} и ${parent}. Это родитель или родственник ребёнка?`,
        steps: [
          'Спросите семью. Другая фамилия — не ошибка: бабушки, дедушки, братья и сёстры тоже могут быть прикреплены.',
          'Если человек чужой: откройте его карточку, в блоке «Дети» выберите ребёнка, нажмите «Удалить», сохраните.',
          'Прикрепите ребёнка к его собственному родителю.',
        ],
      };
    }
  },
};
