import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deflater } from '../../src/memo/pdf/deflate';
import { HuffmanCode } from '../../src/memo/pdf/huffman';

/** zlib is the judge: it refuses a code that is not whole, and compares the checksum. */
function inflated(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(inflateSync(bytes));
}

describe('deflate', () => {
  it('gives back what went in, one stream after another', () => {
    const anything = fc.uint8Array({ maxLength: 3000 });
    const fewLetters = fc.array(fc.constantFrom(0, 1, 2, 255), { maxLength: 3000 });
    const repeats = fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 40 }))
      .map(([piece, times]) =>
        Uint8Array.from(
          Array<number[]>(times)
            .fill([...piece])
            .flat(),
        ),
      );
    const streams = fc.array(
      fc.oneof(anything, fewLetters.map(Uint8Array.from.bind(Uint8Array)), repeats),
    );
    fc.assert(
      fc.property(streams, (all) => {
        const deflater = new Deflater();
        for (const bytes of all) expect(inflated(deflater.deflate(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['one letter many times', new Uint8Array(100_000)],
    ['the same farther apart than a window', farApart(40_000)],
    ['the same at the edge of a window', farApart((1 << 15) - 64)],
    ['every letter, and noise without repeats', noise(70_000)],
  ])('takes %s', (_, bytes) => {
    expect(inflated(new Deflater().deflate(bytes))).toEqual(bytes);
  });

  it('makes small what repeats itself', () => {
    const objects = Array.from(
      { length: 400 },
      (_, index) =>
        `<</S/P/P ${String(20_000 + index)} 0 R/Pg 19999 0 R/K ${String(index % 30)}>>\n`,
    ).join('');
    const bytes = new TextEncoder().encode(objects);
    expect(new Deflater().deflate(bytes).length).toBeLessThan(bytes.length / 5);
  });
});

describe('the code of a block', () => {
  it('is whole, and no longer than deflate allows, however unequal the letters', () => {
    const code = new HuffmanCode(286, 15);
    // The deepest tree there is: each as often as the two before it together.
    const [LETTERS, GOLDEN] = [30, (1 + Math.sqrt(5)) / 2];
    for (let letter = 0; letter < LETTERS; letter += 1) {
      code.frequencies[letter] = Math.round(GOLDEN ** letter);
    }
    expect(code.build()).toBe(LETTERS);
    const lengths = [...code.lengths.subarray(0, LETTERS)];
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
  });
});

function farApart(distance: number): Uint8Array {
  const bytes = noise(distance + 64);
  bytes.copyWithin(distance, 0, 64);
  return bytes;
}

/** The same at every run. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 16;
  });
}
