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
  it('has a line of two pixels a module for each row, to be drawn twice, padded with light', () => {
    const { side, rows } = qrPicture(text, mask);
    expect(side).toBe(data.length * 2);
    const width = Math.ceil(side / 8);
    const bits = [...rows].map((byte) => byte.toString(2).padStart(8, '0'));
    const pixels = Array.from({ length: bits.length / width }, (_, row) => [
      ...bits.slice(row * width, (row + 1) * width).join(''),
    ]);
    const expected = data.flatMap((row) => {
      const line = row.flatMap((dark) => (dark ? ['0', '0'] : ['1', '1']));
      while (line.length < width * 8) line.push('1');
      return [line];
    });
    expect(pixels).toEqual(expected);
  });

  it('has no letter that could end it inside a content stream', () => {
    expect(String.fromCharCode(...qrPicture(text, mask).rows)).not.toMatch(/[A-Z]/i);
  });
});
