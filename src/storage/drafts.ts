import { withDatabase } from './database';
import { parsePictures } from './pictures';
import { changeFamily } from './progress';

/** A guide that is being written on this device. */
export interface KeptDraft {
  /** Permanent; the time of its beginning, in milliseconds. */
  id: number;
  /** Of the file: `kiasuo.md`. */
  name: string;
  text: string;
  /** Its own pictures, SVG by path: `pictures/menu.svg`. */
  pictures: Record<string, string>;
  /** Time of the last change, in milliseconds. */
  changed: number;
}

/**
 * All drafts, the one changed last first.
 * @throws StorageError
 */
export async function loadDrafts(): Promise<KeptDraft[]> {
  const values = await withDatabase((database) =>
    database.getAll('settings', IDBKeyRange.bound('draft ', 'draft ~')),
  );
  return values
    .flatMap((value) => parseDraft(value) ?? [])
    .sort((one, other) => other.changed - one.changed);
}

/**
 * Resolves once the draft is committed.
 * @throws StorageError
 */
export function saveDraft(draft: KeptDraft): Promise<void> {
  return changeFamily(async ({ settings }) => {
    await settings.put(draft, `draft ${String(draft.id)}`);
    return {};
  });
}

/** @throws StorageError */
export function removeDraft(id: number): Promise<void> {
  return changeFamily(async ({ settings }) => {
    await settings.delete(`draft ${String(id)}`);
    return {};
  });
}

function parseDraft(value: unknown): KeptDraft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, name, text, pictures, changed } = value as Partial<Record<keyof KeptDraft, unknown>>;
  if (typeof id !== 'number' || typeof text !== 'string') return undefined;
  return {
    id,
    text,
    name: typeof name === 'string' ? name : '',
    pictures: parsePictures(pictures),
    changed: typeof changed === 'number' ? changed : id,
  };
}
