import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay, serialToDate, toDay, yearsBetween } from '../../src/roster/dates';

test.each([
  '31.01.2016',
  '31/01/2016',
  '31-01-2016',
  '2016-01-31',
  '2016-01-31T00:00:00Z',
  '31.1.2016 г.',
])('%s is read', (text) => {
  expect(parseDay(text)).toEqual({ year: 2016, month: 1, day: 31 });
});

test.each(['31.02.1985', '29.02.2015', '00.01.2016', '01.13.2016', '12.03.85', '2016', 'мая', ''])(
  '«%s» is no day',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);

test('whole years are counted to the day', () => {
  const born = toDay('29.02.2012');
  expect(yearsBetween(born, toDay('28.02.2026'))).toBe(13);
  expect(yearsBetween(born, toDay('01.03.2026'))).toBe(14);
  expect(yearsBetween(toDay('02.01.2026'), toDay('01.01.2026'))).toBe(-1);
});

test('a day number of a spreadsheet is a date, a year is not', () => {
  expect(serialToDate('42692')).toBe('18.11.2016');
  expect(serialToDate('1985')).toBeUndefined();
  expect(formatDay({ year: 2016, month: 2, day: 3 })).toBe('03.02.2016');
});

test('a day is read exactly when it agrees with the calendar', () => {
  const part = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(part(33), part(14), fc.integer({ min: 1890, max: 2110 }), (day, month, year) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(parseDay(formatDay({ year, month, day })) !== undefined).toBe(real);
    }),
  );
});
