import type { ChangedRow, RosterComparison } from './compare';
import type { RosterRow } from './roster';

/** Counts, and enough rows of each kind to look at. */
export interface ComparisonPreview {
  added: number;
  changed: number;
  unchanged: number;
  missing: number;
  firstAdded: RosterRow[];
  firstChanged: ChangedRow[];
  firstMissing: RosterRow[];
}

const ROWS_COMPARED = 50;

/** What of a comparison is shown before it is agreed to. */
export function previewComparison(comparison: RosterComparison): ComparisonPreview {
  const { added, changed, unchanged, missing } = comparison;
  return {
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    missing: missing.length,
    firstAdded: added.slice(0, ROWS_COMPARED),
    firstChanged: changed.slice(0, ROWS_COMPARED),
    firstMissing: missing.slice(0, ROWS_COMPARED),
  };
}
