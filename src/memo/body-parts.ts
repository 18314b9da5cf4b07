import type { BodyItem } from './body';
import type { Mark } from './document';
import type { FontBook } from './fonts';
import { roundedBox } from './path';
import { tick } from './layouts/marks';
import { setText, SMALLEST_TYPE, textParts, type Part } from './part';

const LEADING = { section: 1.2, step: 1.26, text: 1.3 };
/** Of the size of a step's action. */
const RELATIVE_SIZE = { section: 1.14, text: 0.9 };

/** Where the boxes and the text stand, in points from the left of the column. */
export function bodyIndent(size: number): { box: number; margin: number; text: number } {
  const box = boxSide(size);
  return { box, margin: box + size * 0.55, text: box + size * 1.1 };
}

function boxSide(size: number): number {
  return size * 1.05;
}

/**
 * The body of a memo as parts of a column.
 * @param size type size of a step's action, in points; all else follows from it
 * @param done ids of the steps whose boxes are ticked
 */
export function bodyParts(
  book: FontBook,
  items: readonly BodyItem[],
  { size, width, done = [] }: { size: number; width: number; done?: readonly string[] },
): Part[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1];
    const isFirst = index === 0;
    return partsOf(book, item, { size, width, isFirst, done }).map((part, partIndex, all) => {
      const staysWithNext =
        item.kind === 'section' || item.kind === 'caption' || leadsDetail(item, next);
      return {
        ...part,
        keepWithNext: partIndex === all.length - 1 && staysWithNext,
      };
    });
  });
}

function leadsDetail(item: BodyItem, next: BodyItem | undefined): boolean {
  return item.kind === 'step' && next !== undefined && 'ofStep' in next && next.ofStep;
}

function partsOf(
  book: FontBook,
  item: BodyItem,
  {
    size,
    width,
    isFirst,
    done,
  }: { size: number; width: number; isFirst: boolean; done: readonly string[] },
): Part[] {
  const small = Math.max(SMALLEST_TYPE, size * RELATIVE_SIZE.text);
  const { text: left } = bodyIndent(size);
  switch (item.kind) {
    case 'section': {
      const style = { size: size * RELATIVE_SIZE.section, leading: LEADING.section };
      return textParts(book, item.runs, style, {
        left,
        width,
        tag: 'h2',
        gap: isFirst ? 0 : size * 0.95,
      });
    }
    case 'step': {
      const style = { size, leading: LEADING.step };
      const parts = textParts(book, item.runs, style, {
        left,
        width,
        tag: 'item',
        gap: size * 0.55,
      });
      parts[0]?.marks.push(...tickBox(size, done.includes(item.id)));
      return parts;
    }
    case 'caption':
    case 'text': {
      const style = { size: small, leading: LEADING.text };
      const tag = item.ofStep ? 'continued' : 'paragraph';
      return textParts(book, item.runs, style, {
        left,
        width,
        tag,
        gap: size * (item.ofStep ? 0.12 : 0.3),
      });
    }
    case 'bullet': {
      const style = { size: small, leading: LEADING.text };
      const tag = item.ofStep ? 'continued' : 'item';
      const indent = left + small * (item.marker === '•' ? 0.9 : 1.6);
      const parts = textParts(book, item.runs, style, {
        left: indent,
        width,
        tag,
        gap: size * 0.15,
      });
      const marker = setText(book, [{ text: item.marker, face: 'regular' }], style, {
        x: left,
        y: 0,
        width,
      });
      parts[0]?.marks.unshift(...marker.marks);
      return parts;
    }
    case 'note': {
      const style = { size: small, leading: LEADING.text };
      const tag = item.ofStep ? 'continued' : 'paragraph';
      const parts = textParts(book, item.runs, style, {
        left: left + small * 0.9,
        width,
        tag,
        gap: size * 0.35,
      });
      return parts.map((part) => ({ ...part, marks: [...part.marks, noteBar(left, part.height)] }));
    }
  }
}

/** Centred on the first line of the action. */
function tickBox(size: number, isDone: boolean): Mark[] {
  const side = boxSide(size);
  const y = (size * LEADING.step - side) / 2;
  const box: Mark = {
    type: 'path',
    segments: roundedBox(0.6, y, side, side, size * 0.16),
    ink: 'black',
    stroke: { width: 0.9 },
  };
  return isDone ? [box, tick(0.6, y, side)] : [box];
}

function noteBar(x: number, height: number): Mark {
  return { type: 'path', segments: [['re', x, 1, 1.8, height - 2]], ink: 'black' };
}
