import { ageBranchNotes } from './age-branch';
import { PARENT_FIELDS, prepare, type AuditList, type Entry } from './audit-list';
import { ROLE_TITLES } from './columns';
import { toDay } from './dates';
import { findingKey, nthKey } from './finding-key';
import { FIELDS, type FieldName, type Finding, type Roster } from './roster';
import { RULES } from './rules';
import type { Problem, Rule } from './rules/rule';

export interface AuditOptions {
  /** The day to count ages from: a `Date` in local time, or `2026-11-22`. */
  today: Date | string;
  /** Keys of findings that are right as they are: they keep nobody out. */
  resolved?: ReadonlySet<string>;
}

export interface Audit {
  /** In the order of the rows, then in the order of {@link RULES}. */
  findings: Finding[];
  /** Russian sentences: what could not be checked, since its column is absent; who is 14 already. */
  notes: string[];
  summary: AuditSummary;
}

export interface AuditSummary {
  /** Children in the list. */
  children: number;
  /** Children with a parent whom no error keeps out, as far as the list tells: «22 из 25 смогут войти». */
  ready: number;
}

/**
 * Checks a class list against every rule. It changes and merges nothing. Time and memory grow with the
 * number of rows, whatever they hold.
 *
 * @throws RangeError when `today` is not a date.
 */
export function audit(roster: Roster, options: AuditOptions): Audit {
  const { today, resolved } = options;
  const list = prepare(roster, toDay(today));
  const several = entriesSharingALine(list);
  const said = new Map<string, Finding>();
  const numberKey = keyNumbering();
  const found: { order: number; finding: Finding }[] = [];
  const blocked = new Set<Entry>();
  for (const rule of RULES) {
    for (const problem of rule.check(list)) {
      const { entry } = problem;
      const written = toFinding(rule, problem, several.has(entry));
      // Two parents on one line share the child, and what is wrong with the child is said once.
      const before = several.has(entry) ? said.get(sentence(written)) : undefined;
      const finding = before ?? { ...written, key: numberKey(written.key) };
      if (finding.severity === 'error' && !resolved?.has(finding.key)) blocked.add(entry);
      if (before) continue;
      if (several.has(entry)) said.set(sentence(written), finding);
      found.push({ order: entry.order, finding });
    }
  }
  return {
    findings: found.sort((a, b) => a.order - b.order).map(({ finding }) => finding),
    notes: [...uncheckedNotes(roster), ...ageBranchNotes(list)],
    summary: summarize(list, blocked, roster.columns),
  };
}

function sentence({ line, sheet, rule, field, message }: Finding): string {
  return JSON.stringify([line, sheet, rule, field, message]);
}

/** The same fault of the same value twice: the row is there twice, or the rule has two things to say. */
function keyNumbering(): (key: string) => string {
  const times = new Map<string, number>();
  return (key) => {
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : nthKey(key, time);
  };
}

function toFinding(rule: Rule, problem: Problem, sharesLine: boolean): Finding {
  const { entry, field, severity, message, steps } = problem;
  const name = entry.values.parentName;
  const named = sharesLine && PARENT_FIELDS.includes(field) && name !== '';
  return {
    key: findingKey(entry, rule.id, field),
    line: entry.line,
    ...(entry.sheet !== undefined && { sheet: entry.sheet }),
    rule: rule.id,
    severity: severity ?? rule.severity,
    field,
    message: named ? `${name}: ${message}` : message,
    steps: [...steps],
  };
}

/** Parents whose columns stand side by side: their findings must say which of them is meant. */
function entriesSharingALine({ entries }: AuditList): Set<Entry> {
  const sharing = new Set<Entry>();
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    if (before?.line === entry.line && before.sheet === entry.sheet) sharing.add(before).add(entry);
  });
  return sharing;
}

function summarize(
  list: AuditList,
  blocked: ReadonlySet<Entry>,
  columns: readonly FieldName[],
): AuditSummary {
  const families = [...list.families.values()];
  // A list without any parents' columns says nothing about them: that is a note, not a fault of each.
  const tellsOfParents = columns.some((column) => PARENT_FIELDS.includes(column));
  const ready = families.filter((family) =>
    family.some((entry) => (entry.hasParent || !tellsOfParents) && !blocked.has(entry)),
  );
  return { children: families.length, ready: ready.length };
}

/** Columns whose absence leaves something unchecked; a list without e-mail addresses lacks nothing. */
const EXPECTED: readonly FieldName[] = FIELDS.filter((field) => field !== 'parentEmail');

function uncheckedNotes(roster: Roster): string[] {
  const columns = new Set(roster.columns);
  const absent = EXPECTED.filter((field) => !columns.has(field)).map((field) => ROLE_TITLES[field]);
  if (absent.length === 0) return [];
  const names = absent.map((title) => `«${title}»`).join(', ');
  return [
    absent.length === 1
      ? `В списке нет столбца ${names}, поэтому он не проверен.`
      : `В списке нет столбцов ${names}, поэтому они не проверены.`,
  ];
}
