import type { Entry } from '../audit-list';
import type { FieldName, FindingSeverity } from '../roster';
import { FAULTS, HAND_OVER, type Problem, type Rule } from './rule';

export const parentMissing: Rule = {
  id: 'parent-missing',
  title: 'Не указан родитель',
  severity: 'error',
  blocks: 'sign-in',
  source: `${FAULTS}: 1 «Отсутствие учётной записи у родителя», 2 «Не прикреплены дети»`,
  guides: ['tyumen/parent-profile#create', 'krasnoyarsk/invite-codes#without-code'],
  *check({ withoutParent, families }) {
    for (const entry of withoutParent) {
      // Left over from a second parent's row: the child has a parent on another line.
      const family = families.get(entry.childKey) ?? [];
      const severity = family.some((other) => other.hasParent) ? 'question' : 'error';
      yield {
        entry,
        field: 'parentName',
        severity,
        message: 'У ребёнка не указан родитель: дневник и питание открыть некому.',
        steps: [
          'Попросите у родителя данные: ФИО, дату рождения, СНИЛС, телефон с Госуслуг, СНИЛС ребёнка.',
          'Проверьте, нет ли профиля: «Пуск» → «Реестры» → «Родители», «Поиск» по ФИО.',
          'Если профиля нет, нажмите «Добавить», заполните ФИО, дату рождения, логин и пароль, СНИЛС.',
          'Прикрепите ребёнка в блоке «Дети» и нажмите «Сохранить».',
        ],
      };
    }
  },
};

interface Needed {
  severity: FindingSeverity;
  message: string;
  steps: readonly string[];
  /** It is the child's, so another row of the same child may hold it. */
  ofChild?: true;
  /** Where the absence is another rule's business. */
  unless?: (entry: Entry, has: (field: FieldName) => boolean) => boolean;
}

const askParent = (what: string): string[] => [
  `Попросите у родителя ${what}.`,
  'Внесите в карточку родителя, нажмите «Сохранить».',
];

const NEEDED: Readonly<Partial<Record<FieldName, Needed>>> = {
  childName: {
    severity: 'error',
    message: 'Не указано, чей это родитель: имени ребёнка в строке нет.',
    steps: ['Впишите имя ребёнка. Если это второй родитель, повторите имя из строки выше.'],
  },
  className: {
    ofChild: true,
    severity: 'warning',
    message: 'Не указан класс.',
    steps: ['Впишите класс, например 4А.'],
  },
  childBirthDate: {
    ofChild: true,
    severity: 'warning',
    message: 'Нет даты рождения ребёнка.',
    steps: ['Впишите дату рождения ребёнка: по ней отличают однофамильцев.'],
  },
  childSnils: {
    ofChild: true,
    severity: 'warning',
    message: 'Нет СНИЛС ребёнка.',
    steps: ['Попросите у родителя СНИЛС ребёнка.', 'Внесите его в карточку ребёнка, не родителя.'],
  },
  parentName: {
    severity: 'error',
    message: 'Данные родителя есть, а ФИО нет.',
    steps: askParent('ФИО полностью, как на Госуслугах'),
  },
  parentBirthDate: {
    severity: 'error',
    message: 'Нет даты рождения родителя, а поле обязательное.',
    steps: askParent('дату рождения'),
  },
  parentSnils: {
    severity: 'question',
    message: 'Нет СНИЛС родителя. Верно ли, что гражданства России у него нет?',
    steps: [
      'Спросите родителя. Если СНИЛС есть, внесите его в карточку и нажмите «Сохранить».',
      'Если гражданства России нет, достаточно телефона — того же, что указан на Госуслугах.',
    ],
    unless: (entry, has) => has('parentPhone') && entry.values.parentPhone === '',
  },
  parentPhone: {
    severity: 'question',
    message: 'Нет телефона родителя. Точно ли он не нужен?',
    steps: askParent('телефон — именно тот, который указан на Госуслугах'),
    unless: (entry) => entry.values.parentSnils === '',
  },
};

export const fieldMissing: Rule = {
  id: 'field-missing',
  title: 'Не заполнено поле',
  severity: 'error',
  blocks: 'sign-in',
  source: `${FAULTS}: 4 «Заполнены не все обязательные поля»; ${HAND_OVER}`,
  guides: ['tyumen/parent-profile#required-fields', 'krasnoyarsk/invite-codes#without-code'],
  *check({ entries, families, has }) {
    const needed = Object.entries(NEEDED) as [FieldName, Needed][];
    const present = needed.filter(([field]) => has(field));
    for (const entry of entries) {
      for (const [field, { severity, message, steps, ofChild, unless }] of present) {
        if (entry.values[field] !== '' || unless?.(entry, has)) continue;
        if (ofChild && families.get(entry.childKey)?.some((other) => other.values[field] !== '')) {
          continue;
        }
        const problem: Problem = { entry, field, severity, message, steps };
        yield problem;
      }
    }
  },
};
