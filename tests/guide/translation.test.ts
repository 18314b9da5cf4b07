import { describe, expect, test } from 'vitest';
import { compileLibrary, stepsOf } from '../../src/guide';
import { CONTACTS, FRONT_MATTER, REGION } from './sample';

const GUIDE = `${FRONT_MATTER}
Позвоните: 8-800-100-70-10.

## Войдите {#enter} {per-child}

- [ ] Откройте [сайт](https://example.ru/) {#open} {if: device=android} {was: start}

- [ ] Нажмите «Войти» {#sign-in} {needs: code}

  Путь: ☰ → «Профиль».

  > [!WARNING] {if: age<14}
  > Не говорите пароль.

## Проверьте {#check}

- [ ] Проверьте имя {#name}
`;
const HEAD = `---
title: Diary
translates: 2026-11-22
---

Call 8-800-100-70-10.
`;
const ENTER = `
## Sign in {#enter}

- [ ] Open the [site](https://example.ru/) {#open}

- [ ] Press «Войти» (sign in) {#sign-in}

  The way: ☰ → «Профиль».

  > [!WARNING] {if: age<14}
  > Do not tell the password.
`;
const CHECK = `
## Check {#check}

- [ ] Check the name {#name}
`;
const WORDS = `
contacts:
  federal: { name: Support, serves: everything, steps: [Call] }
`;

function compile(changes: Record<string, string>) {
  const files = new Map(
    Object.entries({
      'common/contacts.yaml': `${CONTACTS}    steps: [Позвоните]\n`,
      'kray/region.yaml': REGION,
      'kray/dnevnik.md': GUIDE,
      'common/contacts.en.yaml': WORDS,
      ...changes,
    }),
  );
  const { translations, problems } = compileLibrary(files, '2026-11-22');
  return {
    translations,
    problems: problems.map(
      ({ file, line, severity, message }) => `${severity} ${file}:${String(line)}: ${message}`,
    ),
  };
}

const translate = (source: string) => compile({ 'kray/dnevnik.en.md': source });

describe('a translation', () => {
  test('has the words of its file, and marks, steps and facts of the guide', () => {
    const { translations, problems } = translate(HEAD + ENTER + CHECK);
    expect(problems).toEqual([]);
    const [guide] = translations[0]?.guides ?? [];
    expect(guide).toMatchObject({
      id: 'kray/dnevnik',
      title: 'Diary',
      system: 'Дневник',
      verified: '2026-11-22',
    });
    expect(stepsOf(guide!)).toMatchObject([
      { id: 'open', aliases: ['start'], when: [{ fact: 'device', values: ['android'] }] },
      { id: 'sign-in', needsCode: true, perChild: true },
      { id: 'name', perChild: false },
    ]);
    expect(translations[0]?.regions[0]?.contacts[0]).toMatchObject({
      name: 'Support',
      phone: '8-800-100-70-10',
    });
  });

  test('shows in Russian, in its place, what it lacks, and is told of that', () => {
    const { translations, problems } = translate(HEAD + ENTER.replace(/- \[ \] Press[\s\S]*/, ''));
    expect(problems).toEqual([
      'warning kray/dnevnik.en.md:1: Не переведено: {#sign-in}. Пока здесь останется русский текст.',
      'warning kray/dnevnik.en.md:1: Не переведено: {#check}. Пока здесь останется русский текст.',
      'warning kray/dnevnik.en.md:1: Не переведено: {#name}. Пока здесь останется русский текст.',
    ]);
    const [guide] = translations[0]?.guides ?? [];
    expect(stepsOf(guide!).map(({ id }) => id)).toEqual(['open', 'sign-in', 'name']);
    expect(guide?.sections.map(({ isOriginal }) => isOriginal)).toEqual([undefined, true]);
    expect(stepsOf(guide!)[1]?.isOriginal).toBe(true);
  });

  test.each([
    ['https://example.ru/', 'https://example.ru/other', 'ссылка https://example.ru/other'],
    ['Call 8-800-100-70-10', 'Call 8-800-555-35-35', 'номер 88005553535'],
    ['the password.', 'the password to b@example.ru.', 'почта b@example.ru'],
  ])('may not have %s as %s', (old, changed, way) => {
    const { problems } = translate((HEAD + ENTER + CHECK).replace(old, changed));
    expect(problems).toContainEqual(
      expect.stringMatching(
        new RegExp(`^error kray/dnevnik\\.en\\.md:\\d+: Этого .* здесь нет: ${way}\\.$`),
      ),
    );
  });

  test.each([
    ['«Войти» (sign in)', '“Sign in”', '12: Нет того, что есть в русской памятке: «Войти»'],
    ['☰ → «Профиль»', 'profile', '12: Нет того, что есть в русской памятке: путь ☰ → Профиль'],
    ['[site](https://example.ru/)', 'site', '10: .*: ссылка https://example.ru/'],
    ['> [!WARNING] {if: age<14}', '> [!NOTE]', '12: .*: заметка \\[!WARNING\\] при age=under14'],
    ['8-800-100-70-10', 'us', '1: .*: ссылка tel:88001007010'],
  ])('is told that %s became %s', (old, changed, problem) => {
    const { problems } = translate((HEAD + ENTER + CHECK).replace(old, changed));
    expect(problems).toContainEqual(
      expect.stringMatching(new RegExp(`^warning kray/dnevnik\\.en\\.md:${problem}`)),
    );
  });

  test('has a step in the section of the guide alone', () => {
    const moved = (HEAD + ENTER).replace(
      '- [ ] Press',
      '- [ ] Check the name {#name}\n\n- [ ] Press',
    );
    for (const source of [moved, `${moved}\n## Check {#check}\n`]) {
      const { translations, problems } = translate(source);
      expect(problems).toContainEqual(expect.stringMatching(/\{#name\} .* в другом разделе/));
      const ids = stepsOf(translations[0]!.guides[0]!).map(({ id }) => id);
      expect(ids).toEqual(['open', 'sign-in', 'name']);
    }
  });

  test('knows a step by its earlier id', () => {
    const { translations, problems } = translate((HEAD + ENTER + CHECK).replace('#open', '#start'));
    expect(problems).toEqual([]);
    expect(stepsOf(translations[0]!.guides[0]!)[0]).toMatchObject({
      id: 'open',
      aliases: ['start'],
    });
  });

  test('of another folder’s guide is told so', () => {
    const { problems } = translate(
      (HEAD + ENTER + CHECK).replace('title:', 'region: tyumen\ntitle:'),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^error kray\/dnevnik\.en\.md:2: Поле «region» — «tyumen»/),
    ]);
  });

  test('has no steps of its own', () => {
    const { translations, problems } = translate(`${HEAD}${ENTER}${CHECK}\n- [ ] Pay now {#pay}\n`);
    expect(problems).toEqual([
      expect.stringMatching(/^warning kray\/dnevnik\.en\.md:\d+: «{#pay}» в русской памятке нет/),
    ]);
    expect(stepsOf(translations[0]!.guides[0]!).map(({ id }) => id)).not.toContain('pay');
  });

  test.each([
    ['2026-10-01', /^warning kray\/dnevnik\.en\.md:3: Русскую памятку с тех пор сверили/],
    ['2026-11-23', /^error kray\/dnevnik\.en\.md:3: Поле «translates» — дата/],
    ['вчера', /^error kray\/dnevnik\.en\.md:3: Поле «translates» — это дата вида/],
  ])('of %s is told how it stands to its guide', (date, problem) => {
    const { problems } = translate((HEAD + ENTER + CHECK).replace('2026-11-22', date));
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  test.each([
    ['kray/dnevnik.xq.md', /Языка «xq» нет/],
    ['kray/dnevnik.ru.md', /Русская памятка называется без «\.ru»/],
    ['kray/lost.en.md', /Памятки kray\/lost\.md нет/],
  ])('called %s is refused', (file, problem) => {
    expect(compile({ [file]: HEAD + ENTER + CHECK }).problems).toEqual([
      expect.stringMatching(problem),
    ]);
  });

  test('into a language without words for the page is told of that, and of contacts', () => {
    const { problems } = compile({ 'kray/dnevnik.tg.md': HEAD + ENTER + CHECK });
    expect(problems).toEqual([
      expect.stringMatching(/^warning kray\/dnevnik\.tg\.md:1: Слов страницы на этом языке нет/),
      expect.stringMatching(
        /^warning kray\/region\.yaml:1: На языке «tg» нет слов контактов: federal/,
      ),
    ]);
  });

  test.each([
    ['{ name: S, serves: e, steps: [Call], phone: 8-800-555-35-35 }', /Неизвестное поле/],
    ['{ name: S, serves: e }', /У контакта «federal» шагов 0, а по-русски — 1/],
    ['{ name: S, serves: e, steps: [Call] }\n  other: { name: S, serves: e }', /контакт «other»/],
  ])('of contacts cannot say %s', (words, problem) => {
    const { problems } = compile({
      'common/contacts.en.yaml': `contacts:\n  federal: ${words}\n`,
    });
    expect(problems[0]).toMatch(problem);
  });
});
