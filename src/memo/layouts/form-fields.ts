import type { Mark } from '../document';
import type { FontBook } from '../fonts';
import { setText, type Part } from '../part';
import { roundedBox, type Segment } from '../path';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { rule } from './marks';
import { solidPart } from './panel';
import { mm } from './paper';

const LEADING = 1.3;
const CELL_HEIGHT = mm(9);
const CELL_WIDTH = mm(7);
const LINE_GAP = mm(2);
/** Between fields that stand side by side. */
const GUTTER = mm(8);
const TICK = mm(5);

/** Type sizes in points. */
export interface FieldStyle {
  label: number;
  hint: number;
  /** Room for labels beside their fields; 0: they stand above them. */
  labelWidth: number;
}

/** What is filled in by hand. */
export interface Field {
  label: string;
  hint?: string;
  /** Squares for figures, in groups joined by signs; without it, lines to write on. */
  comb?: readonly (number | string)[];
  /** A box to tick instead. */
  tick?: string;
  lines?: number;
}

/** A field as wide as the form, its label beside it or above. */
export function fieldPart(
  book: FontBook,
  field: Field,
  style: FieldStyle,
  { width, gap }: { width: number; gap: number },
): Part {
  return rowPart(book, [field], style, { width, gap });
}

/** Fields side by side, which only fields with squares and with labels above them can stand. */
export function rowPart(
  book: FontBook,
  fields: readonly Field[],
  style: FieldStyle,
  { width, gap }: { width: number; gap: number },
): Part {
  const drawing = new FieldDrawing(book, style);
  let left = 0;
  let height = 0;
  for (const field of fields) {
    const drawn = drawing.draw(field, left, width - left);
    height = Math.max(height, drawn.bottom);
    left = drawn.right + GUTTER;
  }
  return { ...solidPart('paragraph', { width, height }, drawing.marks), gap };
}

class FieldDrawing {
  readonly marks: Mark[] = [];
  private readonly book: FontBook;
  private readonly style: FieldStyle;

  constructor(book: FontBook, style: FieldStyle) {
    this.book = book;
    this.style = style;
  }

  draw(field: Field, x: number, width: number): { right: number; bottom: number } {
    const { labelWidth } = this.style;
    return labelWidth > 0
      ? this.drawBeside(field, x + labelWidth, width - labelWidth)
      : this.drawBelow(field, x, width);
  }

  /** The field to the right of its label, the hint under it. */
  private drawBeside(field: Field, x: number, width: number): { right: number; bottom: number } {
    const { labelWidth } = this.style;
    this.besideSquares(field.label, { x: x - labelWidth, y: 0, width: labelWidth - mm(2) });
    const { right, bottom } = this.squaresOrLines(field, { x, y: 0, width });
    if (field.tick !== undefined) this.tickBox(field.tick, right + mm(6), 0);
    return { right, bottom: this.hintBelow(field, { x, y: bottom, width }) };
  }

  /** The field under its label; the hint and the box to tick behind the label where they fit. */
  private drawBelow(field: Field, x: number, width: number): { right: number; bottom: number } {
    const { label: size, hint: hintSize } = this.style;
    const runs = [textRun(field.label, 'medium')];
    const label = setText(this.book, runs, { size, leading: LEADING }, { x, y: 0, width });
    this.marks.push(...label.marks);
    const end = x + this.book.width(field.label, 'medium', size);
    if (field.tick !== undefined)
      this.tickBox(field.tick, end + mm(8), -(CELL_HEIGHT - label.height) / 2);
    const { hint = '' } = field;
    const hintX = end + mm(3);
    const fits = hintX + this.book.width(hint, 'regular', hintSize) <= x + width;
    if (fits) {
      const place = { x: hintX, y: (size - hintSize) * LEADING * 0.75, width: x + width - hintX };
      const style = { size: hintSize, leading: LEADING };
      this.marks.push(...setText(this.book, [{ text: hint, face: 'regular' }], style, place).marks);
    }
    const { right, bottom } = this.squaresOrLines(field, { x, y: label.height + mm(0.6), width });
    return { right, bottom: fits ? bottom : this.hintBelow(field, { x, y: bottom, width }) };
  }

  private squaresOrLines(
    { comb, lines = 1 }: Field,
    { x, y, width }: { x: number; y: number; width: number },
  ): { right: number; bottom: number } {
    if (comb) return { right: this.squares(comb, x, y), bottom: y + CELL_HEIGHT };
    for (let line = 1; line <= lines; line += 1) {
      const bottom = y + line * CELL_HEIGHT + (line - 1) * LINE_GAP;
      this.marks.push(rule(x, bottom - 0.6, width, 0.6));
    }
    return { right: x + width, bottom: y + lines * CELL_HEIGHT + (lines - 1) * LINE_GAP };
  }

  /** Answers where it ends. */
  private hintBelow(
    { hint }: Field,
    { x, y, width }: { x: number; y: number; width: number },
  ): number {
    if (hint === undefined) return y;
    const place = { x, y: y + mm(1), width };
    const text = setText(
      this.book,
      [textRun(hint)],
      { size: this.style.hint, leading: LEADING },
      place,
    );
    this.marks.push(...text.marks);
    return place.y + text.height;
  }

  /** One line of text, centred on squares. */
  private besideSquares(
    text: string,
    { x, y, width }: { x: number; y: number; width: number },
  ): void {
    const style = { size: this.style.label, leading: LEADING };
    const place = { x, y: y + (CELL_HEIGHT - style.size * LEADING) / 2, width };
    this.marks.push(...setText(this.book, [textRun(text, 'medium')], style, place).marks);
  }

  /** Answers where the squares end. */
  private squares(groups: readonly (number | string)[], left: number, top: number): number {
    const segments: Segment[] = [];
    let x = left;
    for (const group of groups) {
      if (typeof group === 'number') {
        for (let index = 0; index < group; index += 1) {
          segments.push(['re', x, top, CELL_WIDTH, CELL_HEIGHT]);
          x += CELL_WIDTH;
        }
      } else {
        const size = this.style.label * 1.2;
        const width = this.book.width(group, 'medium', size);
        const room = Math.max(mm(4), width + mm(2.4));
        const y = top + (CELL_HEIGHT - size * LEADING) / 2;
        const place = { x: x + (room - width) / 2, y, width: room };
        const runs: Run[] = [{ text: group, face: 'medium' }];
        this.marks.push(...setText(this.book, runs, { size, leading: LEADING }, place).marks);
        x += room;
      }
    }
    this.marks.push({ type: 'path', segments, ink: 'black', stroke: { width: 0.7 } });
    return x;
  }

  private tickBox(label: string, x: number, top: number): void {
    this.marks.push({
      type: 'path',
      segments: roundedBox(x, top + (CELL_HEIGHT - TICK) / 2, TICK, TICK, 1.5),
      ink: 'black',
      stroke: { width: 0.9 },
    });
    const left = x + TICK + mm(2);
    const width = this.book.width(label, 'medium', this.style.label) + 1;
    this.besideSquares(label, { x: left, y: top, width });
  }
}
