import type { PDFContext, PDFRef } from 'pdf-lib';
import type { Block, Tag } from '../document';
import { pdfText, PreparedObject } from './prepared-object';

/** A block as it stands on a page: the number by which its content is marked there. */
export interface MarkedBlock {
  block: Block;
  mark: number;
}

/** Standard structure types; a list item's text stands in its body. */
export const STRUCTURE_TYPES: Record<Exclude<Tag, 'artifact'>, string> = {
  h1: 'H1',
  h2: 'H2',
  paragraph: 'P',
  figure: 'Figure',
  item: 'LBody',
  continued: 'LBody',
};

/**
 * The structure tree: what reads the file aloud follows it.
 *
 * The body that all families share is a content stream which many pages list in their /Contents,
 * not a form XObject: marked content inside an XObject drawn many times cannot belong to many
 * structure elements (ISO 32000-1, 14.7.4.3), while marks are numbered for each page anew. So
 * every page has headings, list items and figures of its own, though the text is in the file once.
 */
export class StructureTree {
  private readonly context: PDFContext;
  private readonly root: PDFRef;
  private readonly document: PDFRef;
  private readonly sections: PDFRef[] = [];
  private readonly pages: string[] = [];

  constructor(context: PDFContext) {
    this.context = context;
    this.root = context.nextRef();
    this.document = context.nextRef();
  }

  /**
   * Adds the blocks of one page, in reading order, as a section of the document.
   * The page must carry `/StructParents` with the number of pages added before it.
   */
  addPage(page: PDFRef, blocks: readonly MarkedBlock[]): void {
    const { context } = this;
    const section = context.nextRef();
    const children: PDFRef[] = [];
    const owners: string[] = [];
    let list: { ref: PDFRef; items: PDFRef[] } | undefined;
    let item: { ref: PDFRef; owner: PDFRef; marks: number[] } | undefined;
    const closeItem = (): void => {
      if (!item || !list) return;
      const { ref, owner, marks } = item;
      this.assign(
        owner,
        `<</S/LBody/P ${ref.toString()}/Pg ${page.toString()}/K[${marks.join(' ')}]>>`,
      );
      this.assign(ref, `<</S/LI/P ${list.ref.toString()}/K ${owner.toString()}>>`);
      item = undefined;
    };
    const closeList = (): void => {
      closeItem();
      if (!list) return;
      this.assign(list.ref, `<</S/L/P ${section.toString()}/K[${list.items.join(' ')}]>>`);
      list = undefined;
    };
    for (const { block, mark } of blocks) {
      const { tag, alternative } = block;
      if (tag === 'artifact') continue;
      if (tag === 'item' || tag === 'continued') {
        if (tag === 'item' || !item) {
          closeItem();
          if (!list) {
            list = { ref: context.nextRef(), items: [] };
            children.push(list.ref);
          }
          item = { ref: context.nextRef(), owner: context.nextRef(), marks: [] };
          list.items.push(item.ref);
        }
        item.marks.push(mark);
        owners[mark] = item.owner.toString();
        continue;
      }
      closeList();
      const alternate = alternative === undefined ? '' : `/Alt${pdfText(alternative)}`;
      const element = context.register(
        new PreparedObject(
          `<</S/${STRUCTURE_TYPES[tag]}/P ${section.toString()}/Pg ${page.toString()}/K ${String(mark)}${alternate}>>`,
        ),
      );
      children.push(element);
      owners[mark] = element.toString();
    }
    closeList();
    this.assign(section, `<</S/Sect/P ${this.document.toString()}/K[${children.join(' ')}]>>`);
    this.sections.push(section);
    // Artifacts have no owner, and no number either.
    this.pages.push(`[${owners.join(' ')}]`);
  }

  /** Writes the root; answers its reference for the catalogue. */
  finish(): PDFRef {
    this.assign(
      this.document,
      `<</S/Document/P ${this.root.toString()}/K[${this.sections.join(' ')}]>>`,
    );
    const leaves = chunked(this.pages, PAGES_OF_A_LEAF).map((pages, index) => {
      const first = index * PAGES_OF_A_LEAF;
      const numbers = pages.map((owners, offset) => `${String(first + offset)}${owners}`).join('');
      const limits = `${String(first)} ${String(first + pages.length - 1)}`;
      return this.context.register(new PreparedObject(`<</Limits[${limits}]/Nums[${numbers}]>>`));
    });
    this.assign(
      this.root,
      `<</Type/StructTreeRoot/K ${this.document.toString()}/ParentTree<</Kids[${leaves.join(' ')}]>>` +
        `/ParentTreeNextKey ${String(this.pages.length)}>>`,
    );
    return this.root;
  }

  private assign(ref: PDFRef, source: string): void {
    this.context.assign(ref, new PreparedObject(source));
  }
}

const PAGES_OF_A_LEAF = 64;

function chunked<Item>(items: readonly Item[], length: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / length) }, (_, index) =>
    items.slice(index * length, (index + 1) * length),
  );
}
