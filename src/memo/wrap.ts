import type { DrawnCharacter, FaceName, FontBook, TextFace } from './fonts';
import { Remembered } from './remembered';

/** Text in one face. U+00AD marks a possible division, U+00A0 never breaks, `\n` always does. */
export interface Run {
  text: string;
  face: TextFace;
}

export interface Piece {
  text: string;
  face: FaceName;
  /** From the beginning of the line. */
  x: number;
  width: number;
  /** Why the line ends here: a space that is not drawn, or a hyphen that is no letter of the word. */
  ending?: 'space' | 'division';
}

export interface Line {
  pieces: readonly Readonly<Piece>[];
  width: number;
}

/** What stays together, and what follows it. */
interface Atom {
  glyphs: Readonly<DrawnCharacter>[];
  width: number;
  after: 'space' | 'division' | 'break' | 'newline' | 'nothing';
  /** Of the space, or of the hyphen if the line is broken here. */
  afterWidth: number;
  face: TextFace;
}

const SOFT_HYPHEN = '\u00AD';

/* A line costs more than any raggedness, so that no paragraph grows for its looks. */
const LINE_COST = 400;
const RAGGEDNESS_COST = 100;
/** Of a word or a double name, and of an address: each is read best whole. */
const DIVISION_COST = 14;
/** For a last line shorter than this part of the measure. */
const SHORT_LAST_LINE = { part: 0.2, cost: 40 };

/** What a book's letters have been set to: most texts of a class are the same in every memo. */
interface Setting {
  atoms: Remembered<Atom[]>;
  lines: Remembered<Line[]>;
}

const settings = new WeakMap<FontBook, Setting>();

interface WrapOptions {
  /** Of a line, in points. */
  width: number;
  size: number;
  book: FontBook;
  /** For headings: the last line is to be as long as the others. */
  even?: boolean;
}

/**
 * Breaks text into lines no wider than `width`: the fewest lines, as even as they can be, with few
 * divided words and no scrap of a last line. A word wider than a line is cut where it must be.
 */
export function wrap(
  runs: readonly Run[],
  { width, size, book, even = false }: WrapOptions,
): readonly Line[] {
  const { atoms, lines } = settingOf(book);
  const text = runs.map((run) => `${run.face} ${run.text}`).join('\u0000');
  return lines.get(`${String(width)} ${String(size)} ${String(even)} ${text}`, () => {
    const measure = width / size;
    const fitted = atoms
      .get(text, () => atomsOf(runs, book))
      .flatMap((atom) => fitting(atom, measure));
    return paragraphs(fitted)
      .flatMap((paragraph) => breakLines(paragraph, measure, even))
      .map((line) => lineOf(line, size));
  });
}

function settingOf(book: FontBook): Setting {
  let setting = settings.get(book);
  if (!setting) {
    setting = { atoms: new Remembered(), lines: new Remembered() };
    settings.set(book, setting);
  }
  return setting;
}

function atomsOf(runs: readonly Run[], book: FontBook): Atom[] {
  const atoms: Atom[] = [];
  let atom: Atom | undefined;
  const close = (after: Atom['after'], face: TextFace, afterWidth = 0): void => {
    if (after === 'newline') atom ??= empty(face);
    if (!atom) {
      // A second space in a row, or one after a break, is as good as none.
      const last = atoms[atoms.length - 1];
      if (after === 'space' && last && (last.after === 'nothing' || last.after === 'break')) {
        Object.assign(last, { after, afterWidth, face });
      }
      return;
    }
    atoms.push(Object.assign(atom, { after, afterWidth, face }));
    atom = undefined;
  };
  for (const { text, face } of runs) {
    const characters = [...text];
    for (let index = 0; index < characters.length; index += 1) {
      const character = characters[index] as string;
      if (character === ' ') close('space', face, book.advance(' ', face));
      else if (character === '\n') close('newline', face);
      else if (character === SOFT_HYPHEN) close('division', face, book.advance('-', face));
      else {
        const glyph = book.resolve(character === '\u00A0' ? ' ' : character, face);
        atom ??= empty(face);
        atom.glyphs.push(glyph);
        atom.width += glyph.width;
        if (mayBreakAfter(characters[index - 1], character, characters[index + 1])) {
          close('break', face);
        }
      }
    }
  }
  if (atom) atoms.push(atom);
  const last = atoms[atoms.length - 1];
  if (last?.after === 'division') last.after = 'nothing';
  return atoms;
}

function empty(face: TextFace): Atom {
  return { glyphs: [], width: 0, after: 'nothing', afterWidth: 0, face };
}

/** Compound words break after their hyphen, addresses after a slash; phones and codes nowhere. */
function mayBreakAfter(
  before: string | undefined,
  character: string,
  after: string | undefined,
): boolean {
  if (before === undefined || after === undefined) return false;
  if (character === '-') return /\p{L}/u.test(before) && /\p{L}/u.test(after);
  return character === '/' && before !== '/' && /[\p{L}\p{N}#]/u.test(after);
}

/** Cuts an atom that no line could hold. */
function fitting(atom: Atom, measure: number): Atom | Atom[] {
  if (atom.width <= measure) return withRoomForHyphen(atom, measure);
  const parts: Atom[] = [];
  let part = empty(atom.face);
  for (const glyph of atom.glyphs) {
    if (part.glyphs.length > 0 && part.width + glyph.width > measure) {
      parts.push({ ...part, after: 'break' });
      part = empty(atom.face);
    }
    part.glyphs.push(glyph);
    part.width += glyph.width;
  }
  const { after, afterWidth } = atom;
  return [...parts, withRoomForHyphen({ ...part, after, afterWidth }, measure)];
}

function withRoomForHyphen(atom: Atom, measure: number): Atom {
  const fits = atom.after !== 'division' || atom.width + atom.afterWidth <= measure;
  return fits ? atom : { ...atom, after: 'break' };
}

function paragraphs(atoms: readonly Atom[]): Atom[][] {
  const result: Atom[][] = [[]];
  for (const atom of atoms) {
    result[result.length - 1]?.push(atom);
    if (atom.after === 'newline') result.push([]);
  }
  return result.filter((paragraph) => paragraph.length > 0);
}

/** The cheapest sequence of lines, found over all possible breaks. */
function breakLines(atoms: readonly Atom[], measure: number, even: boolean): Atom[][] {
  if (atoms.length === 1) return [[...atoms]];
  const cheapest: { cost: number; start: number }[] = [{ cost: 0, start: 0 }];
  for (let end = 1; end <= atoms.length; end += 1) {
    let best = { cost: Infinity, start: end - 1 };
    let width = 0;
    for (let start = end - 1; start >= 0; start -= 1) {
      const atom = atoms[start];
      if (!atom) break;
      const ends = start === end - 1;
      if (ends)
        width =
          atom.width + (atom.after === 'division' && end < atoms.length ? atom.afterWidth : 0);
      else width += atom.width + (atom.after === 'space' ? atom.afterWidth : 0);
      if (width > measure + 1e-9 && !ends) break;
      const before = cheapest[start]?.cost ?? Infinity;
      const cost =
        before +
        costOfLine(width / measure, atoms[end - 1], {
          isLast: end === atoms.length,
          isFirst: start === 0,
          even,
        });
      if (cost < best.cost) best = { cost, start };
    }
    cheapest[end] = best;
  }
  const lines: Atom[][] = [];
  for (let end = atoms.length; end > 0; end = cheapest[end]?.start ?? 0) {
    lines.unshift(atoms.slice(cheapest[end]?.start ?? 0, end));
  }
  return lines;
}

function costOfLine(
  filled: number,
  last: Atom | undefined,
  { isLast, isFirst, even }: { isLast: boolean; isFirst: boolean; even: boolean },
): number {
  if (isLast && !even) {
    return LINE_COST + (!isFirst && filled < SHORT_LAST_LINE.part ? SHORT_LAST_LINE.cost : 0);
  }
  const slack = Math.max(0, 1 - filled);
  const division = last?.after === 'division' || last?.after === 'break' ? DIVISION_COST : 0;
  return LINE_COST + RAGGEDNESS_COST * slack * slack + division;
}

function lineOf(atoms: readonly Atom[], size: number): Line {
  const pieces: Piece[] = [];
  let x = 0;
  const put = (character: string, face: FaceName, ems: number): void => {
    const last = pieces[pieces.length - 1];
    if (last?.face === face) {
      last.text += character;
      last.width += ems * size;
    } else {
      pieces.push({ text: character, face, x, width: ems * size });
    }
    x += ems * size;
  };
  for (const [index, atom] of atoms.entries()) {
    for (const { character, face, width } of atom.glyphs) put(character, face, width);
    const isLast = index === atoms.length - 1;
    if (atom.after === 'space' && !isLast) put(' ', atom.face, atom.afterWidth);
    if (atom.after === 'division' && isLast) put('-', atom.face, atom.afterWidth);
  }
  const [lastPiece, after] = [pieces[pieces.length - 1], atoms[atoms.length - 1]?.after];
  if (lastPiece && (after === 'space' || after === 'division')) lastPiece.ending = after;
  return { pieces, width: x };
}
