import type { PDFContext, PDFRef } from 'pdf-lib';
import type { Bookmark } from '../document';
import { pdfText, PreparedObject } from './prepared-object';

/** Writes bookmarks; answers the outline for the catalogue, undefined when there are none. */
export function writeOutline(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  pages: readonly PDFRef[],
): PDFRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const root = context.nextRef();
  const children = writeLevel(context, bookmarks, pages, root);
  context.assign(root, new PreparedObject(`<</Type/Outlines${children}>>`));
  return root;
}

function writeLevel(
  context: PDFContext,
  bookmarks: readonly Bookmark[],
  pages: readonly PDFRef[],
  parent: PDFRef,
): string {
  const refs = bookmarks.map(() => context.nextRef());
  for (const [index, { title, page, children }] of bookmarks.entries()) {
    const ref = refs[index];
    const target = pages[page];
    if (!ref || !target) continue;
    const previous = refs[index - 1];
    const next = refs[index + 1];
    const below = children.length > 0 ? writeLevel(context, children, pages, ref) : '';
    context.assign(
      ref,
      new PreparedObject(
        `<</Title${pdfText(title)}/Parent ${parent.toString()}/Dest[${target.toString()}/Fit]` +
          (previous ? `/Prev ${previous.toString()}` : '') +
          (next ? `/Next ${next.toString()}` : '') +
          `${below}>>`,
      ),
    );
  }
  const [first, last] = [refs[0], refs[refs.length - 1]];
  if (!first || !last) return '';
  return `/First ${first.toString()}/Last ${last.toString()}/Count ${String(refs.length)}`;
}
