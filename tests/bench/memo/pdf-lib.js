import fontkit from '@pdf-lib/fontkit';
import { PDFDocument } from 'pdf-lib';
import { PAPER, qrRuns, TYPEFACES } from './sample';

const { width, height, margin, qr } = PAPER;
const LEADING = 1.15;

/**
 * As pdf-lib's own pages show it: a call for each text and each rectangle.
 * @param {import('./sample').PeerSheet[]} sheets
 */
export async function makeMemos(sheets) {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  /** @type {Map<string, import('pdf-lib').PDFFont>} */
  const fonts = new Map();
  for (const { face, file } of TYPEFACES) fonts.set(face, await document.embedFont(file));
  for (const { paragraphs, url } of sheets) {
    const page = document.addPage([width, height]);
    let y = height - margin;
    for (const { text, face, size } of paragraphs) {
      const font = fonts.get(face);
      if (!font) continue;
      const words = text.split(' ');
      /** @type {string[]} */
      const lines = [];
      for (const word of words) {
        const longer = `${lines[lines.length - 1] ?? ''} ${word}`.trim();
        if (lines.length > 0 && font.widthOfTextAtSize(longer, size) <= width - margin * 2) {
          lines[lines.length - 1] = longer;
        } else {
          lines.push(word);
        }
      }
      for (const line of lines) {
        page.drawText(line, { x: margin, y: y - size, size, font });
        y -= size * LEADING;
      }
    }
    const { modules, runs } = qrRuns(url);
    const module = qr / modules;
    for (const [, left, top, across, down] of runs) {
      page.drawRectangle({
        x: width - margin - qr + left * module,
        y: margin + qr - (top + down) * module,
        width: across * module,
        height: down * module,
      });
    }
  }
  return document.save();
}
