import * as words from '../../messages/ru/memo-sheet';
import type { Block, Box, Layer, MemoPage } from '../document';
import type { FontBook, TextFace } from '../fonts';
import type { LaidOut } from '../lay-out-memo';
import { memoLink, type MemoLink } from '../link';
import type { MemoFamily, MemoRequest, Warn } from '../memo';
import { fittingSize, placePart, setText, shortened, type Part } from '../part';
import { whoseMemo } from '../prepare';
import { textRun } from '../rich-text';
import { wrap, type Run } from '../wrap';
import { contactLine, namedContactLine } from './contacts';
import { cutLine, rule, scissors, tickedSquare } from './marks';
import { solidPart } from './panel';
import { A4, mm } from './paper';
import { qrFigure, qrFrame } from './qr-block';
import { slipBack } from './slip-back';

/** The outer edges keep the printer's margin, the inner ones a safe distance from the scissors. */
const PADDING = { across: mm(11), outer: mm(10), inner: mm(6) };
const GAP = mm(4);

/** Type sizes in points, from the preferred to the smallest allowed; lengths in points. */
interface SlipStyle {
  columns: number;
  rows: number;
  qr: number;
  name: readonly number[];
  code: readonly number[];
  small: number;
  /** Of the steps on the back. */
  back: readonly number[];
}

const STYLE: SlipStyle = {
  columns: 2,
  rows: 4,
  qr: mm(31),
  name: [14, 13, 12, 11, 10, 9],
  code: [27, 24, 21, 19, 17, 15, 13, 11],
  small: 8.5,
  back: [9.5, 9, 8.5],
};

/** A slip as wide as the sheet: three of them, readable for weak eyes. */
const LARGE_STYLE: SlipStyle = {
  columns: 1,
  rows: 3,
  qr: mm(44),
  name: [22, 20, 18, 16],
  code: [40, 36, 32, 28, 24, 20, 16],
  small: 14,
  back: [16, 15, 14],
};

const MOST_TITLE_LINES = 4;
/** Of a slip's height: the name and the code need the rest. */
const MOST_OF_FOOT = 0.34;
/** Texts of the foot that tell all contacts. */
const EVERY_CONTACT = 2;
/** From what a slip has room for to what always fits. */
const NAME_LINES = [5, 4, 3, 2, 1] as const;

/**
 * Eight slips on a sheet of A4, or three in large print, to be cut: row by row, in the order of the
 * list. Printed on both sides, each has its family's steps on the back: a sheet turned over its long
 * edge has its columns the other way round.
 */
export function layOutSlips(request: MemoRequest, book: FontBook, warn: Warn): LaidOut {
  const style = request.large === true ? LARGE_STYLE : STYLE;
  const cut = cutLayer(style);
  const cells = Array.from(
    { length: style.columns * style.rows },
    (_, index) => new Slip(request, book, warn, style, index),
  );
  const pages: MemoPage[] = [];
  let front: MemoPage = { ...A4, layers: [] };
  let back: MemoPage = front;
  const firstPages = request.families.map((family, index) => {
    const cell = cells[index % cells.length];
    if (index % cells.length === 0) {
      front = { ...A4, layers: [cut] };
      pages.push(front);
      back = { ...A4, layers: [] };
      if (request.bothSides === true) pages.push(back);
    }
    if (cell) {
      front.layers.push(...cell.compose(family));
      if (request.bothSides === true) back.layers.push(cell.back(family));
    }
    return pages.indexOf(front);
  });
  return { pages, firstPages };
}

/** The beginning of a text that fits so many lines, one unless said; what is cut is noted by its name. */
type Begin = (what: string, text: string, face: TextFace, size: number, lines?: number) => Run[];

interface SlipText {
  /** Their `gap` stands below them. */
  parts: Part[];
  /** What is not printed whole. */
  cut: string[];
}

class Slip {
  private readonly request: MemoRequest;
  private readonly book: FontBook;
  private readonly warn: Warn;
  private readonly style: SlipStyle;
  private readonly box: Box;
  private foot: { layer: Layer; top: number } | undefined;
  /** Where the slip is once the sheet is turned. */
  private readonly backBox: Box;
  private readonly backs = new Map<MemoFamily['access'], Layer>();

  constructor(request: MemoRequest, book: FontBook, warn: Warn, style: SlipStyle, index: number) {
    this.request = request;
    this.book = book;
    this.warn = warn;
    this.style = style;
    const { width, height } = slipSize(style);
    this.box = {
      x: (index % style.columns) * width + PADDING.across,
      y: Math.floor(index / style.columns) * height + paddingAbove(index, style),
      width: width - PADDING.across * 2,
      height: height - PADDING.outer - PADDING.inner,
    };
    this.backBox = { ...this.box, x: A4.width - this.box.x - this.box.width };
  }

  /** What to do, for families with this access. */
  back({ access }: MemoFamily): Layer {
    let layer = this.backs.get(access);
    if (!layer) {
      const { blocks, isWhole } = slipBack(
        this.request,
        access,
        this.book,
        this.style.back,
        this.backBox,
      );
      if (!isWhole) {
        this.warn({ message: words.stepsDoNotFit });
      }
      layer = { shared: true, blocks };
      this.backs.set(access, layer);
    }
    return layer;
  }

  compose(family: MemoFamily): Layer[] {
    const { x, y, width } = this.box;
    const link = memoLink(this.request, family);
    this.foot ??= this.composeFoot(link);
    const own: Block[] = [];
    const textWidth = link ? width - this.style.qr - GAP : width;
    this.placeText(family, own, { x, y, width: textWidth, height: this.foot.top - y });
    if (link?.personal === true) own.push(this.qr(link));
    return [{ shared: false, blocks: own }, this.foot.layer];
  }

  private qr(link: MemoLink): Block {
    return qrFigure(link, this.qrX, this.box.y, this.style.qr);
  }

  private get qrX(): number {
    return this.box.x + this.box.width - this.style.qr;
  }

  /** As much of the name as leaves room for the code, which is never cut. */
  private placeText(family: MemoFamily, own: Block[], box: Box): void {
    const { x, y, width, height } = box;
    let texts: SlipText = { parts: [], cut: [] };
    const { name } = this.style;
    // Smaller type first, then fewer lines.
    const attempts = NAME_LINES.flatMap((lines) =>
      name.map((_, index) => () => this.textOf(family, width, lines, name.slice(index))),
    );
    for (const attempt of attempts) {
      texts = attempt();
      if (heightOf(texts.parts) <= height) break;
    }
    let top = y;
    for (const part of texts.parts) {
      own.push(placePart(part, x, top));
      top += part.height + part.gap;
    }
    for (const what of texts.cut) {
      this.warn({
        line: family.line,
        message: words.doesNotFit(whoseMemo(family), what),
      });
    }
  }

  private textOf(
    family: MemoFamily,
    width: number,
    nameLines: number,
    nameSizes: readonly number[],
  ): SlipText {
    const { small, code: codeSizes } = this.style;
    const { inviteCode } = family;
    const cut: string[] = [];
    const begin: Begin = (what, text, face, size, lines = 1) => {
      const begun = shortened(this.book, text, face, { size, width, lines });
      if (begun !== text) cut.push(what);
      return [{ text: begun, face }];
    };
    const smallestName = nameSizes[nameSizes.length - 1] ?? small;
    const name = begin(words.partName, family.childName, 'bold', smallestName, nameLines);
    const code: Run[] = [{ text: inviteCode.replaceAll(' ', '\u00A0'), face: 'mono' }];
    const nameSize = fittingSize(this.book, name, nameSizes, { width, lines: 2 });
    const codeSize = fittingSize(this.book, code, codeSizes, { width, lines: 1 });
    const parts = [
      this.line(name, nameSize, 1.14, width, small * 0.2),
      this.line(this.classRuns(family, width, begin), small * 1.1, 1.25, width, small * 0.6),
      ...(inviteCode === ''
        ? [
            this.line(
              this.request.usesInviteCodes
                ? accessRuns(family)
                : begin(
                    words.partTitle,
                    this.request.guide.title,
                    'regular',
                    small * 1.1,
                    MOST_TITLE_LINES,
                  ),
              small * 1.1,
              1.28,
              width,
            ),
          ]
        : [
            this.line([textRun(words.inviteCode)], small, 1.2, width),
            this.line(code, codeSize, 1.16, width),
            this.line([textRun(words.keepAsPasswordAlone)], small, 1.2, width),
          ]),
    ].filter((part) => part.height > 0);
    return { parts, cut };
  }

  /** The school stands beside the class where its name is short enough; in the QR it is in any case. */
  private classRuns({ className }: MemoFamily, width: number, begin: Begin): Run[] {
    const size = this.style.small * 1.1;
    const { school } = this.request;
    const label = className === '' ? '' : words.classIs(className);
    const both: Run[] = [
      { text: label, face: 'medium' },
      { text: `${label === '' || school === '' ? '' : ' · '}${school}`, face: 'regular' },
    ];
    const isShort = wrap(both, { width, size, book: this.book }).length === 1;
    return isShort ? both : begin(words.partClass, label, 'medium', size);
  }

  private line(runs: Run[], size: number, leading: number, width: number, gap = 0): Part {
    const place = { x: 0, y: 0, width };
    const { marks, height } = setText(this.book, runs, { size, leading }, place);
    return { ...solidPart('paragraph', { width, height }, marks), gap };
  }

  /** What the foot says, and what it goes without where addresses are long. The first {@link EVERY_CONTACT} go without none. */
  private footTexts(link: MemoLink | undefined): Run[][][] {
    const { contacts } = this.request;
    const served = contacts.map(contactLine);
    const named = contacts.map(namedContactLine);
    if (!link) return [served, named, named.slice(0, 1)];
    const address: Run = { text: link.address, face: 'bold' };
    const way = [[textRun(words.pointCameraOrOpen), address]];
    return [
      [...way, ...served],
      [...way, ...named],
      [...way, ...named.slice(0, 1)],
      way,
      [[textRun(words.pointCamera)], ...named.slice(0, 1)],
    ];
  }

  /** The same on every slip in this place: the address, one contact, and the QR if all share it. */
  private composeFoot(link: MemoLink | undefined): { layer: Layer; top: number } {
    const { x, y, width, height } = this.box;
    const { small } = this.style;
    const blocks: Block[] = [];
    const side = small * 1.3;
    const place = { x: 0, y: 0, width: width - side * 1.6 };
    const setAll = (texts: readonly Run[][]): ReturnType<typeof setText>[] =>
      texts.map((runs) => setText(this.book, runs, { size: small, leading: 1.28 }, place));
    const fits = (texts: readonly Run[][]): boolean =>
      setAll(texts).reduce((sum, text) => sum + text.height, 0) <= height * MOST_OF_FOOT;
    const texts = this.footTexts(link);
    const chosen = texts.findIndex(fits);
    if (chosen < 0 || chosen >= EVERY_CONTACT) {
      this.warn({ message: words.addressDoesNotFit });
    }
    const set = setAll(texts[chosen] ?? []);
    const textHeight = set.reduce((sum, text) => sum + text.height, 0);
    const top = y + height - textHeight - small * 0.5;
    const decoration = solidPart('artifact', { width, height: 0.8 }, []);
    blocks.push({
      ...placePart(decoration, x, top),
      marks: [rule(x, top, width, 0.8), ...tickedSquare(x, top + small * 0.6, side)],
    });
    let lineTop = top + small * 0.5;
    for (const { marks, height: lineHeight } of set) {
      const part = solidPart('paragraph', { width: width - side * 1.6, height: lineHeight }, marks);
      blocks.push(placePart(part, x + side * 1.6, lineTop));
      lineTop += lineHeight;
    }
    if (link) blocks.push(qrFrame(this.qrX, y, this.style.qr));
    if (link && !link.personal) blocks.push(this.qr(link));
    return { layer: { shared: true, blocks }, top: top - small * 0.4 };
  }
}

function accessRuns({ access }: MemoFamily): Run[] {
  return access === 'snils'
    ? [textRun(words.codeNotNeededThen, 'bold'), textRun(words.snilsInCardShort)]
    : [textRun(words.inviteCodeThen, 'bold'), textRun(words.takeFromTeacher)];
}

function heightOf(parts: readonly Part[]): number {
  return parts.reduce((height, part) => height + part.height + part.gap, 0);
}

/** All slips have the same height inside; those between others stand in the middle. */
function paddingAbove(index: number, { columns, rows }: SlipStyle): number {
  const row = Math.floor(index / columns);
  if (row === 0) return PADDING.outer;
  return row === rows - 1 ? PADDING.inner : (PADDING.outer + PADDING.inner) / 2;
}

function slipSize({ columns, rows }: SlipStyle): { width: number; height: number } {
  return { width: A4.width / columns, height: A4.height / rows };
}

function cutLayer(style: SlipStyle): Layer {
  const { width, height } = slipSize(style);
  const marks = [
    ...(style.columns === 1
      ? []
      : [cutLine(width, mm(17), width, A4.height), ...scissors(width, mm(10), 'down')]),
    ...Array.from({ length: style.rows - 1 }, (_, row) => [
      cutLine(mm(17), height * (row + 1), A4.width, height * (row + 1)),
      ...scissors(mm(10), height * (row + 1), 'right'),
    ]).flat(),
  ];
  return {
    shared: true,
    blocks: [
      { tag: 'artifact', box: { x: mm(10), y: mm(10), width: mm(190), height: mm(277) }, marks },
    ],
  };
}
