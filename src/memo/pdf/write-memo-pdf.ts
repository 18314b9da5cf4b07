import { zlibSync } from 'fflate';
import { PDFContext, PDFHexString, PDFRawStream, PDFStreamWriter, type PDFRef } from 'pdf-lib';
import type { Layer, MemoDocument, MemoPage } from '../document';
import { FontBook, type MemoFonts } from '../fonts';
import { bestMask } from '../qr';
import { embedFonts } from './embed-fonts';
import { writeOutline } from './outline';
import { paintMarks } from './paint';
import { pdfNumber, pdfText, PreparedObject } from './prepared-object';
import { STRUCTURE_TYPES, StructureTree, type MarkedBlock } from './structure';

/** Level 1 takes a third of the time of level 6 and costs a tenth more bytes. */
const PAGE_DEFLATION = { level: 1 } as const;
const SHARED_DEFLATION = { level: 9 } as const;
const OBJECTS_OF_A_STREAM = 400;
const PAGES_OF_A_NODE = 32;
/** Pages between two reports of progress, at which the thread is also free for a moment. */
const PAGES_OF_A_TURN = 100;

/**
 * Writes a laid out memo as PDF: the same bytes for the same document, in a browser as in Node.
 * Neither time nor chance nor anything of the class list is in the metadata.
 * @param onProgress called with pages written and pages in all
 */
export async function writeMemoPdf(
  document: MemoDocument,
  fonts: MemoFonts,
  onProgress?: (done: number, total: number) => void,
): Promise<Uint8Array> {
  const writer = new MemoWriter(document, fonts);
  const total = document.pages.length;
  for (const [index, page] of document.pages.entries()) {
    writer.addPage(page);
    if ((index + 1) % PAGES_OF_A_TURN === 0 && index + 1 < total) {
      onProgress?.(index + 1, total);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const bytes = await writer.finish();
  onProgress?.(total, total);
  return bytes;
}

/** The part of a page's content that one layer makes. */
interface WrittenLayer {
  stream: PDFRef;
  marked: MarkedBlock[];
}

class MemoWriter {
  private readonly context = PDFContext.create();
  private readonly document: MemoDocument;
  private readonly book: FontBook;
  private readonly qrMask: number;
  private readonly structure = new StructureTree(this.context);
  private readonly pageRefs: PDFRef[] = [];
  private readonly nodes: { ref: PDFRef; pages: PDFRef[] }[] = [];
  private readonly root: PDFRef;
  private readonly fonts: string;
  private readonly opening: PDFRef;
  /** Shared layers by the number of their first mark: pages number their marks differently. */
  private readonly written = new Map<Layer, Map<number, WrittenLayer>>();

  constructor(document: MemoDocument, fonts: MemoFonts) {
    this.document = document;
    this.book = new FontBook(fonts);
    this.qrMask = maskOf(document);
    this.root = this.context.nextRef();
    this.fonts = embedFonts(this.context, fonts);
    const height = document.pages[0]?.height ?? 0;
    this.opening = this.stream(`1 0 0 -1 0 ${pdfNumber(height)} cm\n`, SHARED_DEFLATION);
  }

  addPage({ layers }: MemoPage): void {
    const page = this.context.nextRef();
    let node = this.nodes[this.nodes.length - 1];
    if (!node || node.pages.length === PAGES_OF_A_NODE) {
      node = { ref: this.context.nextRef(), pages: [] };
      this.nodes.push(node);
    }
    node.pages.push(page);
    const written = this.writeLayers(layers);
    const contents = [this.opening, ...written.map(({ stream }) => stream)];
    this.context.assign(
      page,
      new PreparedObject(
        `<</Type/Page/Parent ${node.ref.toString()}/Contents[${contents.join(' ')}]` +
          `/StructParents ${String(this.pageRefs.length)}>>`,
      ),
    );
    this.structure.addPage(
      page,
      written.flatMap(({ marked }) => marked),
    );
    this.pageRefs.push(page);
  }

  async finish(): Promise<Uint8Array> {
    const { context } = this;
    this.writePageTree();
    const outline = writeOutline(context, this.document.outline, this.pageRefs);
    const duplex = this.document.duplex === 'one-sided' ? 'Simplex' : 'DuplexFlipLongEdge';
    context.trailerInfo.Root = context.register(
      new PreparedObject(
        `<</Type/Catalog/Pages ${this.root.toString()}/Lang(ru-RU)/MarkInfo<</Marked true>>` +
          `/StructTreeRoot ${this.structure.finish().toString()}` +
          (outline ? `/Outlines ${outline.toString()}` : '') +
          `/ViewerPreferences<</DisplayDocTitle true/Duplex/${duplex}/PrintScaling/None>>>>`,
      ),
    );
    context.trailerInfo.Info = context.register(
      new PreparedObject(`<</Title${pdfText(this.document.title)}/Producer(pamyatka)>>`),
    );
    const id = PDFHexString.of(NO_ID);
    context.trailerInfo.ID = context.obj([id, id]);
    const objectsPerTick = Infinity;
    return PDFStreamWriter.forContext(
      context,
      objectsPerTick,
      true,
      OBJECTS_OF_A_STREAM,
    ).serializeToBuffer();
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
    if (!layer.shared) return this.paintLayer(layer, start, PAGE_DEFLATION);
    const variants = this.written.get(layer) ?? new Map<number, WrittenLayer>();
    const written = variants.get(start) ?? this.paintLayer(layer, start, SHARED_DEFLATION);
    this.written.set(layer, variants.set(start, written));
    return written;
  }

  private paintLayer(
    layer: Layer,
    start: number,
    deflation: typeof PAGE_DEFLATION | typeof SHARED_DEFLATION,
  ): WrittenLayer {
    const marked: MarkedBlock[] = [];
    let content = '';
    let mark = start;
    for (const block of layer.blocks) {
      const painted = paintMarks(block.marks, this.book, this.qrMask);
      if (block.tag === 'artifact') {
        content += `/Artifact BMC\n${painted}EMC\n`;
      } else {
        content += `/${STRUCTURE_TYPES[block.tag]}<</MCID ${String(mark)}>>BDC\n${painted}EMC\n`;
        marked.push({ block, mark });
        mark += 1;
      }
    }
    return { stream: this.stream(content, deflation), marked };
  }

  private stream(
    content: string,
    deflation: typeof PAGE_DEFLATION | typeof SHARED_DEFLATION,
  ): PDFRef {
    const bytes = new Uint8Array(content.length);
    for (let index = 0; index < content.length; index += 1)
      bytes[index] = content.charCodeAt(index);
    return this.context.register(
      PDFRawStream.of(this.context.obj({ Filter: 'FlateDecode' }), zlibSync(bytes, deflation)),
    );
  }

  /** Two levels; what all pages have in common is inherited from the root. */
  private writePageTree(): void {
    for (const { ref, pages } of this.nodes) {
      this.context.assign(
        ref,
        new PreparedObject(
          `<</Type/Pages/Parent ${this.root.toString()}/Count ${String(pages.length)}/Kids[${pages.join(' ')}]>>`,
        ),
      );
    }
    const { width = 0, height = 0 } = this.document.pages[0] ?? {};
    this.context.assign(
      this.root,
      new PreparedObject(
        `<</Type/Pages/Count ${String(this.pageRefs.length)}/Kids[${this.nodes.map(({ ref }) => ref).join(' ')}]` +
          `/MediaBox[0 0 ${pdfNumber(width)} ${pdfNumber(height)}]/Resources<</Font${this.fonts}>>>>`,
      ),
    );
  }
}

/** Files that differ have the same id: it names no computer and no moment. */
const NO_ID = '70616D7961746B612D6D656D6F2D3031';

/**
 * One mask for all codes of a document: the standard's choice for the first of them. Choosing for
 * each would take most of the time of a whole school, and their texts differ only in the code.
 */
function maskOf({ pages }: MemoDocument): number {
  for (const { layers } of pages) {
    for (const { blocks } of layers) {
      for (const { marks } of blocks) {
        for (const mark of marks) {
          if (mark.type === 'qr') return bestMask(mark.text);
        }
      }
    }
  }
  return 0;
}
