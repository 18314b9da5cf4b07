import { serialToDate } from './dates';
import type { FieldName } from './roster';

/**
 * The text of a cell that a workbook keeps as a number: a СНИЛС that lost its leading zeros gets them
 * back, a day number becomes its date. Anything else stays as it is.
 */
export function restoreNumber(digits: string, field: FieldName): string {
  switch (field) {
    case 'childSnils':
    case 'parentSnils':
      // Shorter ones are not a СНИЛС at all: zeros would only hide that.
      return /^\d{8,10}$/.test(digits) ? digits.padStart(11, '0') : digits;
    case 'childBirthDate':
    case 'parentBirthDate':
      return serialToDate(digits) ?? digits;
    default:
      return digits;
  }
}
