import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutMemo, MEMO_LAYOUTS, writeMemoPdf, type MemoRequest } from '../../src/memo';
import {
  hasPdfCommands,
  pdfFaults,
  pdfInfo,
  pdfSource,
  pdfText,
  pdfTextByMuPdf,
} from '../pdf-tools';
import { FONTS } from './memo-fonts';
import { family, request } from './sample';

function make(changes: Partial<MemoRequest>): Promise<Uint8Array> {
  return writeMemoPdf(layOutMemo(request(changes), FONTS), FONTS);
}

/** Letters in any order of lines: the two readers order columns differently. */
function letters(text: string): string {
  return [...text.replaceAll(/[\s\u00AD\u200B]/g, '')].sort().join('');
}

/** Each would be more than text, if it came into the file as it stands. */
const ATTACKS = [
  ') Tj ET Q (',
  '\\',
  '\\) Tj',
  'EMC EI Q BT (',
  '<</S/JavaScript/JS(app.alert(1))>>',
  'endstream endobj 1 0 obj',
  '%EOF (((',
  ']>>/OpenAction<<',
];

describe.skipIf(!hasPdfCommands)('entered text', () => {
  it.each(MEMO_LAYOUTS)('stays text in layout %s', async (layout) => {
    const families = ATTACKS.map((text, index) =>
      family({ line: index + 2, childName: `Пётр ${text}`, className: text, inviteCode: text }),
    );
    const [school = '', note = '', heading = '', deadline = ''] = ATTACKS;
    const pdf = await make({ layout, families, school, note, heading, deadline });
    expect(pdfFaults(pdf)).toBe('');
    const source = pdfSource(pdf);
    expect(source).not.toMatch(/\/(?:JavaScript|OpenAction|AA|Launch|URI|EmbeddedFile)\b/);
    // One page after another balances what it opens.
    const count = (pattern: RegExp): number => source.match(pattern)?.length ?? 0;
    expect(count(/^q /gm)).toBe(count(/^EI Q$/gm));
    expect(count(/^EMC$/gm)).toBeGreaterThan(0);
    expect(count(/B[DM]C$/gm)).toBe(count(/^EMC$/gm));
  });

  it('copies out as it was entered', async () => {
    const families = ATTACKS.map((text, index) => family({ line: index + 2, inviteCode: text }));
    const copied = pdfTextByMuPdf(await make({ families })).replaceAll(/\s/g, '');
    for (const text of ATTACKS) expect(copied).toContain(text.replaceAll(/\s/g, ''));
  });

  it('makes a clean file whatever it is', async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'()\\<>[]{}/%\r\n\u0000 éжЖ'), maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (childName, className, inviteCode) => {
        const pdf = await make({ families: [family({ childName, className, inviteCode })] });
        expect(pdfFaults(pdf)).toBe('');
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe.skipIf(!hasPdfCommands)('the text of the file', () => {
  it.each(MEMO_LAYOUTS)('is the same to Poppler and to MuPDF in layout %s', async (layout) => {
    const families = [family(), family({ line: 3, childName: 'Ҡаһарман Гөлнара 😀' })];
    const pdf = await make({ layout, families, note: 'Кабинет 214, «после уроков»' });
    expect(letters(pdfTextByMuPdf(pdf))).toBe(letters(pdfText(pdf)));
  });
});

describe.skipIf(!hasPdfCommands)('what the file says of itself', () => {
  it.each(MEMO_LAYOUTS)('holds nothing of the class in layout %s', async (layout) => {
    const info = pdfInfo(
      await make({ layout, note: 'Кабинет 214', heading: 'Собрание', deadline: 'завтра' }),
    );
    expect(info).toMatch(/^Title:/m);
    const own = ['Александров', 'HGKMDTWQ', 'школа', '4А', 'Кабинет', 'Собрание', 'завтра'];
    for (const text of own) expect(info).not.toContain(text);
    expect(info).not.toMatch(/^(?:Author|Creator|CreationDate|ModDate|Subject|Keywords):/m);
  });
});
