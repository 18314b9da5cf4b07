import type { Block, Tag } from '../document';
import { refer, type ObjectNumber, type PdfFile } from './pdf-file';
import { pdfText } from './syntax';

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
  private readonly file: PdfFile;
  private readonly root: ObjectNumber;
  private readonly document: ObjectNumber;
  private readonly sections: ObjectNumber[] = [];
  /** Of the parent tree: what is written already, and the pages of the next leaf. */
  private readonly leaves: ObjectNumber[] = [];
  private leaf: string[] = [];

  constructor(file: PdfFile) {
    this.file = file;
    this.root = file.reserve();
    this.document = file.reserve();
  }

  /**
   * Adds the blocks of one page, in reading order, as a section of the document.
   * The page must carry `/StructParents` with the number of pages added before it.
   */
  addPage(page: ObjectNumber, blocks: readonly MarkedBlock[]): void {
    const { file } = this;
    const section = file.reserve();
    const children: ObjectNumber[] = [];
    const owners: string[] = [];
    let list: { object: ObjectNumber; items: ObjectNumber[] } | undefined;
    let item: { object: ObjectNumber; owner: ObjectNumber; marks: number[] } | undefined;
    const closeItem = (): void => {
      if (!item || !list) return;
      const { object, owner, marks } = item;
      file.add(`<</S/LBody/P ${refer(object)}/Pg ${refer(page)}/K[${marks.join(' ')}]>>`, owner);
      file.add(`<</S/LI/P ${refer(list.object)}/K ${refer(owner)}>>`, object);
      item = undefined;
    };
    const closeList = (): void => {
      closeItem();
      if (!list) return;
      file.add(`<</S/L/P ${refer(section)}/K[${references(list.items)}]>>`, list.object);
      list = undefined;
    };
    for (const { block, mark } of blocks) {
      const { tag, alternative } = block;
      if (tag === 'artifact') continue;
      if (tag === 'item' || tag === 'continued') {
        if (tag === 'item' || !item) {
          closeItem();
          if (!list) {
            list = { object: file.reserve(), items: [] };
            children.push(list.object);
          }
          item = { object: file.reserve(), owner: file.reserve(), marks: [] };
          list.items.push(item.object);
        }
        item.marks.push(mark);
        owners[mark] = refer(item.owner);
        continue;
      }
      closeList();
      const alternate = alternative === undefined ? '' : `/Alt${pdfText(alternative)}`;
      const element = file.add(
        `<</S/${STRUCTURE_TYPES[tag]}/P ${refer(section)}/Pg ${refer(page)}/K ${String(mark)}${alternate}>>`,
      );
      children.push(element);
      owners[mark] = refer(element);
    }
    closeList();
    file.add(`<</S/Sect/P ${refer(this.document)}/K[${references(children)}]>>`, section);
    // Artifacts have no owner, and no number either.
    this.leaf.push(`${String(this.sections.length)}[${owners.join(' ')}]`);
    this.sections.push(section);
    if (this.leaf.length === PAGES_OF_A_LEAF) this.writeLeaf();
  }

  /** Writes the root; answers its number for the catalogue. */
  finish(): ObjectNumber {
    const { file, root, document, sections } = this;
    this.writeLeaf();
    file.add(`<</S/Document/P ${refer(root)}/K[${references(sections)}]>>`, document);
    return file.add(
      `<</Type/StructTreeRoot/K ${refer(document)}/ParentTree<</Kids[${references(this.leaves)}]>>` +
        `/ParentTreeNextKey ${String(sections.length)}>>`,
      root,
    );
  }

  private writeLeaf(): void {
    if (this.leaf.length === 0) return;
    const last = this.sections.length - 1;
    const limits = `${String(last - this.leaf.length + 1)} ${String(last)}`;
    this.leaves.push(this.file.add(`<</Limits[${limits}]/Nums[${this.leaf.join('')}]>>`));
    this.leaf = [];
  }
}

const PAGES_OF_A_LEAF = 64;

function references(objects: readonly ObjectNumber[]): string {
  return objects.map(refer).join(' ');
}
