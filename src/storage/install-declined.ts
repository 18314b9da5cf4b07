import { withDatabase } from './database';

const KEY = 'install declined';

/** Whether the reader has said no to the offer to install. Never rejects. */
export async function isInstallDeclined(): Promise<boolean> {
  try {
    return (await withDatabase((database) => database.get('settings', KEY))) === true;
  } catch {
    // Where nothing is kept, no answer would be: better not to ask.
    return true;
  }
}

/** Keeps the no for good. Never rejects. */
export async function declineInstall(): Promise<void> {
  try {
    await withDatabase((database) => database.put('settings', true, KEY));
  } catch {
    // It is asked once more on another day.
  }
}
