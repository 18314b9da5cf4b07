import { PDFHexString, PDFString, type PDFDict } from 'pdf-lib';
import type { Layer, MemoDocument, MemoPage } from '../document';
import { bookOf, type FontBook, type MemoFonts } from '../fonts';
import { bestMask } from '../qr';
import { QrPictures } from '../qr-pictures';
import { Remembered } from '../remembered';
import { ByteBuffer } from './byte-buffer';
import { embedFonts } from './embed-fonts';
import { writeOutline } from './outline';
import { paintMarks } from './paint';
import { PdfFile, refer, refTo, type ObjectNumber } from './pdf-file';
import { STRUCTURE_TYPES, StructureTree, type MarkedBlock } from './structure';
import { pdfNumber } from './syntax';

const PAGES_OF_A_NODE = 32;
/** Pages between two reports of progress, at which the thread is also free for a moment. */
const PAGES_OF_A_TURN = 100;

export interface WriteOptions {
  /** Called with pages written and pages in all. */
  onProgress?: (done: number, total: number) => void;
  /** Whether the file can be read aloud. Only the bench, which tells what that costs, goes without. */
  isTagged?: boolean;
}

/**
 * Writes a laid out memo as PDF: the same bytes for the same document, in a browser as in Node.
 * Neither time nor chance nor anything of the class list is in the metadata.
 */
export async function writeMemoPdf(
  document: MemoDocument,
  fonts: MemoFonts,
  { onProgress, isTagged = true }: WriteOptions = {},
): Promise<Uint8Array> {
  const writer = new MemoWriter(document, fonts, isTagged);
  const total = document.pages.length;
  for (const [index, page] of document.pages.entries()) {
    writer.addPage(page);
    if ((index + 1) % PAGES_OF_A_TURN === 0 && index + 1 < total) {
      onProgress?.(index + 1, total);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const bytes = writer.finish();
  onProgress?.(total, total);
  return bytes;
}

/** The part of a page's content that one layer makes. */
interface WrittenLayer {
  stream: ObjectNumber;
  marked: MarkedBlock[];
}

class MemoWriter {
  private readonly file = new PdfFile();
  private readonly document: MemoDocument;
  private readonly book: FontBook;
  private readonly codes: QrPictures;
  /** Absent from a file that is not tagged. */
  private readonly structure: StructureTree | undefined;
  private readonly pages: ObjectNumber[] = [];
  private readonly nodes: { object: ObjectNumber; pages: ObjectNumber[] }[] = [];
  private readonly root = this.file.reserve();
  private readonly fonts: PDFDict;
  private readonly opening: ObjectNumber;
  /** Of the layer that is being painted. */
  private readonly content = new ByteBuffer();
  /** Shared layers by the number of their first mark: pages number their marks differently. */
  private readonly written = new Map<Layer, Map<number, WrittenLayer>>();

  constructor(document: MemoDocument, fonts: MemoFonts, isTagged: boolean) {
    this.document = document;
    this.structure = isTagged ? new StructureTree(this.file) : undefined;
    this.book = bookOf(fonts);
    this.codes = QrPictures.ofMask(maskOf(document));
    this.fonts = embedFonts(this.file, fonts);
    const height = document.pages[0]?.height ?? 0;
    this.content.write(`1 0 0 -1 0 ${pdfNumber(height)} cm\n`);
    this.opening = this.file.addSharedStream(this.content.view());
  }

  addPage({ layers }: MemoPage): void {
    const page = this.file.reserve();
    let node = this.nodes[this.nodes.length - 1];
    if (!node || node.pages.length === PAGES_OF_A_NODE) {
      node = { object: this.file.reserve(), pages: [] };
      this.nodes.push(node);
    }
    node.pages.push(page);
    const written = this.writeLayers(layers);
    const contents = [this.opening, ...written.map(({ stream }) => stream)];
    this.file.add(
      `<</Type/Page/Parent ${refer(node.object)}/Contents[${contents.map(refer).join(' ')}]` +
        (this.structure ? `/StructParents ${String(this.pages.length)}>>` : '>>'),
      page,
    );
    this.structure?.addPage(
      page,
      written.flatMap(({ marked }) => marked),
    );
    this.pages.push(page);
  }

  finish(): Uint8Array {
    const { file, document } = this;
    this.writePageTree();
    const outline = writeOutline(file, document.outline, this.pages);
    const structure = this.structure?.finish();
    const root = file.add(
      file.make({
        Type: 'Catalog',
        Pages: refTo(this.root),
        Lang: PDFString.of('ru-RU'),
        ...(structure !== undefined && {
          MarkInfo: file.make({ Marked: true }),
          StructTreeRoot: refTo(structure),
        }),
        ...(outline !== undefined && { Outlines: refTo(outline) }),
        ViewerPreferences: file.make({
          DisplayDocTitle: true,
          Duplex: document.duplex === 'one-sided' ? 'Simplex' : 'DuplexFlipLongEdge',
          PrintScaling: 'None',
        }),
      }),
    );
    const info = file.add(
      file.make({
        Title: PDFHexString.fromText(document.title),
        Producer: PDFString.of('pamyatka'),
      }),
    );
    return file.finish({ root, info, id: NO_ID });
  }

  /** Shared layers take the first numbers of marks, so that their streams serve every page. */
  private writeLayers(layers: readonly Layer[]): WrittenLayer[] {
    const starts = new Map<Layer, number>();
    let next = 0;
    for (const shared of [true, false]) {
      for (const layer of layers) {
        if (layer.shared !== shared) continue;
        starts.set(layer, next);
        next += layer.blocks.filter(({ tag }) => tag !== 'artifact').length;
      }
    }
    return layers.map((layer) => this.writeLayer(layer, starts.get(layer) ?? 0));
  }

  private writeLayer(layer: Layer, start: number): WrittenLayer {
    if (!layer.shared) return this.paintLayer(layer, start);
    const variants = this.written.get(layer) ?? new Map<number, WrittenLayer>();
    const written = variants.get(start) ?? this.paintLayer(layer, start);
    this.written.set(layer, variants.set(start, written));
    return written;
  }

  private paintLayer(layer: Layer, start: number): WrittenLayer {
    const { file, content, structure } = this;
    const marked: MarkedBlock[] = [];
    let mark = start;
    content.clear();
    for (const block of layer.blocks) {
      if (block.tag === 'artifact') {
        if (structure) content.write('/Artifact BMC\n');
      } else if (structure) {
        content.write(`/${STRUCTURE_TYPES[block.tag]}<</MCID ${String(mark)}>>BDC\n`);
        marked.push({ block, mark });
        mark += 1;
      }
      paintMarks(content, block.marks, this.book, this.codes);
      if (structure) content.write('EMC\n');
    }
    const bytes = content.view();
    const stream = layer.shared ? file.addSharedStream(bytes) : file.addPageStream(bytes);
    return { stream, marked };
  }

  /** Two levels; what all pages have in common is inherited from the root. */
  private writePageTree(): void {
    for (const { object, pages } of this.nodes) {
      this.file.add(
        this.file.make({
          Type: 'Pages',
          Parent: refTo(this.root),
          Count: pages.length,
          Kids: pages.map(refTo),
        }),
        object,
      );
    }
    const { width = 0, height = 0 } = this.document.pages[0] ?? {};
    this.file.add(
      this.file.make({
        Type: 'Pages',
        Count: this.pages.length,
        Kids: this.nodes.map(({ object }) => refTo(object)),
        MediaBox: [0, 0, width, height],
        Resources: this.file.make({ Font: this.fonts }),
      }),
      this.root,
    );
  }
}

/** Files that differ have the same id: it names no computer and no moment. */
const NO_ID = '70616D7961746B612D6D656D6F2D3031';

const masks = new Remembered<number>();

/**
 * One mask for all codes of a document: the standard's choice for the address before the family's
 * own data. Choosing for each would take most of the time of a whole school, and so would learning
 * another mask's codes for each file of a region.
 */
function maskOf({ pages }: MemoDocument): number {
  for (const { layers } of pages) {
    for (const { blocks } of layers) {
      for (const { marks } of blocks) {
        for (const mark of marks) {
          if (mark.type !== 'qr') continue;
          const address = mark.text.replace(/#.*$/su, '');
          return masks.get(address, () => bestMask(address));
        }
      }
    }
  }
  return 0;
}
