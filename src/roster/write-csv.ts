import { ROLE_TITLES } from './columns';
import type { Roster } from './roster';

/**
 * A class list as CSV that Excel on a Russian Windows opens as it is: a byte-order mark, `;`, CRLF.
 * Reading it back gives the same columns and values.
 *
 * A cell that a spreadsheet would calculate (beginning with `=`, `+`, `-` or `@`) gets an apostrophe in
 * front, which reading takes off. A phone such as `+7 (900) 000-00-00` stays as it is, since nothing
 * in it can be a formula.
 */
export function writeCsv(roster: Roster): string {
  const header = roster.columns.map((field) => ROLE_TITLES[field]);
  const rows = roster.rows.map((row) => roster.columns.map((field) => row.values[field]));
  return formatCsv([header, ...rows]);
}

/** Any table as CSV, as {@link writeCsv} writes it. */
export function formatCsv(table: readonly (readonly string[])[]): string {
  const lines = table.map((cells) => `${cells.map((cell) => quote(guard(cell))).join(';')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}

/** Digits and the signs of a phone number cannot call a function or refer to a cell. */
const HARMLESS = /^[+-][\d\s()+-]*$/;

function guard(value: string): string {
  return /^'*[=+\-@]/.test(value) && !HARMLESS.test(value) ? `'${value}` : value;
}

function quote(value: string): string {
  return /[;"\r\n\t,]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
