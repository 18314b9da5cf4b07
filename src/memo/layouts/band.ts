import type { Block, Mark } from '../document';
import type { FontBook } from '../fonts';
import type { Warn } from '../memo';
import { fittingSize, placePart, setText, shortened } from '../part';
import { tieShortWords } from '../printable';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { grid, plate, tickedSquare } from './marks';
import { solidPart } from './panel';
import { CELL } from './paper';
import type { SheetStyle } from './sheet-style';

const LEADING = 1.12;
/** More would leave too little of a sheet for a family with a long name and a long code. */
const MOST_LINES = 4;
const MARK_CELLS = 2;

/** The strip of notebook squares on top of a sheet, with the mark and the heading. */
export function headBand(
  book: FontBook,
  heading: string,
  style: SheetStyle,
  { x, y, width }: { x: number; y: number; width: number },
  warn: Warn,
): { blocks: Block[]; bottom: number } {
  const columns = Math.floor(width / CELL);
  const markColumn = style.bandRows;
  const textColumn = markColumn + MARK_CELLS + 1;
  const textX = x + textColumn * CELL;
  const plateWidth = (columns - textColumn - style.bandRows) * CELL;
  const padding = CELL * 0.3;
  const textWidth = plateWidth - padding * 2;
  const printed = shortened(book, heading, 'bold', {
    size: style.heading[style.heading.length - 1] ?? 0,
    width: textWidth,
    lines: MOST_LINES,
  });
  if (printed !== heading) {
    warn({ message: 'Заголовок: не поместился, напечатано только начало. Сократите его.' });
  }
  const { runs, sizes } = undivided(book, printed, style.heading, textWidth);
  const size = fittingSize(book, runs, sizes, { width: textWidth, lines: 2 });
  const text = setText(
    book,
    runs,
    { size, leading: LEADING, even: true },
    { x: 0, y: 0, width: textWidth },
  );
  // The squares show wherever the heading leaves them room.
  const plateColumns = Math.ceil((widthOf(text.marks) + padding * 2) / CELL);
  const plateRows = Math.max(MARK_CELLS, Math.ceil(text.height / CELL));
  const rows = plateRows + style.bandRows * 2;
  const plateY = y + style.bandRows * CELL;
  const markY = plateY + Math.floor((plateRows - MARK_CELLS) / 2) * CELL;
  const height = rows * CELL;
  const decoration = solidPart('artifact', { width: columns * CELL, height }, []);
  return {
    blocks: [
      {
        ...placePart(decoration, x, y),
        marks: [
          grid(x, y, columns, rows),
          plate(textX, plateY, plateColumns * CELL, plateRows * CELL),
          ...tickedSquare(x + markColumn * CELL, markY, MARK_CELLS * CELL),
        ],
      },
      placePart(
        solidPart('h1', { width: textWidth, height: text.height }, text.marks),
        textX + padding,
        plateY + (plateRows * CELL - text.height) / 2,
      ),
    ],
    bottom: y + height,
  };
}

/** A heading divides no word, unless one is too long for the smallest size. */
function undivided(
  book: FontBook,
  heading: string,
  sizes: readonly number[],
  width: number,
): { runs: Run[]; sizes: readonly number[] } {
  const text = tieShortWords(heading);
  const ems = Math.max(...text.split(' ').map((word) => book.width(word, 'bold', 1)));
  const fitting = sizes.filter((size) => ems * size <= width);
  return fitting.length === 0
    ? { runs: [textRun(heading, 'bold')], sizes }
    : { runs: [{ text, face: 'bold' }], sizes: fitting };
}

function widthOf(marks: readonly Mark[]): number {
  return Math.max(0, ...marks.map((mark) => (mark.type === 'text' ? mark.x + mark.width : 0)));
}
