import { isEmail } from '../email';
import { HAND_OVER, type Rule } from './rule';

export const emailInvalid: Rule = {
  id: 'email-invalid',
  title: 'Адрес почты с ошибкой',
  severity: 'error',
  source: `${HAND_OVER}: эл. почта — «по желанию, почта, которая привязана к учётной записи на портале Госуслуг»`,
  guides: ['tyumen/data-for-teacher#about-you', 'krasnoyarsk/gosuslugi#contact-information'],
  *check({ entries }) {
    for (const entry of entries) {
      const address = entry.values.parentEmail;
      if (address === '' || isEmail(address)) continue;
      yield {
        entry,
        field: 'parentEmail',
        message: `Адрес «${address}»: ${reason(address)}.`,
        steps: [
          'Спросите у родителя адрес, который указан у него на Госуслугах.',
          'Впишите его без ошибок или оставьте поле пустым: почта не обязательна.',
        ],
      };
    }
  },
};

function reason(address: string): string {
  if (/\p{Script=Cyrillic}/u.test(address)) return 'в нём русские буквы';
  if (/[,;]|\s\S+@/.test(address)) return 'здесь не один адрес или лишние знаки';
  if (/\s/.test(address)) return 'в нём пробел';
  const ats = address.split('@').length - 1;
  if (ats === 0) return 'в нём нет знака @';
  if (ats > 1) return 'знак @ стоит не один раз';
  return 'таких адресов не бывает';
}
