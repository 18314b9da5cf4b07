import { zlibSync } from 'fflate';
import {
  PDFContext,
  PDFHeader,
  PDFHexString,
  PDFRawStream,
  PDFRef,
  PDFTrailer,
  type PDFDict,
  type PDFObject,
} from 'pdf-lib';
import { ByteBuffer } from './byte-buffer';
import { Deflater } from './deflate';

/** Number of an indirect object. */
export type ObjectNumber = number;

/** The object as others mention it. */
export function refer(object: ObjectNumber): string {
  return `${String(object)} 0 R`;
}

/** The object as others of pdf-lib's mention it; pdf-lib keeps each reference for good. */
export function refTo(object: ObjectNumber): PDFRef {
  return PDFRef.of(object);
}

/** What pdf-lib makes objects of: a text becomes a name. */
type Entries = Record<
  string,
  PDFObject | string | number | boolean | (PDFObject | string | number | PDFObject[])[]
>;

/** Above this nothing of a memo becomes smaller. */
const SMALLEST_LEVEL = 6;
/** More compress no better, and a viewer unpacks them all for one. */
const OBJECTS_OF_A_STREAM = 400;
/** Bytes of an entry's type, of its place, and of its index in an object stream. */
const XREF_WIDTHS = [1, 4, 2] as const;
const XREF_ROW = 7;
/** PNG's «up»: a row as what it differs by from the one above. */
const UP = 2;

/**
 * A PDF 1.7 file (ISO 32000-1) written from its beginning to its end: what is added is deflated into
 * the file at once, and only its place is kept. A school's tagged memos have forty small objects a
 * page; pdf-lib's own writer holds them until the end and needs a gigabyte for 10,000 pages. Its
 * objects make all that a file has once; those of every page may be given as text.
 */
export class PdfFile {
  private readonly context = PDFContext.create();
  private readonly file = new ByteBuffer();
  private readonly deflater = new Deflater();
  /** For each object its offset in the file, or the number of its object stream. */
  private readonly places: number[] = [0];
  /** For each object its index in its object stream; -1 for one that stands by itself. */
  private readonly indexes: number[] = [0];
  private readonly streamed: ObjectNumber[] = [];
  private readonly starts: number[] = [];
  private readonly sources = new ByteBuffer();
  private readonly scratch = new ByteBuffer();

  constructor() {
    const header = PDFHeader.forVersion(1, 7);
    header.copyBytesInto(this.file.grow(header.sizeInBytes()), 0);
    this.file.write('\n');
  }

  /** A number for an object that others mention before it is added. */
  reserve(): ObjectNumber {
    this.indexes.push(-1);
    return this.places.push(0) - 1;
  }

  /** A dictionary of pdf-lib's, to be added or to stand within another. */
  make(entries: Entries): PDFDict {
    return this.context.obj(entries);
  }

  /**
   * Adds any object but a stream.
   * @param given pdf-lib's, or in PDF's own notation, one byte a character
   */
  add(given: PDFObject | string, object = this.reserve()): ObjectNumber {
    const source = typeof given === 'string' ? given : given.toString();
    this.indexes[object] = this.streamed.length;
    this.streamed.push(object);
    this.starts.push(this.sources.length);
    this.sources.write(source);
    this.sources.write('\n');
    if (this.streamed.length === OBJECTS_OF_A_STREAM) this.flush();
    return object;
  }

  /** Adds a stream of which the file has one for many pages: as small as it can be. */
  addSharedStream(content: Uint8Array): ObjectNumber {
    return this.addDeflated(zlibSync(content, { level: SMALLEST_LEVEL }));
  }

  /** Adds a stream of which the file has thousands: in the least time. */
  addPageStream(content: Uint8Array): ObjectNumber {
    return this.deflateInto('', content);
  }

  /**
   * Adds a stream that is deflated already.
   * @param entries of its dictionary, besides the filter and the length
   */
  addDeflated(bytes: Uint8Array, entries: Entries = {}): ObjectNumber {
    const object = this.reserve();
    this.places[object] = this.file.length;
    this.file.write(`${String(object)} 0 obj\n`);
    const stream = PDFRawStream.of(this.make({ ...entries, Filter: 'FlateDecode' }), bytes);
    stream.updateDict();
    stream.copyBytesInto(this.file.grow(stream.sizeInBytes()), 0);
    this.file.write('\nendobj\n');
    return object;
  }

  /**
   * Ends the file.
   * @param id 32 hexadecimal digits
   */
  finish({ root, info, id }: { root: ObjectNumber; info: ObjectNumber; id: string }): Uint8Array {
    this.flush();
    const start = this.file.length;
    const object = this.places.length;
    const rows = this.crossReferences(start);
    this.addDeflated(this.deflater.deflate(rows), {
      Type: 'XRef',
      Size: object + 1,
      W: [...XREF_WIDTHS],
      Root: refTo(root),
      Info: refTo(info),
      ID: [PDFHexString.of(id), PDFHexString.of(id)],
      DecodeParms: this.make({ Predictor: 12, Columns: XREF_ROW }),
    });
    this.file.write(`${PDFTrailer.forLastCrossRefSectionOffset(start).toString()}\n`);
    return this.file.view().slice();
  }

  private flush(): void {
    if (this.streamed.length === 0) return;
    const { streamed, starts, sources, scratch } = this;
    let index = '';
    for (const [at, object] of streamed.entries())
      index += `${String(object)} ${String(starts[at])} `;
    scratch.clear();
    scratch.write(index);
    scratch.append(sources.view());
    const stream = this.deflateInto(
      `/Type/ObjStm/N ${String(streamed.length)}/First ${String(index.length)}`,
      scratch.view(),
    );
    for (const object of streamed) this.places[object] = stream;
    streamed.length = 0;
    starts.length = 0;
    sources.clear();
  }

  /** @param entries of the stream's dictionary, in PDF's own notation */
  private deflateInto(entries: string, content: Uint8Array): ObjectNumber {
    const { file } = this;
    const object = this.reserve();
    const bytes = this.deflater.deflate(content);
    this.places[object] = file.length;
    file.write(
      `${String(object)} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${String(bytes.length)}>>stream\n`,
    );
    file.append(bytes);
    file.write('\nendstream\nendobj\n');
    return object;
  }

  /** A row for each object, the first for the free object 0, the last for the table itself. */
  private crossReferences(ownPlace: number): Uint8Array {
    const count = this.places.length + 1;
    const rows = new Uint8Array(count * (XREF_ROW + 1));
    const above = new Uint8Array(XREF_ROW);
    const row = new Uint8Array(XREF_ROW);
    const view = new DataView(row.buffer);
    for (let object = 0; object < count; object += 1) {
      const index = this.indexes[object] ?? -1;
      if (object === 0) {
        view.setUint16(5, 0xffff);
      } else {
        view.setUint8(0, index < 0 ? 1 : 2);
        view.setUint32(1, this.places[object] ?? ownPlace);
        view.setUint16(5, Math.max(index, 0));
      }
      const start = object * (XREF_ROW + 1);
      rows[start] = UP;
      for (let byte = 0; byte < XREF_ROW; byte += 1) {
        rows[start + 1 + byte] = (row[byte] ?? 0) - (above[byte] ?? 0);
      }
      above.set(row);
    }
    return rows;
  }
}
