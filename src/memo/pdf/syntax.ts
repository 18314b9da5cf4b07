/** A text string: UTF-16 with its mark, as a literal, which deflates better than hexadecimal. */
export function pdfText(text: string): string {
  let bytes = '\u00FE\u00FF';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes += literalByte(unit >> 8) + literalByte(unit & 0xff);
  }
  return `(${bytes})`;
}

/** A byte as it stands between the brackets of a literal string. */
export function literalByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === '(' || character === ')' || character === '\\') return `\\${character}`;
  return byte === 0x0d ? '\\r' : character;
}

/** A number of at most two decimals, as short as it can be: 1/100 pt is finer than any printer. */
export function pdfNumber(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 100);
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
  const sign = value < 0 && hundredths > 0 ? '-' : '';
  // Whole numbers are far quicker to write than fractions.
  if (rest === 0) return sign + String(whole);
  const point = rest < 10 ? '.0' : '.';
  return `${sign}${whole === 0 ? '' : String(whole)}${point}${String(rest % 10 === 0 ? rest / 10 : rest)}`;
}
