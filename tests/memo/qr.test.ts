import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { bestMask, qrPicture, qrShape } from '../../src/memo/qr';

const text = 'https://school4.example.ru/pamyatka/krasnoyarsk/#m1.AAAA';
const mask = bestMask(text);
const { data } = encode(text, { ecc: 'M', border: 0, maskPattern: mask });

describe('the rectangles of a QR code', () => {
  const { modules, segments } = qrShape(text, mask);

  it('cover each dark module once and no light one', () => {
    const covered = data.map((row) => row.map(() => 0));
    for (const segment of segments) {
      if (segment[0] !== 're') throw new Error('Only rectangles are expected.');
      const [, x, y, width, height] = segment;
      for (let row = y; row < y + height; row += 1) {
        for (let column = x; column < x + width; column += 1) {
          const line = covered[row];
          if (line) line[column] = (line[column] ?? 0) + 1;
        }
      }
    }
    expect(modules).toBe(data.length);
    expect(covered).toEqual(data.map((row) => row.map(Number)));
  });

  it('are far fewer than the modules', () => {
    expect(segments.length).toBeLessThan((modules * modules) / 4);
  });
});

describe('the picture of a QR code', () => {
  it('has four pixels of each module, and pads its rows with light', () => {
    const { side, rows } = qrPicture(text, mask);
    expect(side).toBe(data.length * 2);
    const digits = Math.ceil(side / 8) * 2;
    const pixels = rows
      .match(new RegExp(`.{${String(digits)}}`, 'g'))
      ?.map((row) =>
        [...row].flatMap((digit) => [...parseInt(digit, 16).toString(2).padStart(4, '0')]),
      );
    const expected = data.flatMap((row) => {
      const line = row.flatMap((dark) => (dark ? ['0', '0'] : ['1', '1']));
      while (line.length < digits * 4) line.push('1');
      return [line, line];
    });
    expect(pixels).toEqual(expected);
  });
});
