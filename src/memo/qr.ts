import { encode } from 'uqr';
import type { Segment } from './path';

/** A QR code as few rectangles on a grid of modules, so that one fill draws it without seams. */
export interface QrShape {
  /** Modules on a side, without the quiet zone. */
  modules: number;
  /** Rectangles in modules, from the top left. */
  segments: Segment[];
}

/** Middle correction: a fold or a drop of tea does not spoil the code. */
const CORRECTION = 'M';

/** The mask the standard's rules choose for this text. Trying all eight takes about 1 ms. */
export function bestMask(text: string): number {
  return encode(text, { ecc: CORRECTION, border: 0 }).maskPattern;
}

/** @param mask one of the eight patterns; readers accept any */
export function qrShape(text: string, mask: number): QrShape {
  const { data, size } = encode(text, { ecc: CORRECTION, border: 0, maskPattern: mask });
  const segments: Segment[] = [];
  let open = new Map<string, { x: number; y: number; width: number; height: number }>();
  const close = (still: typeof open): void => {
    for (const [key, { x, y, width, height }] of open) {
      if (!still.has(key)) segments.push(['re', x, y, width, height]);
    }
  };
  for (const [y, row] of data.entries()) {
    const next: typeof open = new Map();
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      const width = x + 1 - start;
      const key = `${String(start)} ${String(width)}`;
      const above = open.get(key);
      next.set(
        key,
        above ? { ...above, height: above.height + 1 } : { x: start, y, width, height: 1 },
      );
    }
    close(next);
    open = next;
  }
  close(new Map());
  return { modules: size, segments };
}
