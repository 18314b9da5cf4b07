import { zlibSync } from 'fflate';
import { PDFNumber, PDFString, type PDFDict, type PDFRef } from 'pdf-lib';
import { TEXT_FACES, type FaceName, type FontFace, type MemoFonts } from '../fonts';
import { SIGNS } from '../signs';
import { paintPath } from './paint';
import { refTo, type PdfFile } from './pdf-file';
import { pdfNumber } from './syntax';
import { toUnicodeMap } from './to-unicode';

/** Once in a file: as small as it can be. */
const SHARED_LEVEL = 9;

/** Names of the fonts in the resources of every page. */
export const FONT_NAMES: Record<FaceName, string> = {
  regular: 'R',
  medium: 'M',
  bold: 'B',
  mono: 'C',
  signs: 'S',
};

/** Embeds the typefaces whole, as the build subset them; answers the resources' font dictionary. */
export function embedFonts(file: PdfFile, fonts: MemoFonts): PDFDict {
  const faces = TEXT_FACES.map((face) => [FONT_NAMES[face], embedFace(file, fonts[face])]);
  return file.make({
    ...(Object.fromEntries(faces) as Record<string, PDFRef>),
    [FONT_NAMES.signs]: embedSigns(file),
  });
}

/** What embedding a typeface needs and every file shares. */
interface PreparedFace {
  /** The TrueType file, deflated. */
  program: Uint8Array;
  toUnicode: Uint8Array;
  /** Of the descriptor. */
  metrics: Readonly<Record<string, number | number[]>>;
  /** In thousandths of the size, by glyph. */
  widths: PDFNumber[];
}

const prepared = new WeakMap<FontFace, PreparedFace>();

/** Once for a typeface: a region's run writes thousands of small files. */
function prepare(face: FontFace): PreparedFace {
  let ready = prepared.get(face);
  if (!ready) {
    const { unitsPerEm, ascent, descent, capHeight, box, widths } = face;
    const thousandths = (value: number): number => hundredths((value * 1000) / unitsPerEm);
    ready = {
      program: bytesOf(atob(face.data)),
      toUnicode: bytesOf(atob(face.toUnicode)),
      metrics: {
        Flags: flagsOf(face),
        FontBBox: box.map(thousandths),
        ItalicAngle: 0,
        Ascent: thousandths(ascent),
        Descent: thousandths(descent),
        CapHeight: thousandths(capHeight),
        StemV: 80,
      },
      widths: widths.map((width) => PDFNumber.of(thousandths(width))),
    };
    prepared.set(face, ready);
  }
  return ready;
}

/** @param binary one byte a character */
function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function embedFace(file: PdfFile, face: FontFace): PDFRef {
  const { program, toUnicode, metrics, widths } = prepare(face);
  const fontFile = file.addDeflated(program, { Length1: face.length });
  const descriptor = file.add(
    file.make({
      Type: 'FontDescriptor',
      FontName: face.name,
      ...metrics,
      FontFile2: refTo(fontFile),
    }),
  );
  const descendant = file.add(
    file.make({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: face.name,
      CIDToGIDMap: 'Identity',
      CIDSystemInfo: file.make({
        Registry: PDFString.of('Adobe'),
        Ordering: PDFString.of('Identity'),
        Supplement: 0,
      }),
      FontDescriptor: refTo(descriptor),
      W: [0, widths],
    }),
  );
  return refTo(
    file.add(
      file.make({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: face.name,
        Encoding: 'Identity-H',
        DescendantFonts: [refTo(descendant)],
        ToUnicode: refTo(file.addDeflated(toUnicode)),
      }),
    ),
  );
}

/** 4: characters outside standard Latin; 1: fixed width. */
function flagsOf({ widths }: FontFace): number {
  return new Set(widths.filter((width) => width > 0)).size === 1 ? 5 : 4;
}

/** The drawings of the signs and the map to their characters, deflated: the same in every file. */
interface PreparedSigns {
  procedures: Uint8Array[];
  toUnicode: Uint8Array;
}

let preparedSigns: PreparedSigns | undefined;

function prepareSigns(): PreparedSigns {
  if (preparedSigns) return preparedSigns;
  const deflate = (text: string): Uint8Array => zlibSync(bytesOf(text), { level: SHARED_LEVEL });
  preparedSigns = {
    procedures: [...SIGNS.values()].map(({ width, path }) =>
      deflate(`${pdfNumber(width * 1000)} 0 0 0 1000 1000 d1\n${paintPath(path)}f`),
    ),
    toUnicode: deflate(
      toUnicodeMap(
        [...SIGNS.keys()].map((sign, code) => [code, sign]),
        2,
      ),
    ),
  };
  return preparedSigns;
}

/** The drawn signs as a font of their own, so that they copy out as characters. */
function embedSigns(file: PdfFile): PDFRef {
  const { procedures, toUnicode } = prepareSigns();
  const names = procedures.map((_, code) => `s${String(code)}`);
  const drawings = procedures.map((procedure, code) => [
    names[code] ?? '',
    refTo(file.addDeflated(procedure)),
  ]);
  return refTo(
    file.add(
      file.make({
        Type: 'Font',
        Subtype: 'Type3',
        Name: 'Signs',
        FontBBox: [0, 0, 1000, 1000],
        FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
        FirstChar: 0,
        LastChar: names.length - 1,
        Widths: [...SIGNS.values()].map(({ width }) => hundredths(width * 1000)),
        Encoding: file.make({ Type: 'Encoding', Differences: [0, ...names] }),
        CharProcs: file.make(Object.fromEntries(drawings) as Record<string, PDFRef>),
        Resources: file.make({}),
        ToUnicode: refTo(file.addDeflated(toUnicode)),
      }),
    ),
  );
}

/** Finer than any printer, and short. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
