import { withDatabase } from './database';
import { parsePictures } from './pictures';
import { changeFamily, type Tick } from './progress';

/** A guide from a file, as this device alone keeps it: its source, compiled anew by each version. */
export interface OwnGuide {
  /** Names its ticks; no folder of guides can be called so. */
  id: string;
  /** Of the front matter; only to be listed, and never without the mark. */
  title: string;
  text: string;
  /** Its own pictures, SVG by path: `pictures/menu.svg`. */
  pictures: Record<string, string>;
  /** When it was added, in milliseconds. */
  added: number;
}

/** How every such id begins: a colon stands in no name of a folder. */
const PREFIX = 'own:';

/** Whether ticks of this guide are those of a guide from a file. */
export function isOwnGuide(id: string): boolean {
  return id.startsWith(PREFIX);
}

/** An id that no guide of this or another device has. */
export function newOwnId(): string {
  return (
    PREFIX + [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('')
  );
}

/**
 * All guides from files, the one added last first.
 * @throws StorageError
 */
export async function loadOwnGuides(): Promise<OwnGuide[]> {
  const values = await withDatabase((database) => database.getAll('ownGuides'));
  return values
    .flatMap((value: unknown) => parseOwnGuide(value) ?? [])
    .sort((one, other) => other.added - one.added);
}

/**
 * Keeps a guide, with ticks where it comes back from a removal; one of the same id gives way.
 * Resolves once that is committed.
 * @throws StorageError
 */
export function saveOwnGuide(guide: OwnGuide, ticks: readonly Tick[] = []): Promise<void> {
  return changeFamily(async ({ ticks: { transaction } }) => {
    await transaction.objectStore('ownGuides').put(guide);
    return { add: ticks };
  });
}

/**
 * Removes a guide and its ticks, all or nothing.
 * @returns the ticks, for taking it back
 * @throws StorageError
 */
export async function removeOwnGuide(id: string): Promise<Tick[]> {
  let removed: Tick[] = [];
  await changeFamily(async ({ ticks }) => {
    removed = await ticks.getAll(IDBKeyRange.bound([id], [id, []]));
    await ticks.transaction.objectStore('ownGuides').delete(id);
    return { remove: removed };
  });
  return removed;
}

function parseOwnGuide(value: unknown): OwnGuide | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, title, text, pictures, added } = value as Partial<Record<keyof OwnGuide, unknown>>;
  if (typeof id !== 'string' || !isOwnGuide(id) || typeof text !== 'string') return undefined;
  return {
    id,
    text,
    title: typeof title === 'string' ? title : '',
    pictures: parsePictures(pictures),
    added: typeof added === 'number' ? added : 0,
  };
}
