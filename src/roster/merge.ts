import type { RosterComparison } from './compare';
import { FIELDS, type Roster, type RosterRow } from './roster';

export interface MergeOptions {
  /** Whether rows that the new list does not have stay, at its end. */
  keepMissing: boolean;
}

/**
 * The list after an import: in the order of the new one, which says all that it has a column for. The
 * other values of a known row stay. Rows that stay get line numbers after the last one, so that no
 * two rows are taken for one.
 *
 * @param comparison what `compareRosters` said about these two lists, the same objects
 */
export function mergeRosters(
  previous: Roster,
  next: Roster,
  comparison: RosterComparison,
  { keepMissing }: MergeOptions,
): Roster {
  const known = new Map<RosterRow, RosterRow[]>();
  for (const pair of [...comparison.unchanged, ...comparison.changed]) {
    const there = known.get(pair.next);
    if (there) there.push(pair.previous);
    else known.set(pair.next, [pair.previous]);
  }
  const rows = next.rows.flatMap((row) => {
    const olds = known.get(row);
    // A row that the comparison says nothing of is a new one: none is ever dropped.
    return olds ? olds.map((old) => mergeRow(old, row, next)) : [row];
  });
  if (keepMissing) {
    let line = lastLine(rows);
    for (const { sheet: _, ...row } of comparison.missing) rows.push({ ...row, line: ++line });
  }
  const columns = new Set([...previous.columns, ...next.columns]);
  return { columns: FIELDS.filter((field) => columns.has(field)), rows };
}

/** The largest line number of a list; 1, the header's, in an empty one. */
export function lastLine(rows: readonly RosterRow[]): number {
  return rows.reduce((last, { line }) => Math.max(last, line), 1);
}

function mergeRow(
  { sheet: _, ...previous }: RosterRow,
  { line, sheet, values }: RosterRow,
  { columns }: Roster,
): RosterRow {
  const said = Object.fromEntries(columns.map((field) => [field, values[field]]));
  return {
    ...previous,
    line,
    ...(sheet !== undefined && { sheet }),
    values: { ...previous.values, ...said },
  };
}
