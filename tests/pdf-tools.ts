/**
 * Judges of a PDF that share no code with what makes it: qpdf for the syntax, Poppler for the text
 * and the structure, MuPDF for the picture.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import decodeQrImage from 'qr/decode.js';
import { missingPdfCommands } from '../src/build/test-tools.js';

const missing = missingPdfCommands();
if (missing.length > 0) {
  const message = `Missing ${missing.join(', ')}: what only they can judge is not tested.`;
  if (process.env['CI']) throw new Error(message);
  console.warn(message);
}

/** Whether qpdf and Poppler are there: for `describe.skipIf(!hasPdfCommands)`. */
export const hasPdfCommands = missing.length === 0;

/** A grey picture: one byte a pixel, 0 black to 255 white, row by row from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A letter and its box in points, measured from the top left corner of the page. */
export interface LetterBox {
  readonly letter: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const POINTS_PER_INCH = 72;

/** What qpdf has against a file; empty for a clean one. */
export function pdfFaults(pdf: Uint8Array): string {
  const { status, stdout, stderr } = runOnFile('qpdf', ['--check'], pdf);
  return status === 0 ? '' : stdout + stderr;
}

/** The text as a person would copy it, laid out in lines; pages end with a form feed. */
export function pdfText(pdf: Uint8Array): string {
  return runOnFile('pdftotext', ['-layout', '-enc', 'UTF-8'], pdf, ['-']).stdout;
}

/** The text in the order in which the file draws it, so that columns do not run into each other. */
export function pdfReadingText(pdf: Uint8Array): string {
  return runOnFile('pdftotext', ['-raw', '-enc', 'UTF-8'], pdf, ['-']).stdout;
}

/** The text as MuPDF reads it, which shares nothing with Poppler. */
export function pdfTextByMuPdf(pdf: Uint8Array): string {
  return withDocument(pdf, (document) =>
    Array.from({ length: document.countPages() }, (_, page) =>
      document.loadPage(page).toStructuredText('').asText(),
    ).join('\f'),
  );
}

/** What the file says of itself: title, program, dates, sizes, and whatever else there is. */
export function pdfInfo(pdf: Uint8Array): string {
  return runOnFile('pdfinfo', [], pdf).stdout + runOnFile('pdfinfo', ['-meta'], pdf).stdout;
}

/** The whole file with its streams unpacked, for what must not be in it anywhere. */
export function pdfSource(pdf: Uint8Array): string {
  return runOnFile('qpdf', ['--qdf', '--object-streams=disable'], pdf, ['-'], 'latin1').stdout;
}

/** The tagged structure with the text in it, as an indented tree. */
export function pdfStructure(pdf: Uint8Array): string {
  return runOnFile('pdfinfo', ['-struct-text'], pdf).stdout;
}

export function countPages(pdf: Uint8Array): number {
  return withDocument(pdf, (document) => document.countPages());
}

/** Draws a page (the first is 0) as a printer would, without colour. */
export function renderPage(pdf: Uint8Array, page: number, dpi: number): GreyImage {
  return withDocument(pdf, (document) => {
    const scale = dpi / POINTS_PER_INCH;
    const pixmap = document
      .loadPage(page)
      .toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
    const [width, height] = [pixmap.getWidth(), pixmap.getHeight()];
    // A copy: the pixels lie in MuPDF's memory, which goes with the document.
    return { width, height, data: Uint8Array.from(pixmap.getPixels()) };
  });
}

/** The same by Poppler, which many desktop viewers and printers use. */
export function renderPageByPoppler(pdf: Uint8Array, page: number, dpi: number): GreyImage {
  const number = String(page + 1);
  const options = ['-gray', '-r', String(dpi), '-f', number, '-l', number];
  const picture = runOnFile('pdftoppm', options, pdf, [], 'latin1').stdout;
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture) ?? [];
  const data = Uint8Array.from(Buffer.from(picture.slice(head.length), 'latin1'));
  return { width: Number(width), height: Number(height), data };
}

/** Where each letter of a page (the first is 0) should stand; spaces are left out. */
export function letterBoxes(pdf: Uint8Array, page: number): LetterBox[] {
  return withDocument(pdf, (document) => {
    const boxes: LetterBox[] = [];
    document
      .loadPage(page)
      .toStructuredText('preserve-whitespace')
      .walk({
        onChar(letter, _origin, _font, _size, quad) {
          if (letter.trim() === '') return;
          const [x0, y0, x1, y1, x2, y2, x3, y3] = quad;
          boxes.push({
            letter,
            left: Math.min(x0, x1, x2, x3),
            top: Math.min(y0, y1, y2, y3),
            right: Math.max(x0, x1, x2, x3),
            bottom: Math.max(y0, y1, y2, y3),
          });
        },
      });
    return boxes;
  });
}

/**
 * The letters of a page that are in the text and not on the paper: a font that lost a glyph still
 * copies out right, and only the picture shows it.
 */
export function lettersWithoutInk(pdf: Uint8Array, page: number): LetterBox[] {
  const dpi = 150;
  const image = renderPage(pdf, page, dpi);
  const scale = dpi / POINTS_PER_INCH;
  return letterBoxes(pdf, page).filter((box) => {
    for (let y = Math.floor(box.top * scale); y < Math.ceil(box.bottom * scale); y++) {
      for (let x = Math.floor(box.left * scale); x < Math.ceil(box.right * scale); x++) {
        if ((image.data[y * image.width + x] ?? 255) < 128) return false;
      }
    }
    return true;
  });
}

/** A part of a picture of a page; lengths in points from its top left corner. */
export function crop(
  image: GreyImage,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  dpi: number,
): GreyImage {
  const pixels = (length: number): number => Math.round((length * dpi) / POINTS_PER_INCH);
  const [left, right] = [pixels(x), Math.min(pixels(x + width), image.width)];
  const [top, bottom] = [pixels(y), Math.min(pixels(y + height), image.height)];
  const data = new Uint8Array((right - left) * (bottom - top));
  for (let row = top; row < bottom; row++) {
    const start = row * image.width;
    data.set(image.data.subarray(start + left, start + right), (row - top) * (right - left));
  }
  return { width: right - left, height: bottom - top, data };
}

/**
 * Reads the QR code of a picture.
 * @throws Error when there is none
 */
export function decodeQr({ width, height, data }: GreyImage): string {
  const rgba = Uint8ClampedArray.from({ length: data.length * 4 }, (_, index) =>
    index % 4 === 3 ? 255 : (data[index >> 2] ?? 255),
  );
  return decodeQrImage({ width, height, data: rgba });
}

function withDocument<Result>(pdf: Uint8Array, use: (document: mupdf.Document) => Result): Result {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  try {
    return use(document);
  } finally {
    document.destroy();
  }
}

function runOnFile(
  command: string,
  before: readonly string[],
  pdf: Uint8Array,
  after: readonly string[] = [],
  encoding: 'utf8' | 'latin1' = 'utf8',
): { status: number | null; stdout: string; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    const { status, error, stdout, stderr } = spawnSync(command, [...before, file, ...after], {
      encoding,
      maxBuffer: Infinity,
    });
    if (error) throw error;
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
