import type { Bookmark } from '../document';
import { refer, type ObjectNumber, type PdfFile } from './pdf-file';
import { pdfText } from './syntax';

/** Writes bookmarks; answers the outline for the catalogue, undefined when there are none. */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  pages: readonly ObjectNumber[],
): ObjectNumber | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = file.reserve();
  const children = writeLevel(file, bookmarks, pages, root);
  return file.add(`<</Type/Outlines${children}>>`, root);
}

function writeLevel(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  pages: readonly ObjectNumber[],
  parent: ObjectNumber,
): string {
  const refs = bookmarks.map(() => file.reserve());
  for (const [index, { title, page, children }] of bookmarks.entries()) {
    const ref = refs[index];
    const target = pages[page];
    if (ref === undefined || target === undefined) continue;
    const previous = refs[index - 1];
    const next = refs[index + 1];
    const below = children.length > 0 ? writeLevel(file, children, pages, ref) : '';
    file.add(
      `<</Title${pdfText(title)}/Parent ${refer(parent)}/Dest[${refer(target)}/Fit]` +
        (previous === undefined ? '' : `/Prev ${refer(previous)}`) +
        (next === undefined ? '' : `/Next ${refer(next)}`) +
        `${below}>>`,
      ref,
    );
  }
  const [first, last] = [refs[0], refs[refs.length - 1]];
  if (first === undefined || last === undefined) return '';
  return `/First ${refer(first)}/Last ${refer(last)}/Count ${String(refs.length)}`;
}
