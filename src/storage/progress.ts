import { readCanary, remembersOther, writeCanary } from './canary';
import { countKey, emptyCensus, type Census } from './census';
import { announceTicks } from './changes';
import { withDatabase } from './database';

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
 * @param aliases a step's earlier id → its present one; a tick under both comes once
 * @throws StorageError
 */
export async function loadTicks(
  guide: string,
  aliases: ReadonlyMap<string, string> = new Map(),
): Promise<Tick[]> {
  const ticks = await withDatabase((database) =>
    // In the order of keys an array comes after every string.
    database.getAll('ticks', IDBKeyRange.bound([guide], [guide, []])),
  );
  const byKey = new Map<string, Tick>();
  for (const tick of ticks) {
    const step = aliases.get(tick.step) ?? tick.step;
    byKey.set(`${tick.child}\0${step}`, { ...tick, step });
  }
  return [...byKey.values()];
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
  return change([{ guide, child, step, at: Date.now() }], done);
}

/**
 * Adds ticks of a file or another device, all or none; those that are there stay as they are.
 * @throws StorageError
 */
export function mergeTicks(ticks: readonly Tick[]): Promise<void> {
  return change(ticks, true);
}

async function change(ticks: readonly Tick[], done: boolean): Promise<void> {
  const byKey = new Map(ticks.map((tick) => [keyOf(tick).join('\0'), tick]));
  const census = await withDatabase(async (database) => {
    // A tick must outlive a power cut that follows «сохранено», hence `strict`.
    const transaction = database.transaction(['ticks', 'census'], 'readwrite', {
      durability: 'strict',
    });
    const [counted] = await Promise.all([write(), transaction.done]);
    return counted;

    async function write(): Promise<Census> {
      const store = transaction.objectStore('ticks');
      const books = transaction.objectStore('census');
      const [found, ...presence] = await Promise.all([
        books.get('ticks'),
        ...[...byKey.values()].map(async (tick) => {
          const present = (await store.getKey(keyOf(tick))) !== undefined;
          return { tick, present };
        }),
      ]);
      const changes = presence.filter(({ present }) => present !== done).map(({ tick }) => tick);
      const counted = changes.reduce(
        (census, tick) => countKey(census, keyOf(tick), done ? 1 : -1),
        found ?? emptyCensus(),
      );
      const writing = [
        ...changes.map((tick) => (done ? store.put(tick) : store.delete(keyOf(tick)))),
        books.put(counted, 'ticks'),
      ];
      // From here on the tick is kept even if the page is left at once. Safari 14 has no `commit`.
      if ('commit' in transaction) transaction.commit();
      await Promise.all(writing);
      return counted;
    }
  });
  // A canary that tells of a loss stays until the loss has been read of.
  if (!remembersOther(readCanary(), census.birth)) writeCanary(census);
  announceTicks();
}

function keyOf({ guide, child, step }: Tick): [guide: string, child: string, step: string] {
  return [guide, child, step];
}
