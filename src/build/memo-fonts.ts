import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { zlibSync } from 'fflate';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import type { FontFace, MemoFonts } from '../memo/fonts';
import { toUnicodeMap } from '../memo/pdf/to-unicode';

const MODULE = 'virtual:memo-fonts';
const RESOLVED = `\0${MODULE}`;

const SOURCES = {
  regular: '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf',
  medium: '@expo-google-fonts/golos-text/500Medium/GolosText_500Medium.ttf',
  bold: '@expo-google-fonts/golos-text/700Bold/GolosText_700Bold.ttf',
  mono: '@expo-google-fonts/jetbrains-mono/700Bold/JetBrainsMono_700Bold.ttf',
} as const;

/** Everything a memo may print: Latin-1, all Cyrillic letters the font has, and Russian typography. */
const CHARACTERS = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0xff),
  ...range(0x400, 0x52f),
  ...'–—‘’‚“”„•…‰‹›€₽№™−←→',
].join('');

/** Not needed for drawing glyphs by their number; layout tables would only add weight. */
const DROPPED_TABLES = ['GSUB', 'GPOS', 'GDEF', 'DSIG', 'STAT', 'meta', 'gasp'];

/**
 * Subsets the memo's typefaces and reads the metrics that laying out and embedding need, so that
 * neither a browser nor the command line carries a font library.
 */
export async function buildMemoFonts(): Promise<MemoFonts> {
  const { resolve } = createRequire(import.meta.url);
  const build = async (source: string): Promise<FontFace> =>
    prepare(await readFile(resolve(source)));
  const [regular, medium, bold, mono] = await Promise.all([
    build(SOURCES.regular),
    build(SOURCES.medium),
    build(SOURCES.bold),
    build(SOURCES.mono),
  ]);
  return { regular, medium, bold, mono };
}

async function prepare(source: Buffer): Promise<FontFace> {
  const original = open(source);
  const characters = [...new Set(CHARACTERS)]
    .filter((character) => original.hasGlyphForCodePoint(codePoint(character)))
    .sort((a, b) => codePoint(a) - codePoint(b));
  const subset = await subsetFont(source, characters.join(''), {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    keepFeatures: [],
    dropTables: DROPPED_TABLES,
  });
  const font = open(subset);
  const glyphs = characters.map((character) => font.glyphForCodePoint(codePoint(character)).id);
  const codes = characters.map((character, index) => [glyphs[index] ?? 0, character] as const);
  return {
    name: `${subsetTag(subset)}+${font.postscriptName}`,
    data: inBase64(subset),
    length: subset.length,
    toUnicode: inBase64(Buffer.from(toUnicodeMap(codes, 4))),
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    box: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY],
    characters: characters.join(''),
    glyphs,
    widths: Array.from({ length: font.numGlyphs }, (_, glyph) => font.getGlyph(glyph).advanceWidth),
  };
}

/** As small as it can be: every file carries it. */
function inBase64(bytes: Uint8Array): string {
  return Buffer.from(zlibSync(bytes, { level: 9 })).toString('base64');
}

/** From the content: the same subset has the same name. */
function subsetTag(subset: Uint8Array): string {
  const digest = createHash('sha256').update(subset).digest();
  return Array.from({ length: 6 }, (_, place) =>
    String.fromCharCode(65 + ((digest[place] ?? 0) % 26)),
  ).join('');
}

function open(source: Buffer): fontkit.Font {
  const font = fontkit.create(source);
  if ('fonts' in font) throw new Error('В файле шрифта несколько начертаний, нужно одно.');
  return font;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, offset) =>
    String.fromCodePoint(first + offset),
  );
}

/** Serves the prepared fonts as `virtual:memo-fonts`; made once a build, on first use. */
export function memoFonts(): Plugin {
  let fonts: Promise<MemoFonts> | undefined;
  return {
    name: 'memo-fonts',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: async (id) => {
      if (id !== RESOLVED) return undefined;
      fonts ??= buildMemoFonts();
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(await fonts))});`;
    },
  };
}
