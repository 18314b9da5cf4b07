import type { Ink, Mark, PathMark, QrMark, TextMark } from '../document';
import type { FontBook } from '../fonts';
import type { Segment } from '../path';
import { qrPicture } from '../qr';
import { SIGNS } from '../signs';
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
export function paintMarks(marks: readonly Mark[], book: FontBook, qrMask: number): string {
  let content = '';
  let ink: Ink = 'black';
  const use = (next: Ink): void => {
    if (next !== ink) content += `${INKS[next]}\n`;
    ink = next;
  };
  for (const mark of marks) {
    use(mark.type === 'path' ? mark.ink : 'black');
    content += paintMark(mark, book, qrMask);
  }
  use('black');
  return content;
}

function paintMark(mark: Mark, book: FontBook, qrMask: number): string {
  switch (mark.type) {
    case 'text':
      return paintText(mark, book);
    case 'path':
      return paintShape(mark);
    case 'qr':
      return paintQr(mark, qrMask);
  }
}

function paintText(mark: TextMark, book: FontBook): string {
  const { x, y, size, face } = mark;
  let codes = '';
  for (const character of copiedText(mark)) {
    codes +=
      face === 'signs'
        ? literalByte(SIGN_CODES.get(character) ?? 0)
        : glyphCode(book.glyph(character, face));
  }
  const font = `/${FONT_NAMES[face]} ${pdfNumber(size)} Tf`;
  return `BT ${font} 1 0 0 -1 ${pdfNumber(x)} ${pdfNumber(y)} Tm(${codes})Tj ET\n`;
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
function paintQr({ x, y, size, text }: QrMark, mask: number): string {
  const { side, rows } = qrPicture(text, mask);
  const place = `${pdfNumber(size)} 0 0 ${pdfNumber(-size)} ${pdfNumber(x)} ${pdfNumber(y + size)}`;
  const head = `/W ${String(side)}/H ${String(side)}/IM true`;
  return `q ${place} cm BI${head} ID ${rows}\nEI Q\n`;
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
