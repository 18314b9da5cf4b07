import * as words from '../../messages/ru/vault';

/**
 * Why a list could not be sealed or opened. `passphrase-or-damage`: the cipher gives one answer to
 * both. `newer`: whole, but written by a later version of the site.
 */
export type VaultFault =
  'passphrase-or-damage' | 'not-a-backup' | 'newer' | 'too-large' | 'no-encryption';

const MESSAGES: Record<VaultFault, string> = {
  'passphrase-or-damage': words.notOpened,
  'not-a-backup': words.notOurFile,
  newer: words.newerVersion,
  'too-large': words.tooBig,
  'no-encryption': words.noEncryption,
};

/** The one error of this folder, with a Russian message that says what to do. */
export class VaultError extends Error {
  override name = 'VaultError';
  readonly reason: VaultFault;

  constructor(reason: VaultFault, cause?: unknown) {
    super(MESSAGES[reason], { cause });
    this.reason = reason;
  }
}
