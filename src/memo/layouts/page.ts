import type { FontBook } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import type { MemoRequest, Warn } from '../memo';
import { assemble } from './assemble';
import { A4, mm } from './paper';
import { SheetComposer } from './sheet';
import { LARGE_PAGE_STYLE, PAGE_STYLE } from './sheet-style';

const MARGIN = mm(10);

/** A sheet of A4 for each family. */
export function layOutPages(request: MemoRequest, book: FontBook, warn: Warn): LaidOut {
  const box = { x: MARGIN, y: MARGIN, width: mm(190), height: A4.height - MARGIN * 2 };
  const style = request.large === true ? LARGE_PAGE_STYLE : PAGE_STYLE;
  const composer = new SheetComposer(request, book, warn, box, style);
  return assemble(
    request.families.map((family) => composer.compose(family)),
    A4,
    request.bothSides,
  );
}
