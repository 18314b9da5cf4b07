import { Buffer } from 'node:buffer';
import { jsPDF } from 'jspdf';
import { PAPER, qrRuns, TYPEFACES } from './sample';

const { width, height, margin, qr } = PAPER;
const LEADING = 1.15;

/** @param {import('./sample').PeerSheet[]} sheets */
export function makeMemos(sheets) {
  const document = new jsPDF({ unit: 'pt', format: 'a4', compress: true });
  for (const { face, file } of TYPEFACES) {
    document.addFileToVFS(`${face}.ttf`, Buffer.from(file).toString('base64'));
    document.addFont(`${face}.ttf`, face, 'normal');
  }
  for (const [index, { paragraphs, url }] of sheets.entries()) {
    if (index > 0) document.addPage();
    let y = margin;
    for (const { text, face, size } of paragraphs) {
      document.setFont(face).setFontSize(size);
      const lines = document.splitTextToSize(text, width - margin * 2);
      document.text(lines, margin, y, { baseline: 'top', lineHeightFactor: LEADING });
      y += lines.length * size * LEADING;
    }
    const { modules, runs } = qrRuns(url);
    const module = qr / modules;
    for (const [, left, top, across, down] of runs) {
      document.rect(
        width - margin - qr + left * module,
        height - margin - qr + top * module,
        across * module,
        down * module,
        null,
      );
    }
    document.fill();
  }
  return Promise.resolve(new Uint8Array(document.output('arraybuffer')));
}
