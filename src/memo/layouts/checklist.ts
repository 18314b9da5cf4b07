import type { FontBook } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import type { MemoRequest, Warn } from '../memo';
import { A4, mm } from './paper';
import { SheetComposer } from './sheet';
import { CHECKLIST_STYLE, LARGE_CHECKLIST_STYLE } from './sheet-style';

const MARGIN = mm(10);

/** A whole guide to tick by hand, on as many sheets as it takes. */
export function layOutChecklist(request: MemoRequest, book: FontBook, warn: Warn): LaidOut {
  const box = { x: MARGIN, y: MARGIN, width: mm(190), height: A4.height - MARGIN * 2 };
  const style = request.large === true ? LARGE_CHECKLIST_STYLE : CHECKLIST_STYLE;
  const composer = new SheetComposer(request, book, warn, box, style);
  const pages = composer.compose(undefined).map((layers) => ({ ...A4, layers }));
  return { pages, firstPages: [] };
}
