import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { REFUSED, TAKEN, type HostileFile } from '../roster/hostile-files';

const folder = mkdtempSync(join(tmpdir(), 'pamyatka-hostile-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function audit({ name, bytes }: HostileFile): { status: number | null; out: string; err: string } {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist-cli/pamyatka.js', 'audit', path, '--json'],
    { encoding: 'utf8' },
  );
  return { status, out: stdout, err: stderr };
}

test.each(REFUSED)('$what: exit 2 and one clear sentence', (file) => {
  const { status, out, err } = audit(file);
  expect(err).toMatch(file.why);
  expect(err).not.toMatch(/\n\s+at /);
  expect({ status, out }).toEqual({ status: 2, out: '' });
});

test.each(TAKEN)('$what: is audited', (file) => {
  const { status, out } = audit(file);
  expect(status).not.toBe(2);
  expect(JSON.parse(out)).toBeInstanceOf(Array);
});
