import type { FindingOrder } from './finding-sections';
import type { RosterSource, SheetChoice } from './import-session';
import type { MergeOptions } from './merge';
import type { PastFinding } from './progress';
import type { ReportMatch } from './report-columns';
import type { FieldName, Resolutions, RosterRow } from './roster';

/** What the worker is asked; each is answered under its `id`. */
export type Question =
  | { type: 'open'; source: RosterSource; columns: FieldName[] }
  | { type: 'choose'; choices: readonly SheetChoice[] }
  | { type: 'take'; options: MergeOptions }
  | { type: 'open-report'; source: RosterSource }
  | { type: 'choose-report'; match: ReportMatch }
  | {
      type: 'audit';
      columns: FieldName[];
      today: Date;
      resolved: readonly string[];
      hasBefore: boolean;
    }
  /** These four are about the last audit. */
  | { type: 'findings-at'; places: readonly string[] }
  | { type: 'sections'; order: FindingOrder }
  | { type: 'requests' }
  | { type: 'past' }
  /** Remembers the list, then tells what the next one changes in it. */
  | { type: 'hold'; columns: FieldName[] }
  | { type: 'compare'; columns: FieldName[] }
  | { type: 'csv'; columns: FieldName[] }
  | { type: 'findings-csv'; columns: FieldName[]; today: Date; resolutions: Resolutions };

export type ToWorker =
  | { type: 'question'; id: number; question: Question }
  /** Brings the worker's copy of the list up to date. */
  | { type: 'splice'; start: number; deleteCount: number; rows: RosterRow[] }
  /** Tells it a part of what had been found before the last import. */
  | { type: 'before'; isFirst: boolean; findings: PastFinding[] };

/** Any number of parts, then one of the others. */
export type FromWorker =
  | { type: 'part'; id: number; items: unknown[] }
  | { type: 'answer'; id: number; answer: unknown }
  | { type: 'failed'; id: number; message: string; isExpected: boolean };

/** Rows or findings in one message: a hundred thousand at once would hold the page for a second. */
export const ITEMS_AT_ONCE = 1_000;
