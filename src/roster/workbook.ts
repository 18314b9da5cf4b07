import { unzipSync, zipSync } from 'fflate';
import { expectKind } from './file-kind';
import { RosterError } from './roster';
import { MAX_FILE_BYTES } from './table';

export type WorkbookFiles = Record<string, Uint8Array>;

/** A sheet of 100,000 pupils unpacks to about 70 MB; a bomb of 500 kB to 512 MB. */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;

/**
 * Unpacks the XML files of an XLSX. The sizes are known from the archive's directory before anything is
 * unpacked, and no more than that is ever written, so a zip bomb costs nothing.
 *
 * @throws RosterError when it is no XLSX, is damaged or unpacks to too much.
 */
export function unpackWorkbook(bytes: Uint8Array): WorkbookFiles {
  if (bytes.length > MAX_FILE_BYTES) throw new RosterError(tooLarge(bytes.length));
  expectKind(bytes, 'xlsx');
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.xml(\.rels)?$/.test(name)) return false;
        total += originalSize;
        if (total > MAX_UNPACKED_BYTES) throw new RosterError(tooLarge(total));
        return true;
      },
    });
  } catch (error) {
    if (error instanceof RosterError) throw error;
    throw damagedWorkbook(error);
  }
}

/**
 * Packs the files again without compression. The reader of sheets takes an archive only and would
 * inflate large files in workers made from `blob:` addresses, which the pages' policy forbids.
 */
export function packStored(files: WorkbookFiles): ArrayBuffer {
  const packed = zipSync(files, { level: 0 });
  return new Uint8Array(packed).buffer;
}

export function damagedWorkbook(cause: unknown): RosterError {
  return new RosterError(
    'Книга Excel повреждена и не читается. Откройте её в Excel или LibreOffice и сохраните ещё раз.',
    { cause },
  );
}

function tooLarge(bytes: number): string {
  return `Книга слишком большая (${Math.round(bytes / 1024 / 1024)} МБ вместе со всем, что в ней сжато). Оставьте в ней только листы с учениками и сохраните ещё раз.`;
}
