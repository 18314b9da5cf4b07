import { rememberedLists, rememberLists } from './class-lists-canary';
import { withDatabase } from './database';
import { announceLists } from './list-changes';
import { MEMO_SETTINGS_KEY } from './memo-settings';
import { StorageError } from './storage-error';

/** A kept class list: ciphertext, and what a teacher has to see to choose it. */
export interface KeptList {
  id: number;
  /** What the teacher calls it, «5А»: readable by anyone who sits at this computer. */
  name: string;
  /** When it was kept, in milliseconds since 1970; with the id, which state of the list this is. */
  at: number;
  sealed: Uint8Array<ArrayBuffer>;
}

export interface KeptLists {
  /** In the order in which they were first kept. */
  lists: KeptList[];
  /** How many were kept on this computer and are gone, though nobody deleted them. */
  missing: number;
}

/** @throws StorageError */
export async function loadLists(): Promise<KeptLists> {
  const lists = await withDatabase((database) => database.getAll('classLists'));
  return { lists, missing: Math.max(0, rememberedLists() - lists.length) };
}

/**
 * Makes what is left the new whole, once the reader has been told what is missing.
 * @throws StorageError
 */
export async function acceptMissingLists(): Promise<void> {
  rememberLists(await withDatabase((database) => database.count('classLists')));
}

/**
 * Keeps a list as a new one. Resolves when that has been committed; «сохранено» is true then, and
 * not before.
 * @throws StorageError
 */
export async function addList(name: string, sealed: KeptList['sealed']): Promise<KeptList> {
  const content = { name, at: Date.now(), sealed };
  const id = await withDatabase(async (database) => {
    // A list must outlive a power cut that follows «сохранено», hence `strict`.
    const transaction = database.transaction('classLists', 'readwrite', { durability: 'strict' });
    const [id] = await Promise.all([
      // The store gives the id.
      transaction.store.add(content as KeptList),
      transaction.done,
    ]);
    return id;
  });
  rememberLists(rememberedLists() + 1);
  announceLists('changed');
  return { ...content, id };
}

/**
 * Replaces a kept list by its next state, all or nothing.
 * @returns undefined, with nothing written, when it is no longer as `previous` says: another window
 *   has changed or deleted it
 * @throws StorageError
 */
export async function replaceList(
  previous: Pick<KeptList, 'id' | 'name' | 'at'>,
  sealed: KeptList['sealed'],
): Promise<KeptList | undefined> {
  // Two states of one moment would look the same.
  const { id, name, at } = previous;
  const next = { id, name, at: Math.max(Date.now(), at + 1), sealed };
  const isReplaced = await withDatabase(async (database) => {
    const transaction = database.transaction('classLists', 'readwrite', { durability: 'strict' });
    const [isReplaced] = await Promise.all([replace(), transaction.done]);
    return isReplaced;

    async function replace(): Promise<boolean> {
      const present = await transaction.store.get(next.id);
      // Ours already, when the connection was lost between the commit and its news.
      if (present?.at !== previous.at && present?.at !== next.at) return false;
      await transaction.store.put(next);
      return true;
    }
  });
  if (!isReplaced) return undefined;
  announceLists('changed');
  return next;
}

/** @throws StorageError */
export async function deleteList(id: number): Promise<void> {
  rememberLists(rememberedLists() - 1);
  await withDatabase(async (database) => {
    const transaction = database.transaction('classLists', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.delete(id), transaction.done]);
  });
  announceLists('changed');
}

/**
 * Deletes every kept list and what was chosen for memos, the teacher's note among it, all or nothing;
 * then looks whether the lists are gone.
 * @throws StorageError also when something is left
 */
export async function wipeLists(): Promise<void> {
  rememberLists(0);
  await withDatabase(async (database) => {
    const transaction = database.transaction(['classLists', 'settings'], 'readwrite', {
      durability: 'strict',
    });
    await Promise.all([
      transaction.objectStore('classLists').clear(),
      transaction.objectStore('settings').delete(MEMO_SETTINGS_KEY),
      transaction.done,
    ]);
  });
  const { lists } = await loadLists();
  if (lists.length > 0) throw new StorageError('failed');
  announceLists('wiped');
}
