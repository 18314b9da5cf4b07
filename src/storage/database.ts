import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { emptyCensus, type Census } from './census';
import type { KeptList } from './class-lists';
import type { OwnGuide } from './own-guides';
import type { Tick } from './progress';
import { scoped } from './scope';
import { StorageError, type StorageFault } from './storage-error';

const VERSION = 3;

/** Safari 14.1 may never answer the first `open` of a start: the page says so instead of waiting. */
const LONGEST_OPENING = 10_000;

export interface Schema extends DBSchema {
  ticks: { key: [guide: string, child: string, step: string]; value: Tick };
  settings: { key: string; value: unknown };
  census: { key: 'ticks'; value: Census };
  classLists: { key: number; value: KeptList };
  ownGuides: { key: string; value: OwnGuide };
}

export type Database = IDBPDatabase<Schema>;

interface Connection {
  database: Promise<Database>;
  /** Rejects when an older tab does not let the upgrade begin, or nothing is heard at all. */
  blocked: Promise<never>;
}

let connection: Connection | undefined;

function connect(): Connection {
  let block: (reason: StorageError) => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    block = reject;
  });
  // Nobody may be waiting when it happens.
  blocked.catch(() => undefined);

  const opened: Connection = { database: open(VERSION), blocked };
  const timer = setTimeout(() => {
    forget();
    block(new StorageError('failed'));
  }, LONGEST_OPENING);
  opened.database
    .finally(() => {
      clearTimeout(timer);
    })
    .catch(forget);
  return opened;

  /** Lets the next call open anew; a later connection stays. */
  function forget(): void {
    if (connection === opened) connection = undefined;
  }

  async function open(version?: number): Promise<Database> {
    try {
      return await openDB<Schema>(scoped('pamyatka'), version, {
        upgrade(database, oldVersion, _newVersion, transaction) {
          // Steps only add stores: a site rolled back by a version must find its own (see below).
          if (oldVersion < 1) {
            database.createObjectStore('ticks', { keyPath: ['guide', 'child', 'step'] });
            database.createObjectStore('settings');
            database.createObjectStore('census');
            void transaction.objectStore('census').put(emptyCensus(), 'ticks');
          }
          if (oldVersion < 2) {
            database.createObjectStore('classLists', { keyPath: 'id', autoIncrement: true });
          }
          if (oldVersion < 3) database.createObjectStore('ownGuides', { keyPath: 'id' });
        },
        blocked() {
          block(new StorageError('failed'));
        },
        blocking(_currentVersion, _blockedVersion, event) {
          forget();
          (event.target as IDBDatabase).close();
        },
        terminated: forget,
      });
    } catch (error) {
      // A newer version of the site was here before: its database has our stores too.
      if (version !== undefined && nameOf(error) === 'VersionError') return open();
      throw error;
    }
  }
}

/** Errors of a connection that the browser has closed under us. */
const LOST = new Set(['InvalidStateError', 'AbortError', 'UnknownError']);

/**
 * Runs `work` on the database, a second time on a new connection if the first was lost:
 * `work` must be able to run twice.
 * @throws StorageError
 */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let database: Database;
    try {
      connection ??= connect();
      database = await Promise.race([connection.database, connection.blocked]);
    } catch (error) {
      throw error instanceof StorageError ? error : new StorageError(faultOfOpening(error), error);
    }
    try {
      return await work(database);
    } catch (error) {
      if (attempt > 1 || !LOST.has(nameOf(error))) throw new StorageError('failed', error);
      database.close();
      connection = undefined;
    }
  }
}

/**
 * Blocked site data shows as a missing `indexedDB`, a SecurityError or (Firefox) a wrong state. In
 * Chrome it is an UnknownError, as a broken file is: there, localStorage tells.
 */
function faultOfOpening(error: unknown): StorageFault {
  const names = ['SecurityError', 'InvalidStateError', 'TypeError', 'ReferenceError'];
  if (names.includes(nameOf(error))) return 'unavailable';
  try {
    localStorage.getItem('');
    return 'failed';
  } catch {
    return 'unavailable';
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
