import type { Box } from '../document';
import type { FontBook } from '../fonts';
import type { MemoRequest, Warn } from '../memo';
import type { SheetStyle } from './sheet-style';

/** What the parts of a sheet are composed with, and where. */
export interface SheetFrame {
  request: MemoRequest;
  book: FontBook;
  warn: Warn;
  style: SheetStyle;
  /** Where the sheet may print, without the margins of the paper. */
  box: Box;
  /** Where its text stands. */
  column: { x: number; width: number; bottom: number };
  /** Left edge of the QR. */
  qrX: number;
}

export function sheetFrame(
  request: MemoRequest,
  book: FontBook,
  warn: Warn,
  box: Box,
  style: SheetStyle,
): SheetFrame {
  const x = box.x + style.inset;
  const width = box.width - style.inset * 2;
  const column = { x, width, bottom: box.y + box.height };
  return { request, book, warn, style, box, column, qrX: x + width - style.qr };
}
