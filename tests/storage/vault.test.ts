import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIELDS, readRoster, type FieldName, type Roster } from '../../src/roster';
import { writeHeader } from '../../src/storage/vault/format';
import { compress, decompress } from '../../src/storage/vault/gzip';
import { parseRoster } from '../../src/storage/vault/parse-roster';
import { passphraseProblem } from '../../src/storage/vault/passphrase';
import { keyFor, newKey, openSealed, sealRoster } from '../../src/storage/vault/vault';
import { VaultError } from '../../src/storage/vault/vault-error';
import { fixture } from '../roster/lists';

const PASSPHRASE = 'тетрадь окно берёза трамвай';
const SALT = Uint8Array.from({ length: 16 }, (_, index) => index);
const IV = Uint8Array.from({ length: 12 }, (_, index) => 100 + index);
/**
 * An empty list sealed with the passphrase, salt and IV above at 600,000 iterations, computed by Node’s
 * own cipher and not by the code under test.
 */
const VECTOR =
  '50414d5941544b41010100000927c0000102030405060708090a0b0c0d0e0f6465666768696a6b6c6d6e6f' +
  '211d4c0de11834d1ca1f8cdf709983f3890770021435267d90331932404b5997019fa1f2d4595201';

/** Hundreds of derivations at the real count would take minutes. */
const FEW = 1000;

const { roster } = readRoster(fixture('4A-clean.csv'));
const empty = (): Roster => ({ columns: [], rows: [] });

const few = (): Promise<Awaited<ReturnType<typeof newKey>>> => newKey(PASSPHRASE, SALT, FEW);

/** The reason of the refusal, or what came instead. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error instanceof VaultError ? error.reason : error;
  }
}

const openFew = (sealed: Uint8Array): Promise<unknown> =>
  refusal(openSealed(sealed, PASSPHRASE, FEW));

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[bit >> 3]! ^= 1 << (bit & 7);
  return flipped;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a sealed list', () => {
  it('opens with its passphrase as it was', async () => {
    const sealed = await sealRoster(roster, PASSPHRASE);
    expect(await openSealed(sealed, PASSPHRASE)).toEqual(roster);
    expect(await openSealed(sealed, await keyFor(sealed, PASSPHRASE))).toEqual(roster);
    expect(await refusal(openSealed(sealed, `${PASSPHRASE}.`))).toBe('passphrase-or-damage');
  });

  it('opens with a passphrase that another keyboard wrote', async () => {
    const sealed = await sealRoster(roster, await newKey('мой тихий ёж', SALT, FEW));
    const decomposed = ' мой  тихий ёж '.normalize('NFD');
    expect(await openSealed(sealed, decomposed, FEW)).toEqual(roster);
  });

  it('has a new salt and a new IV each time', async () => {
    const [one, two] = await Promise.all([sealRoster(roster, 'a'), sealRoster(roster, 'a')]);
    expect(one.slice(15, 31)).not.toEqual(two.slice(15, 31));
    expect(one.slice(31, 43)).not.toEqual(two.slice(31, 43));
    const key = await few();
    const [three, four] = await Promise.all([sealRoster(roster, key), sealRoster(roster, key)]);
    expect(three.slice(31, 43)).not.toEqual(four.slice(31, 43));
  });

  it('is what format.ts says, read by other code: Node’s own cipher', async () => {
    const sealed = Buffer.from(await sealRoster(roster, PASSPHRASE));
    expect(sealed.toString('latin1', 0, 8)).toBe('PAMYATKA');
    expect([...sealed.subarray(8, 11)]).toEqual([1, 1, 1]);
    expect(sealed.readUInt32BE(11)).toBe(600_000);
    const key = pbkdf2Sync(PASSPHRASE, sealed.subarray(15, 31), 600_000, 32, 'sha256');
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(31, 43));
    cipher.setAAD(sealed.subarray(0, 43));
    cipher.setAuthTag(sealed.subarray(-16));
    const payload = Buffer.concat([cipher.update(sealed.subarray(43, -16)), cipher.final()]);
    expect(JSON.parse(gunzipSync(payload).toString('utf8'))).toEqual(roster);
  });

  it('equals the test vector', async () => {
    // Stored, since the bytes that gzip writes differ between engines.
    vi.stubGlobal('CompressionStream', undefined);
    const sealed = await sealRoster(empty(), await newKey(PASSPHRASE, SALT), IV);
    expect(Buffer.from(sealed).toString('hex')).toBe(VECTOR);
    expect(await openSealed(Buffer.from(VECTOR, 'hex'), PASSPHRASE)).toEqual(empty());
  });

  it('opens where the browser cannot decompress', async () => {
    const sealed = await sealRoster(roster, await few());
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await openSealed(sealed, PASSPHRASE, FEW)).toEqual(roster);
  });

  it('holds any text', async () => {
    const key = await few();
    const values = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, fc.string({ unit: 'grapheme' })])) as Record<
        FieldName,
        fc.Arbitrary<string>
      >,
      { noNullPrototype: true },
    );
    const row = fc.record({ line: fc.integer({ min: 1 }), values }, { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(fc.array(row), async (rows) => {
        const list: Roster = { columns: ['childName'], rows };
        expect(await openSealed(await sealRoster(list, key), key, FEW)).toEqual(list);
      }),
      { numRuns: 50 },
    );
  });
});

describe('damage', () => {
  it('of any single bit of the header is noticed', async () => {
    const sealed = await sealRoster(empty(), await few());
    const answers = new Map<unknown, number>();
    for (let bit = 0; bit < 43 * 8; bit += 1) {
      const answer = await openFew(flip(sealed, bit));
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
    // 8 bytes of the name; 7 bits make the version newer.
    expect(Object.fromEntries(answers)).toEqual({
      'not-a-backup': 64,
      newer: 7,
      'passphrase-or-damage': 344 - 64 - 7,
    });
  }, 60_000);

  it('of any of 500 bits of the body and of every bit of the tag is noticed', async () => {
    const key = await few();
    const sealed = await sealRoster(roster, key);
    const first = 43 * 8;
    const bits = sealed.length * 8;
    const body = Array.from(
      { length: 500 },
      (_, n) => first + Math.floor((n * (bits - first)) / 500),
    );
    const tag = Array.from({ length: 128 }, (_, n) => bits - 1 - n);
    const answers = await Promise.all(
      [...body, ...tag].map((bit) => refusal(openSealed(flip(sealed, bit), key, FEW))),
    );
    expect(new Set(answers)).toEqual(new Set(['passphrase-or-damage']));
  });

  it('by cutting it short anywhere, or adding to it, is noticed', async () => {
    const key = await few();
    const sealed = await sealRoster(empty(), key);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await refusal(openSealed(sealed.subarray(0, length), key, FEW))).toBe(
        length < 8 ? 'not-a-backup' : 'passphrase-or-damage',
      );
    }
    const longer = Uint8Array.from([...sealed, 0]);
    expect(await refusal(openSealed(longer, key, FEW))).toBe('passphrase-or-damage');
  });

  it('cannot make the key cheap, or the page hang', async () => {
    const sealed = await sealRoster(empty(), await few());
    expect(await refusal(openSealed(sealed, PASSPHRASE))).toBe('passphrase-or-damage');
    sealed.fill(255, 11, 15);
    expect(await openFew(sealed)).toBe('passphrase-or-damage');
  });

  it.each(['the browser', 'a library'])('with a bomb in it is stopped by %s', async (by) => {
    const bomb = await compress(new Uint8Array(10_000_000));
    if (by === 'a library') vi.stubGlobal('DecompressionStream', undefined);
    await expect(decompress(bomb, 1_000_000)).rejects.toThrow(RangeError);
    expect(await decompress(bomb, 10_000_000)).toHaveLength(10_000_000);
  });

  it('is told apart from another kind of file', async () => {
    expect(await openFew(fixture('4A-clean.csv'))).toBe('not-a-backup');
    expect(await openFew(new Uint8Array())).toBe('not-a-backup');
  });
});

describe('what was sealed by other hands', () => {
  /** Seals any bytes with the right key. */
  async function seal(payload: Uint8Array<ArrayBuffer>, gzipped: boolean): Promise<Uint8Array> {
    const { key } = await few();
    const header = writeHeader({ gzipped, iterations: FEW, salt: SALT, iv: IV });
    const body = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: IV, additionalData: header },
      key,
      payload,
    );
    return Uint8Array.from([...header, ...new Uint8Array(body)]);
  }

  it.each([
    'null',
    '[]',
    '{"columns":[],"rows":[{}]}',
    '{"columns":["height"],"rows":[]}',
    '{"columns":[],"rows":[],"more":1}',
    '{"columns":[],"rows":[{"line":1,"values":{"childName":1}}]}',
    '{"columns":[],"rows":[{"line":1,"values":{"__proto__":{}}}]}',
    '{"columns":[]',
  ])('is not taken for a list: %s', async (json) => {
    expect(await openFew(await seal(new TextEncoder().encode(json), false))).toBe('newer');
  });

  it('is not taken when it is not the gzip that it says', async () => {
    expect(await openFew(await seal(new Uint8Array(100), true))).toBe('newer');
  });

  it('may lack a field that this version has', () => {
    const list = parseRoster({ columns: [], rows: [{ line: 2, values: { childName: 'Аня' } }] });
    expect(list?.rows[0]?.values).toEqual({
      ...Object.fromEntries(FIELDS.map((field) => [field, ''])),
      childName: 'Аня',
    });
  });
});

it('refuses to seal what it could not open again', async () => {
  const strange = { ...empty(), more: 1 };
  await expect(sealRoster(strange, await few())).rejects.toThrow('did not open');
});

it('says why nothing can be sealed on a plain http page', async () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
  await expect(sealRoster(empty(), PASSPHRASE)).rejects.toThrow('https://');
});

it('asks for a passphrase of twelve characters that are not the same', () => {
  expect(passphraseProblem('одиннадцать')).toContain('сейчас 11');
  expect(passphraseProblem('      a      ')).toContain('сейчас 1');
  expect(passphraseProblem('121212121212')).toContain('повторяются');
  expect(passphraseProblem('двенадцать !')).toBeUndefined();
});
