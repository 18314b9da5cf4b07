import type { AuditSummary } from './audit';
import type { ClassSnapshot } from './class-record';
import { toDay } from './dates';
import { JOIN_STAGES, type RosterRow } from './roster';

/** Days remembered: more than a school year of them, in a record of 50 kB at most. */
const LONGEST = 400;

/** How a class stands today. */
export function snapshotOf(
  rows: readonly RosterRow[],
  { children, ready }: AuditSummary,
  today: Date,
): ClassSnapshot {
  const counts = new Map(JOIN_STAGES.map((stage) => [stage, 0]));
  for (const { stages = [] } of rows) {
    for (const stage of stages) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  const { year, month, day } = toDay(today);
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return { date, children, ready, rows: rows.length, stages: Object.fromEntries(counts) };
}

/** The days with one more: a later count of a day takes the place of an earlier one. */
export function addSnapshot(
  snapshots: readonly ClassSnapshot[],
  snapshot: ClassSnapshot,
): readonly ClassSnapshot[] {
  const others = snapshots.filter(({ date }) => date !== snapshot.date);
  return [...others, snapshot].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-LONGEST);
}
