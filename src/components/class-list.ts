import type { Roster, RosterNote, RosterRow } from '../roster';

/** The teacher's list as it stands after a change; no part of it is ever changed in place. */
export interface ClassList {
  roster: Roster;
  /** Rows whose families get a memo. */
  chosen: ReadonlySet<RosterRow>;
  /** What the last import left to look at. */
  notes: readonly RosterNote[];
  /** Russian, after «Вернуть, как было: » — the change that led here. */
  change: string;
}
