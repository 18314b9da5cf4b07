import * as words from '../messages/ru/class-keeping';
import type { ForWhom, Roster, RosterRow } from '../roster';
import { addList, deleteList, replaceList, type KeptList } from '../storage/class-lists';
import {
  isSameClass,
  keyFor,
  newKey,
  openSealed,
  seal,
  type Bytes,
  type KeptClass,
  type VaultKey,
} from '../storage/vault';
import type { ClassList } from './class-list';

/** A change is saved when the next one has not followed within this time, in milliseconds. */
const PAUSE = 600;

/** Where the page's list stands: nowhere but on the page, or as the last try to save it went. */
export type Keeping = 'none' | 'waiting' | 'saved' | 'changed-elsewhere' | 'failed';

/** A kept list, or one that a file brought. */
export interface Source {
  name: string;
  sealed: Bytes;
  /** Absent: it comes from a file. */
  list?: KeptList;
  /** These bytes are not committed yet: they are the state of `list` that could not be saved. */
  isAhead?: boolean;
}

/** A kept list that is open: the key it was opened with, and what was committed last. */
interface Session {
  list: KeptList;
  key: VaultKey;
  saved: ClassList;
}

/**
 * Keeps the list of the page: once it has a passphrase, every change is sealed and committed. It
 * holds the key and the list; who lets go of the keeper lets go of both.
 */
export class ClassKeeper {
  #session: Session | undefined;
  #present: ClassList | undefined;
  #keeping: Keeping = 'none';
  #error: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One write after another. */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #told: () => void;

  /** @param told called whenever what this says has changed */
  constructor(told: () => void) {
    this.#told = told;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  /** Why the last try failed, while {@link keeping} is `failed`. */
  get error(): unknown {
    return this.#error;
  }

  /** The kept list that is open. */
  get list(): KeptList | undefined {
    return this.#session?.list;
  }

  /** Takes note of the list as it is now on the page. */
  follow(present: ClassList | undefined): void {
    if (present === this.#present) return;
    this.#present = present;
    if (!this.#session || !present) return;
    clearTimeout(this.#timer);
    if (present === this.#session.saved) {
      this.#say('saved');
      return;
    }
    // After a conflict nothing is written until the teacher has chosen.
    if (this.#keeping === 'changed-elsewhere') return;
    this.#say('waiting');
    this.#timer = setTimeout(() => void this.save(), PAUSE);
  }

  /**
   * Keeps a list for the first time.
   * @throws VaultError, StorageError
   */
  async keep(name: string, passphrase: string, present: ClassList): Promise<void> {
    await this.#add(name, await newKey(passphrase), present);
  }

  /**
   * Keeps the list beside the one that another window has changed, under the same passphrase.
   * @throws VaultError, StorageError
   */
  async keepBeside(): Promise<void> {
    const { list, key } = this.#opened();
    if (this.#present) await this.#add(words.copyOf(list.name), key, this.#present);
  }

  /**
   * Opens a list; nothing changes when it does not open.
   * @throws VaultError
   */
  async open({ sealed, list, isAhead = false }: Source, passphrase: string): Promise<OpenedList> {
    const key = await keyFor(sealed, passphrase);
    const kept = await openSealed(sealed, key);
    const opened = toClassList(kept);
    return {
      name: kept.name,
      list: opened,
      take: () => {
        if (!list) return;
        this.#session = { list, key, saved: isAhead ? { ...opened } : opened };
        this.#present = undefined;
        this.follow(opened);
      },
    };
  }

  /**
   * Saves what is not saved yet.
   * @returns whether all is saved
   */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(async () => {
      while (this.#session && this.#present && this.#session.saved !== this.#present) {
        const { list, key } = this.#session;
        const present = this.#present;
        try {
          const next = await replaceList(list, await seal(toKept(list.name, present), key));
          if (!next) {
            this.#say('changed-elsewhere');
            return false;
          }
          this.#session = { list: next, key, saved: present };
        } catch (error) {
          this.#say('failed', error);
          return false;
        }
      }
      if (this.#session) this.#say('saved');
      return this.#session !== undefined;
    });
  }

  /**
   * Puts a new passphrase in the place of the old one; the list is committed with it, as it is now.
   * @returns false, with nothing changed, when another window has changed the list
   * @throws VaultError when the old one is wrong; StorageError
   */
  changePassphrase(old: string, fresh: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const { list, saved } = this.#opened();
      await openSealed(list.sealed, await keyFor(list.sealed, old));
      const present = this.#present ?? saved;
      const key = await newKey(fresh);
      const next = await replaceList(list, await seal(toKept(list.name, present), key));
      if (!next) {
        this.#say('changed-elsewhere');
        return false;
      }
      this.#session = { list: next, key, saved: present };
      this.#say(this.#present === present ? 'saved' : 'waiting');
      return true;
    });
  }

  /**
   * The list as a file: the same ciphertext as the kept one, where all is saved. It has been decrypted
   * and compared.
   * @throws VaultError
   */
  async backup(): Promise<Source> {
    const isSaved = await this.save();
    const { list, key, saved } = this.#opened();
    const present = toKept(list.name, this.#present ?? saved);
    const sealed = isSaved ? list.sealed : await seal(present, key);
    if (!isSameClass(await openSealed(sealed, key), present)) {
      throw new Error('A backup did not open as the list is');
    }
    return { name: list.name, sealed };
  }

  /**
   * The list sealed, saved where that can be done, for a page that is about to let go of it.
   * @returns undefined when it has no passphrase
   */
  async close(): Promise<Source | undefined> {
    if (!this.#session) return undefined;
    const isSaved = await this.save();
    const { list, key, saved } = this.#session;
    const present = this.#present ?? saved;
    const sealed = isSaved ? list.sealed : await seal(toKept(list.name, present), key);
    return { name: list.name, sealed, list, isAhead: !isSaved };
  }

  /** @throws StorageError */
  async delete(list: KeptList): Promise<void> {
    await this.#inTurn(() => deleteList(list.id));
    if (this.#session?.list.id === list.id) this.forget();
  }

  /** Lets go of the key: from here on the list is only on the page. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#session = undefined;
    this.#say('none');
  }

  async #add(name: string, key: VaultKey, present: ClassList): Promise<void> {
    await this.#inTurn(async () => {
      const list = await addList(name, await seal(toKept(name, present), key));
      this.#session = { list, key, saved: present };
    });
    // Asks the browser not to clear it out; it may refuse without a word.
    void (navigator.storage as Partial<StorageManager> | undefined)?.persist?.().catch(() => false);
    this.#say('saved');
    if (this.#present !== present) await this.save();
  }

  #opened(): Session {
    if (!this.#session) throw new Error('No kept list is open');
    return this.#session;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #say(keeping: Keeping, error?: unknown): void {
    this.#keeping = keeping;
    this.#error = error;
    this.#told();
  }
}

/** A list that has opened, and is taken once the teacher has seen what it is. */
export interface OpenedList {
  name: string;
  list: ClassList;
  /** Later changes of the list go to where it was kept. */
  take: () => void;
}

/**
 * A list that nobody keeps here, as a file under a passphrase.
 * @throws VaultError
 */
export async function sealAsFile(
  name: string,
  passphrase: string,
  list: ClassList,
): Promise<Source> {
  return { name, sealed: await seal(toKept(name, list), await newKey(passphrase)) };
}

function toKept(name: string, { chosen, change: _, ...record }: ClassList): KeptClass {
  const { roster, forWhom } = record;
  return {
    name,
    ...record,
    ...(forWhom && { forWhom: forWhomIn(roster, forWhom) }),
    unchosen: roster.rows.flatMap((row, index) => (chosen.has(row) ? [] : [index])),
  };
}

/** Of a child that is no longer in the list nothing is kept. */
function forWhomIn({ rows }: Roster, forWhom: ForWhom): ForWhom {
  const names = new Set(rows.map((row) => row.values.childName));
  return Object.fromEntries(Object.entries(forWhom).filter(([name]) => names.has(name)));
}

function toClassList({ name, unchosen, ...record }: KeptClass): ClassList {
  const left = new Set(unchosen);
  const chosen = new Set<RosterRow>(record.roster.rows.filter((_, index) => !left.has(index)));
  return { ...record, chosen, change: words.openingOf(name) };
}
