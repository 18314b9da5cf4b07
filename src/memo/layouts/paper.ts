/** Points in a millimetre. */
const POINTS = 72 / 25.4;

export function mm(length: number): number {
  return length * POINTS;
}

export const A4 = { width: mm(210), height: mm(297) } as const;

/** The squares of a Russian school notebook. */
export const CELL = mm(5);
