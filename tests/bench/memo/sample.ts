import { unzlibSync } from 'fflate';
import library from 'virtual:library';
import fonts from 'virtual:memo-fonts';
import { findMemoGuide, usesInviteCodes } from '../../../src/guide';
import {
  bestMask,
  layOutMemo,
  qrShape,
  type Mark,
  type MemoFamily,
  type MemoRequest,
  type Segment,
} from '../../../src/memo';

const FACES = ['regular', 'medium', 'bold', 'mono'] as const;
type Face = (typeof FACES)[number];

/** A paragraph of the memo for a peer to set in its own way. */
export interface Paragraph {
  text: string;
  face: Face;
  /** In points. */
  size: number;
}

/** A family's sheet for a peer. */
export interface PeerSheet {
  paragraphs: Paragraph[];
  /** What its QR opens. */
  url: string;
}

const CLASSES = 40;
const NAMES = ['Александрова Виктория', 'Гусев Пётр', 'Мамедова Айгюль', 'Щербаков-Ильинский Илья'];
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Families of one school, each with a name and a code of its own. */
export function families(count: number): MemoFamily[] {
  return Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    className: `${String((Math.floor(index / 30) % CLASSES) + 1)}А`,
    childName: `${NAMES[index % NAMES.length] ?? ''} ${numberWord(index)}`,
    parentName: '',
    inviteCode: code(index),
    access: 'code',
  }));
}

/** The memo of Krasnoyarsk with the app's address, so that every QR is different. */
export function request(some: MemoFamily[]): MemoRequest {
  const found = findMemoGuide(library, 'krasnoyarsk/kiasuo');
  if (!found) throw new Error('The bench needs the guide krasnoyarsk/kiasuo.');
  const { guide, region } = found;
  return {
    layout: 'page',
    guide,
    region,
    families: some,
    usesInviteCodes: usesInviteCodes(guide),
    school: 'МАОУ «Средняя школа № 4»',
    contacts: region.memoContacts,
    appUrl: 'https://school4.example.ru/pamyatka/',
  };
}

/**
 * The same memos as a list of paragraphs, in the order of our own sheet. Signs that the typeface
 * lacks (☰, ⋮), which our memo draws, become asterisks.
 */
export function peerSheets(some: MemoFamily[]): PeerSheet[] {
  return layOutMemo(request(some), fonts).pages.map(({ layers }) => {
    const blocks = layers.flatMap((layer) => layer.blocks).filter(({ tag }) => tag !== 'artifact');
    const marks = blocks.flatMap((block) => block.marks);
    return {
      paragraphs: blocks.flatMap((block) => paragraphOf(block.marks)),
      url: marks.find((mark) => mark.type === 'qr')?.text ?? '',
    };
  });
}

function paragraphOf(marks: readonly Mark[]): Paragraph[] {
  const texts = marks.filter((mark) => mark.type === 'text');
  const [first] = texts;
  if (!first) return [];
  const text = texts.map((mark, index) => {
    if (mark.face === 'signs') return '*';
    if (mark.ending === 'division') return mark.text.slice(0, -1);
    const isLast = mark.y !== texts[index + 1]?.y;
    return isLast ? `${mark.text} ` : mark.text;
  });
  const face = texts.find((mark) => mark.face !== 'signs')?.face ?? 'regular';
  return [{ text: text.join('').trim(), face: face as Face, size: first.size }];
}

/** The TrueType files that our memo embeds. */
export const TYPEFACES: readonly { face: Face; file: Uint8Array }[] = FACES.map((face) => ({
  face,
  file: unzlibSync(Uint8Array.from(atob(fonts[face].data), (byte) => byte.charCodeAt(0))),
}));

/** A QR as merged runs of modules, the quickest form for a peer: one mask for all, as ours. */
export function qrRuns(url: string): {
  modules: number;
  runs: Extract<Segment, readonly ['re', ...unknown[]]>[];
} {
  mask ??= bestMask(url);
  const { modules, segments } = qrShape(url, mask);
  return { modules, runs: segments.filter((segment) => segment[0] === 're') };
}

let mask: number | undefined;

const POINTS = 72 / 25.4;
/** A4 with the margins of our memo, in points; a peer's QR stands in the bottom right corner. */
export const PAPER = {
  width: 210 * POINTS,
  height: 297 * POINTS,
  margin: 10 * POINTS,
  qr: 30 * POINTS,
} as const;

function code(index: number): string {
  let text = '';
  for (let rest = index + 7_000_001, place = 0; place < 8; place += 1) {
    text += LETTERS[rest % LETTERS.length] ?? '';
    rest = Math.floor(rest / LETTERS.length) + place * 11;
  }
  return text;
}

/** A «patronymic» for every number, so that no two names are the same. */
function numberWord(index: number): string {
  const letters = 'абвгдежзик';
  const word = [...String(index)].map((digit) => letters[Number(digit)]).join('');
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}ович`;
}
