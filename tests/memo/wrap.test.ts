import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FontBook } from '../../src/memo/fonts';
import { hyphenate } from '../../src/memo/hyphenate';
import { tieShortWords } from '../../src/memo/printable';
import { wrap, type Line } from '../../src/memo/wrap';
import { FONTS } from './memo-fonts';

const book = new FontBook(FONTS);
const SIZE = 10;

function lines(text: string, width: number): string[] {
  return wrap([{ text, face: 'regular' }], { width, size: SIZE, book }).map(textOf);
}

function textOf(line: Line): string {
  return line.pieces
    .map(({ text, ending }) => (ending === 'division' ? text.replace(/-$/, '\u00AD') : text))
    .join('');
}

describe('line breaking', () => {
  it('never makes a line wider than the measure and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom(...'абвгжшщ ёЁ-/№1\u00A0\u00ADwW') }), {
          maxLength: 6,
        }),
        fc.integer({ min: 20, max: 400 }),
        (texts, width) => {
          const runs = texts.map((text) => ({ text, face: 'regular' as const }));
          const broken = wrap(runs, { width, size: SIZE, book });
          for (const line of broken) expect(line.width).toBeLessThanOrEqual(width + 1e-6);
          const letters = (text: string): string => text.replace(/[\s\u00AD]/gu, '');
          expect(letters(broken.map(textOf).join(''))).toBe(letters(texts.join('')));
        },
      ),
    );
  });

  it('keeps a short preposition with its word', () => {
    const text = tieShortWords('Войдите в дневник и посмотрите');
    for (let width = 60; width < 200; width += 7) {
      for (const line of lines(text, width)) expect(line.trimEnd()).not.toMatch(/ [ви]$/);
    }
  });

  it('keeps a short name in «ёлочки» on one line', () => {
    const text = tieShortWords('вход через Госуслуги и «Моя школа», вся Россия');
    for (let width = 80; width < 300; width += 7) {
      expect(lines(text, width).join('|')).toMatch(/«Моя[ \u00A0]школа»/u);
    }
  });

  it('begins a line with a double name rather than divide it', () => {
    const name = 'Римская-Корсакова-Вознесенская Александра-Виктория Константиновна';
    const width = book.width('Римская-Корсакова-Вознесенская Александра-М', 'regular', SIZE);
    expect(lines(name, width)[1]).toMatch(/^Александра-Виктория/u);
  });

  it('leaves no scrap of a word as the last line when the lines can be evened', () => {
    const text = 'Уведомление появится сразу после входа в приложение, если его ещё нет';
    for (let width = 150; width < 330; width += 3) {
      const broken = wrap([{ text, face: 'regular' }], { width, size: SIZE, book });
      if (broken.length > 1) expect(broken.at(-1)?.width).toBeGreaterThan(width * 0.15);
    }
  });

  it('divides long words with a soft hyphen, by Russian rules', () => {
    expect(hyphenate('пригласительный')).toContain('\u00AD');
    expect(hyphenate('пригласительный').split('\u00AD').at(-1)?.length).toBeGreaterThanOrEqual(3);
    const divided = lines(hyphenate('пригласительный'), 50);
    expect(divided.length).toBeGreaterThan(1);
    for (const line of divided.slice(0, -1)) expect(line).toMatch(/\u00AD$/);
  });

  it('does not break phones and codes, and breaks addresses after a slash', () => {
    expect(lines('8-800-100-70-10', 90)).toEqual(['8-800-100-70-10']);
    expect(lines('school4.example.ru/pamyatka/tyumen', 110)[0]).toMatch(/\/$/);
  });

  it('draws the buttons that the typeface lacks, and a box for what nothing has', () => {
    const [line] = wrap([{ text: '☰ 😀', face: 'regular' }], { width: 100, size: SIZE, book });
    expect(line?.pieces.map(({ face, text }) => [face, text])).toEqual([
      ['signs', '☰'],
      ['regular', ' '],
      ['signs', '□'],
    ]);
  });
});
