import { bodyIndent } from '../body-parts';
import type { Block, Box, Layer } from '../document';
import type { FlowedColumn } from '../flow';
import type { FontBook } from '../fonts';
import { memoLink, type MemoLink } from '../link';
import { membersOf, type MemoFamily, type MemoRequest, type Warn } from '../memo';
import { fittingSize, placePart, setText, shortened, SMALLEST_TYPE } from '../part';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { headBand } from './band';
import { BodyFitter } from './body-fit';
import { accessPanel } from './code-card';
import { grid, marginLine, rule } from './marks';
import { placePanel, solidPart } from './panel';
import { CELL, mm } from './paper';
import { qrCaption, qrFigure, qrFrame } from './qr-block';
import type { SheetStyle } from './sheet-style';

/** Official names of schools are long, but hardly longer. */
const MOST_SCHOOL_LINES = 7;
const MOST_SCHOOL_LINES_OF_POSTER = 8;
/** Of the style's small size: a long name of a poster's school is set smaller before it is cut. */
const SCHOOL_SIZES_OF_POSTER = [1.2, 1.1, 1, 0.9] as const;
/** More lines than this make it smaller. */
const GOOD_SCHOOL_LINES_OF_POSTER = 3;
/** Smaller than this, empty space is left empty. */
const FEWEST_ROWS_FOR_NOTES = 4;
/** For the QR's caption and the first steps. */
const ROOM_UNDER_HEADS = mm(40);
/** Head of a sheet that goes on with the family's memo. */
const OVERLEAF_HEAD = mm(10);

/**
 * Composes the sheets of one family after another inside one box of the paper. What does not differ
 * between families is composed once and shared: the band, and the body of each kind of access.
 */
export class SheetComposer {
  private readonly request: MemoRequest;
  private readonly book: FontBook;
  private readonly warn: Warn;
  private readonly box: Box;
  private readonly style: SheetStyle;
  private readonly head: { layer: Layer; bottom: number };
  private readonly fitter: BodyFitter;
  private readonly bodies = new Map<string, Layer[]>();
  private readonly grounds = new Map<string, Layer>();

  /** @param box where the sheet may print, without the margins of the paper */
  constructor(request: MemoRequest, book: FontBook, warn: Warn, box: Box, style: SheetStyle) {
    this.request = request;
    this.book = book;
    this.warn = warn;
    this.box = box;
    this.style = style;
    const { blocks, bottom } = headBand(book, headingOf(request), style, box, warn);
    this.head = { layer: { shared: true, blocks }, bottom };
    this.fitter = new BodyFitter(request, book, style, this.column.width);
  }

  /**
   * The layers of each sheet of this family's memo; without a family, of the poster. Siblings whose
   * names are too long for one sheet have one after another.
   */
  compose(family: MemoFamily | undefined): Layer[][] {
    const own: Block[] = [];
    const ground: Block[] = [];
    const start = this.placeHead(family, own, ground);
    if (
      family?.siblings &&
      Math.max(start.y, start.qrBottom) > this.column.bottom - ROOM_UNDER_HEADS
    ) {
      return membersOf(family).flatMap((member) => this.compose(member));
    }
    const bodies = this.bodyLayers(family, start);
    return bodies.map((body, index) =>
      index === 0
        ? [this.head.layer, this.groundLayer(ground), { shared: false, blocks: own }, body]
        : [{ shared: false, blocks: [this.overleafHead(family, index, bodies.length)] }, body],
    );
  }

  private get column(): { x: number; width: number; bottom: number } {
    const { x, y, width, height } = this.box;
    const { inset } = this.style;
    return { x: x + inset, width: width - inset * 2, bottom: y + height };
  }

  /**
   * Puts what is the family's own into `own`, and what comes before it in every memo into `ground`;
   * answers where the rest may begin.
   */
  private placeHead(
    family: MemoFamily | undefined,
    own: Block[],
    ground: Block[],
  ): { y: number; qrBottom: number } {
    const { x, width } = this.column;
    const { qr } = this.style;
    const top = this.head.bottom + this.style.gap;
    if (!family) return this.placePosterHead(own, ground, { x, y: top, width });
    let [y, qrBottom] = [top, top];
    for (const [index, member] of membersOf(family).entries()) {
      if (index > 0) y = Math.max(y, qrBottom) + this.style.gap;
      const link = memoLink(this.request, member);
      const place = { x, y, width: link ? width - qr - this.style.gap * 1.4 : width };
      // The official site is the same for all of them: one QR is enough.
      if (link && (link.personal || index === 0)) {
        ground.push(qrFrame(this.qrX, y, qr));
        if (link.personal) own.push(qrFigure(link, this.qrX, y, qr));
        qrBottom = y + qr;
      }
      y = this.placeFamily(member, own, ground, {
        ...place,
        isFirst: index === 0,
        isAlone: family.siblings === undefined,
      });
    }
    return { y, qrBottom };
  }

  private placePosterHead(
    own: Block[],
    ground: Block[],
    { x, y, width }: { x: number; y: number; width: number },
  ): { y: number; qrBottom: number } {
    const { qr } = this.style;
    const link = memoLink(this.request, undefined);
    const textWidth = link ? width - qr - this.style.gap * 1.4 : width;
    const bottom = this.placeInvitation(link, own, { x, y, width: textWidth });
    if (link) ground.push(qrFrame(this.qrX, y, qr));
    return { y: bottom, qrBottom: link ? y + qr : y };
  }

  private get qrX(): number {
    return this.column.x + this.column.width - this.style.qr;
  }

  private placeFamily(
    family: MemoFamily,
    own: Block[],
    ground: Block[],
    {
      x,
      y,
      width,
      isFirst,
      isAlone,
    }: { x: number; y: number; width: number; isFirst: boolean; isAlone: boolean },
  ): number {
    const { small, name: nameSizes } = this.style;
    let bottom = y;
    const add = (blocks: Block[], runs: Run[], size: number, leading: number): void => {
      const text = setText(this.book, runs, { size, leading }, { x: 0, y: 0, width });
      if (text.height === 0) return;
      blocks.push(
        placePart(solidPart('paragraph', { width, height: text.height }, text.marks), x, bottom),
      );
      bottom += text.height;
    };
    const name = [{ text: family.childName, face: 'bold' as const }];
    const size = fittingSize(this.book, name, nameSizes, { width, lines: 2 });
    if (isFirst && this.style.saysWhatItIs) add(ground, [textRun('Памятка для семьи')], small, 1.3);
    add(own, name, size, 1.16);
    bottom += small * 0.25;
    const classAndSchool = isFirst
      ? this.classAndSchool(family, small * 1.1, width)
      : classOf(family);
    add(own, classAndSchool, small * 1.1, 1.3);
    const { usesInviteCodes, guide } = this.request;
    const panel = accessPanel(
      this.book,
      family,
      { usesInviteCodes, site: guide.site },
      isAlone ? this.style : withSmallerCode(this.style),
      width,
    );
    if (panel.height === 0) return bottom;
    bottom += small * 0.7;
    for (const block of placePanel(panel, x, bottom)) {
      (block.tag === 'artifact' ? ground : own).push(block);
    }
    return bottom + panel.height;
  }

  /** Beside the poster's QR: what to do with it. */
  private placeInvitation(
    link: MemoLink | undefined,
    own: Block[],
    { x, y, width }: { x: number; y: number; width: number },
  ): number {
    const { small, name: sizes } = this.style;
    const schoolSize = fittingSize(
      this.book,
      [textRun(this.request.school)],
      SCHOOL_SIZES_OF_POSTER.map((part) => part * small),
      { width, lines: GOOD_SCHOOL_LINES_OF_POSTER },
    );
    const school = this.school(schoolSize, width, MOST_SCHOOL_LINES_OF_POSTER);
    const address: Run[] = link ? [{ text: link.address, face: 'bold' }] : [];
    const texts = [
      { runs: [textRun(school)], size: schoolSize },
      ...(link
        ? [
            {
              runs: [
                textRun(
                  `Наведите камеру телефона на код — ${
                    this.request.appUrl === undefined
                      ? 'откроется официальный сайт'
                      : 'откроются все шаги'
                  }. Или наберите адрес:`,
                ),
              ],
              size: sizes[sizes.length - 1] ?? small,
            },
            { runs: address, size: fittingSize(this.book, address, sizes, { width, lines: 2 }) },
          ]
        : []),
    ];
    let bottom = y;
    for (const { runs, size } of texts) {
      const text = setText(this.book, runs, { size, leading: 1.28 }, { x: 0, y: 0, width });
      if (text.height === 0) continue;
      own.push(
        placePart(solidPart('paragraph', { width, height: text.height }, text.marks), x, bottom),
      );
      bottom += text.height + small * 0.8;
    }
    return bottom;
  }

  private classAndSchool(family: MemoFamily, size: number, width: number): Run[] {
    const { className } = family;
    const school = this.school(size, width, MOST_SCHOOL_LINES);
    return [
      ...classOf(family),
      ...(className === '' || school === '' ? [] : [textRun(' · ')]),
      ...(school === '' ? [] : [textRun(school)]),
    ];
  }

  /** Found again for every family whose frames have the same places. */
  private groundLayer(blocks: Block[]): Layer {
    const key = blocks.map(({ box }) => `${String(box.y)} ${String(box.height)}`).join();
    const known = this.grounds.get(key) ?? { shared: true, blocks };
    this.grounds.set(key, known);
    return known;
  }

  private school(size: number, width: number, lines: number): string {
    const { school } = this.request;
    const printed = shortened(this.book, school, 'regular', { size, width, lines });
    if (printed !== school) {
      this.warn({
        message: 'Название школы: не поместилось, напечатано только начало. Сократите его.',
      });
    }
    return printed;
  }

  /** The sheets' shared part: found again for every family whose head has the same height. */
  private bodyLayers(
    family: MemoFamily | undefined,
    start: { y: number; qrBottom: number },
  ): Layer[] {
    const key = `${accessOf(family)} ${start.y.toFixed(2)} ${start.qrBottom.toFixed(2)}`;
    const known = this.bodies.get(key);
    if (known) return known;
    const layers = this.composeBody(family, start).map((blocks) => ({ shared: true, blocks }));
    this.bodies.set(key, layers);
    return layers;
  }

  private composeBody(
    family: MemoFamily | undefined,
    start: { y: number; qrBottom: number },
  ): Block[][] {
    const first: Block[] = [];
    const link = memoLink(this.request, family);
    const qrEnd = link ? this.placeQr(link, family, start.qrBottom, first) : start.qrBottom;
    const top = Math.max(start.y, qrEnd) + this.style.gap;
    const { x, bottom } = this.column;
    const { sheets, messages, contacts, size } = this.fitter.fit(accessOf(family), (index) => ({
      x,
      top: index === 0 ? top : this.box.y + OVERLEAF_HEAD,
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
    const { qr, small } = this.style;
    if (!link.personal) blocks.push(qrFigure(link, this.qrX, qrBottom - qr, qr));
    if (!family) return qrBottom;
    const place = { x: this.qrX, y: qrBottom + small * 0.35, width: qr };
    const opensApp = this.request.appUrl !== undefined;
    const { block, bottom } = qrCaption(this.book, link, small * 0.9, place, opensApp);
    blocks.push(block);
    return bottom;
  }

  /** The margin line of the notebook, along which the boxes stand. */
  private margin(column: FlowedColumn, messages: number, index: number, size: number): Block[] {
    const first = column.blocks[index === 0 ? messages : 0];
    if (!first) return [];
    const top = first.box.y - size * 0.2;
    const x = this.column.x + bodyIndent(size).margin;
    const height = Math.min(column.end + size * 0.2, this.column.bottom) - top;
    const part = solidPart('artifact', { width: 0.7, height }, [marginLine(0, 0, height)]);
    return [placePart(part, x, top)];
  }

  /** What is left of the sheet becomes a piece of notebook. */
  private notesArea(top: number, bottom: number): Block[] {
    const { x } = this.box;
    const columns = Math.floor(this.box.width / CELL);
    const inset = Math.round(this.style.inset / CELL);
    const label = { size: Math.max(SMALLEST_TYPE, this.style.small * 0.9), leading: 1.3 };
    const labelHeight = label.size * label.leading;
    const rows = Math.floor((bottom - top - this.style.gap * 2 - labelHeight) / CELL);
    if (rows < FEWEST_ROWS_FOR_NOTES) return [];
    const width = (columns - inset * 2) * CELL;
    const text = setText(this.book, [textRun('Для заметок')], label, { x: 0, y: 0, width });
    const height = labelHeight + rows * CELL;
    const marks = [...text.marks, grid(0, labelHeight, columns - inset * 2, rows)];
    return [
      placePart(
        solidPart('artifact', { width, height }, marks),
        x + inset * CELL,
        bottom - this.style.gap - height,
      ),
    ];
  }

  private overleafHead(family: MemoFamily | undefined, index: number, sheets: number): Block {
    const { x, width } = this.column;
    const style = { size: this.style.small, leading: 1.3 };
    const who = family ? namesOf(family) : [headingOf(this.request)];
    const end = ` · лист ${String(index + 1)} из ${String(sheets)}`.replaceAll(' ', '\u00A0');
    const room = width - this.book.width(end, 'medium', style.size);
    const label = who.filter((text) => text !== '').join(' · ');
    const begun = shortened(this.book, label, 'medium', { ...style, width: room, lines: 1 });
    const one: Run[] = [{ text: `${begun}${end}`, face: 'medium' }];
    const text = setText(this.book, one, style, { x: 0, y: 0, width });
    const height = text.height + 3;
    const marks = [...text.marks, rule(0, height - 0.8, width)];
    return placePart(solidPart('paragraph', { width, height }, marks), x, this.box.y);
  }
}

/** Several codes leave the steps less room. */
function withSmallerCode(style: SheetStyle): SheetStyle {
  const [largest = 0] = style.code;
  return { ...style, code: style.code.filter((size) => size < largest * 0.75) };
}

function namesOf(family: MemoFamily): string[] {
  const members = membersOf(family);
  const classes = [...new Set(members.map(({ className }) => className))];
  return [members.map(({ childName }) => childName).join(', '), classes.join(', ')];
}

function classOf({ className }: MemoFamily): Run[] {
  return className === '' ? [] : [textRun(`Класс\u00A0${className}`, 'medium')];
}

/** What holds for all children of the sheet. */
function accessOf(family: MemoFamily | undefined): MemoFamily['access'] {
  if (!family) return 'unknown';
  const isCommon = membersOf(family).every(({ access }) => access === family.access);
  return isCommon ? family.access : 'unknown';
}

/** The teacher's heading, or the guide's own. */
function headingOf({ heading, guide, layout }: MemoRequest): string {
  if (heading !== undefined && heading !== '') return heading;
  return layout === 'checklist' ? guide.title : (guide.memoTitle ?? guide.title);
}
