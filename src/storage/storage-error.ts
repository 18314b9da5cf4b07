/**
 * Why nothing could be read or written:
 * `unavailable` – the browser keeps no data for this site (blocked, or a private window of old);
 * `failed` – it would, but did not: no space, a broken file, an older tab in the way.
 */
export type StorageFault = 'unavailable' | 'failed';

/** The one error that this folder rejects with. `cause` is what the browser said. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, cause?: unknown) {
    super(`Storage is ${fault}`, { cause });
    this.fault = fault;
  }
}
