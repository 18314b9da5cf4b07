import * as words from '../../messages/ru/memo-sheet';
import type { Block, Box, Layer } from '../document';
import type { FontBook } from '../fonts';
import { membersOf, type MemoFamily, type MemoRequest, type Warn } from '../memo';
import { placePart, setText, shortened } from '../part';
import type { Run } from '../wrap';
import { headBand } from './band';
import { rule } from './marks';
import { solidPart } from './panel';
import { mm } from './paper';
import { BodyComposer } from './sheet-body';
import { sheetFrame, type SheetFrame } from './sheet-frame';
import { HeadComposer } from './sheet-head';
import type { SheetStyle } from './sheet-style';

/** For the QR's caption and the first steps. */
const ROOM_UNDER_HEADS = mm(40);

/**
 * Composes the sheets of one family after another inside one box of the paper. What does not differ
 * between families is composed once and shared: the band, and the body of each kind of access.
 */
export class SheetComposer {
  private readonly frame: SheetFrame;
  private readonly band: { layer: Layer; bottom: number };
  private readonly heads: HeadComposer;
  private readonly bodies: BodyComposer;
  private readonly grounds = new Map<string, Layer>();

  /** @param box where the sheet may print, without the margins of the paper */
  constructor(request: MemoRequest, book: FontBook, warn: Warn, box: Box, style: SheetStyle) {
    this.frame = sheetFrame(request, book, warn, box, style);
    const { blocks, bottom } = headBand(book, headingOf(request), style, box, warn);
    this.band = { layer: { shared: true, blocks }, bottom };
    this.heads = new HeadComposer(this.frame);
    this.bodies = new BodyComposer(this.frame);
  }

  /**
   * The layers of each sheet of this family's memo; without a family, of the poster. Siblings whose
   * names are too long for one sheet have one after another.
   */
  compose(family: MemoFamily | undefined): Layer[][] {
    const { style, column } = this.frame;
    const { own, ground, end } = this.heads.compose(family, this.band.bottom + style.gap);
    if (family?.siblings && Math.max(end.y, end.qrBottom) > column.bottom - ROOM_UNDER_HEADS) {
      return membersOf(family).flatMap((member) => this.compose(member));
    }
    const bodies = this.bodies.compose(family, end);
    return bodies.map((body, index) =>
      index === 0
        ? [this.band.layer, this.groundLayer(ground), { shared: false, blocks: own }, body]
        : [{ shared: false, blocks: [this.overleafHead(family, index, bodies.length)] }, body],
    );
  }

  /** Found again for every family whose frames have the same places. */
  private groundLayer(blocks: Block[]): Layer {
    const key = blocks.map(({ box }) => `${String(box.y)} ${String(box.height)}`).join();
    const known = this.grounds.get(key) ?? { shared: true, blocks };
    this.grounds.set(key, known);
    return known;
  }

  private overleafHead(family: MemoFamily | undefined, index: number, sheets: number): Block {
    const {
      request,
      book,
      box,
      style: { small },
      column,
    } = this.frame;
    const { x, width } = column;
    const style = { size: small, leading: 1.3 };
    const who = family ? namesOf(family) : [headingOf(request)];
    const end = words.sheetOf(index + 1, sheets).replaceAll(' ', '\u00A0');
    const room = width - book.width(end, 'medium', style.size);
    const label = who.filter((text) => text !== '').join(' · ');
    const begun = shortened(book, label, 'medium', { ...style, width: room, lines: 1 });
    const one: Run[] = [{ text: `${begun}${end}`, face: 'medium' }];
    const text = setText(book, one, style, { x: 0, y: 0, width });
    const height = text.height + 3;
    const marks = [...text.marks, rule(0, height - 0.8, width)];
    return placePart(solidPart('paragraph', { width, height }, marks), x, box.y);
  }
}

function namesOf(family: MemoFamily): string[] {
  const members = membersOf(family);
  const classes = [...new Set(members.map(({ className }) => className))];
  return [members.map(({ childName }) => childName).join(', '), classes.join(', ')];
}

/** The teacher's heading, or the guide's own. */
function headingOf({ heading, guide, layout }: MemoRequest): string {
  if (heading !== undefined && heading !== '') return heading;
  return layout === 'checklist' ? guide.title : (guide.memoTitle ?? guide.title);
}
