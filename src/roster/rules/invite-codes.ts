import { repeated, type Entry } from '../audit-list';
import { elsewhere, type Rule } from './rule';

const DOCUMENT = '«Инструкция о присоединении к ИОС школы» (Красноярский край)';

export const inviteCodeMissing: Rule = {
  id: 'invite-code-missing',
  title: 'Нет кода приглашения',
  severity: 'error',
  blocks: 'sign-in',
  source: `${DOCUMENT}: код нужен при первом добавлении ребёнка; не нужен, если СНИЛС родителя внесён в карту ребёнка`,
  guides: ['krasnoyarsk/invite-codes#find-codes'],
  *check({ entries, families, has }) {
    if (!has('inviteCode')) return;
    for (const entry of entries) {
      if (entry.values.inviteCode !== '' || entry.values.parentSnils !== '') continue;
      // The code is the child's: the row of its other parent may hold it.
      if (hasCode(families.get(entry.childKey) ?? [])) continue;
      yield {
        entry,
        field: 'inviteCode',
        message:
          'Нет ни кода приглашения, ни СНИЛС родителя: добавить ребёнка в дневник не получится.',
        steps: [
          'Найдите код ребёнка в КИАСУО и впишите его в список.',
          'Или внесите СНИЛС родителя в карту ребёнка («Родители и представители»): тогда код не нужен.',
        ],
      };
    }
  },
};

function hasCode(family: readonly Entry[]): boolean {
  return family.some((entry) => entry.values.inviteCode !== '');
}

export const inviteCodeDuplicate: Rule = {
  id: 'invite-code-duplicate',
  title: 'Один код у двух детей',
  severity: 'error',
  blocks: 'sign-in',
  source: `${DOCUMENT}: у каждого ребёнка свой код, для второго ребёнка порядок повторяют`,
  guides: ['krasnoyarsk/invite-codes#find-codes'],
  *check({ entries }) {
    for (const group of repeated(entries, (entry) => entry.values.inviteCode)) {
      if (group.every((entry) => entry.childKey === group[0]?.childKey)) continue;
      for (const entry of group) {
        yield {
          entry,
          field: 'inviteCode',
          message: `Тот же код ${entry.values.inviteCode} стоит у другого ребёнка ${elsewhere(entry, group)}.`,
          steps: [
            'Найдите в КИАСУО коды обоих детей и впишите каждому свой.',
            'Не раздавайте памятки этим семьям, пока коды не исправлены.',
          ],
        };
      }
    }
  },
};

/** Signs that are mixed up on paper and on a screen. */
const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[0OoОо]/, 'ноль и буква O'],
  [/[1lI|]/, 'единица, I и l'],
];

export const inviteCodeAmbiguous: Rule = {
  id: 'invite-code-ambiguous',
  title: 'Код легко прочитать неверно',
  severity: 'warning',
  source: `${DOCUMENT}: код вводят руками`,
  guides: ['krasnoyarsk/invite-codes#hand-out'],
  *check({ entries }) {
    for (const entry of entries) {
      const code = entry.values.inviteCode;
      // Among digits alone nothing can be taken for a letter.
      if (code === '' || /^[\d\s-]+$/.test(code)) continue;
      const cyrillic = /\p{Script=Cyrillic}/u.test(code) && /[A-Za-z]/.test(code);
      const pairs = LOOK_ALIKES.filter(([signs]) => signs.test(code)).map(([, name]) => name);
      if (!cyrillic && pairs.length === 0) continue;
      yield {
        entry,
        field: 'inviteCode',
        message: cyrillic
          ? `В коде ${code} есть и русские, и латинские буквы: похоже, он переписан с ошибкой.`
          : `В коде ${code} есть знаки, которые путают: ${pairs.join('; ')}.`,
        steps: [
          'Сверьте код с КИАСУО. Лучше скопируйте его, а не перепишите.',
          'Отдайте семье напечатанную памятку: в ней эти знаки различаются.',
        ],
      };
    }
  },
};
