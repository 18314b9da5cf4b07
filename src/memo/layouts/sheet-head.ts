import * as words from '../../messages/ru/memo-sheet';
import type { Block } from '../document';
import { memoLink, type MemoLink } from '../link';
import { membersOf, type MemoFamily } from '../memo';
import { fittingSize, placePart, setText, shortened } from '../part';
import { textRun } from '../rich-text';
import type { Run } from '../wrap';
import { accessPanel } from './code-card';
import { placePanel, solidPart } from './panel';
import { qrFigure, qrFrame } from './qr-block';
import type { SheetFrame } from './sheet-frame';
import type { SheetStyle } from './sheet-style';

/** Official names of schools are long, but hardly longer. */
const MOST_SCHOOL_LINES = 7;
const MOST_SCHOOL_LINES_OF_POSTER = 8;
/** Of the style's small size: a long name of a poster's school is set smaller before it is cut. */
const SCHOOL_SIZES_OF_POSTER = [1.2, 1.1, 1, 0.9] as const;
/** More lines than this make it smaller. */
const GOOD_SCHOOL_LINES_OF_POSTER = 3;

/** Where a head ends, its text and its QR. */
export interface HeadEnd {
  y: number;
  qrBottom: number;
}

/** A head that is placed. */
interface SheetHead {
  /** The family's own. */
  own: Block[];
  /** What comes before it in every memo. */
  ground: Block[];
  end: HeadEnd;
}

/** Composes what a sheet says of its family, under the band: names, ways in, QR; or of the poster's school. */
export class HeadComposer {
  private readonly frame: SheetFrame;

  constructor(frame: SheetFrame) {
    this.frame = frame;
  }

  /** @param top the head begins here, in points from the paper's top */
  compose(family: MemoFamily | undefined, top: number): SheetHead {
    const own: Block[] = [];
    const ground: Block[] = [];
    const end = family
      ? this.placeMembers(family, own, ground, top)
      : this.placePosterHead(own, ground, top);
    return { own, ground, end };
  }

  private placeMembers(family: MemoFamily, own: Block[], ground: Block[], top: number): HeadEnd {
    const { request, style, column, qrX } = this.frame;
    const { x, width } = column;
    const { qr } = style;
    let [y, qrBottom] = [top, top];
    for (const [index, member] of membersOf(family).entries()) {
      if (index > 0) y = Math.max(y, qrBottom) + style.gap;
      const link = memoLink(request, member);
      const place = { x, y, width: link ? width - qr - style.gap * 1.4 : width };
      // The official site is the same for all of them: one QR is enough.
      if (link && (link.personal || index === 0)) {
        ground.push(qrFrame(qrX, y, qr));
        if (link.personal) own.push(qrFigure(link, qrX, y, qr));
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

  private placePosterHead(own: Block[], ground: Block[], y: number): HeadEnd {
    const { request, style, column, qrX } = this.frame;
    const { x, width } = column;
    const { qr } = style;
    const link = memoLink(request, undefined);
    const textWidth = link ? width - qr - style.gap * 1.4 : width;
    const bottom = this.placeInvitation(link, own, { x, y, width: textWidth });
    if (link) ground.push(qrFrame(qrX, y, qr));
    return { y: bottom, qrBottom: link ? y + qr : y };
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
    const { request, book, style } = this.frame;
    const { small, name: nameSizes } = style;
    let bottom = y;
    const add = (blocks: Block[], runs: Run[], size: number, leading: number): void => {
      const text = setText(book, runs, { size, leading }, { x: 0, y: 0, width });
      if (text.height === 0) return;
      blocks.push(
        placePart(solidPart('paragraph', { width, height: text.height }, text.marks), x, bottom),
      );
      bottom += text.height;
    };
    const name = [{ text: family.childName, face: 'bold' as const }];
    const size = fittingSize(book, name, nameSizes, { width, lines: 2 });
    if (isFirst && style.saysWhatItIs) add(ground, [textRun(words.memoForFamily)], small, 1.3);
    add(own, name, size, 1.16);
    bottom += small * 0.25;
    const classAndSchool = isFirst
      ? this.classAndSchool(family, small * 1.1, width)
      : classOf(family);
    add(own, classAndSchool, small * 1.1, 1.3);
    const { usesInviteCodes, guide } = request;
    const panel = accessPanel(
      book,
      family,
      { usesInviteCodes, site: guide.site },
      isAlone ? style : withSmallerCode(style),
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
    const { request, book, style } = this.frame;
    const { small, name: sizes } = style;
    const schoolSize = fittingSize(
      book,
      [textRun(request.school)],
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
                  request.appUrl === undefined ? words.pointCameraToSite : words.pointCameraToSteps,
                ),
              ],
              size: sizes[sizes.length - 1] ?? small,
            },
            { runs: address, size: fittingSize(book, address, sizes, { width, lines: 2 }) },
          ]
        : []),
    ];
    let bottom = y;
    for (const { runs, size } of texts) {
      const text = setText(book, runs, { size, leading: 1.28 }, { x: 0, y: 0, width });
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

  private school(size: number, width: number, lines: number): string {
    const { request, book, warn } = this.frame;
    const { school } = request;
    const printed = shortened(book, school, 'regular', { size, width, lines });
    if (printed !== school) {
      warn({ message: words.schoolCut });
    }
    return printed;
  }
}

/** Several codes leave the steps less room. */
function withSmallerCode(style: SheetStyle): SheetStyle {
  const [largest = 0] = style.code;
  return { ...style, code: style.code.filter((size) => size < largest * 0.75) };
}

function classOf({ className }: MemoFamily): Run[] {
  return className === '' ? [] : [textRun(words.classIs(className), 'medium')];
}
