import * as sheetWords from '../../messages/ru/memo-sheet';
import type { Block } from '../document';
import type { FontBook } from '../fonts';
import type { MemoLink } from '../link';
import { setText, SMALLEST_TYPE } from '../part';
import { textRun } from '../rich-text';
import { frame } from './marks';

/** White around the modules; readers want four modules, and a memo's code has 29 or more. */
const QUIET_ZONE = 0.1;

/** The frame of a QR, which is the same on every sheet. */
export function qrFrame(x: number, y: number, side: number): Block {
  const box = { x, y, width: side, height: side };
  return { tag: 'artifact', box, marks: [frame(x, y, side, side, 1.3)] };
}

/** The QR, to stand in its frame. */
export function qrFigure(link: MemoLink, x: number, y: number, side: number): Block {
  const quiet = side * QUIET_ZONE;
  return {
    tag: 'figure',
    alternative: sheetWords.qrOpens(link.address),
    box: { x, y, width: side, height: side },
    marks: [{ type: 'qr', x: x + quiet, y: y + quiet, size: side - quiet * 2, text: link.url }],
  };
}

/** What the QR opens, and its address for those who type. */
export function qrCaption(
  book: FontBook,
  link: MemoLink,
  size: number,
  { x, y, width }: { x: number; y: number; width: number },
  opensApp: boolean,
): { block: Block; bottom: number } {
  const words = opensApp ? sheetWords.stepsInPhone : sheetWords.officialSite;
  const oneLine = Math.min(size, width / book.width(words, 'regular', 1));
  const caption = setText(
    book,
    [textRun(`${words} `), { text: link.address, face: 'bold' }],
    {
      size: sizeForAddress(book, link.address, Math.max(SMALLEST_TYPE, oneLine), width),
      leading: 1.25,
    },
    { x, y, width },
  );
  return {
    block: {
      tag: 'paragraph',
      box: { x, y, width, height: caption.height },
      marks: caption.marks,
    },
    bottom: y + caption.height,
  };
}

const SMALLEST_ADDRESS = 7;

/** An address may break after a slash; inside a name it would be typed wrong. */
function sizeForAddress(book: FontBook, address: string, size: number, width: number): number {
  const ems = Math.max(...address.split('/').map((part) => book.width(`${part}/`, 'bold', 1)));
  return Math.min(size, Math.max(SMALLEST_ADDRESS, width / ems));
}
