import { expect, test } from 'vitest';
import { stepsOf } from '../../src/guide';
import { compileOwnGuide, type CompiledOwn } from '../../src/guide/own-guide';

const SCHOOLS = new Map([
  ['kray/region.yaml', 'title: Край'],
  [
    'kray/diary.md',
    '---\ntitle: Электронный дневник\nsystem: Дневник\nregion: kray\naudience: [parent]\nsource: Инструкция\nverified: 2026-11-22\nstatus: current\n---\n',
  ],
]);

function compile(body: string, fields: Record<string, string> = {}): CompiledOwn {
  const front = {
    title: 'Кружки',
    system: 'Кружок',
    region: 'kray',
    audience: '[parent]',
    source: 'Объявление',
    verified: '2026-11-22',
    status: 'current',
    ...fields,
  };
  const head = Object.entries(front).map(([name, value]) => `${name}: ${value}\n`);
  return compileOwnGuide(SCHOOLS, {
    ownId: 'own:1',
    source: `---\n${head.join('')}---\n\n${body}`,
  });
}

test('a guide from a file has an id of its own, whatever region and name it gives itself', () => {
  expect(compile('- [ ] Откройте {#a}\n').guide?.id).toBe('own:1');
  expect(compile('- [ ] Откройте {#a}\n', { region: 'another' }).guide?.id).toBe('own:1');
});

test('it loses what only the guides of the school may have', () => {
  const { guide } = compile(
    '## Вход {#in} {needs: kray/diary}\n\n> [!NOTE]\n> - [ ] Введите код {#code} {needs: code, kray/diary#a}\n',
    { site: 'https://example.com/', needs: '[kray/diary]', 'memo-title': 'Другое' },
  );
  expect(guide).toMatchObject({ needs: [], sections: [{ needs: [] }] });
  expect(guide).not.toHaveProperty('site');
  expect(guide).not.toHaveProperty('memoTitle');
  expect(guide && stepsOf(guide)).toMatchObject([{ needs: [], needsCode: false }]);
});

test('a number of the school does not become a link in it', () => {
  const { guide } = compile('Звоните 8-800-100-70-10.\n');
  expect(guide?.lead).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'Звоните 8-800-100-70-10.' }] },
  ]);
});

test.each([
  'Электронный дневник',
  'ЭЛЕКТРОННЫЙ  дневник!',
  'Элeктpoнный днeвник',
  '«Электронный\u200B дневник»',
])('a title that looks like one of the school is noticed: %s', (title) => {
  expect(compile('', { title }).isNamesake).toBe(true);
  expect(compile('').isNamesake).toBe(false);
});

test('what cannot be seen and what is endless is cut from its title', () => {
  expect(compile('', { title: 'Кру\u202Eжки' }).guide?.title).toBe('Кружки');
  expect(compile('', { title: 'Ж'.repeat(5_000) }).guide?.title).toHaveLength(200);
});

test('one with a mistake is refused, with the line', () => {
  const { guide, problems } = compile('- [ ] Откройте\n');
  expect(guide).toBeUndefined();
  expect(problems).toMatchObject([{ line: 11, severity: 'error' }]);
  expect(compile('> '.repeat(40) + 'глубоко\n').guide).toBeUndefined();
  expect(compile('а'.repeat(300_000)).guide).toBeUndefined();
});
