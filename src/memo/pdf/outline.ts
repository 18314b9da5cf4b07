import type { Bookmark } from '../document';
import { PDFHexString, type PDFRef } from 'pdf-lib';
import { refTo, type ObjectNumber, type PdfFile } from './pdf-file';

/** Writes bookmarks; answers the outline for the catalogue, undefined when there are none. */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  pages: readonly ObjectNumber[],
): ObjectNumber | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = file.reserve();
  const children = writeLevel(file, bookmarks, pages, root);
  return file.add(file.make({ Type: 'Outlines', ...children }), root);
}

function writeLevel(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  pages: readonly ObjectNumber[],
  parent: ObjectNumber,
): Record<string, PDFRef | number> {
  const refs = bookmarks.map(() => file.reserve());
  for (const [index, { title, page, children }] of bookmarks.entries()) {
    const ref = refs[index];
    const target = pages[page];
    if (ref === undefined || target === undefined) continue;
    const previous = refs[index - 1];
    const next = refs[index + 1];
    file.add(
      file.make({
        Title: PDFHexString.fromText(title),
        Parent: refTo(parent),
        Dest: [refTo(target), 'Fit'],
        ...(previous !== undefined && { Prev: refTo(previous) }),
        ...(next !== undefined && { Next: refTo(next) }),
        ...(children.length > 0 && writeLevel(file, children, pages, ref)),
      }),
      ref,
    );
  }
  const [first, last] = [refs[0], refs[refs.length - 1]];
  if (first === undefined || last === undefined) return {};
  return { First: refTo(first), Last: refTo(last), Count: refs.length };
}
