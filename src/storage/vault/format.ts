/**
 * A sealed class list, in a file or in the database. Version 1, numbers big-endian:
 *
 * | offset | bytes | what                                                              |
 * |-------:|------:|-------------------------------------------------------------------|
 * |      0 |     8 | `PAMYATKA` in ASCII                                               |
 * |      8 |     1 | version: 1                                                        |
 * |      9 |     1 | key derivation: 1 = PBKDF2-HMAC-SHA-256                           |
 * |     10 |     1 | payload: 0 = stored, 1 = gzip                                     |
 * |     11 |     4 | iterations, from 600,000 (OWASP, 2023) to 10,000,000              |
 * |     15 |    16 | salt, random                                                      |
 * |     31 |    12 | IV, random and new each time a list is sealed                     |
 * |     43 |  16 + | AES-256-GCM of the payload, its 128-bit tag at the end            |
 *
 * Bytes 0–42 are the associated data. The payload is the UTF-8 JSON of a KeptClass, its members in the
 * order of kept-class.ts; one with members that this version does not know is refused, not cut. The
 * passphrase is normalised (NFKC, no space at its ends, one between words) and used as UTF-8. Any
 * change of meaning raises the version. Test vectors: tests/storage/vault.test.ts.
 * The length of a file tells roughly how long the list is; nothing else can be read without the key.
 */
import { VaultError } from './vault-error';

const MAGIC = new TextEncoder().encode('PAMYATKA');
const VERSION = 1;
const PBKDF2_SHA_256 = 1;

export const MIN_ITERATIONS = 600_000;
/** More would be a way to hang the page. */
const MAX_ITERATIONS = 10_000_000;

export const SALT_BYTES = 16;
export const IV_BYTES = 12;
const TAG_BYTES = 16;
const AT = { version: 8, kdf: 9, compression: 10, iterations: 11, salt: 15, iv: 31, body: 43 };

/** Room for 100,000 rows, even where the browser cannot compress. */
export const MAX_SEALED_BYTES = 100_000_000;

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Header {
  gzipped: boolean;
  iterations: number;
  salt: Bytes;
  iv: Bytes;
}

export interface SealedParts extends Header {
  /** The header as it stands in the file. */
  associated: Bytes;
  /** Ciphertext and tag. */
  body: Bytes;
}

export function writeHeader({ gzipped, iterations, salt, iv }: Header): Bytes {
  const bytes = new Uint8Array(AT.body);
  bytes.set(MAGIC);
  bytes[AT.version] = VERSION;
  bytes[AT.kdf] = PBKDF2_SHA_256;
  bytes[AT.compression] = gzipped ? 1 : 0;
  new DataView(bytes.buffer).setUint32(AT.iterations, iterations);
  bytes.set(salt, AT.salt);
  bytes.set(iv, AT.iv);
  return bytes;
}

/** Whether these are the first bytes of a sealed list, whole or not. */
export function isSealed(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * Takes a sealed list apart, having looked at everything that can be judged without the key.
 * @param minIterations lower in tests alone
 * @throws VaultError
 */
export function readParts(bytes: Uint8Array, minIterations = MIN_ITERATIONS): SealedParts {
  if (!isSealed(bytes)) throw new VaultError('not-a-backup');
  if (bytes.length > MAX_SEALED_BYTES) throw new VaultError('too-large');
  if (Number(bytes[AT.version]) > VERSION) throw new VaultError('newer');
  if (bytes.length < AT.body + TAG_BYTES) throw new VaultError('passphrase-or-damage');

  // Copied, since a Buffer's own `slice` would share its memory.
  const own = new Uint8Array(bytes);
  const associated = own.slice(0, AT.body);
  const compression = associated[AT.compression];
  const iterations = new DataView(associated.buffer).getUint32(AT.iterations);
  const isPossible =
    associated[AT.version] === VERSION &&
    associated[AT.kdf] === PBKDF2_SHA_256 &&
    (compression === 0 || compression === 1) &&
    iterations >= minIterations &&
    iterations <= MAX_ITERATIONS;
  if (!isPossible) throw new VaultError('passphrase-or-damage');
  return {
    gzipped: compression === 1,
    iterations,
    salt: associated.slice(AT.salt, AT.iv),
    iv: associated.slice(AT.iv),
    associated,
    body: own.slice(AT.body),
  };
}
