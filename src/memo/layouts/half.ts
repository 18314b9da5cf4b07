import type { Layer, MemoPage } from '../document';
import type { FontBook } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import type { MemoRequest, Warn } from '../memo';
import { cutLine, scissors } from './marks';
import { A4, CELL, mm } from './paper';
import { SheetComposer } from './sheet';
import { HALF_STYLE } from './sheet-style';

const MARGIN = mm(10);
const SHEET = { width: A4.height, height: A4.width };
const MIDDLE = SHEET.width / 2;
/** Whole squares of the notebook, centred in the half. */
const WIDTH = CELL * 25;

/**
 * Two families side by side on A4 turned, cut in the middle. A memo too long for one half takes
 * both halves of a sheet, to be folded; the half beside the family before it goes to the next that
 * needs but one. Printed on both sides, it goes on behind its own half: turned
 * over its long edge, a landscape sheet keeps left on the left.
 */
export function layOutHalves(request: MemoRequest, book: FontBook, warn: Warn): LaidOut {
  const composers = [0, MIDDLE].map((left) => {
    const box = {
      x: left + (MIDDLE - WIDTH) / 2,
      y: MARGIN,
      width: WIDTH,
      height: SHEET.height - MARGIN * 2,
    };
    return new SheetComposer(request, book, warn, box, HALF_STYLE);
  });
  const [left, right] = composers;
  if (!left || !right) return { pages: [], firstPages: [] };
  const cut = cutLayer();
  const pages: MemoPage[] = [];
  const firstPages: number[] = [];
  const { bothSides = false } = request;
  let free: { front: MemoPage; back: MemoPage | undefined } | undefined;
  for (const family of request.families) {
    const sheets = left.compose(family);
    if (sheets.length > (bothSides ? 2 : 1)) {
      const continued = right.compose(family);
      firstPages.push(pages.length);
      for (let index = 0; index < sheets.length; index += 2) {
        const layers = [...(sheets[index] ?? []), ...(continued[index + 1] ?? [])];
        pages.push({ ...SHEET, layers });
      }
      if (bothSides && pages.length % 2 === 1) pages.push({ ...SHEET, layers: [] });
    } else if (free) {
      const [front = [], back = []] = right.compose(family);
      firstPages.push(pages.indexOf(free.front));
      free.front.layers.push(...front);
      free.back?.layers.push(...back);
      free = undefined;
    } else {
      const [front = [], back = []] = sheets;
      firstPages.push(pages.length);
      free = {
        front: { ...SHEET, layers: [cut, ...front] },
        back: bothSides ? { ...SHEET, layers: back } : undefined,
      };
      pages.push(free.front);
      if (free.back) pages.push(free.back);
    }
  }
  return { pages, firstPages };
}

function cutLayer(): Layer {
  const marks = [
    cutLine(MIDDLE, mm(18), MIDDLE, SHEET.height),
    ...scissors(MIDDLE, mm(11), 'down'),
  ];
  const box = { x: MIDDLE - 5, y: mm(10), width: 10, height: SHEET.height - mm(20) };
  return { shared: true, blocks: [{ tag: 'artifact', box, marks }] };
}
