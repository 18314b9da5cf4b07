import type { Block, Mark, Tag } from './document';
import type { FontBook, TextFace } from './fonts';
import { wrap, type Line, type Run } from './wrap';

/** A piece of a column before it has a place: its marks count from its own top left. */
export interface Part {
  tag: Tag;
  alternative?: string;
  width: number;
  height: number;
  /** Space above it, left out at the top of a column. */
  gap: number;
  /** Must not be the last of a column: a heading, a step with its detail below. */
  keepWithNext: boolean;
  marks: Mark[];
}

export interface TextStyle {
  size: number;
  /** Distance of baselines, as a multiple of the size. */
  leading: number;
  /** For headings: lines of the same length. */
  even?: boolean;
}

/** No words on paper are smaller, in points; an address may be, since a broken one is typed wrong. */
export const SMALLEST_TYPE = 8;

/** Height of capitals, as a part of the size: lines are centred by it. */
const CAPITAL = 0.7;

/** Marks of text broken into lines of this width, from (x, y) down. */
export function setText(
  book: FontBook,
  runs: readonly Run[],
  style: TextStyle,
  { x, y, width }: { x: number; y: number; width: number },
): { marks: Mark[]; height: number } {
  const lines = wrap(runs, { width, size: style.size, book, even: style.even ?? false });
  return { marks: setLines(lines, style, x, y), height: lines.length * style.size * style.leading };
}

/** Marks of lines one under another, from (x, y) down. */
function setLines(
  lines: readonly Line[],
  { size, leading }: TextStyle,
  x: number,
  y: number,
): Mark[] {
  return lines.flatMap((line, index) =>
    line.pieces.map((piece): Mark => ({
      type: 'text',
      x: x + piece.x,
      y: y + index * size * leading + baseline(size, leading),
      size,
      face: piece.face,
      text: piece.text,
      width: piece.width,
      ...(piece.ending && { ending: piece.ending }),
    })),
  );
}

/** Where the baseline lies under the top of a line. */
function baseline(size: number, leading: number): number {
  return (size * (leading + CAPITAL)) / 2;
}

/** More lines than this are divided into parts of like length: no last line goes overleaf alone. */
const LINES_OF_A_PART = 14;

interface PartSetting {
  /** From the left of the part to the text. */
  left: number;
  width: number;
  tag: Part['tag'];
  gap: number;
}

/** Text as parts of a column: a long one is divided, so that it can go on overleaf. */
export function textParts(
  book: FontBook,
  runs: readonly Run[],
  style: TextStyle,
  { left, width, tag, gap }: PartSetting,
): Part[] {
  const lines = wrap(runs, { width: width - left, size: style.size, book });
  const height = style.size * style.leading;
  const parts: Part[] = [];
  const most = Math.ceil(lines.length / Math.ceil(lines.length / LINES_OF_A_PART));
  for (let first = 0; first < lines.length; first += most) {
    const some = lines.slice(first, first + most);
    parts.push({
      tag: first === 0 ? tag : continuation(tag),
      width,
      height: some.length * height,
      gap: first === 0 ? gap : 0,
      keepWithNext: false,
      marks: setLines(some, style, left, 0),
    });
  }
  return parts;
}

function continuation(tag: Part['tag']): Part['tag'] {
  return tag === 'item' ? 'continued' : tag;
}

/** The largest of the sizes at which text has at most `lines` lines; the smallest if none has. */
export function fittingSize(
  book: FontBook,
  runs: readonly Run[],
  sizes: readonly number[],
  { width, lines }: { width: number; lines: number },
): number {
  const fits = (size: number): boolean => wrap(runs, { width, size, book }).length <= lines;
  return sizes.find(fits) ?? sizes[sizes.length - 1] ?? 0;
}

/** Text cut with an ellipsis so that it takes at most `lines` lines. */
export function shortened(
  book: FontBook,
  text: string,
  face: TextFace,
  { size, width, lines }: { size: number; width: number; lines: number },
): string {
  const fits = (some: string): boolean =>
    wrap([{ text: some, face }], { width, size, book }).length <= lines;
  if (fits(text)) return text;
  const characters = [...text];
  const start = (length: number): string => `${characters.slice(0, length).join('')}…`;
  let [shortest, tooLong] = [0, characters.length];
  while (tooLong - shortest > 1) {
    const middle = Math.floor((shortest + tooLong) / 2);
    if (fits(start(middle))) shortest = middle;
    else tooLong = middle;
  }
  return start(shortest);
}

/** Gives a part its place on the page. */
export function placePart(part: Part, x: number, y: number): Block {
  return {
    tag: part.tag,
    box: { x, y, width: part.width, height: part.height },
    marks: part.marks.map((mark) => moveMark(mark, x, y)),
    ...(part.alternative !== undefined && { alternative: part.alternative }),
  };
}

function moveMark(mark: Mark, x: number, y: number): Mark {
  if (mark.type !== 'path') return { ...mark, x: mark.x + x, y: mark.y + y };
  return {
    ...mark,
    segments: mark.segments.map((segment) => {
      switch (segment[0]) {
        case 'm':
        case 'l':
          return [segment[0], segment[1] + x, segment[2] + y] as const;
        case 're':
          return ['re', segment[1] + x, segment[2] + y, segment[3], segment[4]] as const;
        case 'c': {
          const [, x1, y1, x2, y2, x3, y3] = segment;
          return ['c', x1 + x, y1 + y, x2 + x, y2 + y, x3 + x, y3 + y] as const;
        }
        case 'h':
          return segment;
      }
    }),
  };
}
