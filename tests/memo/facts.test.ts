/**
 * What a memo must carry, read from the finished file by Poppler: the facts of the two documents
 * that each region's families need on paper, in every layout that has room for them.
 */
import library from 'virtual:library';
import { describe, expect, it } from 'vitest';
import { findMemoGuide, memoGuideFor, usesInviteCodes } from '../../src/guide';
import { familiesOf, layOutMemo, writeMemoPdf, type MemoRequest } from '../../src/memo';
import { FIELDS, type FieldName } from '../../src/roster/roster';
import { hasPdfCommands, pdfReadingText } from '../pdf-tools';
import { FONTS } from './memo-fonts';
import { row } from './sample';

/** Where to ask, whatever the region; what each serves has its own words where there is room. */
const CONTACTS = ['8-800-100-70-10', 'sd.72to.ru'];
const CONTACT_DETAILS = [
  'звонок по России бесплатный',
  'myschool@gosuslugi.ru',
  'вход через Госуслуги и «Моя школа», вся Россия',
  '«Электронная школа» и учёт питания в Тюменской области',
];

/** What to do, in every layout that has steps. */
const STEPS = {
  krasnoyarsk: [
    'логин и пароль от Госуслуг',
    'Откройте pwa.kiasuo.ru в браузере Google Chrome',
    'Нажмите «Войти через Госуслуги»',
    'Если у вас телефон с Android: нажмите «Установить»',
    'Проверьте, что дневник ребёнка открылся',
    'Создайте ребёнку логин и пароль',
  ],
  tyumen: [
    'Получите учётную запись на Госуслугах',
    'Передайте классному руководителю данные для профиля',
    'school.72to.ru',
    'в адресной строке браузера',
    'Нажмите «Войти через Госуслуги»',
    'Введите СНИЛС и пароль от Госуслуг',
    'можно ли выбрать питание',
    'Попросите классного руководителя проверить ваш профиль',
  ],
} as const;

/** How to do it, on a sheet and on half of one. */
const DETAILS = {
  krasnoyarsk: [
    'Из другого браузера приложение не установить',
    '⋮ → «Добавить на гл. экран» → «Установить приложение»',
    'Если ученику ещё нет 14 лет',
  ],
  tyumen: [
    'Хватит стандартной, но лучше сразу подтверждённая',
    'ваши ФИО, дата рождения, СНИЛС и телефон с Госуслуг, а ещё СНИЛС ребёнка',
    'Нет СНИЛС — введите телефон, который указан на Госуслугах',
  ],
} as const;

const CODE_STEPS = [
  '☰ → «Профиль пользователя» → «Приглашения»',
  'фамилию, имя ребёнка и пригласительный код',
];
const CODE_DETAILS = ['только при первом добавлении', 'Второго и следующих детей добавьте так же'];

const CODE = 'hG0O-l1Iq';
const SNILS = '112-233-445 95';

/** A family whose row has these values and nothing else to sign in with. */
function families(values: Partial<Record<FieldName, string>>): MemoRequest['families'] {
  const child = { className: '4А', childName: 'Орлова Вера Ильинична', ...values };
  return familiesOf({ columns: [...FIELDS], rows: [row(2, child)] });
}

const WITH_CODE = families({ inviteCode: CODE });
const WITH_SNILS = families({ parentName: 'Орлова Анна', parentSnils: SNILS });
const WITH_NOTHING = families({ parentName: 'Орлова Анна', parentPhone: '+7 900 000-00-00' });

async function textOf(
  region: keyof typeof STEPS,
  changes: Pick<MemoRequest, 'layout' | 'families'> & Partial<MemoRequest>,
): Promise<string> {
  const memo = memoGuideFor(library, region === 'krasnoyarsk');
  if (memo?.region.id !== region) throw new Error(`No memo of ${region}`);
  const document = layOutMemo(
    {
      guide: memo.guide,
      region: memo.region,
      usesInviteCodes: usesInviteCodes(memo.guide),
      school: 'МАОУ СОШ № 4',
      contacts: memo.region.memoContacts,
      ...changes,
    },
    FONTS,
  );
  expect(document.warnings).toEqual([]);
  return letters(pdfReadingText(await writeMemoPdf(document, FONTS)));
}

/** Without the places of lines and the divisions of words. */
function letters(text: string): string {
  return text.replaceAll(/[\s\u00AD]/gu, '');
}

const missing = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => !text.includes(letters(word)));

const LAYOUTS = [
  { layout: 'page', detailed: true },
  { layout: 'page', large: true, detailed: true },
  { layout: 'half', detailed: true },
  { layout: 'slips', bothSides: true, detailed: false },
  { layout: 'slips', bothSides: true, large: true, detailed: false },
  { layout: 'poster', detailed: false },
  { layout: 'poster', large: true, detailed: false },
] as const;

describe.skipIf(!hasPdfCommands).each(LAYOUTS)('$layout, large: $large', (print) => {
  const { detailed, ...layout } = print;
  const isPoster = layout.layout === 'poster';

  it('tells Krasnoyarsk’s families to add the child by the code', async () => {
    const text = await textOf('krasnoyarsk', { ...layout, families: WITH_CODE });
    const facts = [...STEPS.krasnoyarsk, ...CODE_STEPS, ...CONTACTS];
    expect(missing(text, facts)).toEqual([]);
    if (detailed) {
      const details = [...DETAILS.krasnoyarsk, ...CODE_DETAILS, ...CONTACT_DETAILS];
      expect(missing(text, details)).toEqual([]);
    }
    const own = ['Орлова Вера Ильинична', CODE, 'Код приглашения', 'пароль', '4А'];
    if (!isPoster) expect(missing(text, own)).toEqual([]);
  });

  it('tells Tyumen’s families to sign in, and of no code', async () => {
    const text = await textOf('tyumen', { ...layout, families: WITH_SNILS });
    expect(missing(text, [...STEPS.tyumen, ...CONTACTS])).toEqual([]);
    if (detailed) expect(missing(text, [...DETAILS.tyumen, ...CONTACT_DETAILS])).toEqual([]);
    expect(text).not.toMatch(/приглаш|пригласит|коднен/iu);
  });

  it.skipIf(isPoster)('leaves out the code steps for СНИЛС in the card, and says why', async () => {
    const text = await textOf('krasnoyarsk', { ...layout, families: WITH_SNILS });
    expect(missing(text, [...STEPS.krasnoyarsk, ...CONTACTS])).toEqual([]);
    const why = ['Код не нужен', 'СНИЛС родителя уже есть в карточке ребёнка'];
    expect(missing(text, why)).toEqual([]);
    expect(missing(text, [...CODE_STEPS, SNILS])).toEqual([...CODE_STEPS, SNILS]);
  });

  it.skipIf(isPoster)('says where to get a code that the list lacks', async () => {
    const text = await textOf('krasnoyarsk', { ...layout, families: WITH_NOTHING });
    expect(text).toMatch(/возьмите(?:код)?уклассногоруководителя/iu);
    expect(missing(text, CODE_STEPS)).toEqual([]);
  });
});

describe.skipIf(!hasPdfCommands)('the other sheets', () => {
  it.each([false, true])(
    'the form asks for all that parents hand over, large: %s',
    async (large) => {
      const text = await textOf('tyumen', { layout: 'form', large, families: WITH_SNILS });
      const asked = [
        'Орлова Вера Ильинична',
        'СНИЛС ребёнка',
        'Фамилия, имя, отчество',
        'Дата рождения',
        'СНИЛС нет',
        'Телефон',
        'Тот, который указан на Госуслугах',
        'Электронная почта',
        'Необязательно',
        ...CONTACTS,
      ];
      expect(missing(text, asked)).toEqual([]);
      expect(missing(text, [SNILS])).toEqual([SNILS]);
    },
  );

  it('siblings have a code each, and the steps once', async () => {
    const [one, other] = [...WITH_CODE, ...families({ childName: 'Орлов Пётр', inviteCode: 'P7' })];
    if (!one || !other) throw new Error('No families');
    const shared = [{ ...one, siblings: [other] }];
    const text = await textOf('krasnoyarsk', { layout: 'page', families: shared });
    const facts = [CODE, 'P7', ...STEPS.krasnoyarsk, ...CODE_STEPS, ...CONTACTS];
    expect(missing(text, facts)).toEqual([]);
    expect(text.split(letters('Войдите в дневник'))).toHaveLength(2);
  });

  it('any guide is a checklist with the contacts', async () => {
    const memo = findMemoGuide(library, 'krasnoyarsk/vk-id');
    if (!memo) throw new Error('No guide');
    const changes = { ...memo, layout: 'checklist' as const, families: [] };
    const text = await textOf('krasnoyarsk', changes);
    expect(missing(text, [...CONTACTS, ...CONTACT_DETAILS, 'VK ID'])).toEqual([]);
  });
});
