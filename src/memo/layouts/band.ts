import * as words from '../../messages/ru/memo-sheet';
import type { Block, Mark } from '../document';
import type { FontBook } from '../fonts';
import type { Warn } from '../memo';
import { fittingSize, placePart, setText, shortened } from '../part';
import { tieShortWords } from '../printable';
import { textRun } from '../rich-text';
import { wrap, type Run } from '../wrap';
import { grid, plate, tickedSquare } from './marks';
import { solidPart } from './panel';
import { CELL } from './paper';
import type { SheetStyle } from './sheet-style';

const LEADING = 1.12;
/** More would leave too little of a sheet for a family with a long name and a long code. */
const MOST_LINES = 4;
/** Of the longest line of the heading. */
const SHORTEST_LINE = 0.4;

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
  const { markCells } = style;
  const textColumn = markColumn + markCells + 1;
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
    warn({ message: words.headingCut });
  }
  const { runs, sizes } = undivided(book, printed, style.heading, textWidth);
  const size = headingSize(book, runs, sizes, textWidth);
  const text = setText(
    book,
    runs,
    { size, leading: LEADING, even: true },
    { x: 0, y: 0, width: textWidth },
  );
  // The squares show wherever the heading leaves them room: as many rows above the mark as below it.
  const plateColumns = Math.ceil((widthOf(text.marks) + padding * 2) / CELL);
  const plateRows = markCells + 2 * Math.max(0, Math.ceil((text.height / CELL - markCells) / 2));
  const rows = plateRows + style.bandRows * 2;
  const plateY = y + style.bandRows * CELL;
  const markY = plateY + ((plateRows - markCells) / 2) * CELL;
  const height = rows * CELL;
  // Without squares above it, one between the mark and the heading would be a scrap.
  const plateColumn = style.bandRows === 0 ? markColumn : textColumn;
  const decoration = solidPart('artifact', { width: columns * CELL, height }, []);
  return {
    blocks: [
      {
        ...placePart(decoration, x, y),
        marks: [
          grid(x, y, columns, rows),
          plate(
            x + plateColumn * CELL,
            plateY,
            (textColumn - plateColumn + plateColumns) * CELL,
            plateRows * CELL,
          ),
          ...tickedSquare(x + markColumn * CELL, markY, markCells * CELL),
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

/** The largest at which it takes two lines; rather smaller than with one word on a line alone. */
function headingSize(
  book: FontBook,
  runs: readonly Run[],
  sizes: readonly number[],
  width: number,
): number {
  const size = fittingSize(book, runs, sizes, { width, lines: 2 });
  const lengths = wrap(runs, { width, size, book, even: true }).map((line) => line.width);
  if (Math.min(...lengths) >= Math.max(...lengths) * SHORTEST_LINE) return size;
  const smaller = fittingSize(book, runs, sizes, { width, lines: 1 });
  return wrap(runs, { width, size: smaller, book }).length === 1 ? smaller : size;
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
