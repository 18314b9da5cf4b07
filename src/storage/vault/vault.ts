import {
  IV_BYTES,
  MAX_SEALED_BYTES,
  MIN_ITERATIONS,
  readParts,
  SALT_BYTES,
  writeHeader,
  type Bytes,
} from './format';
import { canCompress, compress, decompress } from './gzip';
import { parseKeptClass, writeKeptClass, type KeptClass } from './kept-class';
import { normalizePassphrase } from './passphrase';
import { VaultError } from './vault-error';

/** A passphrase stretched with a salt. The key itself cannot be read out of the browser. */
export interface VaultKey {
  readonly key: CryptoKey;
  readonly salt: Bytes;
  readonly iterations: number;
}

/** JSON is several times longer than its gzip. */
const MAX_PLAIN_BYTES = 200_000_000;

/** Whether the browser lets this page encrypt: only in a secure context (https or localhost). */
export function canEncrypt(): boolean {
  // Typed as always there, but plain http pages have none.
  return (crypto as Partial<Crypto>).subtle !== undefined;
}

/**
 * Stretches a new passphrase with a new salt.
 * @param salt and iterations: given by tests alone
 * @throws VaultError `no-encryption`
 */
export async function newKey(
  passphrase: string,
  salt: Bytes = crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
  iterations: number = MIN_ITERATIONS,
): Promise<VaultKey> {
  if (!canEncrypt()) throw new VaultError('no-encryption');
  const password = new TextEncoder().encode(normalizePassphrase(passphrase));
  const material = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return { key, salt, iterations };
}

/**
 * Stretches a passphrase as that sealed list asks; whether it is the right one shows on opening.
 * @param minIterations lower in tests alone
 * @throws VaultError
 */
export function keyFor(
  sealed: Uint8Array,
  passphrase: string,
  minIterations?: number,
): Promise<VaultKey> {
  const { salt, iterations } = readParts(sealed, minIterations);
  return newKey(passphrase, salt, iterations);
}

/**
 * Seals a class, in the format of format.ts, and opens it again: what is returned has been
 * decrypted and compared.
 * @param iv given by tests alone: never use one twice
 * @throws VaultError `too-large`; Error when it did not open as it was
 */
export async function seal(
  kept: KeptClass,
  { key, salt, iterations }: VaultKey,
  iv: Bytes = crypto.getRandomValues(new Uint8Array(IV_BYTES)),
): Promise<Bytes> {
  const text = writeKeptClass(kept);
  const plain = new TextEncoder().encode(text);
  const gzipped = canCompress();
  const header = writeHeader({ gzipped, iterations, salt, iv });
  const body = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: header },
    key,
    gzipped ? await compress(plain) : plain,
  );
  const sealed = new Uint8Array(header.length + body.byteLength);
  sealed.set(header);
  sealed.set(new Uint8Array(body), header.length);
  if (plain.length > MAX_PLAIN_BYTES || sealed.length > MAX_SEALED_BYTES) {
    throw new VaultError('too-large');
  }
  if ((await decrypt(sealed, key, iterations)) !== text) {
    throw new Error('A sealed class did not open as it was');
  }
  return sealed;
}

/**
 * Opens what {@link seal} has sealed.
 * @param key of {@link keyFor}
 * @param minIterations lower in tests alone
 * @throws VaultError
 */
export async function openSealed(
  sealed: Uint8Array,
  { key }: VaultKey,
  minIterations = MIN_ITERATIONS,
): Promise<KeptClass> {
  const text = await decrypt(sealed, key, minIterations);
  const kept = parseKeptClass(parseJson(text));
  // The cipher vouches for every byte: what is not understood is no damage.
  if (kept === undefined) throw new VaultError('newer');
  return kept;
}

async function decrypt(sealed: Uint8Array, key: CryptoKey, minIterations: number): Promise<string> {
  const { iv, associated, body, gzipped } = readParts(sealed, minIterations);
  let payload: Bytes;
  try {
    payload = new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: associated }, key, body),
    );
  } catch (error) {
    throw new VaultError('passphrase-or-damage', error);
  }
  try {
    const plain = gzipped ? await decompress(payload, MAX_PLAIN_BYTES) : payload;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch (error) {
    throw new VaultError(error instanceof RangeError ? 'too-large' : 'newer', error);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new VaultError('newer', error);
  }
}
