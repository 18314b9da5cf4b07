import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layOutMemo,
  MEMO_LAYOUTS,
  MemoError,
  sheetsOf,
  type Block,
  type Mark,
  type MemoDocument,
  type MemoRequest,
} from '../../src/memo';
import { FONTS } from './memo-fonts';
import { CONTACTS, family, guideWithSteps, request } from './sample';

const MILLIMETRE = 72 / 25.4;
/** Each lays out two memos, some of them of many sheets. */
const RUNS = 25;
/** Twice what a laser printer needs. */
const MARGIN = 10 * MILLIMETRE;
/** Places are rounded to 1/100 pt in the file. */
const TOLERANCE = 0.02;

function textsOf(document: MemoDocument, page = 0): string {
  const blocks = document.pages[page]?.layers.flatMap((layer) => layer.blocks) ?? [];
  return blocks
    .filter(({ tag }) => tag !== 'artifact')
    .map(({ marks }) => marks.map(copied).join(''))
    .join('\n');
}

/** What a copy of the sheet would hold. */
function copied(mark: Mark): string {
  if (mark.type !== 'text') return '';
  if (mark.ending === 'division') return mark.text.slice(0, -1);
  return mark.ending === 'space' ? `${mark.text} ` : mark.text;
}

function overlap(one: Block['box'], other: Block['box']): boolean {
  return (
    one.x + one.width > other.x + TOLERANCE &&
    other.x + other.width > one.x + TOLERANCE &&
    one.y + one.height > other.y + TOLERANCE &&
    other.y + other.height > one.y + TOLERANCE
  );
}

/** Everything inside the margins, text inside its block, no two blocks over each other. */
function expectSound(document: MemoDocument): void {
  for (const { width, height, layers } of document.pages) {
    const blocks = layers.flatMap((layer) => layer.blocks);
    for (const { box, marks } of blocks) {
      expect(box.x).toBeGreaterThanOrEqual(MARGIN - TOLERANCE);
      expect(box.y).toBeGreaterThanOrEqual(MARGIN - TOLERANCE);
      expect(box.x + box.width).toBeLessThanOrEqual(width - MARGIN + TOLERANCE);
      expect(box.y + box.height, JSON.stringify(marks)).toBeLessThanOrEqual(
        height - MARGIN + TOLERANCE,
      );
      for (const mark of marks) {
        if (mark.type !== 'text') continue;
        expect(mark.x).toBeGreaterThanOrEqual(box.x - TOLERANCE);
        expect(mark.x + mark.width).toBeLessThanOrEqual(box.x + box.width + TOLERANCE);
        expect(mark.y - mark.size * 0.72).toBeGreaterThanOrEqual(box.y - TOLERANCE);
        expect(mark.y).toBeLessThanOrEqual(box.y + box.height + TOLERANCE);
      }
    }
    const solid = blocks.filter(({ tag }) => tag !== 'artifact');
    for (const [index, one] of solid.entries()) {
      for (const other of solid.slice(index + 1)) {
        expect(overlap(one.box, other.box), `${JSON.stringify(one)} ${JSON.stringify(other)}`).toBe(
          false,
        );
      }
    }
  }
}

const LETTERS = 'абвгдеёжзиклмнопрстуфхцчшщъыьэюяАЩШWw- .«»№1';
const hostile = (longest: number) =>
  fc.oneof(
    fc.constant(''),
    fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: longest }),
    fc.string({ unit: fc.constantFrom(...'ЩШЖWМ'), minLength: longest, maxLength: longest }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );

/** Of a host that families reach by a name of many parts. */
const LONG_ADDRESS = `https://${'obshcheobrazovatelnaya-shkola.'.repeat(3)}example.ru/pamyatka/semyam-uchenikov/`;

/** The widest letters, without a space to break at, at everything's full length. */
const LONGEST = {
  childName: 'Щ'.repeat(200),
  className: 'Щ'.repeat(60),
  inviteCode: 'W'.repeat(90),
  access: 'code',
  school: 'Щ'.repeat(400),
  heading: 'Щ'.repeat(200),
  note: 'Щ'.repeat(1500),
  deadline: 'Щ'.repeat(120),
  steps: 40,
  appUrl: LONG_ADDRESS,
  usesInviteCodes: true,
  bothSides: true,
  contacts: 2,
} as const;

const PRINTS = MEMO_LAYOUTS.flatMap((layout) =>
  [false, true]
    .filter((large) => !(large && layout === 'half'))
    .map((large) => ({ layout, large })),
);

describe.each(PRINTS)('layout $layout, large print: $large', ({ layout, large }) => {
  it('keeps every block inside the margins and off the others, however long the texts are', () => {
    fc.assert(
      fc.property(
        fc.record({
          childName: hostile(200),
          className: hostile(60),
          inviteCode: hostile(90),
          access: fc.constantFrom('code', 'snils', 'unknown'),
          school: hostile(400),
          heading: hostile(200),
          note: hostile(1500),
          deadline: hostile(120),
          steps: fc.constantFrom(0, 3, 40),
          appUrl: fc.constantFrom('', 'https://school4.example.ru/pamyatka/', LONG_ADDRESS),
          usesInviteCodes: fc.boolean(),
          bothSides: fc.boolean(),
          contacts: fc.integer({ min: 0, max: 2 }),
        }),
        ({ childName, className, inviteCode, access, steps, appUrl, contacts, ...rest }) => {
          const families = [
            family({ childName, className, inviteCode, access }),
            family({
              line: 3,
              siblings: [family({ childName, className, inviteCode, access }), family({ line: 5 })],
            }),
          ];
          const document = layOutMemo(
            request({
              ...rest,
              layout,
              large,
              families,
              guide: guideWithSteps(steps),
              contacts: CONTACTS.slice(0, contacts),
              ...(appUrl !== '' && { appUrl }),
            }),
            FONTS,
          );
          expectSound(document);
        },
      ),
      { numRuns: RUNS, endOnFailure: true, examples: [[LONGEST]] },
    );
  }, 60_000);
});

describe('a memo', () => {
  it('goes on overleaf with the family’s name, and never puts two families on one sheet', () => {
    const families = [family(), family({ line: 3, childName: 'Гусева Вера Павловна' })];
    const document = layOutMemo(request({ families, guide: guideWithSteps(60) }), FONTS);
    expect(document.pages.length % 4).toBe(0);
    expect(document.duplex).toBe('long-edge');
    expect(textsOf(document, 1)).toContain('Александрова Виктория Владимировна · 4А · лист 2');
    expect(document.outline[0]?.children.map(({ page }) => page)).toEqual([
      0,
      document.pages.length / 2,
    ]);
  });

  it('takes smaller type rather than one more sheet', () => {
    const sheets = (steps: number): number =>
      layOutMemo(request({ guide: guideWithSteps(steps) }), FONTS).pages.length;
    expect(sheets(10)).toBe(1);
    // At the size for going overleaf these would need a third sheet, and a fourth page to keep sides even.
    expect(sheets(36)).toBe(2);
  });

  it('leaves the code steps out and says why when СНИЛС is in the card', () => {
    const text = textsOf(
      layOutMemo(request({ families: [family({ inviteCode: '', access: 'snils' })] }), FONTS),
    );
    expect(text).toContain('Код не нужен');
    expect(text).toContain('СНИЛС родителя уже есть в карточке ребёнка');
    expect(text).not.toContain('Введите фамилию');
  });

  it('says where to get a code when nothing is known of one', () => {
    const text = textsOf(
      layOutMemo(request({ families: [family({ inviteCode: '', access: 'unknown' })] }), FONTS),
    );
    expect(text).toContain('Возьмите код у классного руководителя');
    expect(text).toContain('Если добавляете ребёнка по коду: введите фамилию');
  });

  it('says whose the code is, in the teacher’s own words where they are given', () => {
    const text = (changes: Parameters<typeof family>[0]): string =>
      textsOf(layOutMemo(request({ families: [family(changes)] }), FONTS));
    expect(text({})).toContain('Код приглашения для Александровой Виктории Владимировны');
    expect(text({ childName: 'Лю Вэй' })).toContain('Код приглашения — храните как пароль');
    expect(text({ forWhom: 'нашей Вики' })).toContain('Код приглашения для нашей Вики');
    expect(text({ forWhom: '' })).not.toContain(' для А');
  });

  it('has a code and a QR for each of several children on one sheet', () => {
    const sister = family({
      line: 9,
      className: '2Б',
      childName: 'Александрова Анна',
      inviteCode: 'ANNA1234',
    });
    const families = [family({ siblings: [sister] })];
    const made = (changes: Partial<MemoRequest>): MemoDocument =>
      layOutMemo(request({ families, ...changes }), FONTS);
    const document = made({ appUrl: 'https://school.example/' });
    expect(document.pages).toHaveLength(1);
    const text = textsOf(document);
    expect(text).toContain('HGKMDTWQ');
    expect(text).toContain('ANNA1234');
    expect(text.match(/Шаги в телефоне/gu)).toHaveLength(1);
    const marks = document.pages.flatMap(({ layers }) =>
      layers.flatMap(({ blocks }) => blocks.flatMap((block) => block.marks)),
    );
    const codes = marks.flatMap((mark) => (mark.type === 'qr' ? [mark.text] : []));
    expect(new Set(codes).size).toBe(2);
    expect(document.outline[0]?.children.map(({ title, page }) => [title, page])).toEqual([
      ['Александрова Виктория Владимировна', 0],
      ['Александрова Анна', 0],
    ]);
    expect(made({ layout: 'form' }).pages).toHaveLength(2);
    expect(textsOf(made({ layout: 'slips' }))).toContain('ANNA1234');
  });

  it('prints a code of the list even for a service that needs none', () => {
    expect(textsOf(layOutMemo(request({ usesInviteCodes: false }), FONTS))).toContain('HGKMDTWQ');
  });

  it('prints only what is marked for the memo and meant for parents', () => {
    const text = textsOf(layOutMemo(request(), FONTS));
    expect(text).toContain('Осторожно. Код вводят только один раз.');
    expect(text).toContain('Если у вас телефон с Android: нажмите ⋮ → «Добавить на гл. экран»');
    expect(text).not.toContain('Для учителя');
    expect(text).not.toContain('Прочитайте подробности');
  });

  it('prints the contacts with what each serves, the deadline and the note', () => {
    const text = textsOf(
      layOutMemo(request({ deadline: 'до 1 сентября', note: 'Кабинет 214' }), FONTS),
    );
    expect(text).toContain('8-800-100-70-10');
    expect(text).toContain('sd.72to.ru');
    expect(text.replaceAll(/\s/g, ' ')).toContain('учёт питания');
    expect(text).toContain('Срок: до 1 сентября');
    expect(text).toContain('От классного руководителя. Кабинет 214');
  });

  it('is headed with the title for memos, which names only what it carries', () => {
    const guide = { ...guideWithSteps(0), memoTitle: 'Только дневник' };
    expect(textsOf(layOutMemo(request({ guide }), FONTS))).toContain('Только дневник');
    expect(textsOf(layOutMemo(request({ guide, heading: 'Своё' }), FONTS))).toContain('Своё');
    const whole = layOutMemo(request({ guide, layout: 'checklist' }), FONTS);
    expect(textsOf(whole)).toContain('Электронный дневник и код приглашения');
  });

  it('says on the poster what its QR opens', () => {
    const words = (changes: { appUrl?: string }): string =>
      textsOf(layOutMemo(request({ layout: 'poster', ...changes }), FONTS)).replace(/\s+/gu, ' ');
    expect(words({})).toContain('откроется официальный сайт');
    expect(words({ appUrl: 'https://school.example/' })).toContain('откроются все шаги');
  });

  it('has no names and no codes on the poster', () => {
    const text = textsOf(layOutMemo(request({ layout: 'poster' }), FONTS));
    expect(text).not.toContain('Александрова');
    expect(text).not.toContain('HGKMDTWQ');
  });

  it('groups classes and keeps the order of the list inside them', () => {
    const families = ['4А', '4Б', '4А'].map((className, index) =>
      family({ className, line: index + 2, childName: `Ученик ${String(index)}` }),
    );
    const { outline } = layOutMemo(request({ families }), FONTS);
    expect(
      outline.map(({ title, children }) => [title, children.map((child) => child.title)]),
    ).toEqual([
      ['Класс 4А', ['Ученик 0', 'Ученик 2']],
      ['Класс 4Б', ['Ученик 1']],
    ]);
  });

  it('has every contact on a slip, and the school where its name is short', () => {
    const slip = (changes: Partial<MemoRequest> = {}): string =>
      textsOf(layOutMemo(request({ layout: 'slips', ...changes }), FONTS));
    const school = 'МАОУ СОШ № 4';
    expect(slip({ school })).toContain('Класс 4А · МАОУ СОШ № 4');
    expect(slip()).toContain('sd.72to.ru — «Электронная школа» и учёт питания');
    // A longer address takes the room of what each contact serves, not of a contact.
    const withApp = slip({ appUrl: 'https://school4.example.ru/pamyatka/' });
    expect(withApp).toContain('Поддержка «Моей школы»: 8-800-100-70-10');
    expect(withApp).toContain('Портал техподдержки: sd.72to.ru');
  });

  it('puts eight slips on a sheet and two halves on another', () => {
    const families = Array.from({ length: 17 }, (_, index) => family({ line: index + 2 }));
    expect(layOutMemo(request({ layout: 'slips', families }), FONTS).pages).toHaveLength(3);
    expect(layOutMemo(request({ layout: 'half', families }), FONTS).pages).toHaveLength(9);
  });
});

describe('a checklist', () => {
  const checklist = (changes: Partial<MemoRequest> = {}): MemoDocument =>
    layOutMemo(request({ layout: 'checklist', families: [], ...changes }), FONTS);

  it('carries the whole guide, not only what is marked for the memo', () => {
    expect(textsOf(checklist())).toContain('Прочитайте подробности');
    expect(textsOf(checklist())).toContain('Если вы классный руководитель');
  });

  it('leaves out what is known not to concern its reader, and says no «если» of the rest', () => {
    const text = textsOf(checklist({ situation: { role: 'parent', device: 'android' } }));
    expect(text).not.toContain('Найдите коды приглашения');
    expect(text).not.toContain('Если у вас телефон');
    expect(text).toContain('Нажмите ⋮');
  });

  it('has a tick in the boxes of the steps that are done, and in no other', () => {
    const marks = (done: string[]): number =>
      checklist({ done })
        .pages.flatMap(({ layers }) => layers.flatMap(({ blocks }) => blocks))
        .reduce((sum, block) => sum + block.marks.length, 0);
    expect(marks(['open', 'check']) - marks([])).toBe(2);
  });

  it('goes on to further sheets with every step, printed on both sides', () => {
    const document = checklist({ guide: guideWithSteps(40) });
    const text = document.pages.map((_, page) => textsOf(document, page)).join('\n');
    for (let step = 1; step <= 40; step += 1) expect(text).toContain(`шаг номер ${String(step)}`);
    expect(document.duplex).toBe('long-edge');
    expect(textsOf(document, 1)).toContain('Электронный дневник и код приглашения · лист 2');
  });

  it('opens this guide of the app, not its region', () => {
    expect(textsOf(checklist({ appUrl: 'https://school.example/' }))).toContain(
      'school.example/krasnoyarsk/kiasuo',
    );
  });
});

describe('printed on both sides', () => {
  const families = Array.from({ length: 11 }, (_, index) =>
    family({
      line: index + 2,
      inviteCode: `CODE${String(index)}X`,
      access: index === 1 ? 'snils' : 'code',
    }),
  );
  const codesOn = (document: MemoDocument, page: number): string[] =>
    textsOf(document, page).match(/CODE\d+X/gu) ?? [];

  it.each(['page', 'half', 'slips', 'form'] as const)(
    '%s has no code on the back of another family’s',
    (layout) => {
      const document = layOutMemo(request({ layout, families, bothSides: true }), FONTS);
      expect(document.duplex).toBe('long-edge');
      expect(document.pages.length % 2).toBe(0);
      for (let back = 1; back < document.pages.length; back += 2) {
        expect(codesOn(document, back)).toEqual([]);
      }
      const fronts = document.pages.flatMap((_, page) => codesOn(document, page));
      expect(fronts).toHaveLength(layout === 'form' ? 0 : 11);
    },
  );

  it('puts the steps of a slip behind it: the columns change sides', () => {
    const { pages } = layOutMemo(request({ layout: 'slips', families, bothSides: true }), FONTS);
    const steps = (side: 'left' | 'right'): string[] => {
      const middle = 210 * MILLIMETRE * 0.5;
      const blocks = pages[1]?.layers.flatMap((layer) => layer.blocks) ?? [];
      return blocks
        .filter(({ tag, box }) => tag === 'item' && (side === 'left') === box.x < middle)
        .map(({ marks }) => marks.map(copied).join(''));
    };
    // The second slip, right on the front, is of the family that needs no code.
    const ofCode = (texts: string[]) => texts.filter((text) => text.includes('код приглашения'));
    expect(ofCode(steps('right'))).toHaveLength(4);
    expect(ofCode(steps('left'))).toHaveLength(3);
  });

  it('goes on behind its own half', () => {
    const guide = guideWithSteps(12);
    const { pages, outline } = layOutMemo(
      request({ layout: 'half', families: families.slice(0, 2), guide, bothSides: true }),
      FONTS,
    );
    expect(pages).toHaveLength(2);
    expect(outline[0]?.children.map(({ page }) => page)).toEqual([0, 0]);
    const heads = pages[1]?.layers
      .flatMap((layer) => layer.blocks)
      .filter(({ marks }) => marks.map(copied).join('').includes('лист 2 из 2'));
    expect(heads).toHaveLength(2);
  });

  it('says so when the steps do not fit behind a slip', () => {
    const { warnings } = layOutMemo(
      request({ layout: 'slips', families, guide: guideWithSteps(40), bothSides: true }),
      FONTS,
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('Шаги не помещаются на оборот'),
    ]);
  });
});

describe('saving paper', () => {
  const families = Array.from({ length: 16 }, (_, index) => family({ line: index + 2 }));
  const chosen = (changes: Partial<MemoRequest>): [string, number] => {
    const document = layOutMemo(request({ families, savesPaper: true, ...changes }), FONTS);
    return [document.layout, sheetsOf(document)];
  };
  const appUrl = 'https://school.example/';

  it('takes slips where the steps are a QR away or on the back, else halves, else pages', () => {
    expect(chosen({ appUrl })).toEqual(['slips', 2]);
    expect(chosen({ bothSides: true })).toEqual(['slips', 2]);
    expect(chosen({})).toEqual(['half', 8]);
    expect(chosen({ guide: guideWithSteps(20) })).toEqual(['page', 16]);
  });

  it('never cuts a name for it, nor forgets large print', () => {
    const long = [...families, family({ line: 20, childName: 'Щщщщщщщщ '.repeat(14) })];
    expect(chosen({ appUrl, families: long })[0]).toBe('half');
    expect(chosen({ appUrl, large: true })[0]).toBe('slips');
    expect(chosen({ large: true })[0]).toBe('page');
  });

  it('leaves what is for everyone as it is', () => {
    expect(chosen({ layout: 'poster' })).toEqual(['poster', 1]);
  });
});

describe('large print', () => {
  const steps = (layout: MemoRequest['layout']): number[] =>
    layOutMemo(request({ layout, large: true }), FONTS)
      .pages.flatMap(({ layers }) => layers.flatMap(({ blocks }) => blocks))
      .filter(({ tag }) => tag === 'item')
      .flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'text' ? [mark.size] : [])));

  it.each(['page', 'poster', 'checklist'] as const)(
    'sets the steps of %s in 16 points',
    (layout) => {
      expect(Math.min(...steps(layout))).toBeGreaterThanOrEqual(16);
    },
  );

  it('says that half a sheet has no room for it', () => {
    expect(() => layOutMemo(request({ layout: 'half', large: true }), FONTS)).toThrow(MemoError);
  });

  it('never breaks an address inside a name', () => {
    const appUrl = 'https://shkola-chetyre.ishim.example.ru/pamyatka/';
    expect(textsOf(layOutMemo(request({ large: true, appUrl }), FONTS))).toContain(
      'shkola-chetyre.ishim.example.ru/',
    );
  });
});

describe('what is wrong with a request', () => {
  it('names the person, the letter and the line of a letter outside the typeface', () => {
    const families = [family({ line: 7, childName: 'Ким 😀 Вера' })];
    const { warnings, pages } = layOutMemo(request({ families }), FONTS);
    expect(pages).toHaveLength(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.line).toBe(7);
    expect(warnings[0]?.message).toContain('Строка 7, Ким 😀 Вера: знака «😀» (U+1F600)');
    const several = [family({ childName: 'Ким 😀 بن 😀 Вера' })];
    const told = layOutMemo(request({ families: several }), FONTS).warnings;
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringContaining('знаков «😀» (U+1F600), «ب» (U+0628), «ن» (U+0646) нет в шрифте'),
    ]);
  });

  it('has Tatar, Bashkir and Tajik letters', () => {
    const families = [family({ childName: 'Ҡаһарман Гөлнара Җәмилә Ҷамшед Ӯктам Қосимов' })];
    expect(layOutMemo(request({ families }), FONTS).warnings).toEqual([]);
  });

  it('takes invisible characters out of names and leaves codes as they are seen', () => {
    const families = [
      family({ childName: '\u202EГусев\u0000\u200B  Андреи\u0306', inviteCode: '\uFEFFAB cd-12' }),
    ];
    const document = layOutMemo(request({ families }), FONTS);
    const text = textsOf(document);
    expect(text).toContain('Гусев Андрей');
    expect(text).toContain('AB cd-12');
    expect(document.warnings.some(({ message }) => message.includes('в коде есть пробел'))).toBe(
      true,
    );
  });

  it('warns of a code with letters of two alphabets and prints it unchanged', () => {
    const document = layOutMemo(request({ families: [family({ inviteCode: 'АBС12345' })] }), FONTS);
    expect(document.warnings[0]?.message).toContain('и русские, и латинские буквы');
    expect(textsOf(document)).toContain('АBС12345');
  });

  it('prints a word processor’s hyphen as the one that is typed', () => {
    const families = [family({ childName: 'Петрова\u2011Водкина Анна', inviteCode: 'AB\u201112' })];
    const document = layOutMemo(request({ families }), FONTS);
    expect(document.warnings).toEqual([]);
    expect(textsOf(document)).toMatch(/Петрова-Водкина Анна[^]*AB-12/u);
  });

  const messages = (changes: Partial<MemoRequest>): string[] =>
    layOutMemo(request(changes), FONTS).warnings.map(({ message }) => message);

  it('tells once of a school’s name that a sheet cannot hold', () => {
    const school = 'ШИРОКАЯ ЩЩЩ '.repeat(24);
    for (const print of [{ layout: 'half' }, { layout: 'poster', large: true }] as const) {
      const families = [family(), family({ line: 3 })];
      const told = messages({ ...print, school, families });
      expect(told.filter((message) => message.includes('не поместилось'))).toHaveLength(1);
    }
    expect(messages({ layout: 'half' })).toEqual([]);
  });

  it('sets a school’s full name smaller on a poster before any of it is cut', () => {
    const school =
      'Муниципальное автономное общеобразовательное учреждение «Средняя общеобразовательная школа № 4 имени Героя Советского Союза Ивана Ивановича Преображенского» города Ишима Ишимского муниципального района Тюменской области';
    for (const large of [false, true]) {
      expect(messages({ layout: 'poster', large, school })).toEqual([]);
    }
  });

  it('sets a name smaller on a slip in large print before any of it is cut', () => {
    const childName = 'Римская-Корсакова-Вознесенская Александра-Виктория Константиновна';
    const appUrl = 'https://school4.example.ru/pamyatka/';
    const families = [family({ childName, inviteCode: 'O0l1I-5S8Bqg' })];
    expect(messages({ layout: 'slips', large: true, families, appUrl })).toEqual([]);
  });

  it('names the line of a name or a class that a slip cannot hold', () => {
    const families = [
      family({ line: 5, childName: 'Щщщщщщщщ '.repeat(14), className: 'Щ'.repeat(24) }),
      family({ line: 6 }),
    ];
    const { warnings } = layOutMemo(request({ layout: 'slips', families }), FONTS);
    expect(warnings.map(({ line }) => line)).toEqual([5, 5]);
    expect(warnings[0]?.message).toMatch(/^Строка 5, Щ.*: имя не помещается на листок/u);
    expect(warnings[1]?.message).toContain('класс не помещается на листок');
  });

  it('tells of an address that leaves the slips no room for a contact', () => {
    const told = (appUrl: string): string[] => messages({ layout: 'slips', appUrl });
    expect(told('https://school4.example.ru/pamyatka/')).toEqual([]);
    expect(told(LONG_ADDRESS).join()).toContain('Адрес приложения не помещается на полоски');
  });

  it('tells of a school or a class that the QR carries cut', () => {
    const changes = {
      school: 'Школа '.repeat(21).trim(),
      families: [family({ line: 8, className: 'Двадцать один знак вот' })],
    };
    expect(messages(changes)).toEqual([]);
    const withApp = { ...changes, appUrl: 'https://school.example/' };
    const told = messages(withApp);
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('Название школы: в QR-код вошло только начало');
    expect(told[1]).toContain('Строка 8, Александрова');
    expect(messages({ ...withApp, layout: 'form' })).toEqual([]);
  });

  it('refuses an empty choice and an address that is not https', () => {
    expect(() => layOutMemo(request({ families: [] }), FONTS)).toThrow(MemoError);
    for (const appUrl of [
      'http://school.ru/',
      'school.ru',
      'https://school.ru/?a=1',
      'javascript:alert(1)',
    ]) {
      expect(() => layOutMemo(request({ appUrl }), FONTS)).toThrow(/не подходит/);
    }
  });
});
