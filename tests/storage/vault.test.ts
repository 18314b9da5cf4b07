import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FIELDS, readRoster, type FieldName, type Roster } from '../../src/roster';
import { writeHeader } from '../../src/storage/vault/format';
import { compress, decompress } from '../../src/storage/vault/gzip';
import { parseKeptClass, type KeptClass } from '../../src/storage/vault/kept-class';
import { passphraseProblem, passphraseStrength } from '../../src/storage/vault/passphrase';
import { keyFor, newKey, openSealed, seal as sealClass } from '../../src/storage/vault/vault';
import { VaultError } from '../../src/storage/vault/vault-error';
import { fixture } from '../roster/lists';

const PASSPHRASE = 'тетрадь окно берёза трамвай';
const SALT = Uint8Array.from({ length: 16 }, (_, index) => index);
const IV = Uint8Array.from({ length: 12 }, (_, index) => 100 + index);
/**
 * An empty class «4А» sealed with the passphrase, salt and IV above at 600,000 iterations, computed by Node’s
 * own cipher and not by the code under test.
 */
const VECTOR =
  '50414d5941544b41010100000927c0000102030405060708090a0b0c0d0e0f6465666768696a6b6c6d6e6f' +
  '211d4103e0087b859b0966140f9983f3890377455c4c417b3287645ff8242d687cf35220db3989115f9ff2' +
  'c8dbd1db9020fc20a69485730fbd329e5ef6d32cf480f3fe35d38d6f2081f1ced43f4c284d964b93358067' +
  '14daf5';

/** Hundreds of derivations at the real count would take minutes. */
const FEW = 1000;

const { roster, notes } = readRoster(fixture('4A-clean.csv'));
const kept = (list: Roster): KeptClass => ({ name: '4А', roster: list, notes: [], unchosen: [] });
const empty = (): KeptClass => kept({ columns: [], rows: [] });

/** Everything that can be kept, its members in another order than they are written in. */
const full: KeptClass = {
  unread: { report: 'Ученик\tДата входа', list: 'Ученик\nКим Ян' },
  before: [{ message: 'У родителя нет логина.', who: '4А, Ким Ян', key: 'ким ян\nlogin-missing' }],
  unchosen: [0, 2],
  forWhom: { 'Лю Вэй': 'Лю Вэя' },
  snapshots: [
    { stages: { 'signed-in': 3 }, rows: 30, ready: 22, children: 25, date: '2026-11-23' },
  ],
  resolutions: { 'Иванов Пётр|\nsnils-invalid parentSnils\n***-89 10': 'иностранный документ' },
  notes: [...notes, { kind: 'row-skipped', line: 7, message: 'Строка 7: пустая.' }],
  roster: {
    columns: roster.columns,
    rows: roster.rows.map((row, index) =>
      index === 0 ? { ...row, stages: ['account', 'chat'], sheet: '4А' } : row,
    ),
  },
  name: '4А',
};

const few = (): Promise<Awaited<ReturnType<typeof newKey>>> => newKey(PASSPHRASE, SALT, FEW);

/** The reason of the refusal, or what came instead. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error instanceof VaultError ? error.reason : error;
  }
}

async function open(
  sealed: Uint8Array,
  passphrase: string,
  minIterations?: number,
): Promise<unknown> {
  return openSealed(sealed, await keyFor(sealed, passphrase, minIterations), minIterations);
}

const openFew = (sealed: Uint8Array): Promise<unknown> => refusal(open(sealed, PASSPHRASE, FEW));

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
    const sealed = await sealClass(full, await newKey(PASSPHRASE));
    expect(await open(sealed, PASSPHRASE)).toEqual(full);
    expect(await refusal(open(sealed, `${PASSPHRASE}.`))).toBe('passphrase-or-damage');
  });

  it('opens with a passphrase that another keyboard wrote', async () => {
    const sealed = await sealClass(full, await newKey('мой тихий ёж', SALT, FEW));
    const decomposed = ' мой  тихий ёж '.normalize('NFD');
    expect(await open(sealed, decomposed, FEW)).toEqual(full);
  });

  it('has a new salt and a new IV each time', async () => {
    const [one, two] = await Promise.all([
      sealClass(full, await newKey('a', undefined, FEW)),
      sealClass(full, await newKey('a', undefined, FEW)),
    ]);
    expect(one.slice(15, 31)).not.toEqual(two.slice(15, 31));
    expect(one.slice(31, 43)).not.toEqual(two.slice(31, 43));
    const key = await few();
    const [three, four] = await Promise.all([sealClass(full, key), sealClass(full, key)]);
    expect(three.slice(31, 43)).not.toEqual(four.slice(31, 43));
  });

  it('is what format.ts says, read by other code: Node’s own cipher', async () => {
    const sealed = Buffer.from(await sealClass(full, await newKey(PASSPHRASE)));
    expect(sealed.toString('latin1', 0, 8)).toBe('PAMYATKA');
    expect([...sealed.subarray(8, 11)]).toEqual([1, 1, 1]);
    expect(sealed.readUInt32BE(11)).toBe(600_000);
    const key = pbkdf2Sync(PASSPHRASE, sealed.subarray(15, 31), 600_000, 32, 'sha256');
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(31, 43));
    cipher.setAAD(sealed.subarray(0, 43));
    cipher.setAuthTag(sealed.subarray(-16));
    const payload = Buffer.concat([cipher.update(sealed.subarray(43, -16)), cipher.final()]);
    expect(JSON.parse(gunzipSync(payload).toString('utf8'))).toEqual(full);
  });

  it('equals the test vector', async () => {
    // Stored, since the bytes that gzip writes differ between engines.
    vi.stubGlobal('CompressionStream', undefined);
    const sealed = await sealClass(empty(), await newKey(PASSPHRASE, SALT), IV);
    expect(Buffer.from(sealed).toString('hex')).toBe(VECTOR);
    expect(await open(Buffer.from(VECTOR, 'hex'), PASSPHRASE)).toEqual(empty());
  });

  it('opens where the browser cannot decompress', async () => {
    const sealed = await sealClass(full, await few());
    vi.stubGlobal('DecompressionStream', undefined);
    expect(await open(sealed, PASSPHRASE, FEW)).toEqual(full);
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
        const list = kept({ columns: ['childName'], rows });
        expect(await openSealed(await sealClass(list, key), key, FEW)).toEqual(list);
      }),
      { numRuns: 50 },
    );
  });
});

describe('damage', () => {
  it('of any single bit of the header is noticed', async () => {
    const sealed = await sealClass(empty(), await few());
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
    const sealed = await sealClass(full, key);
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
    const sealed = await sealClass(empty(), key);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(await refusal(openSealed(sealed.subarray(0, length), key, FEW))).toBe(
        length < 8 ? 'not-a-backup' : 'passphrase-or-damage',
      );
    }
    const longer = Uint8Array.from([...sealed, 0]);
    expect(await refusal(openSealed(longer, key, FEW))).toBe('passphrase-or-damage');
  });

  it('cannot make the key cheap, or the page hang', async () => {
    const sealed = await sealClass(empty(), await few());
    expect(await refusal(open(sealed, PASSPHRASE))).toBe('passphrase-or-damage');
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
  const whole = (roster: object): string =>
    JSON.stringify({ ...empty(), roster: { columns: [], rows: [], ...roster } });

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
    '{"roster":{"columns":[],"rows":[]}}',
    whole({ rows: [{}] }),
    whole({ columns: ['height'] }),
    whole({ more: 1 }),
    whole({ rows: [{ line: 1, values: { childName: 1 } }] }),
    whole({ rows: [{ line: 1, values: {}, stages: ['won'] }] }),
    whole({}).replace('"rows":[]', '"rows":[{"line":1,"values":{"__proto__":{}}}]'),
    whole({}).slice(1),
  ])('is not taken for a list: %s', async (json) => {
    expect(await openFew(await seal(new TextEncoder().encode(json), false))).toBe('newer');
  });

  it('is not taken when it is not the gzip that it says', async () => {
    expect(await openFew(await seal(new Uint8Array(100), true))).toBe('newer');
  });

  it('may lack a field that this version has', () => {
    const rows = [{ line: 2, values: { childName: 'Аня' } }];
    const list = parseKeptClass({ ...empty(), roster: { columns: [], rows } });
    expect(list?.roster.rows[0]?.values).toEqual({
      ...Object.fromEntries(FIELDS.map((field) => [field, ''])),
      childName: 'Аня',
    });
  });
});

it('refuses to seal what it could not open again', async () => {
  const strange = { ...empty(), more: 1 };
  await expect(sealClass(strange, await few())).rejects.toThrow('could not be opened');
});

it('says why nothing can be sealed on a plain http page', async () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
  await expect(newKey(PASSPHRASE)).rejects.toThrow('https://');
});

describe('a new passphrase', () => {
  it('has twelve characters at least', () => {
    expect(passphraseProblem('одиннадцать')).toContain('сейчас 11');
    expect(passphraseProblem('      a      ')).toContain('сейчас 1');
  });

  it.each([
    '121212121212',
    'йцукенгшщзхъ',
    'qwertyuiop12',
    'абвгдеёжзийк',
    'пароль пароль пароль',
    'школа класс 2026',
    'aaaaaaaaaaaaaaaaaaaa',
    'длинноеслово',
  ])('that is among the first to be tried is refused: %s', (passphrase) => {
    expect(passphraseProblem(passphrase)).toContain('легко угадать');
  });

  it.each([
    ['тетрадь окно берёза трамвай', 'fair'],
    ['тетрадь окно берёза трамвай укроп жираф', 'strong'],
    ['x7#Kq2!vTz9$mLw4', 'fair'],
    ['x7#Kq2!vTz9$mLw4&hR8', 'strong'],
  ])('is told how good it is: %s', (passphrase, strength) => {
    expect(passphraseProblem(passphrase)).toBeUndefined();
    expect(passphraseStrength(passphrase)).toBe(strength);
  });
});
