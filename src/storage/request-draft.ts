import { withDatabase } from './database';

/** The unsent request to a region's support, as it was saved; undefined where there is none. */
export async function loadRequestDraft(region: string): Promise<unknown> {
  return withDatabase((database) => database.get('settings', key(region)));
}

/**
 * Keeps the draft until it is wiped.
 * @param draft anything that can be cloned
 * @throws StorageError
 */
export async function saveRequestDraft(region: string, draft: unknown): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('settings', 'readwrite');
    await Promise.all([transaction.store.put(draft, key(region)), transaction.done]);
  });
}

/** @throws StorageError */
export async function wipeRequestDraft(region: string): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('settings', 'readwrite');
    await Promise.all([transaction.store.delete(key(region)), transaction.done]);
  });
}

function key(region: string): string {
  return `request ${region}`;
}
