import { PARENT_FIELDS, prepare, type AuditList, type Entry } from './audit-list';
import { ROLE_TITLES } from './columns';
import { toDay } from './dates';
import { FIELDS, type FieldName, type Finding, type Roster } from './roster';
import { RULES } from './rules';
import type { Problem, Rule } from './rules/rule';

export interface AuditOptions {
  /** The day to count ages from: a `Date` in local time, or `2026-11-22`. */
  today: Date | string;
}

export interface Audit {
  /** By line, then in the order of {@link RULES}. */
  findings: Finding[];
  /** Russian sentences: what could not be checked, since its column is absent. */
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
  const list = prepare(roster, toDay(options.today));
  const shared = linesWithSeveralParents(roster);
  const said = new Set<string>();
  const findings: Finding[] = [];
  const blocked = new Set<Entry>();
  for (const rule of RULES) {
    for (const problem of rule.check(list)) {
      const finding = toFinding(rule, problem, shared);
      if (finding.severity === 'error') blocked.add(problem.entry);
      // Two parents on one line share the child, and what is wrong with the child is said once.
      if (shared.has(finding.line)) {
        const key = JSON.stringify([finding.line, rule.id, finding.field, finding.message]);
        if (said.has(key)) continue;
        said.add(key);
      }
      findings.push(finding);
    }
  }
  return {
    findings: findings.sort((a, b) => a.line - b.line),
    notes: uncheckedNotes(roster),
    summary: summarize(list, blocked),
  };
}

function toFinding(rule: Rule, problem: Problem, shared: ReadonlySet<number>): Finding {
  const { entry, field, severity, message, steps } = problem;
  const name = entry.values.parentName;
  const named = shared.has(entry.line) && PARENT_FIELDS.includes(field) && name !== '';
  return {
    line: entry.line,
    rule: rule.id,
    severity: severity ?? rule.severity,
    field,
    message: named ? `${name}: ${message}` : message,
    steps: [...steps],
  };
}

function linesWithSeveralParents(roster: Roster): Set<number> {
  const seen = new Set<number>();
  const several = new Set<number>();
  for (const { line } of roster.rows) (seen.has(line) ? several : seen).add(line);
  return several;
}

function summarize(list: AuditList, blocked: ReadonlySet<Entry>): AuditSummary {
  const families = [...list.families.values()];
  const ready = families.filter((family) =>
    family.some((entry) => entry.hasParent && !blocked.has(entry)),
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
