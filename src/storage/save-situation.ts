import type { Situation } from '../guide/guide';
import { changeFamily } from './progress';
import { SITUATION } from './settings';

/**
 * Keeps what the reader has answered; resolves once that is committed.
 * @throws StorageError
 */
export function saveSituation(situation: Situation): Promise<void> {
  return changeFamily(async ({ settings }) => {
    await settings.put(situation, SITUATION);
    return {};
  });
}
