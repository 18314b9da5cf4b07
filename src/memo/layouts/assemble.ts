import type { Layer, MemoPage } from '../document';
import type { LaidOut } from '../lay-out-memo';

/**
 * Puts the sheets of one family after another. If any memo goes on overleaf, or the teacher prints on
 * both sides anyway, every family gets an even number of pages, so that printing on both sides never puts two families on one sheet.
 * @param memos for each family the layers of each of its sheets
 */
export function assemble(
  memos: readonly Layer[][][],
  size: { width: number; height: number },
  bothSides = false,
): LaidOut {
  const goesOverleaf = bothSides || memos.some((sheets) => sheets.length > 1);
  const pages: MemoPage[] = [];
  const firstPages: number[] = [];
  for (const sheets of memos) {
    firstPages.push(pages.length);
    pages.push(...sheets.map((layers) => ({ ...size, layers })));
    if (goesOverleaf && sheets.length % 2 === 1) pages.push({ ...size, layers: [] });
  }
  return { pages, firstPages };
}
