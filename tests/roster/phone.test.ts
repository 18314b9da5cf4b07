import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatPhone, normalizePhone } from '../../src/roster';
import { readPhone } from '../../src/roster/phone';
import subset from '../../src/roster/phone-metadata.json';

test.each([
  '+7 (970) 100-06-83',
  '8 (970) 100-06-83',
  '89701000683',
  '79701000683',
  '9701000683',
  '+7 970 100 06 83',
  '8-970-100-06-83',
])('%s is one and the same number', (text) => {
  expect(normalizePhone(text)).toBe('+79701000683');
  expect(formatPhone(text)).toBe('+7 970 100-06-83');
});

test.each([
  ['+375 29 123-45-67', '+375291234567'],
  ['375291234567', '+375291234567'],
  ['8 10 375 29 1234567', '+375291234567'],
  ['+998 90 123 45 67', '+998901234567'],
  ['8 701 123 45 67', '+77011234567'],
])('%s from abroad is read', (text, number) => {
  expect(readPhone(text)).toEqual({ number });
});

test.each([
  ['+7 912 34', 'short'],
  ['123', 'short'],
  ['+7 912 345-67-890', 'long'],
  ['89161234567 мама', 'signs'],
  ['8916… мама', 'signs'],
  ['8916123456О', 'signs'],
  ['8 916 123-45-67, 8 917 123-45-67', 'several'],
  ['89161234567 89171234567', 'several'],
  ['7,91612E+10', 'scientific'],
  ['8 (3452) 12-34-56', 'not-mobile'],
  ['+1 202 555 01 23', 'unknown-country'],
  ['+7 216 123-45-67', 'unknown'],
])('%s: %s', (text, problem) => {
  expect(readPhone(text).problem).toBe(problem);
});

test('the subset of metadata is that of the installed library', () => {
  const path = new URL('../../node_modules/libphonenumber-js/metadata.min.json', import.meta.url);
  const full = JSON.parse(readFileSync(path, 'utf8')) as typeof subset;
  const countries = Object.keys(subset.countries);
  const pick = <T>(record: Record<string, T>, keep: (key: string, value: T) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([key, value]) => keep(key, value)));
  expect(subset.version).toBe(full.version);
  expect(subset.countries).toEqual(pick(full.countries, (country) => countries.includes(country)));
  expect(subset.country_calling_codes).toEqual(
    pick(full.country_calling_codes as Record<string, string[]>, (_, [country = '']) =>
      countries.includes(country),
    ),
  );
});
