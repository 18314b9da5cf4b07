import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../../src/guide';
import { CONTACTS, FRONT_MATTER, REGION } from './sample';

const GUIDE = `${FRONT_MATTER}
## Войдите {#enter}

- [ ] Откройте сайт {#open}
`;

function problemsOf(changes: Record<string, string>, today = '2026-11-22'): string[] {
  const files = new Map(
    Object.entries({
      'common/contacts.yaml': CONTACTS,
      'kray/region.yaml': REGION,
      'kray/dnevnik.md': GUIDE,
      ...changes,
    }),
  );
  return compileLibrary(files, today).problems.map(
    ({ file, line, severity, message }) => `${severity} ${file}:${String(line)}: ${message}`,
  );
}

describe('a folder of guides', () => {
  test('without mistakes has no problems', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test('warns of a guide that no route has', () => {
    const slug = 'kray/forgotten.md';
    expect(problemsOf({ [slug]: GUIDE })).toEqual([
      expect.stringMatching(/^warning kray\/forgotten\.md:1: .*не впишет «forgotten» в поле route/),
    ]);
  });

  test('says once what stands in the front matter and in the text', () => {
    const source = GUIDE.replace('---\n\n', 'site: https://other.ru/\n---\n\n').concat(
      '\n[сайт](https://other.ru/)\n',
    );
    expect(problemsOf({ 'kray/dnevnik.md': source })).toHaveLength(1);
  });

  test('tells how to write a field with a colon in it', () => {
    const source = GUIDE.replace(/^source: .*$/m, 'source: Столовая: инструкция');
    expect(problemsOf({ 'kray/dnevnik.md': source }).join()).toContain(
      'Возьмите значение в кавычки: source: "Столовая: инструкция"',
    );
  });

  const line = GUIDE.split('\n').length;
  test.each([
    ['a foreign address', '[сайт](https://other.ru/)', 'Адреса «https://other.ru/» нет в списке'],
    ['an address that only begins alike', '[с](https://example.ru.evil.ru/)', 'нет в списке sites'],
    [
      'an address of another spelling',
      '[с](https://www.example.ru/)',
      'Есть похожий: https://example.ru/',
    ],
    [
      'a section for the memo without steps',
      '## Ещё {#more} {memo}\n\nСлова.',
      'в памятку для семьи не попадёт',
    ],
    ['a foreign phone', 'Звоните 8-800-555-35-35.', 'Телефона «8-800-555-35-35» нет в контактах'],
    ['a step that is a thing', '- [ ] Кнопка {#button}', 'В шаге «Кнопка» нет действия'],
    ['a foreign phone in odd dashes', 'Звоните 8‑900.123 45‑67.', 'нет в контактах'],
    [
      'a call that is not what it shows',
      '[8-800-100-70-10](tel:+79001234567)',
      'Телефона «+79001234567» нет',
    ],
    ['a foreign mail', 'Пишите b@example.ru.', 'Почты «b@example.ru» нет в контактах'],
    ['a link to no guide', '[туда](nothing.md)', 'Ссылка ведёт в никуда: kray/nothing'],
    ['a link to no step', '[туда](#nothing)', 'Ссылка ведёт в никуда: kray/dnevnik#nothing'],
    ['a picture that is not there', '![Да](pictures/a.svg)', 'Рисунка «pictures/a.svg» нет'],
  ])('tells of %s', (_name, text, message) => {
    const problems = problemsOf({ 'kray/dnevnik.md': `${GUIDE}\n${text}\n` });
    expect(problems.join('\n')).toContain(` kray/dnevnik.md:${String(line + 1)}: `);
    expect(problems.join('\n')).toContain(message);
  });

  test('tells of a step needed that does not exist', () => {
    const guide = GUIDE.replace('{#open}', '{#open} {needs: kray/dnevnik#gone}');
    expect(problemsOf({ 'kray/dnevnik.md': guide })).toEqual([
      expect.stringMatching(/dnevnik\.md:13: Сначала нужно «kray\/dnevnik#gone»/),
    ]);
  });

  test('tells where a need of the front matter stands, and that its name has a folder', () => {
    const guide = GUIDE.replace('status:', 'needs: [dnevnik]\nstatus:');
    expect(problemsOf({ 'kray/dnevnik.md': guide })).toEqual([
      expect.stringMatching(/dnevnik\.md:8: .* Имя пишут с папкой: kray\/dnevnik\.$/),
    ]);
  });

  test('tells of a mistake in a header once, and not as a guide that is missing', () => {
    const guide = GUIDE.replace('2026-11-22', 'вчера');
    expect(problemsOf({ 'kray/dnevnik.md': guide })).toEqual([
      expect.stringMatching(/dnevnik\.md:7: Поле «verified» — это дата/),
    ]);
  });

  test('wants a file name that can be an address', () => {
    expect(problemsOf({ 'kray/Первый_класс.md': GUIDE })).toEqual([
      expect.stringContaining('Назовите файл «Первый_класс.md» иначе'),
    ]);
  });

  test('warns of a guide that nobody has compared for 180 days', () => {
    expect(problemsOf({}, '2027-05-21')).toEqual([]);
    expect(problemsOf({}, '2027-05-22')).toEqual([
      'warning kray/dnevnik.md:7: Памятку не сверяли 181 дней. Сверьте её с сервисом и обновите поле «verified».',
    ]);
  });

  test('wants a note where the service has changed', () => {
    const guide = GUIDE.replace('current', 'changed');
    expect(problemsOf({ 'kray/dnevnik.md': guide })).toHaveLength(1);
    const noted = `${guide}\n> [!IMPORTANT]\n> **Изменилось в мае.** Да.\n`;
    expect(problemsOf({ 'kray/dnevnik.md': noted })).toEqual([]);
  });

  test('tells of a route to no guide and of an unknown contact', () => {
    const problems = problemsOf({
      'kray/region.yaml': REGION.replace('[dnevnik]', '[dnevnik, gone]').replace(
        'memo-contacts: [federal]',
        'memo-contacts: [nobody]',
      ),
    });
    expect(problems).toEqual([
      expect.stringContaining('kray/region.yaml:8: Неизвестный контакт «nobody»'),
      expect.stringContaining('kray/region.yaml:5: Памятки «kray/gone» нет'),
    ]);
  });

  test('tells what is wrong with a request to support', () => {
    const region = (request: string): string[] =>
      problemsOf({ 'kray/region.yaml': `${REGION}request: ${request}\n` });
    expect(region('{ demanded: [description, name], contacts: [federal] }')).toEqual([]);
    expect(region('{ demanded: [description], contacts: [nobody] }')).toEqual([
      expect.stringContaining('Неизвестный контакт «nobody»'),
    ]);
    expect(region('{ demanded: [description, snils], contacts: [federal] }')).toHaveLength(1);
    expect(region('{ demanded: [name], contacts: [federal] }')).toHaveLength(1);
  });

  test('wants cause and mender under each symptom', () => {
    const guide = GUIDE.replace('status: current', 'status: current\nkind: troubleshooting');
    const problems = problemsOf({ 'kray/dnevnik.md': guide });
    expect(problems.join('\n')).toMatch(/:12: В разделе нет строки «\*\*Почему/);
    expect(problems.join('\n')).toMatch(/:12: В разделе нет строки «\*\*Кто исправит/);
  });
});
