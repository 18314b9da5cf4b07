import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  layOutMemo,
  MEMO_LAYOUTS,
  writeMemoPdf,
  type MemoFonts,
  type MemoRequest,
} from '../../src/memo';
import { decodeFamilyLink } from '../../src/link';
import { toUnicodeMap } from '../../src/memo/pdf/to-unicode';
import {
  countPages,
  crop,
  decodeQr,
  hasPdfCommands,
  lettersWithoutInk,
  pdfFaults,
  pdfStructure,
  pdfText,
  renderPage,
  renderPageByPoppler,
} from '../pdf-tools';
import { FONTS } from './memo-fonts';
import { family, fixtureFamilies, guideWithSteps, request } from './sample';

const APP_URL = 'https://school4.example.ru/pamyatka/';

function make(changes: Partial<MemoRequest>, fonts: MemoFonts = FONTS): Promise<Uint8Array> {
  return writeMemoPdf(layOutMemo(request(changes), fonts), fonts);
}

/** Text without the places of line breaks. */
function flat(text: string): string {
  return text.replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ');
}

describe.skipIf(!hasPdfCommands).each([
  ['4A-clean.csv', 'utf-8'],
  ['9V-windows-1251.csv', 'windows-1251'],
])('memos of %s', (name, encoding) => {
  const families = fixtureFamilies(name, encoding);

  it('are one clean page for each family, with its name, class and code in the text', async () => {
    const pdf = await make({ families });
    expect(pdfFaults(pdf)).toBe('');
    const pages = pdfText(pdf).split('\f').slice(0, -1).map(flat);
    expect(pages).toHaveLength(families.length);
    for (const [index, { childName, className, inviteCode }] of families.entries()) {
      for (const text of [
        childName,
        `Класс ${className}`,
        inviteCode,
        '8-800-100-70-10',
        'sd.72to.ru',
      ]) {
        expect(pages[index]).toContain(text);
      }
    }
  });

  it('have ink under every letter', async () => {
    const pdf = await make({ families: families.slice(0, 3), appUrl: APP_URL });
    for (const page of [0, 1, 2]) expect(lettersWithoutInk(pdf, page)).toEqual([]);
  });

  it('carry a QR that opens the app with the class, the school and the code alone', async () => {
    const pdf = await make({ families: families.slice(0, 2), appUrl: APP_URL });
    for (const [page, { className, inviteCode }] of families.slice(0, 2).entries()) {
      const url = decodeQr(renderPage(pdf, page, 100));
      expect(url.startsWith(`${APP_URL}krasnoyarsk/#`)).toBe(true);
      expect(decodeFamilyLink(new URL(url).hash)).toEqual({
        ok: true,
        link: { className, school: 'МАОУ «Средняя школа № 4» г. Ишима', inviteCode },
      });
    }
  });
});

const LARGE = ['page', 'slips', 'form'] as const;
const PRINTS = [
  ...MEMO_LAYOUTS.map((layout) => ({ name: layout, layout })),
  ...LARGE.map((layout) => ({ name: `${layout} in large print`, layout, large: true })),
  { name: 'page with brothers and sisters', layout: 'page', together: true },
] as const;

describe.skipIf(!hasPdfCommands).each(PRINTS)('the file of layout $name', (print) => {
  const { layout } = print;
  const large = 'large' in print;
  const each = [
    family(),
    family({ line: 3, childName: 'Гөлнара 😀 Ҡаһарман', inviteCode: 'O0l1I-5S8B' }),
    family({ line: 4, inviteCode: '', access: 'snils' }),
  ];
  const [first, ...siblings] = each;
  const families = first && 'together' in print ? [{ ...first, siblings }] : each;

  it('is clean and has ink under every letter', async () => {
    const pdf = await make({ layout, large, families, appUrl: APP_URL });
    expect(pdfFaults(pdf)).toBe('');
    expect(countPages(pdf)).toBeGreaterThan(0);
    for (let page = 0; page < countPages(pdf); page += 1) {
      expect(lettersWithoutInk(pdf, page)).toEqual([]);
    }
  });

  it.each([
    ['MuPDF', renderPage],
    ['Poppler', renderPageByPoppler],
  ])('has codes that can be read at 100 dpi as drawn by %s', async (_, render) => {
    const document = layOutMemo(request({ layout, large, families, appUrl: APP_URL }), FONTS);
    const pdf = await writeMemoPdf(document, FONTS);
    for (const [page, { layers }] of document.pages.entries()) {
      const figures = layers
        .flatMap(({ blocks }) => blocks)
        .flatMap(({ box, marks }) =>
          marks.flatMap((mark) => (mark.type === 'qr' ? [{ box, text: mark.text }] : [])),
        );
      if (figures.length === 0) continue;
      const image = render(pdf, page, 100);
      for (const { box, text } of figures) expect(decodeQr(crop(image, box, 100))).toBe(text);
    }
  });

  it('is read aloud in the order of the sheet', async () => {
    const structure = flat(pdfStructure(await make({ layout, large, families, appUrl: APP_URL })));
    const heading = layout === 'form' ? 'Данные для входа' : 'Электронный дневник и код';
    const order =
      layout === 'slips'
        ? ['Александрова Виктория Владимировна', 'Код приглашения', 'HGKMDTWQ', 'Гөлнара']
        : layout === 'poster' || layout === 'checklist'
          ? [heading, 'Наведите камеру', 'Откройте pwa.kiasuo.ru', '8-800-100-70-10']
          : layout === 'form'
            ? [heading, 'Александрова Виктория Владимировна', 'СНИЛС ребёнка', 'Телефон']
            : [
                heading,
                'Александрова Виктория',
                'HGKMDTWQ',
                'Откройте pwa.kiasuo.ru',
                '8-800-100-70-10',
              ];
    const places = order.map((text) => structure.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('is the same file for the same request', async () => {
    const [one, other] = await Promise.all([
      make({ layout, large, families }),
      make({ layout, large, families }),
    ]);
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  });
});

describe.skipIf(!hasPdfCommands)('the file', () => {
  it('tells headings, list items and figures apart', async () => {
    const structure = pdfStructure(await make({}));
    for (const type of ['H1', 'H2', 'L', 'LI', 'LBody', 'Figure', 'P']) {
      expect(structure).toMatch(new RegExp(`^ *${type}\\b`, 'm'));
    }
  });

  it('goes on overleaf inside the same list', async () => {
    const pdf = await make({ guide: guideWithSteps(60) });
    expect(pdfFaults(pdf)).toBe('');
    expect(flat(pdfStructure(pdf))).toContain('Сделайте шаг номер 60');
  });

  it('names nobody in its metadata, and nothing of the roster’s СНИЛС anywhere', async () => {
    const families = fixtureFamilies('4A-clean.csv', 'utf-8');
    const text = pdfText(await make({ layout: 'form', families }));
    expect(text).not.toMatch(/\d{3}-\d{3}-\d{3}/);
  });

  it('would be caught without ink if a glyph were lost', async () => {
    const [lost, blank] = ['д', ' '].map((character) => FONTS.bold.characters.indexOf(character));
    const glyphs = FONTS.bold.glyphs.map((glyph, index) =>
      index === lost ? (FONTS.bold.glyphs[blank ?? 0] ?? 0) : glyph,
    );
    const codes = [...FONTS.bold.characters].map((character, index) => {
      return [glyphs[index] ?? 0, character] as const;
    });
    const map = Buffer.from(toUnicodeMap(codes, 4));
    const toUnicode = deflateSync(map).toString('base64');
    const broken = { ...FONTS, bold: { ...FONTS.bold, glyphs, toUnicode } };
    const pdf = await make({}, broken);
    expect(lettersWithoutInk(pdf, 0).length).toBeGreaterThan(0);
  });
});
