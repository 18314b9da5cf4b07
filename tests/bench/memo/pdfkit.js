import { Buffer } from 'node:buffer';
import PDFDocument from 'pdfkit';
import { PAPER, qrRuns, TYPEFACES } from './sample';

const { width, height, margin, qr } = PAPER;

/** @param {import('./sample').PeerSheet[]} sheets */
export async function makeMemos(sheets) {
  const document = new PDFDocument({ size: 'A4', margin, autoFirstPage: false });
  /** @type {Buffer[]} */
  const chunks = [];
  document.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
  const end = new Promise((resolve) => document.on('end', resolve));
  for (const { face, file } of TYPEFACES) document.registerFont(face, file);
  for (const { paragraphs, url } of sheets) {
    document.addPage();
    for (const { text, face, size } of paragraphs) {
      document
        .font(face)
        .fontSize(size)
        .text(text, { width: width - margin * 2 });
    }
    const { modules, runs } = qrRuns(url);
    const module = qr / modules;
    for (const [, x, y, across, down] of runs) {
      document.rect(
        width - margin - qr + x * module,
        height - margin - qr + y * module,
        across * module,
        down * module,
      );
    }
    document.fill();
  }
  document.end();
  await end;
  return Buffer.concat(chunks);
}
