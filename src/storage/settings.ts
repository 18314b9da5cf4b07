import { CONDITION_VALUES, type Fact, type Situation } from '../guide/guide';
import type { FamilyLink } from '../link/family-link';
import { withDatabase } from './database';

/** What the reader has answered; empty where nothing was kept or nothing can be read. */
export async function loadSituation(): Promise<Situation> {
  return parseSituation(await load('situation'));
}

/** @throws StorageError */
export function saveSituation(situation: Situation): Promise<void> {
  return save('situation', situation);
}

/** Folder of the region chosen last: `krasnoyarsk`. */
export async function loadRegion(): Promise<string | undefined> {
  const region = await load('region');
  return typeof region === 'string' ? region : undefined;
}

/** @throws StorageError */
export function saveRegion(region: string): Promise<void> {
  return save('region', region);
}

/** What the reader has kept from memos' links for this region: one for each child. */
export async function loadFamilies(region: string): Promise<FamilyLink[]> {
  const value = await load(`families ${region}`);
  return Array.isArray(value) ? value.flatMap((item: unknown) => parseFamily(item) ?? []) : [];
}

/** @throws StorageError */
export function saveFamilies(region: string, families: readonly FamilyLink[]): Promise<void> {
  return save(`families ${region}`, families);
}

/** Settings only spare a question: a page that cannot read them asks again. */
async function load(key: string): Promise<unknown> {
  try {
    return await withDatabase((database) => database.get('settings', key));
  } catch {
    return undefined;
  }
}

async function save(key: string, value: unknown): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction('settings', 'readwrite');
    await Promise.all([transaction.store.put(value, key), transaction.done]);
  });
}

/** Keeps the answers that this version of the site asks for. */
function parseSituation(value: unknown): Situation {
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

function parseFamily(value: unknown): FamilyLink | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { className, school, inviteCode } = value as Partial<Record<keyof FamilyLink, unknown>>;
  return typeof className === 'string' &&
    typeof school === 'string' &&
    typeof inviteCode === 'string'
    ? { className, school, inviteCode }
    : undefined;
}
