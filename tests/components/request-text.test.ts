import { describe, expect, test } from 'vitest';
import {
  checkRequest,
  emptyDraft,
  mailtoUrl,
  parseDraft,
  writeRequest,
  writeSubject,
  type RequestDraft,
} from '../../src/components/request-text';
import { REQUEST_FIELDS } from '../../src/guide';

function draft(values: Partial<RequestDraft['values']>): RequestDraft {
  return { ...emptyDraft(), values: { ...emptyDraft().values, ...values } };
}

const WHOLE = draft({
  description: 'Нажимаю «Войти через Госуслуги», а страница пустая.',
  name: 'Иванова Мария Петровна',
  school: 'МАОУ СОШ № 4',
  municipality: 'Ишим',
  class: '4А',
  contacts: '8 912 345-67-89',
});

describe('the check of a request', () => {
  test('finds nothing against a whole one', () => {
    expect([...checkRequest(WHOLE, REQUEST_FIELDS)]).toEqual([]);
  });

  test('names each demanded field that is empty, in the order of the form', () => {
    expect([...checkRequest(draft({ school: '  ' }), REQUEST_FIELDS).keys()]).toEqual([
      ...REQUEST_FIELDS,
    ]);
    expect([...checkRequest(emptyDraft(), ['description']).keys()]).toEqual(['description']);
  });

  test.each([
    ['description', 'не работает', 'Опишите подробнее'],
    ['name', 'Мария', 'Укажите и фамилию'],
    ['contacts', '345-67', 'Проверьте номер'],
    // Never asked for, and refused where it is written unasked.
    ['description', 'Мой СНИЛС 112-233-445 95, войти не могу', 'Похоже на СНИЛС'],
    ['class', '112-233-445-95', 'Похоже на СНИЛС'],
  ] as const)('sends back %s «%s»', (field, value, words) => {
    expect(checkRequest(draft({ [field]: value }), ['description']).get(field)).toContain(words);
  });

  test.each([
    '+7 (912) 345-67-89',
    '89123456789',
    'mama@example.ru',
    '8-912-345-67-89, лучше вечером',
  ])('takes «%s» for contacts', (contacts) => {
    expect(checkRequest(draft({ contacts }), []).has('contacts')).toBe(false);
  });
});

describe('the letter', () => {
  test('has every field under its name on the portal, and says who writes', () => {
    expect(writeRequest(WHOLE, 'Не приходит СМС')).toBe(
      [
        'Что случилось: Не приходит СМС',
        'Подробное описание:',
        'Нажимаю «Войти через Госуслуги», а страница пустая.',
        '',
        'ФИО: Иванова Мария Петровна',
        'Школа: МАОУ СОШ № 4',
        'Муниципальное образование: Ишим',
        'Класс: 4А',
        'Контакты: 8 912 345-67-89',
        'Пишет: родитель или ученик',
      ].join('\n'),
    );
    expect(writeSubject(WHOLE, 'Не приходит СМС')).toBe('Не приходит СМС, МАОУ СОШ № 4');
  });

  test('leaves out what was left empty', () => {
    const letter = writeRequest(
      { ...draft({ description: 'Не открывается' }), writer: 'staff' },
      '',
    );
    expect(letter).toBe('Подробное описание:\nНе открывается\n\nПишет: сотрудник школы');
  });

  test('survives the way into a mail program, whatever stands in it', () => {
    const body = 'Класс: 4А & 5Б?\nЛогин: a+b=c#d %20 «ё»';
    const url = new URL(mailtoUrl('sd@72to.ru', 'Тема & «тема»', body));
    expect(url.pathname).toBe('sd@72to.ru');
    // A plus is a plus in mailto (RFC 6068, 2), unlike in forms.
    const parts = new Map(
      url.search
        .slice(1)
        .split('&')
        .map((part) => part.split('=').map(decodeURIComponent) as [string, string]),
    );
    expect(parts.get('subject')).toBe('Тема & «тема»');
    expect(parts.get('body')).toBe(body.replace('\n', '\r\n'));
  });
});

test('a draft from storage is read for what it is', () => {
  expect(parseDraft(WHOLE)).toEqual(WHOLE);
  expect(parseDraft({ writer: 'staff', topic: 7, values: { name: 'Я', class: null } })).toEqual({
    ...draft({ name: 'Я' }),
    writer: 'staff',
  });
  for (const broken of [undefined, null, 'x', { values: 'x' }, { writer: 'admin' }]) {
    expect(parseDraft(broken)).toEqual(emptyDraft());
  }
});
