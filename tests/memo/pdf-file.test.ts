import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfFile, refer } from '../../src/memo/pdf/pdf-file';
import { literalByte, pdfNumber, pdfText } from '../../src/memo/pdf/syntax';
import { countPages, hasPdfCommands, pdfFaults, pdfText as textOf } from '../pdf-tools';

const ID = '0'.repeat(32);

/** A page for each word; every object but the pages is mentioned before it is added. */
function fileOf(words: readonly string[]): Uint8Array {
  const file = new PdfFile();
  const [root, tree, font] = [file.reserve(), file.reserve(), file.reserve()];
  const pages = words.map((word) => {
    const content = file.addPageStream(
      new TextEncoder().encode(`BT /F 12 Tf 20 20 Td(${word})Tj ET`),
    );
    return file.add(`<</Type/Page/Parent ${refer(tree)}/Contents ${refer(content)}>>`);
  });
  file.add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', font);
  file.add(
    `<</Type/Pages/Count ${String(pages.length)}/Kids[${pages.map(refer).join(' ')}]` +
      `/MediaBox[0 0 200 50]/Resources<</Font<</F ${refer(font)}>>>>>>`,
    tree,
  );
  file.add(`<</Type/Catalog/Pages ${refer(tree)}>>`, root);
  return file.finish({ root, info: file.add(`<</Title${pdfText('Титул (1)')}>>`), id: ID });
}

describe('a PDF file', () => {
  // Object streams hold 400 objects; offsets take one, two and three bytes.
  it.skipIf(!hasPdfCommands).each([1, 399, 400, 1201])('of %i pages is whole', (count) => {
    const words = Array.from({ length: count }, (_, index) => `word${String(index)}`);
    const pdf = fileOf(words);
    expect(pdfFaults(pdf)).toBe('');
    expect(countPages(pdf)).toBe(count);
    expect(textOf(pdf).split(/\s+/).filter(Boolean)).toEqual(words);
  });
});

describe('the notation', () => {
  it('writes numbers to two places, as short as they can be', () => {
    fc.assert(
      fc.property(fc.double({ min: -20_000, max: 20_000, noNaN: true }), (value) => {
        const written = pdfNumber(value);
        expect(written).toMatch(/^-?(?:[1-9]\d*|0)$|^-?(?:[1-9]\d*)?\.\d?[1-9]$/);
        expect(Math.abs(Number(written) - value)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
    );
    expect([0, -0, -0.001, 0.5, -0.05, 12, 1.999].map(pdfNumber)).toEqual([
      '0',
      '0',
      '0',
      '.5',
      '-.05',
      '12',
      '2',
    ]);
  });

  it('escapes what ends a string, and the line end that readers change', () => {
    expect([...'()\\\ra'].map((character) => literalByte(character.charCodeAt(0)))).toEqual([
      '\\(',
      '\\)',
      '\\\\',
      '\\r',
      'a',
    ]);
  });
});
