import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';

// Russia and the countries that pupils' families mostly come from; a test compares it with the library's.
import metadata from './phone-metadata.json';

/** What can be wrong with a written phone number. */
export type PhoneProblem =
  | 'signs'
  | 'scientific'
  | 'several'
  | 'short'
  | 'long'
  | 'not-mobile'
  | 'unknown-country'
  | 'unknown';

export interface PhoneReading {
  /** E.164, when it is a number that can be called; spellings of one number read alike. */
  number?: string;
  problem?: PhoneProblem;
}

const CALLING_CODES = Object.keys(metadata.country_calling_codes);

/** Reads one phone number in any usual spelling: `8 (916) 123-45-67`, `+79161234567`, `916 123 45 67`. */
export function readPhone(text: string): PhoneReading {
  if (text === '') return {};
  const bare = text.replace(/[\s()\-–—‑.]/g, '');
  const russian = /^(?:\+?7|8)?(9\d{9})$/.exec(bare);
  if (russian) return { number: `+7${russian[1] ?? ''}` };
  if (!/^\+?\d+$/.test(bare)) return { problem: problemOfSigns(text) };

  const digits = bare.replace(/\D/g, '');
  if (digits.length >= 20) return { problem: 'several' };
  if (digits.length < 10) return { problem: 'short' };
  if (digits.length > 15) return { problem: 'long' };

  const parsed = parsePhoneNumberFromString(
    international(bare, digits),
    'RU',
    metadata as unknown as MetadataJson,
  );
  if (parsed?.isValid()) {
    const landline = parsed.countryCallingCode === '7' && !/^[79]/.test(parsed.nationalNumber);
    return { number: parsed.number, ...(landline && { problem: 'not-mobile' as const }) };
  }
  if (bare.startsWith('+') && !CALLING_CODES.some((code) => digits.startsWith(code))) {
    return { number: `+${digits}`, problem: 'unknown-country' };
  }
  if (/^[78]/.test(digits)) return { problem: digits.length > 11 ? 'long' : 'unknown' };
  return { problem: 'unknown' };
}

/** E.164, or '' for what is no phone number. */
export function normalizePhone(text: string): string {
  return readPhone(text).number ?? '';
}

/** `+7 916 123-45-67`; text that is no Russian number comes back as it is. */
export function formatPhone(text: string): string {
  return (
    normalizePhone(text).replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4') || text
  );
}

/** Adds the plus that people leave out: `375…`, `00 375…`, `810 375…`. */
function international(bare: string, digits: string): string {
  if (bare.startsWith('+')) return bare;
  const abroad = /^(?:810|00)(\d+)$/.exec(digits)?.[1];
  if (abroad) return `+${abroad}`;
  const foreign = digits.length > 11 && CALLING_CODES.some((code) => digits.startsWith(code));
  return foreign ? `+${digits}` : bare;
}

function problemOfSigns(text: string): PhoneProblem {
  if (/^\d+[.,]\d+e\+?\d+$/i.test(text)) return 'scientific';
  const numbers = text
    .split(/[,;/]|\sи\s|\sили\s/)
    .filter((part) => part.replace(/\D/g, '').length > 5);
  return numbers.length > 1 ? 'several' : 'signs';
}
