export * from './roster';
export type { ClassRecord, ClassSnapshot, ForWhom, UnreadText } from './class-record';
export { NOTE_KINDS, type RosterNote } from './note';
export type { Encoding } from './decode';
export type { Delimiter } from './delimited';
export {
  MAX_FILE_BYTES,
  readPastedTable,
  readTable,
  type ReadTableOptions,
  type Table,
  type TableRow,
  type TextTable,
} from './table';
export { columnExamples } from './column-examples';
export {
  matchColumns,
  ROLE_TITLES,
  type ColumnMatch,
  type ColumnRole,
  type NamePart,
  type TableMatch,
} from './columns';
export { readRoster, toRoster, type TakenRoster } from './to-roster';
export { openRoster } from './open-roster';
export { givenValues, hasInviteCodes } from './given-values';
export { audit, type Audit, type AuditOptions, type AuditSummary } from './audit';
export { RULES } from './rules';
export type { Rule } from './rules/rule';
export { formatSnils, isSnilsValid, maskSnils, normalizeSnils, snilsProblem } from './snils';
export { formatPhone, normalizePhone } from './phone';
export type { ComparisonPreview } from './comparison-preview';
export type { ImportPreview, RosterSource, SheetChoice, SheetPreview } from './import-session';
export { lastLine, mergeRosters, type MergeOptions } from './merge';
export { SEVERITY_TITLES } from './finding-groups';
export { MARKS, type AuditSections } from './audit-session';
export type { FindingOrder, FindingSection, Shown, ShownFinding } from './finding-sections';
export type { FindingProgress, PastFinding } from './progress';
export { writeRequest, type DataRequest } from './data-request';
export {
  compareRosters,
  type ChangedRow,
  type FieldChange,
  type RosterComparison,
} from './compare';
export type { ReportColumn, ReportMatch, ReportRole } from './report-columns';
export type { ReportPreview } from './report-session';
export type { StageChange } from './report';
export { addSnapshot, snapshotOf } from './snapshots';
