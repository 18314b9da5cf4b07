import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatSnils,
  isSnilsValid,
  maskSnils,
  normalizeSnils,
  snilsProblem,
} from '../../src/roster';
import { controlNumber } from '../../src/roster/snils';

/** A number above 001-001-998 with its control number, as eleven digits. */
const valid = fc
  .integer({ min: 1_001_999, max: 999_999_998 })
  .map((number) => String(number).padStart(9, '0'))
  .filter((digits) => !/^(\d)\1{8}$/.test(digits))
  .map((digits) => digits + controlNumber(digits));

// Published examples: the sum below 100, 100 or 101 (control 00), and above.
test.each(['112-233-445 95', '087-654-303 00', '001-001-999 65', '079-644-514 10'])(
  '%s is right',
  (text) => {
    expect(snilsProblem(text)).toBeUndefined();
  },
);

test.each([
  ['194-713-644 98', 'control'],
  ['006-976-207', 'length'],
  ['123456789012', 'length'],
  ['697620767', 'zeros-lost'],
  ['6.97621E+09', 'scientific'],
  ['6,97621E+09', 'scientific'],
  ['111-111-111 45', 'repeated'],
  ['000-000-000 00', 'repeated'],
  ['112-233-445 9О', 'signs'],
  ['112-233-445 95 мама', 'signs'],
])('%s: %s', (text, problem) => {
  expect(snilsProblem(text)).toBe(problem);
});

test('up to 001-001-998 any control number passes', () => {
  expect(isSnilsValid('001-001-998 77')).toBe(true);
  expect(isSnilsValid('001-001-999 77')).toBe(false);
});

test('an empty one is no problem and not valid', () => {
  expect(snilsProblem('')).toBeUndefined();
  expect(isSnilsValid('')).toBe(false);
});

test('one wrong digit is always found, since the weights are below 101', () => {
  const wrong = fc.record({
    snils: valid,
    at: fc.integer({ min: 0, max: 8 }),
    by: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(wrong, ({ snils, at, by }) => {
      const digits = [...snils];
      digits[at] = String((Number(digits[at]) + by) % 10);
      const changed = digits.join('');
      fc.pre(Number(changed.slice(0, 9)) > 1_001_998);
      // 100 and 0 share the control number 00: the only change that can hide.
      fc.pre(!(controlNumber(changed) === '00' && controlNumber(snils) === '00'));
      expect(isSnilsValid(changed)).toBe(false);
    }),
  );
});

test('spelling does not matter', () => {
  fc.assert(
    fc.property(valid, fc.constantFrom('', ' ', '-', '–'), (snils, separator) => {
      const spelled = snils.replace(
        /^(...)(...)(...)/,
        `$1${separator}$2${separator}$3${separator}`,
      );
      expect(isSnilsValid(spelled)).toBe(true);
      expect(normalizeSnils(spelled)).toBe(snils);
      expect(normalizeSnils(formatSnils(spelled))).toBe(snils);
    }),
  );
});

test('masking shows the end of a complete number and hides the rest', () => {
  expect(maskSnils('11223344595')).toBe('•••-•••-445 95');
  expect(maskSnils('')).toBe('');
  expect(maskSnils('12345')).toBe('•••45');
});
