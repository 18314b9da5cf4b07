import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { bestMask, qrShape } from '../../src/memo/qr';

describe('the rectangles of a QR code', () => {
  const text = 'https://school4.example.ru/pamyatka/krasnoyarsk/#m1.AAAA';
  const mask = bestMask(text);
  const { modules, segments } = qrShape(text, mask);
  const { data } = encode(text, { ecc: 'M', border: 0, maskPattern: mask });

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
