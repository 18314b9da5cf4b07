import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './command';
import { adviceOn } from './output-advice';
import { newRunName, temporaryName } from './temporaries';

/**
 * Writes a file so that whoever opens it finds the old one or the whole new one: beside it first,
 * then renamed. What a link points to is replaced, not the link. A pipe or a device takes the bytes
 * as they are: it can be neither replaced nor half a file.
 *
 * Nothing here waits, so a worker that is terminated and a command that is cancelled stop before
 * the file or after it.
 * @throws UsageError when the file cannot be written; then nothing is left of it
 */
export function writeWhole(path: string, bytes: Uint8Array, run = newRunName()): void {
  const target = attempt(path, () => replaceable(path));
  if (target === undefined) {
    attempt(path, () => {
      writeFileSync(path, bytes);
    });
    return;
  }
  const temporary = join(dirname(target), temporaryName(run));
  // Only listened to: the signal's own action would end the command between the two steps.
  process.on('SIGINT', finishFirst);
  process.on('SIGTERM', finishFirst);
  try {
    attempt(path, () => {
      writeFileSync(temporary, bytes);
      renameSync(temporary, target);
    });
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    process.off('SIGINT', finishFirst);
    process.off('SIGTERM', finishFirst);
  }
}

function finishFirst(): void {
  // The file is whole in a moment, and the command at its end.
}

/** Where a new file may take the old one's place; undefined for what is no file of a disk. */
function replaceable(path: string): string | undefined {
  // «/dev/stdout» is a link to whatever the shell has opened, and belongs to it.
  if (/^\/(?:dev|proc)\//.test(resolve(path))) return undefined;
  const target = linkTarget(path);
  const found = statSync(target, { throwIfNoEntry: false });
  return found === undefined || found.isFile() || found.isDirectory() ? target : undefined;
}

function linkTarget(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? realpathSync(path) : path;
}

function attempt<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw new UsageError(`Файл «${path}» не записать. ${adviceOn(error)}`);
  }
}
