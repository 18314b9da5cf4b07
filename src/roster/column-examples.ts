import { maskSnils } from './snils';
import type { TableRow } from './table';

/** Enough to know a column by. */
const EXAMPLES = 3;

/**
 * The first cells of a column under the header that are not empty. СНИЛС is masked, whether they are
 * taken as such or the column is only called so.
 * @param headerLine line of the header; 0 where there is none
 */
export function columnExamples(
  rows: readonly TableRow[],
  headerLine: number,
  { index, title, role }: { index: number; title: string; role: string },
): string[] {
  const mask = (cell: string): string =>
    role.endsWith('Snils') || (/снилс/i.test(title) && /\d/.test(cell)) ? maskSnils(cell) : cell;
  return rows
    .filter(({ line }) => line > headerLine)
    .map(({ cells }) => cells[index] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, EXAMPLES)
    .map(mask);
}
