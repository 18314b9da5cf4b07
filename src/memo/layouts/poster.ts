import type { FontBook } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import type { MemoRequest, Warn } from '../memo';
import { A4, mm } from './paper';
import { SheetComposer } from './sheet';
import { LARGE_POSTER_STYLE, POSTER_STYLE } from './sheet-style';

const MARGIN = mm(10);

/** One sheet for the wall of the class: the steps and the way to them, no names and no codes. */
export function layOutPoster(request: MemoRequest, book: FontBook, warn: Warn): LaidOut {
  const box = { x: MARGIN, y: MARGIN, width: mm(190), height: A4.height - MARGIN * 2 };
  const style = request.large === true ? LARGE_POSTER_STYLE : POSTER_STYLE;
  const composer = new SheetComposer(request, book, warn, box, style);
  const pages = composer.compose(undefined).map((layers) => ({ ...A4, layers }));
  return { pages, firstPages: [] };
}
