import { SIGN_MISSING, SIGNS } from './signs';

/** A typeface prepared by the build: the file to embed and the metrics to lay out with. */
export interface FontFace {
  /** PostScript name, after six letters that tell this subset from others (ISO 32000-1, 9.6.4). */
  name: string;
  /** The TrueType file, deflated (zlib) and in base64: embedded without being touched. */
  data: string;
  /** Length of the file before deflation, in bytes. */
  length: number;
  /** The map from glyphs to characters, deflated and in base64 too. */
  toUnicode: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  /** Left, bottom, right, top of all glyphs together. */
  box: [number, number, number, number];
  /** Every character the file has, by ascending code point. */
  characters: string;
  /** The glyph of each of `characters`. */
  glyphs: number[];
  /** The advance of each glyph. */
  widths: number[];
}

export interface MemoFonts {
  regular: FontFace;
  medium: FontFace;
  bold: FontFace;
  mono: FontFace;
}

export type TextFace = keyof MemoFonts;
/** `signs` are the few characters drawn for the memo because the typefaces lack them. */
export type FaceName = TextFace | 'signs';

export const TEXT_FACES = ['regular', 'medium', 'bold', 'mono'] as const satisfies TextFace[];

interface Glyph {
  id: number;
  /** In ems. */
  width: number;
}

/** A character as a line draws it. */
export interface DrawnCharacter {
  character: string;
  face: FaceName;
  /** In ems. */
  width: number;
}

/** Answers which glyph a character has and how wide text is. */
export class FontBook {
  readonly fonts: MemoFonts;
  private readonly glyphs: Record<TextFace, Map<string, Glyph>>;
  /** One object for each character of a face, however often it stands in the memos. */
  private readonly drawn: Record<TextFace, Map<string, DrawnCharacter>> = {
    regular: new Map(),
    medium: new Map(),
    bold: new Map(),
    mono: new Map(),
  };

  constructor(fonts: MemoFonts) {
    this.fonts = fonts;
    this.glyphs = {
      regular: glyphsOf(fonts.regular),
      medium: glyphsOf(fonts.medium),
      bold: glyphsOf(fonts.bold),
      mono: glyphsOf(fonts.mono),
    };
  }

  /** The face that draws this character, and the character to draw: an empty box if none has it. */
  resolve(character: string, face: TextFace): Readonly<DrawnCharacter> {
    let drawn = this.drawn[face].get(character);
    if (!drawn) {
      drawn = this.draw(character, face);
      this.drawn[face].set(character, drawn);
    }
    return drawn;
  }

  /** Whether anything but the empty box can show the character. */
  has(character: string, face: TextFace): boolean {
    return this.glyphs[face].has(character) || SIGNS.has(character);
  }

  glyph(character: string, face: TextFace): number {
    return this.glyphs[face].get(character)?.id ?? 0;
  }

  /** Width of one character in ems. */
  advance(character: string, face: FaceName): number {
    return face === 'signs'
      ? (SIGNS.get(character)?.width ?? 1)
      : (this.glyphs[face].get(character)?.width ?? 0);
  }

  /** Width of text in the units of `size`, as it would be drawn in one line. */
  width(text: string, face: TextFace, size: number): number {
    let ems = 0;
    for (const character of text) {
      ems += this.resolve(character, face).width;
    }
    return ems * size;
  }

  private draw(character: string, face: TextFace): DrawnCharacter {
    const known = this.glyphs[face].get(character);
    if (known) return { character, face, width: known.width };
    const sign = SIGNS.has(character) ? character : SIGN_MISSING;
    return { character: sign, face: 'signs', width: this.advance(sign, 'signs') };
  }
}

const books = new WeakMap<MemoFonts, FontBook>();

/**
 * The book of these typefaces: one for all memos of a run, since most of their texts are the same
 * and need to be set but once.
 */
export function bookOf(fonts: MemoFonts): FontBook {
  let book = books.get(fonts);
  if (!book) {
    book = new FontBook(fonts);
    books.set(fonts, book);
  }
  return book;
}

function glyphsOf({ characters, glyphs, widths, unitsPerEm }: FontFace): Map<string, Glyph> {
  return new Map(
    [...characters].map((character, index) => {
      const id = glyphs[index] ?? 0;
      return [character, { id, width: (widths[id] ?? 0) / unitsPerEm }];
    }),
  );
}
