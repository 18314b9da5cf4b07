import { writeCanary, type Canary } from './canary';
import { emptyCensus, takeCensus } from './census';
import { withDatabase } from './database';
import { countEntered, STORES } from './progress';

/**
 * Makes what is left the new whole, once the reader has been told what is missing.
 * @throws StorageError
 */
export async function acceptLoss(): Promise<void> {
  const canary = await withDatabase(async (database) => {
    const transaction = database.transaction(STORES, 'readwrite');
    const [counted] = await Promise.all([recount(), transaction.done]);
    return counted;

    async function recount(): Promise<Canary> {
      const books = transaction.objectStore('census');
      const { birth } = (await books.get('ticks')) ?? emptyCensus();
      const counted = takeCensus(await transaction.objectStore('ticks').getAllKeys(), birth);
      await books.put(counted, 'ticks');
      const entered = await countEntered(transaction);
      return { birth, count: counted.count + entered };
    }
  });
  writeCanary(canary);
}
