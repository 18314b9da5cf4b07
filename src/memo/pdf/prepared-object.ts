import { PDFObject } from 'pdf-lib';

/**
 * A PDF object already written out, one byte a character. A school's memos have a hundred thousand
 * small dictionaries of the same form: as pdf-lib's own maps they would take most of the time.
 */
export class PreparedObject extends PDFObject {
  private readonly source: string;

  constructor(source: string) {
    super();
    this.source = source;
  }

  override toString(): string {
    return this.source;
  }

  override sizeInBytes(): number {
    return this.source.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    for (let index = 0; index < this.source.length; index += 1) {
      buffer[offset + index] = this.source.charCodeAt(index);
    }
    return this.source.length;
  }
}

/** A text string: UTF-16 with its mark, as a literal, which deflates better than hexadecimal. */
export function pdfText(text: string): string {
  let bytes = '\u00FE\u00FF';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes += escaped(unit >> 8) + escaped(unit & 0xff);
  }
  return `(${bytes})`;
}

function escaped(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '(' || character === ')' || character === '\\') return `\\${character}`;
  return byte === 0x0d ? '\\r' : character;
}

/** A number of at most two decimals, as short as it can be: 1/100 pt is finer than any printer. */
export function pdfNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const rounded = Math.round(value * 100) / 100;
  return Object.is(rounded, -0) ? '0' : String(rounded).replace(/^(-?)0\./, '$1.');
}
