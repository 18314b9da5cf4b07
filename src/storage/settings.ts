import { CONDITION_VALUES, type Fact, type Situation } from '../guide/guide';
import { withDatabase } from './database';

/** Where the answers lie. */
export const SITUATION = 'situation';

/** What the reader has answered; empty where nothing was kept or nothing can be read. */
export async function loadSituation(): Promise<Situation> {
  return parseSituation(await load(SITUATION));
}

/** The answers as far as they fit a page for these roles, separated by spaces: elsewhere the reader may be another. */
export function forRoles(situation: Situation, roles: string): Situation {
  const { role = '', ...others } = situation;
  return roles.split(' ').includes(role) ? situation : others;
}

/** Folder of the region chosen last: `krasnoyarsk`. */
export async function loadRegion(): Promise<string | undefined> {
  const region = await load('region');
  return typeof region === 'string' ? region : undefined;
}

/** @throws StorageError */
export async function saveRegion(region: string): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('settings', 'readwrite');
    await Promise.all([transaction.store.put(region, 'region'), transaction.done]);
  });
}

/** Settings only spare a question: a page that cannot read them asks again. */
async function load(key: string): Promise<unknown> {
  try {
    return await withDatabase((database) => database.get('settings', key));
  } catch {
    return undefined;
  }
}

/** Keeps the answers that this version of the site asks for. */
export function parseSituation(value: unknown): Situation {
  const situation: Situation = {};
  if (typeof value !== 'object' || value === null) return situation;
  const answers = value as Partial<Record<Fact, unknown>>;
  for (const [fact, allowed] of Object.entries(CONDITION_VALUES) as [Fact, readonly string[]][]) {
    const answer = answers[fact];
    // An open list (the regions) takes any.
    if (typeof answer === 'string' && (allowed.length === 0 || allowed.includes(answer))) {
      situation[fact] = answer;
    }
  }
  return situation;
}
