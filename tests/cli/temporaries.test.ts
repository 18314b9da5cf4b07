import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  newRunName,
  removeStaleTemporaries,
  removeTemporariesOf,
  temporaryName,
} from '../../src/cli/temporaries';

function folderOf(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-temporaries-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}

/** The same name, left by another process. */
function ofProcess(name: string, id: number): string {
  return name.replace(`-${String(process.pid)}-`, `-${String(id)}-`);
}

test('a run takes away its own temporary files alone', async () => {
  const [run, other] = [newRunName(), newRunName()];
  const [own, foreign] = [temporaryName(run), temporaryName(other)];
  const folder = folderOf(own, foreign, 'памятки.pdf');
  await removeTemporariesOf(run, folder);
  expect(readdirSync(folder).sort()).toEqual([foreign, 'памятки.pdf']);
});

test('what dead processes of this machine left is taken away, and nothing else', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  const name = temporaryName(newRunName());
  const elsewhere = ofProcess(name, dead).replace(/-[0-9a-f]{8}-/, '-00000000-');
  const kept = [ofProcess(name, process.ppid), elsewhere, '.pamyatka-notes.tmp', 'памятки.pdf'];
  const folder = folderOf(...kept, ofProcess(name, dead), name);
  await removeStaleTemporaries(folder);
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});

test('a folder that is not there is no reason to stop', async () => {
  await expect(removeStaleTemporaries(join(folderOf(), 'нет'))).resolves.toBeUndefined();
});
