import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSources } from '../../src/build/site-folder';
import { compileLibrary, plainText, stepsOf } from '../../src/guide';
import { blocksOf, inlinesOf } from '../../src/guide/walk';

/** A school's folder, written from `instruction.txt` with `guides/README.md` alone at hand. */
const FOLDER = 'tests/fixtures/canteen';

const { files, own, problems: ofFolder } = readSources('guides', FOLDER);
const { library, problems } = compileLibrary(files, '2026-11-23');
const guide = library.guides.find(({ id }) => id === 'ozernyi/obed')!;
const words = [...inlinesOf(guide)].map((content) => plainText(content)).join('\n');
const step = (id: string) => stepsOf(guide).find((one) => one.id === id)!;

test('the check has nothing to say', () => {
  // Of the product's own guides a school can mend none.
  const ofSchool = problems.filter(({ file }) => own.has(file));
  expect([...ofFolder, ...ofSchool]).toEqual([]);
});

test.each([
  'ООО «Вкусно»',
  'obed.example-school.ru',
  'из RuStore',
  '«Регистрация»',
  'номер телефона родителя',
  'Не указывайте телефон ребёнка, иначе деньги уйдут на другой счёт',
  'код из СМС',
  'Придумайте пароль',
  '☰ → Дети → Добавить',
  'три полоски',
  'фамилию, имя и номер лицевого счёта',
  'Счёт выдаёт классный руководитель',
  'повторите для каждого',
  'согласие на бумаге',
  'Дети → Питание → Диета',
  'Счёт → Пополнить',
  'От 100 до 3000 руб.',
  'Включите уведомления',
  'меню на завтра видно',
  '8 (3452) 55-10-20',
  'help@obed.example-school.ru',
])('of the instruction «%s» is in the guide', (fact) => {
  expect(words).toContain(fact);
});

test('what the instruction makes depend on something depends on it', () => {
  expect(step('install').when).toEqual([{ fact: 'device', values: ['android'] }]);
  expect(step('consent').when).toEqual([{ fact: 'age', values: ['under14'] }]);
  expect(step('own-consent').when).toEqual([{ fact: 'age', values: ['from14'] }]);
  expect(step('account').perChild).toBe(true);
  expect(step('phone').perChild).toBe(false);
  const pictures = [...blocksOf(guide.sections[1]!.blocks)].filter(
    ({ type }) => type === 'picture',
  );
  expect(pictures).toHaveLength(1);
});

test('the instruction has no step that is not told of above', () => {
  const steps = readFileSync(`${FOLDER}/instruction.txt`, 'utf8').match(/^\d+\./gm);
  expect(steps).toHaveLength(12);
});
