import type { RosterNote } from './note';
import type { PastFinding } from './progress';
import type { JoinStage, Resolutions, Roster } from './roster';

/** All that is kept of a class: the list, and what was said and counted about it. */
export interface ClassRecord {
  roster: Roster;
  /** What the last import left to look at. */
  notes: readonly RosterNote[];
  /** Why some findings are right as they are; absent: nothing was said. */
  resolutions?: Resolutions;
  /** How the class stood on days before, the earliest first; absent: none was counted. */
  snapshots?: readonly ClassSnapshot[];
  /** How the teacher writes children's names after «для», by the name in the list; '' for not at all. */
  forWhom?: ForWhom;
  /** What had been found in the list before the last import; absent before there was one. */
  before?: readonly PastFinding[];
  /** What was pasted and not read yet when the list was closed; absent: nothing was. */
  unread?: UnreadText;
}

/** Tables as they were pasted. */
export interface UnreadText {
  list?: string;
  report?: string;
}

/** Names after «для», by the name as the list has it. */
export type ForWhom = Readonly<Record<string, string>>;

/** Counts of one day, for the class over time; nobody's data is in it. */
export interface ClassSnapshot {
  /** The day, `2026-11-23`. */
  date: string;
  /** Children in the list. */
  children: number;
  /** Children whom no error keeps out, as in `AuditSummary`. */
  ready: number;
  /** Rows of the list, each a child with a parent. */
  rows: number;
  /** Rows whose parent has come to each stage; a stage that none has come to may be absent. */
  stages: Readonly<Partial<Record<JoinStage, number>>>;
}
