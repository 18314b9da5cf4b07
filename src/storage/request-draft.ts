import { withDatabase } from './database';
import { changeFamily } from './progress';

/** The unsent request to a region's support, as it was saved; undefined where there is none. */
export async function loadRequestDraft(region: string): Promise<unknown> {
  return withDatabase((database) => database.get('settings', key(region)));
}

/**
 * Keeps the draft until it is wiped.
 * @param draft anything that can be cloned
 * @throws StorageError
 */
export function saveRequestDraft(region: string, draft: unknown): Promise<void> {
  return changeFamily(async ({ settings }) => {
    await settings.put(draft, key(region));
    return {};
  });
}

/** @throws StorageError */
export function wipeRequestDraft(region: string): Promise<void> {
  return changeFamily(async ({ settings }) => {
    await settings.delete(key(region));
    return {};
  });
}

function key(region: string): string {
  return `request ${region}`;
}
