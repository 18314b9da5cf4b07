import { CELL, mm } from './paper';

/** Type sizes in points, from the preferred to the smallest allowed; lengths in points. */
export interface SheetStyle {
  heading: readonly number[];
  /** Rows of squares above and below the heading. */
  bandRows: number;
  /** Squares on a side of the mark beside the heading. */
  markCells: number;
  /** From the band's edge to the text. */
  inset: number;
  /** Between the head, the body and the contacts. */
  gap: number;
  /** Whether words above the name say what the sheet is. */
  saysWhatItIs: boolean;
  name: readonly number[];
  code: readonly number[];
  small: number;
  qr: number;
  /** Of the guide's steps: the largest that fits one sheet is taken, rather airy than dense. */
  body: readonly number[];
  /**
   * Whether steps have their details; `where-they-fit` goes without them before it goes overleaf, if
   * the memo's QR leads to them.
   */
  details: 'always' | 'where-they-fit' | 'never';
  /** Of the guide’s steps when no size fits one sheet: the largest at which they go on overleaf. */
  bodyOverleaf: number;
}

export const PAGE_STYLE: SheetStyle = {
  heading: [22, 20, 18, 16],
  bandRows: 1,
  markCells: 2,
  inset: CELL,
  gap: mm(4.5),
  saysWhatItIs: true,
  name: [19, 18, 17, 16, 15, 14, 13],
  code: [44, 40, 36, 32, 28, 24, 20, 17, 15],
  small: 9.5,
  qr: mm(38),
  body: [12.5, 12, 11.5, 11, 10.5, 10, 9.5],
  details: 'always',
  bodyOverleaf: 11,
};

export const HALF_STYLE: SheetStyle = {
  heading: [15, 14, 13, 12],
  bandRows: 0,
  markCells: 2,
  inset: 0,
  gap: mm(3.2),
  saysWhatItIs: false,
  name: [13, 12, 11],
  code: [24, 22, 20, 18, 15, 13],
  small: 8.5,
  qr: mm(28),
  body: [10.5, 10, 9.5, 9, 8.5],
  details: 'where-they-fit',
  bodyOverleaf: 9.5,
};

export const POSTER_STYLE: SheetStyle = {
  heading: [36, 33, 30, 27, 24],
  bandRows: 1,
  markCells: 3,
  inset: CELL,
  gap: mm(4.5),
  saysWhatItIs: true,
  name: [26, 24, 22, 20, 18],
  code: [30],
  small: 12,
  qr: mm(58),
  body: [19, 18, 17, 16, 15, 14, 13, 12],
  details: 'never',
  bodyOverleaf: 14,
};

export const CHECKLIST_STYLE: SheetStyle = {
  ...PAGE_STYLE,
  name: [14, 13, 12, 11],
  qr: mm(30),
};

/** Clear print for weak eyes asks for 16 points at least. */
const LARGE_BODY = { body: [18, 17, 16], bodyOverleaf: 16, small: 14 } as const;

export const LARGE_PAGE_STYLE: SheetStyle = {
  ...PAGE_STYLE,
  ...LARGE_BODY,
  heading: [28, 26, 24, 22],
  name: [24, 22, 20, 18],
  code: [44, 40, 36, 32, 28, 24, 20],
  qr: mm(42),
};

export const LARGE_POSTER_STYLE: SheetStyle = {
  ...POSTER_STYLE,
  body: [24, 22, 20],
  bodyOverleaf: 20,
  small: 16,
};

export const LARGE_CHECKLIST_STYLE: SheetStyle = {
  ...LARGE_PAGE_STYLE,
  name: [18, 17, 16],
  qr: mm(36),
};
