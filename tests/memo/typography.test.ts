import fc from 'fast-check';
import library from 'virtual:library';
import { describe, expect, it } from 'vitest';
import { guidesOfAllRegions, usesInviteCodes, type MemoGuide } from '../../src/guide';
import { layOutMemo, MEMO_LAYOUTS, type Block, type MemoDocument } from '../../src/memo';
import { bodyOf } from '../../src/memo/body';
import { FontBook } from '../../src/memo/fonts';
import { wrap } from '../../src/memo/wrap';
import { FONTS } from './memo-fonts';
import { family, request } from './sample';

/** Points. An address may be smaller than other words: broken inside a name it would be typed wrong. */
const SMALLEST = { step: 8.5, text: 8, address: 7 };
const SMALLEST_LARGE = { step: 14, text: 12, address: 12 };
const ADDRESS = /^[\w.-]+\/?$/;
/** What nobody should be left with at the end of a line. */
const STRANDED = /(?:^|[^\p{L}\p{N}-])[\p{L}](?:\u00AD|$)/u;

/** Ems of a step on the back of a slip. */
const NARROWEST = 24;

const GUIDES = guidesOfAllRegions(library);
const PRINTS = MEMO_LAYOUTS.flatMap((layout) =>
  [false, true]
    .filter((large) => !(large && layout === 'half'))
    .map((large) => ({ layout, large })),
);

function memoOf(
  { region, guide }: MemoGuide,
  changes: Parameters<typeof request>[0],
): MemoDocument {
  const contacts = region.memoContacts;
  return layOutMemo(
    request({ region, guide, contacts, usesInviteCodes: usesInviteCodes(guide), ...changes }),
    FONTS,
  );
}

const blocksOf = ({ pages }: MemoDocument): Block[] =>
  pages.flatMap(({ layers }) => layers.flatMap(({ blocks }) => blocks));

/** The lines of a block, each without the space after it. */
function linesOf({ marks }: Block): string[] {
  const lines = new Map<number, string>();
  for (const mark of marks) {
    if (mark.type === 'text') lines.set(mark.y, `${lines.get(mark.y) ?? ''}${mark.text}`);
  }
  return [...lines.values()];
}

describe.each(PRINTS)('all guides in layout $layout, large print: $large', ({ layout, large }) => {
  const families = [
    family(),
    family({ line: 3, inviteCode: '', access: 'snils' }),
    family({ line: 4, inviteCode: '', access: 'unknown' }),
  ];
  const documents = GUIDES.map((memo) => ({
    id: memo.guide.id,
    document: memoOf(memo, { layout, large, families, bothSides: layout === 'slips' }),
  }));

  it('have no type below the smallest that is stated', () => {
    const smallest = large ? SMALLEST_LARGE : SMALLEST;
    for (const { id, document } of documents) {
      for (const { tag, marks } of blocksOf(document)) {
        for (const mark of marks) {
          if (mark.type !== 'text') continue;
          const least = ADDRESS.test(mark.text) ? smallest.address : smallest.text;
          expect(mark.size, `${id}: ${mark.text}`).toBeGreaterThanOrEqual(least);
          // A bullet of a list is no step.
          const isStep = tag === 'item' && mark.face === 'medium';
          if (isStep)
            expect(mark.size, `${id}: ${mark.text}`).toBeGreaterThanOrEqual(smallest.step);
        }
      }
    }
  });

  it('divide no word of a heading, leave no heading at the end of a page', () => {
    for (const { id, document } of documents) {
      for (const { tag, marks } of blocksOf(document)) {
        if (tag !== 'h1') continue;
        for (const mark of marks) {
          expect(mark.type === 'text' && mark.ending === 'division', id).toBe(false);
        }
      }
      for (const { layers } of document.pages) {
        const [last] = layers
          .flatMap(({ blocks }) => blocks)
          .filter(({ tag }) => tag !== 'artifact')
          .toSorted((one, other) => other.box.y - one.box.y);
        expect(last?.tag, id).not.toBe('h2');
      }
    }
  });

  it('put „лапки“ inside «ёлочки»', () => {
    for (const { id, document } of documents) {
      for (const line of blocksOf(document).flatMap(linesOf)) {
        expect(line, `${id}: ${line}`).not.toMatch(/««|»»/);
      }
    }
  });

  it('leave no word of one letter at the end of a line', () => {
    for (const { id, document } of documents) {
      for (const block of blocksOf(document)) {
        for (const line of linesOf(block).slice(0, -1)) {
          expect(line, `${id}: ${line}`).not.toMatch(STRANDED);
        }
      }
    }
  });
});

describe('the head of a sheet', () => {
  /** The strip of squares with its mark, and the heading on it. */
  const headOf = (heading: string, layout: 'poster' | 'page' | 'half'): Block[] => {
    const blocks = blocksOf(layOutMemo(request({ layout, heading }), FONTS));
    const at = blocks.findIndex(({ tag }) => tag === 'h1');
    return blocks.slice(at - 1, at + 1);
  };

  it('has its mark in the middle, beside a heading of one line or of more', () => {
    for (const layout of ['poster', 'page', 'half'] as const) {
      for (const heading of ['Дневник', 'Электронный дневник и код приглашения для родителей']) {
        const [decoration, text] = headOf(heading, layout);
        const tick = decoration?.marks.at(-1);
        const ys = tick?.type === 'path' ? tick.segments.map(([, , y]) => Number(y)) : [];
        const middle = (box: Block['box'] | undefined) => (box ? box.y + box.height / 2 : NaN);
        expect(middle(text?.box)).toBeCloseTo(middle(decoration?.box), 0);
        expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(middle(decoration?.box), -1);
      }
    }
  });

  it('is set smaller rather than with one word alone on a line', () => {
    const [, text] = headOf('Вход в «Электронную школу»', 'poster');
    expect(text ? linesOf(text) : []).toHaveLength(1);
  });

  it('keeps the caption of a QR whole in large print', () => {
    const whole = blocksOf(layOutMemo(request({ large: true }), FONTS)).flatMap(linesOf);
    expect(whole).toContain('Официальный сайт:');
  });
});

describe('any text of any guide, on any measure that a memo has', () => {
  const book = new FontBook(FONTS);
  const texts = GUIDES.flatMap(({ guide }) => bodyOf(guide, {}, 'whole')).map(({ runs }) => runs);
  const lines = (index: number, width: number, size: number): string[] =>
    wrap(texts[index] ?? [], { width, size, book }).map(({ pieces }) =>
      pieces
        .map(({ text, ending }) => (ending === 'division' ? text.replace(/-$/, '\u00AD') : text))
        .join(''),
    );

  it('strands no word of one letter, and divides words by two letters at least', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: texts.length - 1 }),
        fc.integer({ min: NARROWEST, max: 60 }),
        fc.constantFrom(8, 9, 10.5, 12.5, 16),
        (index, ems, size) => {
          const set = lines(index, ems * size, size);
          for (const [number, line] of set.slice(0, -1).entries()) {
            expect(line).not.toMatch(STRANDED);
            if (!line.endsWith('\u00AD')) continue;
            expect(line).toMatch(/\p{L}{2}\u00AD$/u);
            expect(set[number + 1]).toMatch(/^\p{L}{2}/u);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('two on a sheet', () => {
  const SCHOOL =
    'Муниципальное автономное общеобразовательное учреждение «Средняя общеобразовательная школа № 4» города Ишима';
  const memos = GUIDES.filter(({ region, guide }) => region.memo === guide.id);

  it('take a half each: where the steps do not fit with their details, the phone tells these', () => {
    expect(memos).toHaveLength(2);
    for (const memo of memos) {
      for (const access of ['code', 'snils', 'unknown'] as const) {
        const inviteCode = access === 'code' ? 'HGKMDTWQ' : '';
        const families = [family({ inviteCode, access }), family({ inviteCode, access, line: 3 })];
        const changes = { layout: 'half', families, school: SCHOOL } as const;
        const appUrl = 'https://school4.example.ru/pamyatka/';
        expect(memoOf(memo, { ...changes, appUrl }).pages).toHaveLength(1);
      }
    }
  });

  it('go on in the other half when nothing else tells the details; its first half is not wasted', () => {
    const [memo] = memos;
    if (!memo) throw new Error('No memo');
    const note = 'Приходите в кабинет 214 с телефоном и паспортом. '.repeat(8);
    const long = family({ line: 3, inviteCode: '', access: 'unknown', childName: 'Лю Вэй' });
    const { pages, outline } = memoOf(memo, { layout: 'half', families: [long, long], note });
    expect(pages).toHaveLength(2);
    const short = family({ inviteCode: '', access: 'snils' });
    const mixed = memoOf(memo, { layout: 'half', families: [short, long, short], note: '' });
    expect(outline[0]?.children.map(({ page }) => page)).toEqual([0, 1]);
    expect(mixed.pages.length).toBeLessThanOrEqual(2);
  });
});
