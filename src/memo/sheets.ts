import type { MemoDocument } from './document';

/** How many sheets of paper a memo takes, printed as it is meant to be. */
export function sheetsOf({ pages, duplex }: Pick<MemoDocument, 'pages' | 'duplex'>): number {
  return duplex === 'long-edge' ? Math.ceil(pages.length / 2) : pages.length;
}
