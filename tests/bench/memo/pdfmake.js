import { Buffer } from 'node:buffer';
import pdfmake from 'pdfmake';
import { PAPER, TYPEFACES } from './sample';

const { margin, qr } = PAPER;

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);
for (const { face, file } of TYPEFACES) {
  pdfmake.virtualfs.writeFileSync(`${face}.ttf`, Buffer.from(file));
  pdfmake.addFonts({ [face]: { normal: `${face}.ttf` } });
}

/**
 * With the QR that pdfmake draws itself.
 * @param {import('./sample').PeerSheet[]} sheets
 */
export function makeMemos(sheets) {
  const content = sheets.flatMap(({ paragraphs, url }, index) => [
    ...paragraphs.map(({ text, face, size }, at) => ({
      text,
      font: face,
      fontSize: size,
      ...(at === 0 && index > 0 && { pageBreak: 'before' }),
    })),
    {
      qr: url,
      eccLevel: 'M',
      fit: qr,
      absolutePosition: { x: PAPER.width - margin - qr, y: PAPER.height - margin - qr },
    },
  ]);
  return pdfmake.createPdf({ pageSize: 'A4', pageMargins: margin, content }).getBuffer();
}
