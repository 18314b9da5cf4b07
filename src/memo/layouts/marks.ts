import type { Mark } from '../document';
import { roundedBox, type Segment } from '../path';
import { CELL } from './paper';

/** Lines of a notebook in squares; the last line of each direction belongs to it. */
export function grid(x: number, y: number, columns: number, rows: number): Mark {
  const segments: Segment[] = [];
  const [width, height] = [columns * CELL, rows * CELL];
  for (let column = 0; column <= columns; column += 1) {
    segments.push(['m', x + column * CELL, y], ['l', x + column * CELL, y + height]);
  }
  for (let row = 0; row <= rows; row += 1) {
    segments.push(['m', x, y + row * CELL], ['l', x + width, y + row * CELL]);
  }
  return { type: 'path', segments, ink: 'grid', stroke: { width: 0.4 } };
}

/** A white sheet that lets text stand on the squares. */
export function plate(x: number, y: number, width: number, height: number): Mark {
  return { type: 'path', segments: [['re', x, y, width, height]], ink: 'white' };
}

export function frame(x: number, y: number, width: number, height: number, line = 1): Mark {
  return {
    type: 'path',
    segments: roundedBox(x + line / 2, y + line / 2, width - line, height - line, 3),
    ink: 'black',
    stroke: { width: line },
  };
}

export function rule(x: number, y: number, width: number, line = 0.8): Mark {
  return { type: 'path', segments: [['re', x, y, width, line]], ink: 'black' };
}

/** The red line of a notebook's margin. */
export function marginLine(x: number, top: number, bottom: number): Mark {
  return {
    type: 'path',
    segments: [
      ['m', x, top],
      ['l', x, bottom],
    ],
    ink: 'margin',
    stroke: { width: 0.7 },
  };
}

/** The product's mark: a ticked square of the notebook. */
export function tickedSquare(x: number, y: number, side: number): Mark[] {
  return [
    { type: 'path', segments: [['re', x, y, side, side]], ink: 'white' },
    {
      type: 'path',
      segments: roundedBox(x, y, side, side, side * 0.1),
      ink: 'black',
      stroke: { width: side * 0.075 },
    },
    tick(x, y, side),
  ];
}

/** A tick in a box of this side. */
export function tick(x: number, y: number, side: number): Mark {
  const at = (part: number): number => part * side;
  return {
    type: 'path',
    segments: [
      ['m', x + at(0.22), y + at(0.54)],
      ['l', x + at(0.43), y + at(0.75)],
      ['l', x + at(0.8), y + at(0.27)],
    ],
    ink: 'black',
    stroke: { width: side * 0.12 },
  };
}

/** A dashed line to cut along. */
export function cutLine(x1: number, y1: number, x2: number, y2: number): Mark {
  return {
    type: 'path',
    segments: [
      ['m', x1, y1],
      ['l', x2, y2],
    ],
    ink: 'grey',
    stroke: { width: 0.6, dash: [4, 3] },
  };
}

/** Small scissors on a cut line that runs to the right or down from here. */
export function scissors(x: number, y: number, direction: 'right' | 'down'): Mark[] {
  const turn = (along: number, across: number): [number, number] =>
    direction === 'right' ? [x + along, y + across] : [x - across, y + along];
  const ring = (across: number): Segment[] => {
    const [cx, cy] = turn(2, across);
    return roundedBox(cx - 1.7, cy - 1.7, 3.4, 3.4, 1.69);
  };
  return [
    {
      type: 'path',
      segments: [
        ...ring(-2.6),
        ...ring(2.6),
        ['m', ...turn(3.4, -1.7)],
        ['l', ...turn(11, 1.8)],
        ['m', ...turn(3.4, 1.7)],
        ['l', ...turn(11, -1.8)],
      ],
      ink: 'black',
      stroke: { width: 0.9 },
    },
  ];
}
