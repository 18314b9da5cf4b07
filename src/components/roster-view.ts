import * as listWords from '../messages/ru/class-list';
import { FIELDS, MARKS, placeOf, type FieldName, type RosterRow } from '../roster';

/** Which rows are shown. */
export const FILTERS = {
  all: listWords.filterAll,
  errors: listWords.filterErrors,
  questions: listWords.filterQuestions,
  chosen: listWords.filterChosen,
  absent: listWords.filterNotSignedIn,
} as const;

export type Filter = keyof typeof FILTERS;

/** What rows can be sorted by; `line` is the order of the list. */
export type SortKey = 'line' | 'className' | 'childName' | 'inviteCode' | 'parentName';

/** The orders, with the heads of their columns. */
export const SORT_TITLES: readonly (readonly [SortKey, string])[] = [
  ['line', listWords.columnRow],
  ['className', listWords.columnClass],
  ['childName', listWords.columnPupil],
  ['inviteCode', listWords.columnCode],
  ['parentName', listWords.columnParent],
];

export interface RosterView {
  /** Words that a row must have, all of them. */
  text: string;
  filter: Filter;
  sort: SortKey;
  isDescending: boolean;
}

/** The whole list as it stands. */
export const EVERYTHING: RosterView = {
  text: '',
  filter: 'all',
  sort: 'line',
  isDescending: false,
};

export interface ViewContext {
  /** Which findings are open at each place that has any: sums of `MARKS`. */
  marks: ReadonlyMap<string, number>;
  chosen: ReadonlySet<RosterRow>;
}

/** The rows to show, in their order. СНИЛС is not searched: what is masked must not be found out. */
export function viewRows(
  rows: readonly RosterRow[],
  { text, filter, sort, isDescending }: RosterView,
  context: ViewContext,
): readonly RosterRow[] {
  const words = levelled(text).split(/\s+/).filter(Boolean);
  const shown = rows.filter(
    (row) => passes(row, filter, context) && words.every((word) => hasWord(row, word)),
  );
  if (sort !== 'line') sortBy(shown, sort);
  return isDescending ? shown.reverse() : shown;
}

function passes(row: RosterRow, filter: Filter, { marks, chosen }: ViewContext): boolean {
  const has = (mark: number): boolean => ((marks.get(placeOf(row)) ?? 0) & mark) !== 0;
  switch (filter) {
    case 'all':
      return true;
    case 'errors':
      return has(MARKS.error);
    case 'questions':
      return has(MARKS.question | MARKS.warning);
    case 'chosen':
      return chosen.has(row);
    case 'absent':
      return !hasSignedIn(row);
  }
}

/** Whether the parent of a row has signed in, as the teacher marked it. */
export function hasSignedIn({ stages = [] }: RosterRow): boolean {
  return stages.includes('signed-in') || stages.includes('chat');
}

const SEARCHED: readonly FieldName[] = FIELDS.filter(
  (field) => field !== 'childSnils' && field !== 'parentSnils',
);

/** Rows are never changed in place, so what was worked out of one stays true. */
const texts = new WeakMap<RosterRow, string>();

function hasWord(row: RosterRow, word: string): boolean {
  let text = texts.get(row);
  if (text === undefined) {
    const phone = row.values.parentPhone.replace(/\D/g, '');
    text = levelled([...SEARCHED.map((field) => row.values[field]), phone].join('\n'));
    texts.set(row, text);
  }
  return text.includes(word);
}

/** Keys are compared as plain text: a collator takes seconds for a hundred thousand rows. */
function sortBy(rows: RosterRow[], field: Exclude<SortKey, 'line'>): void {
  const keys = new Map(rows.map((row) => [row, sortKey(row.values[field])]));
  rows.sort((a, b) => {
    const [first = '', second = ''] = [keys.get(a), keys.get(b)];
    if (first === second) return 0;
    return first < second ? -1 : 1;
  });
}

/** 2Б before 10А, ё as е; what is empty comes last. */
function sortKey(value: string): string {
  if (value === '') return '\uFFFF';
  return levelled(value).replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function levelled(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
