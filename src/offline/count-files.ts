import { askWorker } from './ask-worker';

/** The files that make up all families' pages. */
export interface FileCount {
  /** How many there should be on this device. */
  total: number;
  /** How many of them are not there. */
  missing: number;
}

/** A worker of an earlier version does not count, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Looks what is kept now, also while the first installation goes on. Never rejects.
 * @returns undefined where nothing is kept or nobody answers
 */
export async function countFiles(): Promise<FileCount | undefined> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    const worker = registration?.active ?? registration?.installing;
    if (!worker) return undefined;
    const silence = new Promise((resolve) => {
      setTimeout(resolve, PATIENCE);
    });
    return (await Promise.race([askWorker(worker, 'COUNT'), silence])) as FileCount | undefined;
  } catch {
    // Site data are blocked.
    return undefined;
  }
}
