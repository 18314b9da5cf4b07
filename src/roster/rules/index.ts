import { dateInvalid } from './dates';
import { emailInvalid } from './emails';
import { fieldMissing, parentMissing } from './fields';
import { inviteCodeAmbiguous, inviteCodeDuplicate, inviteCodeMissing } from './invite-codes';
import { loginFormat, loginMissing } from './login';
import { nameMixedAlphabet, surnameDiffers } from './names';
import { phoneDuplicate, phoneInvalid, phoneRequiredWithoutSnils } from './phones';
import { profileDuplicate } from './profiles';
import type { Rule } from './rule';
import { snilsDuplicate, snilsInvalid, snilsSharedWithChild } from './snils';

/** Every rule of the audit, what blocks most first; findings of one line keep this order. */
export const RULES: readonly Rule[] = [
  parentMissing,
  fieldMissing,
  loginMissing,
  snilsInvalid,
  snilsSharedWithChild,
  snilsDuplicate,
  phoneRequiredWithoutSnils,
  phoneInvalid,
  phoneDuplicate,
  dateInvalid,
  nameMixedAlphabet,
  emailInvalid,
  inviteCodeMissing,
  inviteCodeDuplicate,
  inviteCodeAmbiguous,
  profileDuplicate,
  loginFormat,
  surnameDiffers,
];
