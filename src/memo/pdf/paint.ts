import type { Ink, Mark, PathMark, QrMark, TextMark } from '../document';
import type { FontBook } from '../fonts';
import type { Segment } from '../path';
import type { QrPictures } from '../qr-pictures';
import { SIGNS } from '../signs';
import type { ByteBuffer } from './byte-buffer';
import { FONT_NAMES } from './embed-fonts';
import { literalByte, pdfNumber } from './syntax';

/** The paper's red and the squares' blue print as light greys. */
const INKS: Record<Ink, string> = {
  black: '0 g 0 G',
  grey: '.45 g .45 G',
  grid: '.74 .82 .9 rg .74 .82 .9 RG',
  margin: '.84 .27 .27 rg .84 .27 .27 RG',
  white: '1 g 1 G',
};

const SIGN_CODES = new Map([...SIGNS.keys()].map((sign, code) => [sign, code]));

/** Writes marks as operators. Coordinates count from the top left: the page turns them over once. */
export function paintMarks(
  content: ByteBuffer,
  marks: readonly Mark[],
  book: FontBook,
  codes: QrPictures,
): void {
  let ink: Ink = 'black';
  const use = (next: Ink): void => {
    if (next !== ink) content.write(`${INKS[next]}\n`);
    ink = next;
  };
  for (const mark of marks) {
    use(mark.type === 'path' ? mark.ink : 'black');
    paintMark(content, mark, book, codes);
  }
  use('black');
}

function paintMark(content: ByteBuffer, mark: Mark, book: FontBook, codes: QrPictures): void {
  switch (mark.type) {
    case 'text':
      paintText(content, mark, book);
      return;
    case 'path':
      content.write(paintShape(mark));
      return;
    case 'qr':
      paintQr(content, mark, codes);
  }
}

function paintText(content: ByteBuffer, mark: TextMark, book: FontBook): void {
  const { x, y, size, face } = mark;
  const font = `/${FONT_NAMES[face]} ${pdfNumber(size)} Tf`;
  content.write(`BT ${font} 1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(y)} Tm(`);
  for (const character of copiedText(mark)) {
    if (face === 'signs') {
      content.write(literalByte(SIGN_CODES.get(character) ?? 0));
    } else {
      content.write(glyphCode(book.glyph(character, face)));
    }
  }
  content.write(')Tj ET\n');
}

/** With what a copy of the text needs at the end of a line: the space, and a hyphen known as soft. */
function copiedText({ text, face, ending }: TextMark): string {
  if (face === 'signs' || ending === undefined) return text;
  return ending === 'space' ? `${text} ` : `${text.slice(0, -1)}\u00AD`;
}

const glyphCodes: string[] = [];

/** Two bytes of a literal string: half of what hexadecimal takes to deflate. */
function glyphCode(glyph: number): string {
  return (glyphCodes[glyph] ??= literalByte(glyph >> 8) + literalByte(glyph & 0xff));
}

function paintShape({ segments, stroke }: PathMark): string {
  if (!stroke) return `${paintPath(segments)}f\n`;
  const { width, dash } = stroke;
  const line = `${pdfNumber(width)} w `;
  if (!dash) return `${line}${paintPath(segments)}S\n`;
  return `${line}[${dash.map(pdfNumber).join(' ')}]0 d ${paintPath(segments)}S[]0 d\n`;
}

/**
 * A mask in the content stream itself: a page needs no resources of its own, and is deflated once.
 * Its bits stand in equal pairs: no byte is a letter, so nothing in it looks like the EI that ends it.
 */
function paintQr(content: ByteBuffer, { x, y, size, text }: QrMark, codes: QrPictures): void {
  const { side, rows } = codes.picture(text);
  const place = `${pdfNumber(size)} 0 0 ${pdfNumber(-size)} ${pdfNumber(x)} ${pdfNumber(y + size)}`;
  content.write(`q ${place} cm BI/W ${String(side)}/H ${String(side)}/IM true ID `);
  const width = Math.ceil(side / 8);
  for (let start = 0; start < rows.length; start += width) {
    content.appendPart(rows, start, start + width);
    content.appendPart(rows, start, start + width);
  }
  content.write('\nEI Q\n');
}

/** A path without its painting operator. */
export function paintPath(segments: readonly Segment[]): string {
  let content = '';
  for (const segment of segments) {
    for (let index = 1; index < segment.length; index += 1) {
      content += `${pdfNumber(segment[index] as number)} `;
    }
    content += `${segment[0]}\n`;
  }
  return content;
}
