import * as words from '../messages/ru/class-keeping';
import { StorageError } from '../storage/storage-error';
import { VaultError } from '../storage/vault';

/** What went wrong with keeping a list, in Russian, and what to do. */
export function wordsFor(error: unknown): string {
  if (error instanceof VaultError) return error.message;
  if (!(error instanceof StorageError)) {
    return words.failed;
  }
  if (error.fault === 'unavailable') {
    return words.storageForbidden;
  }
  return error.cause instanceof Error && error.cause.name === 'QuotaExceededError'
    ? words.noRoom
    : words.noRoomOrOtherWindow;
}
