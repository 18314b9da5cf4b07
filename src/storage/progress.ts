import type { IDBPObjectStore } from 'idb';
import { readCanary, remembersOther, writeCanary, type Canary } from './canary';
import { countKey, emptyCensus } from './census';
import { announceChange } from './changes';
import { withDatabase, type Schema } from './database';

/** A step that is done. One that is not has no record. */
export interface Tick {
  /** Id of the guide: `krasnoyarsk/kiasuo`. */
  guide: string;
  /** Whose step: '' for one done once for the family. */
  child: string;
  step: string;
  /** When it was ticked, in milliseconds since 1970. */
  at: number;
}

/**
 * The ticks of a guide, of the family and of every child.
 * @throws StorageError
 */
export function loadTicks(guide: string): Promise<Tick[]> {
  return withDatabase((database) =>
    // In the order of keys an array comes after every string.
    database.getAll('ticks', IDBKeyRange.bound([guide], [guide, []])),
  );
}

/**
 * All ticks of all guides.
 * @throws StorageError
 */
export function loadAllTicks(): Promise<Tick[]> {
  return withDatabase((database) => database.getAll('ticks'));
}

/**
 * Ticks a step or unticks it. Resolves when that has been committed; «сохранено» is true then,
 * and not before.
 * @throws StorageError
 */
export function setTick(guide: string, step: string, done: boolean, child = ''): Promise<void> {
  const tick = { guide, child, step, at: Date.now() };
  return changeFamily(() => (done ? { add: [tick] } : { remove: [tick] }));
}

/** The stores of one transaction over all that a family keeps. */
export interface FamilyStores {
  settings: IDBPObjectStore<Schema, typeof STORES, 'settings', 'readwrite'>;
  ticks: IDBPObjectStore<Schema, typeof STORES, 'ticks', 'readwrite'>;
}

/** Ticks to add, which leaves those that are there as they are, and to remove. */
export interface TickChanges {
  add?: readonly Tick[];
  remove?: readonly Tick[];
}

const STORES: ('ticks' | 'census' | 'settings' | 'ownGuides')[] = ['ticks', 'census', 'settings'];

/** With the guides from files: `ticks.transaction` has their store. */
export const STORES_AND_OWN: typeof STORES = [...STORES, 'ownGuides'];

/**
 * Changes settings and ticks together, all or nothing.
 * @param work reads and writes settings, and says what to do with the ticks; may run twice
 * @param names stores of the transaction
 * @throws StorageError
 */
export async function changeFamily(
  work: (stores: FamilyStores) => TickChanges | Promise<TickChanges>,
  names = STORES,
): Promise<void> {
  const canary = await withDatabase(async (database) => {
    // A tick must outlive a power cut that follows «сохранено», hence `strict`.
    const transaction = database.transaction(names, 'readwrite', { durability: 'strict' });
    const [counted] = await Promise.all([write(), transaction.done]);
    return counted;

    async function write(): Promise<Canary> {
      const ticks = transaction.objectStore('ticks');
      const books = transaction.objectStore('census');
      const settings = transaction.objectStore('settings');
      const { add = [], remove = [] } = await work({ settings, ticks });
      const wanted = new Map(
        [
          ...add.map((tick) => ({ tick, done: true })),
          ...remove.map((tick) => ({ tick, done: false })),
        ].map((change) => [keyOf(change.tick).join('\0'), change]),
      );
      const [found, entered, ...presence] = await Promise.all([
        books.get('ticks'),
        countEntered(settings),
        ...[...wanted.values()].map(async ({ tick, done }) => {
          const present = (await ticks.getKey(keyOf(tick))) !== undefined;
          return { tick, done, present };
        }),
      ]);
      const changes = presence.filter(({ present, done }) => present !== done);
      const counted = changes.reduce(
        (census, { tick, done }) => countKey(census, keyOf(tick), done ? 1 : -1),
        found ?? emptyCensus(),
      );
      const writing = [
        ...changes.map(({ tick, done }) => (done ? ticks.put(tick) : ticks.delete(keyOf(tick)))),
        books.put(counted, 'ticks'),
      ];
      // From here on the tick is kept even if the page is left at once. Safari 14 has no `commit`.
      if ('commit' in transaction) transaction.commit();
      await Promise.all(writing);
      return { birth: counted.birth, count: counted.count + entered };
    }
  });
  // A canary that tells of a loss stays until the loss has been read of.
  if (!remembersOther(readCanary(), canary.birth)) writeCanary(canary);
  announceChange();
}

/** How many settings hold what somebody has entered: children, answers, drafts; no mere choices. */
export async function countEntered(
  settings: Pick<FamilyStores['settings'], 'getAllKeys'>,
): Promise<number> {
  const keys = await settings.getAllKeys();
  return keys.filter((key) => /^(children|draft|request|situation)/.test(key)).length;
}

function keyOf({ guide, child, step }: Tick): [guide: string, child: string, step: string] {
  return [guide, child, step];
}
