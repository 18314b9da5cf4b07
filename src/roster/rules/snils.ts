import { groupBy, repeated, type Entry } from '../audit-list';
import type { FieldName } from '../roster';
import { maskSnils, normalizeSnils, snilsProblem, type SnilsProblem } from '../snils';
import { differentPeople } from './people';
import { elsewhere, type Problem, type Rule } from './rule';

const MEANING: Readonly<Record<SnilsProblem, string>> = {
  signs: 'кроме цифр, есть другие знаки',
  scientific: 'таблица превратила номер в сокращённое число, цифры потеряны',
  'zeros-lost': 'нет нулей в начале: их убрала таблица',
  length: 'в СНИЛС 11 цифр',
  repeated: 'все цифры одинаковые',
  control: 'контрольное число не подходит: в номере опечатка',
};

export const snilsInvalid: Rule = {
  id: 'snils-invalid',
  title: 'СНИЛС с ошибкой',
  severity: 'error',
  blocks: 'sign-in',
  source:
    'Контрольное число СНИЛС: постановление Правления ПФР от 22.09.2020 №\u00a0652п; причина 6 «Перепутаны СНИЛС»',
  guides: ['tyumen/parent-profile#required-fields', 'krasnoyarsk/invite-codes#without-code'],
  *check({ entries }) {
    for (const entry of entries) {
      for (const field of ['childSnils', 'parentSnils'] as const) {
        const problem = problemOf(entry, field);
        if (problem) yield problem;
      }
    }
  },
};

function problemOf(entry: Entry, field: 'childSnils' | 'parentSnils'): Problem | undefined {
  const value = entry.values[field];
  const problem = snilsProblem(value);
  if (!problem) return undefined;
  const whose = field === 'childSnils' ? 'ребёнка' : 'родителя';
  return {
    entry,
    field,
    // Findings are shown, printed and sent on: a СНИЛС is never whole in them.
    message: `СНИЛС ${whose} ${maskSnils(value)}: ${MEANING[problem]}${lengthOf(problem, value)}.`,
    steps:
      problem === 'zeros-lost'
        ? [
            `Сверьте с документом: в начале не хватает нулей (${11 - normalizeSnils(value).length}).`,
            'Сделайте столбец текстовым, чтобы таблица не убирала нули, и впишите номер заново.',
          ]
        : [
            `Сверьте СНИЛС ${whose} с документом, цифру за цифрой.`,
            'Впишите верный номер в список и в карточку, нажмите «Сохранить».',
          ],
  };
}

function lengthOf(problem: SnilsProblem, value: string): string {
  return problem === 'length' ? `, а здесь ${normalizeSnils(value).length}` : '';
}

/** Mending of a СНИЛС or phone that another parent's card already holds. */
export function clearAtOther(what: string): string[] {
  return [
    `Узнайте, чей это ${what} на самом деле: спросите обоих родителей.`,
    'Если система не сохраняет карточку, запишите ФИО и дату рождения из сообщения об ошибке и закройте карточку.',
    'Найдите этого человека через «Поиск» и откройте его профиль («Изменить»).',
    `Очистите у него поле «${what === 'СНИЛС' ? 'СНИЛС' : 'Телефон'}», нажмите «Сохранить».`,
    `Снова откройте карточку первого родителя, внесите его ${what}, нажмите «Сохранить».`,
  ];
}

export const snilsDuplicate: Rule = {
  id: 'snils-duplicate',
  title: 'Один СНИЛС у двух людей',
  severity: 'error',
  blocks: 'sign-in',
  source: '«СНИЛС или телефон родителя указан у другого родителя»; причина 6 «Перепутаны СНИЛС»',
  guides: ['tyumen/profile-conflicts#on-parent'],
  *check({ entries }) {
    for (const group of repeated(entries, (entry) => entry.parentSnils)) {
      if (!differentPeople(group)) continue;
      for (const entry of group) {
        yield {
          entry,
          field: 'parentSnils',
          message: `Тот же СНИЛС родителя стоит у другого человека ${elsewhere(entry, group)}.`,
          steps: clearAtOther('СНИЛС'),
        };
      }
    }
    for (const group of repeated(entries, (entry) => entry.childSnils)) {
      if (group.every((entry) => entry.childKey === group[0]?.childKey)) continue;
      for (const entry of group) {
        yield {
          entry,
          field: 'childSnils',
          message: `Тот же СНИЛС стоит у другого ребёнка ${elsewhere(entry, group)}.`,
          steps: [
            'Сверьте СНИЛС обоих детей с документами.',
            'Откройте «Пуск» → «Реестры» → «Ученики», найдите ребёнка, у которого номер чужой.',
            'Впишите его собственный СНИЛС, нажмите «Сохранить».',
          ],
        };
      }
    }
  },
};

export const snilsSharedWithChild: Rule = {
  id: 'snils-shared-with-child',
  title: 'СНИЛС родителя записан ребёнку',
  severity: 'error',
  blocks: 'meals',
  source:
    '«СНИЛС или телефон родителя указан у ребёнка»: «Если указать СНИЛС родителя ребёнку, не будет возможности выбрать меню питания!»',
  guides: ['tyumen/profile-conflicts#on-child'],
  *check({ entries }) {
    const ofChildren = new Set(entries.map((entry) => entry.childSnils));
    const suspects = entries.filter((entry) => ofChildren.has(entry.parentSnils));
    const parents = groupBy(suspects, (entry) => entry.parentSnils);
    const holders = entries.filter((entry) => parents.has(entry.childSnils));
    const children = groupBy(holders, (entry) => entry.childSnils);
    for (const [snils, atParents] of parents) {
      const atChildren = children.get(snils);
      if (!atChildren) continue;
      const own = atChildren.filter((entry) => entry.parentSnils === snils);
      for (const entry of own) {
        yield found(entry, 'childSnils', 'У ребёнка и у родителя один и тот же СНИЛС.');
      }
      // Another row of the same child is the same card: its own row explains it.
      const owners = new Set(own.map((entry) => entry.childKey));
      for (const entry of atChildren) {
        if (owners.has(entry.childKey)) continue;
        const where = elsewhere(entry, atParents);
        yield found(entry, 'childSnils', `СНИЛС ребёнка стоит у родителя ${where}.`);
      }
      if (own.length > 0) continue;
      for (const entry of atParents) {
        const where = elsewhere(entry, atChildren);
        yield found(entry, 'parentSnils', `СНИЛС родителя стоит у ребёнка ${where}.`);
      }
    }
  },
};

function found(entry: Entry, field: FieldName, message: string): Problem {
  return {
    entry,
    field,
    message: `${message} Пока это так, питание выбрать нельзя.`,
    steps: [
      'Откройте «Пуск» → «Реестры» → «Ученики», выберите ученика и откройте его профиль.',
      'Уберите СНИЛС родителя, впишите СНИЛС самого ребёнка, нажмите «Сохранить».',
      'Откройте «Реестры» → «Родители», откройте карточку родителя.',
      'Внесите СНИЛС родителя, нажмите «Сохранить».',
    ],
  };
}
