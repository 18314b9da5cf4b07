/** The fields of a class list. A row is one child with one parent. */
export const FIELDS = [
  'className',
  'childName',
  'childBirthDate',
  'childSnils',
  'inviteCode',
  'parentName',
  'parentBirthDate',
  'parentSnils',
  'parentPhone',
  'parentEmail',
  'login',
] as const;

export type FieldName = (typeof FIELDS)[number];

/** A class list as it was written: values are trimmed text, never corrected. */
export interface Roster {
  /** Fields that have a column in the file; the others could not be checked. */
  columns: FieldName[];
  rows: RosterRow[];
}

export interface RosterRow {
  /** Line of the file where the row begins, the header being 1. */
  line: number;
  /** Sheet that the line is on, where a workbook has several. */
  sheet?: string;
  /** '' where the cell is empty or the column absent. */
  values: Record<FieldName, string>;
  /** How far the parent has come, as the teacher marked it; absent: nothing is marked. */
  stages?: readonly JoinStage[];
}

/** The stages of a parent's way in, in their order. */
export const JOIN_STAGES = ['handed-over', 'account', 'attached', 'signed-in', 'chat'] as const;

export type JoinStage = (typeof JOIN_STAGES)[number];

export type RuleId =
  | 'parent-missing'
  | 'field-missing'
  | 'login-missing'
  | 'login-format'
  | 'snils-invalid'
  | 'snils-duplicate'
  | 'snils-shared-with-child'
  | 'phone-invalid'
  | 'phone-duplicate'
  | 'phone-required-without-snils'
  | 'email-invalid'
  | 'date-invalid'
  | 'name-mixed-alphabet'
  | 'invite-code-missing'
  | 'invite-code-duplicate'
  | 'invite-code-ambiguous'
  | 'surname-differs'
  | 'profile-duplicate';

export type FindingSeverity = 'error' | 'warning' | 'question';

export interface Finding {
  /** Tells it from other findings, and is the same after the next import; see `finding-key.ts`. */
  key: string;
  line: number;
  /** Sheet that the line is on, where a workbook has several. */
  sheet?: string;
  rule: RuleId;
  severity: FindingSeverity;
  field: FieldName;
  /** Russian: what is wrong, with the value where that helps. Other people's data is never in it. */
  message: string;
  /** How to mend it, one action each, in order. */
  steps: string[];
}

/** Why a finding is right as it is, in a word of the teacher's, by the finding's key. */
export type Resolutions = Readonly<Record<string, string>>;

/** Bad input, with a Russian message that says what happened and what to do. */
export class RosterError extends Error {
  override name = 'RosterError';
}

/** Where a row or finding stands, as a key: lines repeat from sheet to sheet. */
export function placeOf({ line, sheet = '' }: { line: number; sheet?: string }): string {
  return `${String(line)} ${sheet}`;
}
