import { describe, expect, test } from 'vitest';
import { compileGuide, plainText, stepsOf, type Guide } from '../../src/guide';

const HEAD = `---
title: Дневник
system: КИАСУО
region: krasnoyarsk
audience: [parent]
source: Инструкция
verified: 2026-11-22
status: current
---
`;
const HEAD_LINES = HEAD.split('\n').length - 1;

const CONTACTS = [
  {
    id: 'federal',
    name: 'Поддержка',
    serves: 'всё',
    audience: ['parent' as const],
    phone: '8-800-100-70-10',
    steps: [],
  },
];

function compile(body: string, head = HEAD) {
  const result = compileGuide(head + body, {
    file: 'krasnoyarsk/kiasuo.md',
    regions: ['krasnoyarsk', 'tyumen'],
    contacts: CONTACTS,
  });
  return { ...result, messages: result.problems.map((p) => `${String(p.line)}: ${p.message}`) };
}

function compiled(body: string): Guide {
  const { guide, messages } = compile(body);
  expect(messages).toEqual([]);
  if (!guide) throw new Error('no guide');
  return guide;
}

describe('a guide', () => {
  test('has sections, steps with permanent ids, details and notes', () => {
    const guide = compiled(`
Вступление.

## Войдите {#enter}

- [ ] Откройте сайт {#open}

  Только в **Chrome**.

  > [!WARNING]
  > Не спешите.

- [ ] Войдите {#sign-in} {was: login, log-in}
`);
    expect(guide.id).toBe('krasnoyarsk/kiasuo');
    expect(guide.lead).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Вступление.' }] },
    ]);
    const [first, second] = stepsOf(guide);
    expect(first?.id).toBe('open');
    expect(plainText(first?.action ?? [])).toBe('Откройте сайт');
    expect(first?.detail.map((block) => block.type)).toEqual(['paragraph', 'note']);
    expect(second?.aliases).toEqual(['login', 'log-in']);
    expect(second?.line).toBe(HEAD_LINES + 13);
  });

  test('gives steps the marks of their section', () => {
    const guide = compiled(`
## Добавьте ребёнка {#add} {per-child} {memo} {if: role=parent}

- [ ] Введите код {#code} {if: access=code, age<14}
`);
    const [step] = stepsOf(guide);
    expect(step).toMatchObject({ perChild: true, inMemo: true });
    expect(step?.when).toEqual([
      { fact: 'role', values: ['parent'] },
      { fact: 'access', values: ['code'] },
      { fact: 'age', values: ['under14'] },
    ]);
  });

  test('shows raw HTML as text', () => {
    const guide = compiled('Слово <img src=x onerror=alert(1)> и <b>ещё</b>.\n');
    expect(plainText(guide.lead[0]?.type === 'paragraph' ? guide.lead[0].content : [])).toBe(
      'Слово <img src=x onerror=alert(1)> и <b>ещё</b>.',
    );
  });

  test('reads a way through menus as a trail, quotes inside names included', () => {
    const guide = compiled('Нажмите ☰ → «Профиль» → «Установить приложение "Дневник"» и ждите.\n');
    expect(guide.lead[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Нажмите ' },
        { type: 'trail', parts: ['☰', 'Профиль', 'Установить приложение "Дневник"'] },
        { type: 'text', text: ' и ждите.' },
      ],
    });
  });

  test('links the phones of the contacts and other guides', () => {
    const guide = compiled(
      'Звоните 8-800-100-70-10 или читайте [Госуслуги](../common/gosuslugi.md#bank).\n',
    );
    expect(guide.lead[0]).toMatchObject({
      content: [
        {},
        { type: 'link', url: 'tel:88001007010' },
        {},
        { type: 'link', url: 'guide:common/gosuslugi#bank' },
        {},
      ],
    });
  });
});

describe('a mistake is told with its line', () => {
  const line = HEAD_LINES + 1;
  test.each([
    ['a step without an id', '- [ ] Войдите\n', `${line}: У шага нет постоянного имени`],
    ['a step without an action', '- [ ] {#empty}\n', `${line}: Шаг без действия`],
    ['an empty task', '- [ ]\n- [ ] Войдите {#b}\n', `${line}: Шаг без действия`],
    [
      'an id in the middle',
      '- [ ] Войдите {#a} сами\n',
      `${line}: Имя {#…} у шага стоит не на месте`,
    ],
    [
      'a box without its space',
      '- [] Войдите {#a}\n- [ ] Да {#b}\n',
      'нет пробела: пишите «- [ ]»',
    ],
    ['a section without an id', '## Войдите\n', `${line}: У раздела нет постоянного имени`],
    ['an id of the page itself', '- [ ] Да {#page-main}\n', `${line}: Имя «page-main» занято`],
    ['an unusable id', '- [ ] Да {#Код}\n', `${line}: Имя «Код» не годится`],
    [
      'an id that stands twice',
      '- [ ] Раз {#a}\n- [ ] Два {#a}\n',
      `${line + 1}: Имя «a» уже есть в строке ${line}`,
    ],
    ['an unknown mark', '- [ ] Да {#a} {iff: x}\n', `${line}: Пометка {iff: x} не понята`],
    [
      'an unknown fact',
      '- [ ] Да {#a} {if: os=ios}\n',
      `${line}: В условии неизвестное слово «os»`,
    ],
    ['an unknown value', '- [ ] Да {#a} {if: device=ios}\n', 'неизвестное значение «ios»'],
    ['an age that is not 14', '- [ ] Да {#a} {if: age<12}\n', 'Условие «age<12» не понято'],
    ['a Latin letter in a word', '\nОткройте Мecceнджер.\n', `${line + 1}: В слове «Мecceнджер»`],
    [
      'a picture without words',
      '![](pictures/a.svg)\n',
      `${line}: У рисунка «pictures/a.svg» нет описания`,
    ],
    ['a foreign picture', '![Да](https://x.ru/a.png)\n', `${line}: Рисунок «https://x.ru/a.png»`],
    [
      'a dangerous address',
      '[Да](javascript:alert(1))\n',
      `${line}: Адрес «javascript:alert(1)» не годится`,
    ],
    ['an unknown note', '> Просто цитата\n', `${line}: Заметка начинается строкой`],
    ['steps mixed with plain items', '- [ ] Раз {#a}\n- два\n', `${line}: В одном списке`],
    ['a title of its own', '# Заголовок\n', `${line}: Заголовок «#» не нужен`],
    ['deep quotes', `${'>'.repeat(2000)} а\n`, `${line}: Слишком глубокая вложенность`],
    ['a deep list', `${'  '.repeat(100)}- а\n`, `${line}: Слишком глубокая вложенность`],
  ])('%s', (_name, body, message) => {
    expect(compile(body).messages.join('\n')).toContain(message);
  });

  test('in a note inside a step', () => {
    const { messages } = compile('- [ ] Да {#a}\n\n  > [!NOTE]\n  > [x](ftp://x)\n');
    expect(messages).toEqual([expect.stringContaining(`${line + 3}: Адрес «ftp://x»`)]);
  });

  test('in the front matter', () => {
    const head = HEAD.replace('system: КИАСУО', 'sistem: КИАСУО').replace('2026-11-22', 'вчера');
    const { guide, messages } = compile('', head);
    expect(guide).toBeUndefined();
    expect(messages).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^3: Неизвестное поле «sistem»\. Есть: title, .*system, /),
        '1: Нет обязательного поля «system».',
        '7: Поле «verified» — это дата вида 2026-11-22.',
      ]),
    );
  });

  test('for a file without front matter, and for a huge one', () => {
    expect(compile('Текст', '').messages[0]).toMatch(/^1: Нет начала файла/);
    expect(compile('', '---\ntitle: Дневник\n').messages[0]).toMatch(
      /^1: Начало файла не закончено/,
    );
    expect(compile('а'.repeat(300_000)).messages[0]).toMatch(/^1: Файл больше/);
  });
});
