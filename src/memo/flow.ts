import type { Block } from './document';
import { placePart, type Part } from './part';

/** Where a column may stand on a page. */
export interface Column {
  x: number;
  top: number;
  bottom: number;
}

export interface FlowedColumn {
  blocks: Block[];
  /** Bottom of the last block. */
  end: number;
}

/** Height of parts one under another. */
export function heightOf(parts: readonly Part[]): number {
  return parts.reduce(
    (height, part, index) => height + part.height + (index > 0 ? part.gap : 0),
    0,
  );
}

/**
 * Fills columns one after another. What must stay with its next part goes over with it, unless it
 * would not fit a fresh column either.
 * @param column the n-th column, from 0; must have room for the tallest part
 */
export function flow(parts: readonly Part[], column: (index: number) => Column): FlowedColumn[] {
  const columns: FlowedColumn[] = [];
  let current = column(0);
  let filled: FlowedColumn = { blocks: [], end: current.top };
  const open = (): void => {
    columns.push(filled);
    current = column(columns.length);
    filled = { blocks: [], end: current.top };
  };
  const opensFor = (end: number): boolean => {
    if (end <= current.bottom) return false;
    const next = column(columns.length + 1);
    return filled.blocks.length > 0 || next.bottom - next.top > current.bottom - current.top;
  };
  let index = 0;
  while (index < parts.length) {
    const group = groupAt(parts, index);
    const gap = filled.blocks.length > 0 ? (group[0]?.gap ?? 0) : 0;
    if (opensFor(filled.end + gap + heightOf(group))) open();
    for (const part of group) {
      const space = filled.blocks.length > 0 ? part.gap : 0;
      if (opensFor(filled.end + space + part.height)) open();
      const y = filled.blocks.length > 0 ? filled.end + space : current.top;
      filled.blocks.push(placePart(part, current.x, y));
      filled.end = y + part.height;
    }
    index += group.length;
  }
  return [...columns, filled];
}

/** The part at this index with all that must not be separated from it. */
function groupAt(parts: readonly Part[], start: number): Part[] {
  let end = start;
  while (parts[end]?.keepWithNext === true && end + 1 < parts.length) end += 1;
  return parts.slice(start, end + 1);
}
