import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openRoster, RosterError, type TakenRoster } from '../roster';
import { UsageError } from './command';

/**
 * Reads a class list from a file and says what was not taken.
 * @param say told each note; stderr unless given
 * @throws UsageError when the file cannot be opened or is no class list
 */
export async function readList(path: string, say = sayOnStderr): Promise<TakenRoster> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new UsageError(`Файл «${path}» не открывается. Проверьте имя и папку.`);
  }
  try {
    const taken = await openRoster(bytes, basename(path));
    for (const note of taken.notes) say(note.message);
    return taken;
  } catch (error) {
    if (error instanceof RosterError) throw new UsageError(error.message);
    throw error;
  }
}

function sayOnStderr(message: string): void {
  process.stderr.write(`${message}\n`);
}
