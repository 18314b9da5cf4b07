export { MAX_SEALED_BYTES, readParts, type Bytes } from './format';
export { passphraseProblem } from './passphrase';
export { canEncrypt, keyFor, newKey, openSealed, sealRoster, type VaultKey } from './vault';
export { VaultError } from './vault-error';
