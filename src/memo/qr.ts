import { encode } from 'uqr';
import type { Segment } from './path';

/** A QR code as few rectangles on a grid of modules, so that one fill draws it without seams: for the screen. */
export interface QrShape {
  /** Modules on a side, without the quiet zone. */
  modules: number;
  /** Rectangles in modules, from the top left. */
  segments: Segment[];
}

/** A QR code as a picture of one bit a pixel, for a file: a fifth of the bytes of its rectangles. */
export interface QrPicture {
  /** Pixels on a side, without the quiet zone. */
  side: number;
  /**
   * Every other row from the top, padded to whole bytes; 0 is dark. Each is drawn twice: a module
   * is two pixels high.
   */
  rows: Uint8Array;
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Middle correction: a fold or a drop of tea does not spoil the code. */
const CORRECTION = 'M';

/** The mask the standard's rules choose for this text. Trying all eight takes about 1 ms. */
export function bestMask(text: string): number {
  return encode(text, { ecc: CORRECTION, border: 0 }).maskPattern;
}

/** @param mask one of the eight patterns; readers accept any */
export function qrShape(text: string, mask: number): QrShape {
  const { data, size } = encodeWith(text, mask);
  const rectangles: Rectangle[] = [];
  /** Rectangles that reach down to the row before, by their left edge. */
  let open: (Rectangle | undefined)[] = [];
  for (const [y, row] of data.entries()) {
    const next: typeof open = [];
    for (let x = 0; x < size; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      const width = x + 1 - start;
      const above = open[start];
      if (above?.width === width) {
        above.height += 1;
        next[start] = above;
      } else {
        const rectangle = { x: start, y, width, height: 1 };
        rectangles.push(rectangle);
        next[start] = rectangle;
      }
    }
    open = next;
  }
  // Rectangles of one size after another: a tenth fewer bytes once deflated.
  const segments = rectangles
    .sort((a, b) => a.height - b.height || a.width - b.width || a.x - b.x || a.y - b.y)
    .map(({ x, y, width, height }) => ['re', x, y, width, height] as const);
  return { modules: size, segments };
}

/**
 * Four pixels a module. One would do for most viewers, but Cairo smooths what it enlarges, and so
 * much that the code of a half sheet cannot be read at 150 dpi; of four, the blur takes the edge alone.
 * @param mask one of the eight patterns; readers accept any
 */
export function qrPicture(text: string | Uint8Array, mask: number): QrPicture {
  const { data, size } = encodeWith(text, mask);
  const rows = new Uint8Array(size * Math.ceil(size / 4));
  let end = 0;
  for (const row of data) {
    for (let first = 0; first < size; first += 4) {
      let byte = 0;
      for (let module = first; module < first + 4; module += 1) {
        byte = (byte << 2) | (row[module] ? 0 : 0b11);
      }
      rows[end] = byte;
      end += 1;
    }
  }
  return { side: size * 2, rows };
}

function encodeWith(
  text: string | Uint8Array,
  maskPattern: number,
): { data: boolean[][]; size: number } {
  return encode(typeof text === 'string' ? text : [...text], {
    ecc: CORRECTION,
    border: 0,
    maskPattern,
  });
}
