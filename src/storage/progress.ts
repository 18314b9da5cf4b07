import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import { readCanary, remembersOther, writeCanary, type Canary } from './canary';
import { countKey, emptyCensus } from './census';
import { announceChange } from './changes';
import { CHILDREN } from './children';
import { withDatabase, type Schema } from './database';
import { SITUATION } from './settings';

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

/** All that a family keeps. */
export const STORES: ('ticks' | 'census' | 'settings' | 'ownGuides')[] = [
  'ticks',
  'census',
  'settings',
  'ownGuides',
];

/**
 * Changes settings and ticks together, all or nothing.
 * @param work reads and writes settings, and says what to do with the ticks; may run twice
 * @throws StorageError
 */
export async function changeFamily(
  work: (stores: FamilyStores) => TickChanges | Promise<TickChanges>,
): Promise<void> {
  const canary = await withDatabase(async (database) => {
    // A tick must outlive a power cut that follows «сохранено», hence `strict`.
    const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
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
        countEntered(transaction),
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

/**
 * How many records beside the ticks hold what somebody has entered: children, answers, drafts and
 * guides from files; no mere choices, and nothing whose last child or answer was taken away.
 */
export async function countEntered(
  transaction: IDBPTransaction<Schema, typeof STORES, 'readwrite'>,
): Promise<number> {
  const settings = transaction.objectStore('settings');
  const [keys, own, ...lists] = await Promise.all([
    settings.getAllKeys(),
    transaction.objectStore('ownGuides').count(),
    settings.get(CHILDREN),
    settings.get(SITUATION),
  ]);
  const drafts = keys.filter((key) => /^(draft|request)/.test(key));
  return own + drafts.length + lists.filter((list) => Object.keys(list ?? {}).length > 0).length;
}

function keyOf({ guide, child, step }: Tick): [guide: string, child: string, step: string] {
  return [guide, child, step];
}
