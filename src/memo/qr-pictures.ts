import { qrPicture, type QrPicture } from './qr';

/** Fewer codes are encoded one by one: learning the bits would take longer than they do. */
const FEW = 64;

/** Of lengths: a school has few, and each keeps what it has learnt. */
const MOST_KIN = 12;

/** Codes whose texts have the same length, and so the same size and arrangement. */
interface Kin {
  encoded: number;
  side: number;
  /** UTF-8 of one of the texts, and its picture. */
  text: Uint8Array;
  rows: Uint32Array;
  /** What a change of a byte turns over, by its place and the bits that change; learnt when met. */
  changes: Map<number, Uint32Array>;
}

/**
 * The codes of a run's documents as pictures. Encoding would take most of the time of a school's memos,
 * and their texts differ in a few characters only. A QR code is linear: with the length and the mask
 * unchanged, turning over one bit of the text turns over the same modules whatever the other bits
 * are (Reed–Solomon codes and masks are sums modulo 2; ISO/IEC 18004, 7.5 and 7.8). So a code is
 * the picture of another, with what each change between them turns over.
 */
export class QrPictures {
  private static readonly all = new Map<number, QrPictures>();
  private readonly mask: number;
  private readonly kin = new Map<number, Kin>();

  private constructor(mask: number) {
    this.mask = mask;
  }

  /**
   * What is learnt of a mask serves every later file of a run.
   * @param mask one of the eight patterns; readers accept any
   */
  static ofMask(mask: number): QrPictures {
    let pictures = QrPictures.all.get(mask);
    if (!pictures) {
      pictures = new QrPictures(mask);
      QrPictures.all.set(mask, pictures);
    }
    return pictures;
  }

  /** The same as {@link qrPicture}. */
  picture(text: string): QrPicture {
    // Figures and capitals alone are packed otherwise, two or three to a group.
    if (!/[a-z]/.test(text)) return qrPicture(text, this.mask);
    const bytes = new TextEncoder().encode(text);
    const kin = this.kin.get(bytes.length);
    if (!kin) {
      const picture = qrPicture(text, this.mask);
      const { side } = picture;
      if (this.kin.size >= MOST_KIN) this.kin.clear();
      const rows = wordsOf(picture);
      this.kin.set(bytes.length, { encoded: 1, side, text: bytes, rows, changes: new Map() });
      return picture;
    }
    kin.encoded += 1;
    if (kin.encoded <= FEW) return qrPicture(text, this.mask);
    const rows = kin.rows.slice();
    for (let place = 0; place < bytes.length; place += 1) {
      const bits = (bytes[place] ?? 0) ^ (kin.text[place] ?? 0);
      if (bits !== 0) turnOver(rows, this.change(kin, place, bits));
    }
    return { side: kin.side, rows: new Uint8Array(rows.buffer, 0, rowBytes(kin.side)) };
  }

  private change(kin: Kin, place: number, bits: number): Uint32Array {
    const key = place * 256 + bits;
    let change = kin.changes.get(key);
    if (!change) {
      const lowest = bits & -bits;
      change = bits === lowest ? this.flip(kin, place, bits) : this.change(kin, place, lowest);
      if (bits !== lowest) {
        change = change.slice();
        turnOver(change, this.change(kin, place, bits ^ lowest));
      }
      kin.changes.set(key, change);
    }
    return change;
  }

  private flip({ text, rows }: Kin, place: number, bit: number): Uint32Array {
    const other = text.slice();
    other[place] = (other[place] ?? 0) ^ bit;
    const flip = wordsOf(qrPicture(other, this.mask));
    turnOver(flip, rows);
    return flip;
  }
}

/** Four bytes at a time. */
function turnOver(rows: Uint32Array, change: Uint32Array): void {
  for (let index = 0; index < rows.length; index += 1) {
    rows[index] = (rows[index] as number) ^ (change[index] as number);
  }
}

function wordsOf({ rows }: QrPicture): Uint32Array {
  const words = new Uint32Array(Math.ceil(rows.length / 4));
  new Uint8Array(words.buffer).set(rows);
  return words;
}

function rowBytes(side: number): number {
  return (side / 2) * Math.ceil(side / 8);
}
