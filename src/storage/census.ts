/**
 * How many records a store should hold, and which: written in the same transaction as the
 * records, so that a difference is damage and never a race.
 */
export interface Census {
  /** When the database was made, in milliseconds: tells it from one made after a loss. */
  birth: number;
  count: number;
  /** All keys, hashed and joined by XOR: the order of writing does not matter. */
  digest: number;
}

export type Key = readonly string[];

export function emptyCensus(): Census {
  return { birth: Date.now(), count: 0, digest: 0 };
}

/** The census after the key was added (`change` 1) or removed (−1). */
export function countKey(census: Census, key: Key, change: 1 | -1): Census {
  return { ...census, count: census.count + change, digest: census.digest ^ hash(key) };
}

/** The census of these keys, in a database of that birth. */
export function takeCensus(keys: readonly Key[], birth: number): Census {
  return keys.reduce<Census>((census, key) => countKey(census, key, 1), {
    birth,
    count: 0,
    digest: 0,
  });
}

/** FNV-1a over the code points; \0 cannot stand in a key. */
function hash(key: Key): number {
  let value = 0x811c9dc5;
  for (const character of key.join('\0')) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value | 0;
}
