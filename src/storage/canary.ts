import type { Census } from './census';
import { scoped } from './scope';

const KEY = 'pamyatka.ticks';

/** What localStorage remembers of the database, should that come back empty. */
export interface Canary extends Pick<Census, 'birth'> {
  /** Ticks, and what else somebody has entered. */
  count: number;
}

/** The canary, or undefined: none was left, or localStorage is blocked. */
export function readCanary(): Canary | undefined {
  try {
    const [birth = NaN, count = NaN] = (localStorage.getItem(scoped(KEY)) ?? '')
      .split(' ')
      .map(Number);
    return birth > 0 && count >= 0 ? { birth, count } : undefined;
  } catch {
    return undefined;
  }
}

/** Call after the transaction has committed: the canary must never know more than the database. */
export function writeCanary({ birth, count }: Canary): void {
  try {
    localStorage.setItem(scoped(KEY), `${birth} ${count}`);
  } catch {
    // Without a canary a loss goes unnoticed, but nothing is lost by that.
  }
}

/** Whether the canary remembers records of another database than this one. */
export function remembersOther(canary: Canary | undefined, birth: number | undefined): boolean {
  return canary !== undefined && canary.count > 0 && canary.birth !== birth;
}
