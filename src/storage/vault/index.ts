export { isSealed, MAX_SEALED_BYTES, readParts, type Bytes } from './format';
export { isSameClass, type KeptClass } from './kept-class';
export { passphraseProblem, passphraseStrength, type Strength } from './passphrase';
export { canEncrypt, keyFor, newKey, openSealed, seal, type VaultKey } from './vault';
export { VaultError } from './vault-error';
