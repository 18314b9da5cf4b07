import { writeCanary } from './canary';
import { emptyCensus, takeCensus, type Census } from './census';
import { withDatabase } from './database';

/**
 * Makes what is left the new whole, once the reader has been told what is missing.
 * @throws StorageError
 */
export async function acceptLoss(): Promise<void> {
  const census = await withDatabase(async (database) => {
    const transaction = database.transaction(['ticks', 'census'], 'readwrite');
    const [counted] = await Promise.all([recount(), transaction.done]);
    return counted;

    async function recount(): Promise<Census> {
      const books = transaction.objectStore('census');
      const { birth } = (await books.get('ticks')) ?? emptyCensus();
      const counted = takeCensus(await transaction.objectStore('ticks').getAllKeys(), birth);
      await books.put(counted, 'ticks');
      return counted;
    }
  });
  writeCanary(census);
}
