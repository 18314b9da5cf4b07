import { circle, type Segment } from './path';

/** A character drawn for the memo: units of 1/1000 em, y upwards from the baseline, to be filled. */
export interface Sign {
  /** In ems. */
  width: number;
  path: readonly Segment[];
}

/** Stands for any character that neither the typefaces nor the signs have. */
export const SIGN_MISSING = '□';

/** The buttons that guides name and Golos Text lacks, and the empty box. Their order is their code in the PDF. */
export const SIGNS: ReadonlyMap<string, Sign> = new Map<string, Sign>([
  [
    '☰',
    {
      width: 0.86,
      path: [
        ['re', 90, 60, 680, 90],
        ['re', 90, 305, 680, 90],
        ['re', 90, 550, 680, 90],
      ],
    },
  ],
  [
    '⋮',
    {
      width: 0.4,
      path: [...circle(200, 90, 70), ...circle(200, 350, 70), ...circle(200, 610, 70)],
    },
  ],
  [
    '✓',
    {
      width: 0.84,
      path: [
        ['m', 90, 330],
        ['l', 160, 400],
        ['l', 330, 230],
        ['l', 690, 640],
        ['l', 765, 570],
        ['l', 335, 85],
        ['h'],
      ],
    },
  ],
  [
    SIGN_MISSING,
    {
      width: 0.7,
      path: [
        ['m', 70, 0],
        ['l', 630, 0],
        ['l', 630, 700],
        ['l', 70, 700],
        ['h'],
        ['m', 140, 70],
        ['l', 140, 630],
        ['l', 560, 630],
        ['l', 560, 70],
        ['h'],
      ],
    },
  ],
]);
