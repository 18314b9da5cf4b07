import type { Source } from './class-keeper';
import { saveFile } from './save-file';

/** How the name of a backup ends. */
export const BACKUP_EXTENSION = '.pamyatka';

/**
 * Hands a sealed list over to the browser's downloads.
 * @returns the file's name there
 */
export function saveBackup({ name, sealed }: Source): string {
  const day = new Date().toLocaleDateString('sv');
  const fileName = `${name.replace(/[\\/:*?"<>|]/g, '_')} ${day}${BACKUP_EXTENSION}`;
  saveFile(fileName, sealed, 'application/octet-stream');
  return fileName;
}
