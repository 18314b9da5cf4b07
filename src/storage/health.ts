import { readCanary, remembersOther } from './canary';
import { takeCensus, type Census, type Key } from './census';
import { withDatabase } from './database';
import { StorageError, type StorageFault } from './storage-error';

/** `missing`: ticks, answers, children or drafts were kept on this device and some or all are gone. */
export type StorageState = 'ok' | 'missing' | StorageFault;

/** Whether records can be kept and those that were kept are there. Never rejects. */
export async function checkStorage(): Promise<StorageState> {
  try {
    const { census, keys } = await readBooks();
    if (remembersOther(readCanary(), census?.birth)) return 'missing';
    const present = takeCensus(keys, 0);
    const expected = census ?? present;
    const whole = present.count === expected.count && present.digest === expected.digest;
    return whole ? 'ok' : 'missing';
  } catch (error) {
    return error instanceof StorageError ? error.fault : 'failed';
  }
}

/** Both from one transaction: between two, another tab could tick. */
function readBooks(): Promise<{ census: Census | undefined; keys: Key[] }> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['ticks', 'census']);
    const [census, keys] = await Promise.all([
      transaction.objectStore('census').get('ticks'),
      transaction.objectStore('ticks').getAllKeys(),
      transaction.done,
    ]);
    return { census, keys };
  });
}
