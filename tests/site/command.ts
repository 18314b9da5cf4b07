import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The built command; a shell in another folder finds it too. */
export const COMMAND = resolve('dist-cli/pamyatka.js');

/** Runs the built command to its end. */
export function pamyatka(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Starts the built command; what it says comes through its `stderr`. */
export function startPamyatka(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** A folder of its own for a test, taken away after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pamyatka-cli-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes a class list of these classes, each with so many pupils. */
export function writeList(path: string, classes: readonly string[], pupils: number): string {
  const rows = classes.flatMap((className) =>
    Array.from(
      { length: pupils },
      (_, index) => `"${className}";Ученик Номер${String(index)};CODE${String(1000 + index)}`,
    ),
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `Класс;Ученик;Код\n${rows.join('\n')}\n`);
  return path;
}
