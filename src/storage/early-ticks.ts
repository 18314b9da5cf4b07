import { scoped } from './scope';

/**
 * Ticks made before the page's scripts arrived, or where they never run: the page's own few lines
 * (`pages/guide/early-ticks.ts`) write them down, the checklist takes them into the database.
 */
export function earlyTicksKey(guide: string): string {
  return scoped(`pamyatka.early ${guide}`);
}

/** Call when they are in the database. */
export function forgetEarlyTicks(guide: string): void {
  try {
    localStorage.removeItem(earlyTicksKey(guide));
  } catch {
    // Blocked: then there is nothing to forget.
  }
}
