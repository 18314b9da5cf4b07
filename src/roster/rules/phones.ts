import { repeated } from '../audit-list';
import type { PhoneProblem } from '../phone';
import type { FindingSeverity } from '../roster';
import { differentPeople } from './people';
import { elsewhere, HAND_OVER, type Rule } from './rule';
import { clearAtOther } from './snils';

const MEANING: Readonly<Record<PhoneProblem, readonly [string, FindingSeverity]>> = {
  signs: ['кроме номера, есть другие слова или знаки', 'error'],
  scientific: ['таблица превратила номер в сокращённое число, цифры потеряны', 'error'],
  several: ['здесь не один номер. Оставьте тот, что указан на Госуслугах', 'error'],
  short: ['не хватает цифр', 'error'],
  long: ['лишние цифры', 'error'],
  unknown: ['такого номера не бывает', 'error'],
  'not-mobile': ['это городской номер, а на Госуслугах указывают мобильный', 'warning'],
  'unknown-country': ['номер другой страны, проверить его не получилось', 'warning'],
};

export const phoneInvalid: Rule = {
  id: 'phone-invalid',
  title: 'Телефон с ошибкой',
  severity: 'error',
  blocks: 'sign-in',
  source: `${HAND_OVER}: телефон — «именно тот номер, который привязан к учётной записи на портале Госуслуг»`,
  guides: ['tyumen/data-for-teacher#about-you', 'krasnoyarsk/gosuslugi#contact-information'],
  *check({ entries }) {
    for (const entry of entries) {
      const { problem } = entry.phone;
      if (!problem) continue;
      const [meaning, severity] = MEANING[problem];
      yield {
        entry,
        field: 'parentPhone',
        severity,
        message: `Телефон «${entry.values.parentPhone}»: ${meaning}.`,
        steps: [
          'Спросите у родителя номер, который указан у него на Госуслугах.',
          'Впишите один номер полностью, например в виде +7 900 000-00-00, и нажмите «Сохранить».',
        ],
      };
    }
  },
};

export const phoneDuplicate: Rule = {
  id: 'phone-duplicate',
  title: 'Один телефон у двух родителей',
  severity: 'error',
  blocks: 'sign-in',
  source: '«СНИЛС или телефон родителя указан у другого родителя»',
  guides: ['tyumen/profile-conflicts#on-parent'],
  *check({ entries }) {
    for (const group of repeated(entries, (entry) => entry.phone.number ?? '')) {
      if (!differentPeople(group)) continue;
      for (const entry of group) {
        yield {
          entry,
          field: 'parentPhone',
          message: `Тот же телефон ${entry.values.parentPhone} стоит у другого родителя ${elsewhere(entry, group)}.`,
          steps: clearAtOther('телефон'),
        };
      }
    }
  },
};

export const phoneRequiredWithoutSnils: Rule = {
  id: 'phone-required-without-snils',
  title: 'Нет ни СНИЛС, ни телефона',
  severity: 'error',
  blocks: 'sign-in',
  source:
    '«Родителям, у которых нет гражданства РФ (т.е. отсутствует СНИЛС), достаточно указать телефон»',
  guides: ['tyumen/parent-profile#no-citizenship'],
  *check({ entries, has }) {
    if (!has('parentSnils') || !has('parentPhone')) return;
    for (const entry of entries) {
      if (entry.values.parentSnils !== '' || entry.values.parentPhone !== '') continue;
      yield {
        entry,
        field: 'parentPhone',
        message: 'У родителя нет ни СНИЛС, ни телефона: войти он не сможет.',
        steps: [
          'Попросите у родителя СНИЛС.',
          'Если гражданства России нет, попросите телефон — тот же, что указан на Госуслугах.',
          'Внесите СНИЛС или телефон в карточку родителя, нажмите «Сохранить».',
        ],
      };
    }
  },
};
