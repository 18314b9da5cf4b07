import type { Block } from '../document';
import { placePart, type Part } from '../part';

/** Parts with places of their own inside a box: a contacts block, a code card. */
export interface Panel {
  width: number;
  height: number;
  parts: { part: Part; x: number; y: number }[];
}

export function placePanel(panel: Panel, x: number, y: number): Block[] {
  return panel.parts.map(({ part, x: left, y: top }) => placePart(part, x + left, y + top));
}

/** A part without a neighbour to keep a distance from. */
export function solidPart(
  tag: Part['tag'],
  { width, height }: { width: number; height: number },
  marks: Part['marks'],
  alternative?: string,
): Part {
  return {
    tag,
    width,
    height,
    gap: 0,
    keepWithNext: false,
    marks,
    ...(alternative !== undefined && { alternative }),
  };
}
