import { TEXT_FACES, type FaceName, type FontFace, type MemoFonts } from '../fonts';
import { SIGNS } from '../signs';
import { paintPath } from './paint';
import { refer, type ObjectNumber, type PdfFile } from './pdf-file';
import { pdfNumber } from './syntax';

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
export function embedFonts(file: PdfFile, fonts: MemoFonts): string {
  const entries = TEXT_FACES.map((face) => {
    return `/${FONT_NAMES[face]} ${refer(embedFace(file, fonts[face]))}`;
  });
  return `<<${entries.join('')}/${FONT_NAMES.signs} ${refer(embedSigns(file))}>>`;
}

function embedFace(file: PdfFile, face: FontFace): ObjectNumber {
  const { name, unitsPerEm, ascent, descent, capHeight, box, widths } = face;
  const thousandths = (value: number): string => pdfNumber((value * 1000) / unitsPerEm);
  const program = file.addDeflated(
    Uint8Array.from(atob(face.data), (character) => character.charCodeAt(0)),
    `/Length1 ${String(face.length)}`,
  );
  const tagged = `${subsetTag(face)}+${name}`;
  const descriptor = file.add(
    `<</Type/FontDescriptor/FontName/${tagged}/Flags ${String(flagsOf(face))}` +
      `/FontBBox[${box.map(thousandths).join(' ')}]/ItalicAngle 0/Ascent ${thousandths(ascent)}` +
      `/Descent ${thousandths(descent)}/CapHeight ${thousandths(capHeight)}/StemV 80` +
      `/FontFile2 ${refer(program)}>>`,
  );
  const descendant = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${tagged}/CIDToGIDMap/Identity` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${refer(descriptor)}/W[0[${widths.map(thousandths).join(' ')}]]>>`,
  );
  const toUnicode = file.addStream(unicodeMap(face), SHARED_LEVEL);
  return file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${tagged}/Encoding/Identity-H` +
      `/DescendantFonts[${refer(descendant)}]/ToUnicode ${refer(toUnicode)}>>`,
  );
}

/** 4: characters outside standard Latin; 1: fixed width. */
function flagsOf({ widths }: FontFace): number {
  return new Set(widths.filter((width) => width > 0)).size === 1 ? 5 : 4;
}

/** Six letters that name this subset, from its content: the same subset has the same name. */
function subsetTag({ data }: FontFace): string {
  let hash = 0;
  for (let index = 0; index < data.length; index += 1) {
    hash = (Math.imul(hash, 31) + data.charCodeAt(index)) >>> 0;
  }
  return Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** place) % 26)),
  ).join('');
}

function unicodeMap({ characters, glyphs }: FontFace): string {
  const pairs = [...characters].map((character, index) => [glyphs[index] ?? 0, character] as const);
  return cmap(pairs, 4);
}

/** @param digits hexadecimal digits of a code in this font */
function cmap(pairs: readonly (readonly [number, string])[], digits: 2 | 4): string {
  const hex = (value: number, length: number): string =>
    value.toString(16).toUpperCase().padStart(length, '0');
  const lines = pairs.map(
    ([code, character]) => `<${hex(code, digits)}><${hex(character.charCodeAt(0), 4)}>`,
  );
  const chunks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) =>
    lines.slice(index * 100, index * 100 + 100),
  );
  return [
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def',
    `1 begincodespacerange <${'0'.repeat(digits)}><${'F'.repeat(digits)}> endcodespacerange`,
    ...chunks.map((chunk) => `${String(chunk.length)} beginbfchar\n${chunk.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict/CMap defineresource pop end end',
  ].join('\n');
}

/** The drawn signs as a font of their own, so that they copy out as characters. */
function embedSigns(file: PdfFile): ObjectNumber {
  const signs = [...SIGNS];
  const names = signs.map((_, code) => `/s${String(code)}`);
  const procedures = signs.map(([, { width, path }], code) => {
    const content = `${pdfNumber(width * 1000)} 0 0 0 1000 1000 d1\n${paintPath(path)}f`;
    return `${names[code] ?? ''} ${refer(file.addStream(content, SHARED_LEVEL))}`;
  });
  const unicode = cmap(
    signs.map(([sign], code) => [code, sign]),
    2,
  );
  const toUnicode = file.addStream(unicode, SHARED_LEVEL);
  return file.add(
    '<</Type/Font/Subtype/Type3/Name/Signs/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]' +
      `/FirstChar 0/LastChar ${String(signs.length - 1)}` +
      `/Widths[${signs.map(([, { width }]) => pdfNumber(width * 1000)).join(' ')}]` +
      `/Encoding<</Type/Encoding/Differences[0${names.join('')}]>>` +
      `/CharProcs<<${procedures.join('')}>>/Resources<<>>/ToUnicode ${refer(toUnicode)}>>`,
  );
}
