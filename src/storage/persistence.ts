/**
 * `kept`: the browser has promised not to delete this site's data by itself;
 * `at-risk`: it may, when it wants room or after long disuse; `unknown`: it does not say.
 */
export type Persistence = 'kept' | 'at-risk' | 'unknown';

/** Asks the browser to promise it. Never rejects. */
export function persist(): Promise<Persistence> {
  return answer(() => navigator.storage.persist());
}

/** What the browser has promised so far. Never rejects. */
export function persistence(): Promise<Persistence> {
  return answer(() => navigator.storage.persisted());
}

/** Whether asking shows a question to the person: Firefox does, the others decide by themselves. */
export function asksForPersistence(): boolean {
  return /Firefox\//.test(navigator.userAgent);
}

async function answer(ask: () => Promise<boolean>): Promise<Persistence> {
  try {
    return (await ask()) ? 'kept' : 'at-risk';
  } catch {
    // Absent before Safari 15.2 and outside https, or forbidden with all site data.
    return 'unknown';
  }
}
