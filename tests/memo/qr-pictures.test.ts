import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrPicture } from '../../src/memo/qr';
import { QrPictures } from '../../src/memo/qr-pictures';

const MASK = 3;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghij0123456789-_';

describe('the codes of a document', () => {
  // More texts of one length than are encoded one by one.
  it('are module for module those of the encoder, for texts of any bytes and lengths', () => {
    const same = fc
      .constantFrom(1, 30, 90, 200)
      .chain((length) =>
        fc.array(
          fc.oneof(
            fc.string({ unit: fc.constantFrom(...LETTERS), minLength: length, maxLength: length }),
            fc.string({ unit: fc.constantFrom(...'жЖяЁ'), minLength: length, maxLength: length }),
          ),
          { minLength: 70, maxLength: 90 },
        ),
      );
    fc.assert(
      fc.property(same, (endings) => {
        const codes = QrPictures.ofMask(MASK);
        for (const ending of endings) {
          const text = `https://example.ru/#${ending}`;
          expect(codes.picture(text)).toEqual(qrPicture(text, MASK));
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('are right for texts that are packed otherwise', () => {
    const codes = QrPictures.ofMask(MASK);
    for (const text of ['12345678', 'HTTPS://X', 'https://x']) {
      for (let time = 0; time < 70; time += 1) {
        expect(codes.picture(text)).toEqual(qrPicture(text, MASK));
      }
    }
  });
});
