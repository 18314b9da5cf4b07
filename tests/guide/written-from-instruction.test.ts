import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSources } from '../../src/build/site-folder';
import { compileLibrary, plainText, stepsOf } from '../../src/guide';
import { blocksOf, inlinesOf } from '../../src/guide/walk';

/**
 * Schools' folders, each written from its `instruction.txt` with `guides/README.md` alone at hand: the
 * first by somebody who has never seen the product, the second by one of its makers.
 */
const FOLDERS = 'tests/fixtures';

const written = (folder: string, id: string) => {
  const { files, own, problems: ofFolder } = readSources('guides', `${FOLDERS}/${folder}`);
  const { library, problems } = compileLibrary(files, '2026-11-24');
  const guide = library.guides.find((one) => one.id === id)!;
  return {
    guide,
    // Of the product's own guides a school can mend none.
    problems: [...ofFolder, ...problems.filter(({ file }) => own.has(file))],
    words: [...inlinesOf(guide)].map((content) => plainText(content)).join('\n'),
    step: (name: string) => stepsOf(guide).find((one) => one.id === name)!,
  };
};

const firstGrade = written('first-grade', 'tyumen/first-grade');
const canteen = written('canteen', 'ozernyi/obed');

test('the check has nothing to say', () => {
  expect(firstGrade.problems).toEqual([]);
  expect(canteen.problems).toEqual([]);
});

test.each([
  'с 1 апреля по 30 июня',
  'закреплённая территория',
  'с 6 июля по 5 сентября, пока есть места',
  'подтверждённая учётная запись родителя',
  'gosuslugi.ru',
  'Услуги → Дети. Образование → Запись в школу',
  'свидетельство о рождении ребёнка',
  'прописка ребёнка',
  'СНИЛС ребёнка',
  'паспорт родителя',
  'брат или сестра учится в той же школе, военнослужащий, полиция',
  'отметьте её',
  'Понадобится документ',
  'за 15 дней до начала приёма',
  'Черновик уходит в день начала приёма, но отправить его надо вам',
  '«Ошибка отправки», отправьте ещё раз. Не создавайте второе заявление',
  '«Заявление зарегистрировано»',
  'оригиналы документов в срок из приглашения',
  'в течение 3 рабочих дней после окончания приёма 30 июня',
  '5 рабочих дней после приёма документов',
  'Не пришёл ответ — позвоните в школу',
  'Отказали из-за отсутствия мест — обратитесь в департамент образования',
])('of the instruction for the first grade «%s» is in the guide', (fact) => {
  expect(firstGrade.words).toContain(fact);
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
])('of the instruction for the canteen «%s» is in the guide', (fact) => {
  expect(canteen.words).toContain(fact);
});

test('what the instruction makes depend on something depends on it', () => {
  const { guide, step } = canteen;
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
  const steps = readFileSync(`${FOLDERS}/canteen/instruction.txt`, 'utf8').match(/^\d+\./gm);
  expect(steps).toHaveLength(12);
});
