import * as words from '../../messages/ru/memo-sheet';
import { bodyIndent } from '../body-parts';
import type { Block, Layer } from '../document';
import type { FlowedColumn } from '../flow';
import { memoLink, type MemoLink } from '../link';
import { membersOf, type MemoFamily } from '../memo';
import { placePart, setText, SMALLEST_TYPE } from '../part';
import { textRun } from '../rich-text';
import { BodyFitter } from './body-fit';
import { grid, marginLine } from './marks';
import { placePanel, solidPart } from './panel';
import { CELL, mm } from './paper';
import { qrCaption, qrFigure } from './qr-block';
import type { SheetFrame } from './sheet-frame';
import type { HeadEnd } from './sheet-head';

/** Smaller than this, empty space is left empty. */
const FEWEST_ROWS_FOR_NOTES = 4;
/** Head of a sheet that goes on with the family's memo. */
const OVERLEAF_HEAD = mm(10);

/** Composes what stands under the heads: steps, contacts and room for notes, once for each kind of access. */
export class BodyComposer {
  private readonly frame: SheetFrame;
  private readonly fitter: BodyFitter;
  private readonly known = new Map<string, Layer[]>();

  constructor(frame: SheetFrame) {
    this.frame = frame;
    this.fitter = new BodyFitter(frame.request, frame.book, frame.style, frame.column.width);
  }

  /** The sheets' shared part: found again for every family whose head has the same height. */
  compose(family: MemoFamily | undefined, start: HeadEnd): Layer[] {
    const key = `${accessOf(family)} ${start.y.toFixed(2)} ${start.qrBottom.toFixed(2)}`;
    const known = this.known.get(key);
    if (known) return known;
    const layers = this.composeSheets(family, start).map((blocks) => ({ shared: true, blocks }));
    this.known.set(key, layers);
    return layers;
  }

  private composeSheets(family: MemoFamily | undefined, start: HeadEnd): Block[][] {
    const { request, box, style, column: room } = this.frame;
    const first: Block[] = [];
    const link = memoLink(request, family);
    const qrEnd = link ? this.placeQr(link, family, start.qrBottom, first) : start.qrBottom;
    const top = Math.max(start.y, qrEnd) + style.gap;
    const { x, bottom } = room;
    const { sheets, messages, contacts, size } = this.fitter.fit(accessOf(family), (index) => ({
      x,
      top: index === 0 ? top : box.y + OVERLEAF_HEAD,
      bottom,
    }));
    return sheets.map((column, index) => {
      const isLast = index === sheets.length - 1;
      const contactsTop = bottom - contacts.height;
      return [
        ...(index === 0 ? first : []),
        ...this.margin(column, messages, index, size),
        ...column.blocks,
        ...(isLast ? this.notesArea(column.end, contactsTop) : []),
        ...(isLast ? placePanel(contacts, x, contactsTop) : []),
      ];
    });
  }

  private placeQr(
    link: MemoLink,
    family: MemoFamily | undefined,
    qrBottom: number,
    blocks: Block[],
  ): number {
    const { request, book, style, qrX } = this.frame;
    const { qr, small } = style;
    if (!link.personal) blocks.push(qrFigure(link, qrX, qrBottom - qr, qr));
    if (!family) return qrBottom;
    const place = { x: qrX, y: qrBottom + small * 0.35, width: qr };
    const opensApp = request.appUrl !== undefined;
    const { block, bottom } = qrCaption(book, link, small * 0.9, place, opensApp);
    blocks.push(block);
    return bottom;
  }

  /** The margin line of the notebook, along which the boxes stand. */
  private margin(column: FlowedColumn, messages: number, index: number, size: number): Block[] {
    const first = column.blocks[index === 0 ? messages : 0];
    if (!first) return [];
    const top = first.box.y - size * 0.2;
    const { column: room } = this.frame;
    const x = room.x + bodyIndent(size).margin;
    const height = Math.min(column.end + size * 0.2, room.bottom) - top;
    const part = solidPart('artifact', { width: 0.7, height }, [marginLine(0, 0, height)]);
    return [placePart(part, x, top)];
  }

  /** What is left of the sheet becomes a piece of notebook. */
  private notesArea(top: number, bottom: number): Block[] {
    const { book, box, style } = this.frame;
    const { x } = box;
    const columns = Math.floor(box.width / CELL);
    const inset = Math.round(style.inset / CELL);
    const label = { size: Math.max(SMALLEST_TYPE, style.small * 0.9), leading: 1.3 };
    const labelHeight = label.size * label.leading;
    const rows = Math.floor((bottom - top - style.gap * 2 - labelHeight) / CELL);
    if (rows < FEWEST_ROWS_FOR_NOTES) return [];
    const width = (columns - inset * 2) * CELL;
    const text = setText(book, [textRun(words.forNotes)], label, { x: 0, y: 0, width });
    const height = labelHeight + rows * CELL;
    const marks = [...text.marks, grid(0, labelHeight, columns - inset * 2, rows)];
    return [
      placePart(
        solidPart('artifact', { width, height }, marks),
        x + inset * CELL,
        bottom - style.gap - height,
      ),
    ];
  }
}

/** What holds for all children of the sheet. */
function accessOf(family: MemoFamily | undefined): MemoFamily['access'] {
  if (!family) return 'unknown';
  const isCommon = membersOf(family).every(({ access }) => access === family.access);
  return isCommon ? family.access : 'unknown';
}
