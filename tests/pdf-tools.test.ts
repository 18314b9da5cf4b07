import { PDFDocument, StandardFonts, TextRenderingMode, setTextRenderingMode } from 'pdf-lib';
import { renderSVG } from 'uqr';
import { describe, expect, it } from 'vitest';
import {
  countPages,
  decodeQr,
  hasPdfCommands,
  letterBoxes,
  lettersWithoutInk,
  pdfFaults,
  pdfStructure,
  pdfText,
  renderPage,
} from './pdf-tools';

/** A page that says `Seen` in ink and `Hid` without any. */
async function twoWords(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([200, 100]);
  page.drawText('Seen', { x: 20, y: 60, size: 20, font });
  page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible));
  page.drawText('Hid', { x: 20, y: 20, size: 20, font });
  return document.save();
}

describe('the judges of a PDF', () => {
  it('see the letters that have no ink, and only those', async () => {
    const pdf = await twoWords();
    expect(countPages(pdf)).toBe(1);
    expect(letterBoxes(pdf, 0).map(({ letter }) => letter)).toEqual([...'SeenHid']);
    expect(lettersWithoutInk(pdf, 0).map(({ letter }) => letter)).toEqual([...'Hid']);
  });

  it('draw a page at the resolution asked for', async () => {
    const { width, height, data } = renderPage(await twoWords(), 0, 144);
    expect([width, height, data.length]).toEqual([400, 200, 400 * 200]);
  });

  it('read a QR code', async () => {
    const squares = [...renderSVG('https://example.org/#Ж').matchAll(/M(\d+),(\d+)/g)];
    const document = await PDFDocument.create();
    const page = document.addPage([200, 200]);
    for (const [, x, y] of squares) {
      page.drawRectangle({ x: Number(x) / 2, y: 190 - Number(y) / 2, width: 5, height: 5 });
    }
    expect(decodeQr(renderPage(await document.save(), 0, 144))).toBe('https://example.org/#Ж');
  });

  it.skipIf(!hasPdfCommands)(
    'find fault with a damaged file and none with a sound one',
    async () => {
      const pdf = await twoWords();
      expect(pdfFaults(pdf)).toBe('');
      expect(pdfFaults(pdf.slice(0, -200))).not.toBe('');
    },
  );

  it.skipIf(!hasPdfCommands)('read the text, and no structure where there is none', async () => {
    const pdf = await twoWords();
    expect(pdfText(pdf)).toContain('Seen');
    expect(pdfStructure(pdf).trim()).toBe('');
  });
});
