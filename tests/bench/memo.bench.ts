import { bench, describe } from 'vitest';
import { layOutMemo, writeMemoPdf, type MemoRequest } from '../../src/memo';
import { FONTS } from '../memo/memo-fonts';
import { family, request } from '../memo/sample';

const families = Array.from({ length: 30 }, (_, index) =>
  family({ line: index + 2, childName: `Иванов Пётр ${String(index)}` }),
);

async function make(changes: Partial<MemoRequest>): Promise<number> {
  const pdf = await writeMemoPdf(layOutMemo({ ...request(), ...changes }, FONTS), FONTS);
  return pdf.length;
}

/** What sharing the body and the typefaces in one file saves. */
describe('a class of 30', () => {
  bench('one file for the class', async () => {
    await make({ families });
  });

  bench('a file for each family', async () => {
    for (const one of families) await make({ families: [one] });
  });
});
