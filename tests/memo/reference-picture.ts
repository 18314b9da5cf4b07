import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as mupdf from 'mupdf';
import { renderPage, type GreyImage } from '../pdf-tools';

/** Enough to see a moved line or a lost box, little enough to keep in the repository. */
const DPI = 40;
/** Of 256 greys: what smoothing may change. */
const SAME_GREY = 48;

const fileOf = (name: string): string => resolve(import.meta.dirname, `pictures/${name}.png`);

/**
 * The part of a page's pixels that are not as on the picture that somebody has looked at, 0 to 1.
 *
 * After a change that is meant to be seen: `RENEW_PICTURES=1 npx vitest run --configLoader=runner
 * --project unit tests/memo/reference-picture.test.ts`, then look at what `git status` shows in
 * tests/memo/pictures before it is committed.
 */
export function differenceFromPicture(name: string, pdf: Uint8Array): number {
  const drawn = renderPage(pdf, 0, DPI);
  if (process.env['RENEW_PICTURES'] !== undefined) writeFileSync(fileOf(name), toPng(drawn));
  return difference(drawn, fromPng(readFileSync(fileOf(name))));
}

function difference(one: GreyImage, other: GreyImage): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const unlike = one.data.reduce(
    (count, grey, index) =>
      Math.abs(grey - (other.data[index] ?? 0)) > SAME_GREY ? count + 1 : count,
    0,
  );
  return unlike / one.data.length;
}

function fromPng(bytes: Uint8Array): GreyImage {
  const pixmap = new mupdf.Image(bytes).toPixmap();
  const [width, height] = [pixmap.getWidth(), pixmap.getHeight()];
  return { width, height, data: Uint8Array.from(pixmap.getPixels()) };
}

function toPng({ width, height, data }: GreyImage): Uint8Array {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceGray, [0, 0, width, height], false);
  pixmap.getPixels().set(data);
  return pixmap.asPNG();
}
