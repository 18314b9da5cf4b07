import { scoped } from './scope';

const KEY = 'pamyatka.lists';

/** How many class lists should be kept here, as localStorage remembers; 0 where it is blocked. */
export function rememberedLists(): number {
  try {
    return Math.max(0, Number(localStorage.getItem(scoped(KEY))) || 0);
  } catch {
    return 0;
  }
}

/** Call after a list was kept and before one is deleted: it must never know more than the database. */
export function rememberLists(count: number): void {
  try {
    if (count > 0) localStorage.setItem(scoped(KEY), String(count));
    else localStorage.removeItem(scoped(KEY));
  } catch {
    // Without it a loss goes unnoticed, but nothing is lost by that.
  }
}
