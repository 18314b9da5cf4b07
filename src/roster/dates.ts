/** A calendar day; months count from 1. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const FORMS: readonly (readonly [
  RegExp,
  readonly ['year' | 'month' | 'day', 'month', 'year' | 'day'],
])[] = [
  [/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*г\.?)?$/, ['day', 'month', 'year']],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/, ['year', 'month', 'day']],
];

/**
 * Reads `31.01.2016`, `31/01/2016`, `31-01-2016` or `2016-01-31`.
 *
 * @returns undefined when it is none of these or there is no such day, as 31.02.
 */
export function parseDay(text: string): Day | undefined {
  for (const [form, order] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const day: Day = { year: 0, month: 0, day: 0 };
    order.forEach((part, i) => (day[part] = Number(match[i + 1])));
    return exists(day) ? day : undefined;
  }
  return undefined;
}

/** Whole years from one day to another; negative when `to` is earlier. */
export function yearsBetween(from: Day, to: Day): number {
  const before = to.month < from.month || (to.month === from.month && to.day < from.day);
  return to.year - from.year - (before ? 1 : 0);
}

/** True if `a` is later than `b`. */
export function isLater(a: Day, b: Day): boolean {
  return ordinal(a) > ordinal(b);
}

/** A number that equal days share and later days exceed. */
export function ordinal(day: Day): number {
  return day.year * 10_000 + day.month * 100 + day.day;
}

/** The local day of a `Date`, or of text that {@link parseDay} reads. */
export function toDay(value: Date | string): Day {
  if (typeof value === 'string') {
    const day = parseDay(value);
    if (!day) throw new RangeError(`Not a date: ${value}`);
    return day;
  }
  return { year: value.getFullYear(), month: value.getMonth() + 1, day: value.getDate() };
}

/** `31.01.2016`. */
export function formatDay({ year, month, day }: Day): string {
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** A spreadsheet's day number (1 is 1 January 1900) as text, for birth dates of people now alive. */
export function serialToDate(text: string): string | undefined {
  const serial = /^\d{4,5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  // From 1910 to 2064; a bare year such as 1985 is no day number.
  if (serial < 3654 || serial > 60_000) return undefined;
  const date = new Date(Date.UTC(1899, 11, 30 + serial));
  return formatDay({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  });
}

function exists({ year, month, day }: Day): boolean {
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
