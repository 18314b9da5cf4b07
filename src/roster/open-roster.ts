import { fileKind } from './file-kind';
import { RosterError } from './roster';
import { readRoster, type TakenRoster } from './to-roster';

/**
 * Reads a class list from a file of either kind, CSV or XLSX, told apart by their bytes. The reader of
 * workbooks is loaded only when one comes.
 *
 * @throws RosterError as {@link readRoster} does.
 */
export async function openRoster(bytes: Uint8Array, fileName?: string): Promise<TakenRoster> {
  if (fileKind(bytes) !== 'xlsx') return readRoster(bytes, fileName);
  const { readSpreadsheetRoster } = await import('./spreadsheet');
  try {
    return await readSpreadsheetRoster(bytes);
  } catch (error) {
    if (!(error instanceof RosterError) || fileName === undefined) throw error;
    throw new RosterError(`Файл «${fileName}»: ${error.message}`, { cause: error });
  }
}
