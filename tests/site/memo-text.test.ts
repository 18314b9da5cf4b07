import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countPages, hasPdfCommands, pdfText } from '../pdf-tools';

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-memo-text-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const FAMILIES = 25;

/** The memo that each region gives its families, for a class of twenty-five. */
function memo(guide: string, layout: string): Uint8Array {
  const output = join(folder, `${layout}.pdf`);
  const list = 'tests/fixtures/4A-clean.csv';
  const options = ['-o', output, '--guide', guide, '--layout', layout];
  const { status } = spawnSync(process.execPath, [
    'dist-cli/pamyatka.js',
    'memo',
    list,
    ...options,
  ]);
  expect(status).toBe(0);
  return readFileSync(output);
}

describe.skipIf(!hasPdfCommands).each(['krasnoyarsk/kiasuo', 'tyumen/school72'])(
  'the families’ memo of %s',
  (guide) => {
    test('fits one page, and two families fit a sheet', () => {
      expect(countPages(memo(guide, 'page'))).toBe(FAMILIES);
      expect(countPages(memo(guide, 'half'))).toBe(Math.ceil(FAMILIES / 2));
    });

    test('stands alone on paper: no word sends to a page or a picture that paper lacks', () => {
      expect(pdfText(memo(guide, 'page'))).not.toMatch(
        /посмотрите|читайте|подробн|памятк[еу] |рисун|снимк|ниже|выше|документ/i,
      );
    });
  },
);
