import { nameKey } from './names';
import { placeOf, type Finding, type FindingSeverity, type RosterRow } from './roster';
import { RULES } from './rules';
import type { Rule } from './rules/rule';

/** What a finding's severity is called. */
export const SEVERITY_TITLES: Readonly<Record<FindingSeverity, string>> = {
  error: 'Ошибка',
  warning: 'Внимание',
  question: 'Вопрос',
};

/** The findings of one rule and severity. */
export interface FindingGroup {
  rule: Rule;
  severity: FindingSeverity;
  findings: readonly Finding[];
}

/** The findings of one child and all who stand at it. */
export interface FamilyGroup {
  className: string;
  childName: string;
  /** What blocks most first. */
  findings: readonly Finding[];
}

/** Findings by kind: what keeps people out of the diary first, then of the meals, then the rest. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const byKind = new Map<string, FindingGroup & { findings: Finding[] }>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const there = byKind.get(key);
    const rule = RULE_BY_ID.get(finding.rule);
    if (there) there.findings.push(finding);
    else if (rule) byKind.set(key, { rule, severity: finding.severity, findings: [finding] });
  }
  return [...byKind.values()].sort((a, b) => weigh(a.findings[0]) - weigh(b.findings[0]));
}

/** Findings by family: those whom most is in the way first, then in the order of the list. */
export function groupByFamily(
  rows: readonly RosterRow[],
  findings: readonly Finding[],
): FamilyGroup[] {
  const byPlace = rowsByPlace(rows);
  const families = new Map<string, FamilyGroup & { findings: Finding[] }>();
  for (const finding of findings) {
    const place = placeOf(finding);
    const { className = '', childName = '' } = byPlace.get(place)?.values ?? {};
    const key = childName === '' ? place : `${nameKey(childName)}|${className}`;
    const family = families.get(key);
    if (family) family.findings.push(finding);
    else families.set(key, { className, childName, findings: [finding] });
  }
  for (const family of families.values()) family.findings.sort((a, b) => weigh(a) - weigh(b));
  return [...families.values()].sort((a, b) => weigh(a.findings[0]) - weigh(b.findings[0]));
}

/** The first row of each place, to say who a finding is about. */
export function rowsByPlace(rows: readonly RosterRow[]): Map<string, RosterRow> {
  const byPlace = new Map<string, RosterRow>();
  for (const row of rows) {
    const place = placeOf(row);
    if (!byPlace.has(place)) byPlace.set(place, row);
  }
  return byPlace;
}

const RULE_BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

const SEVERITIES = Object.keys(SEVERITY_TITLES) as FindingSeverity[];

/** Errors, warnings, questions; within them what is blocked, then the order of `RULES`. */
function weigh(finding: Finding | undefined): number {
  return finding ? (WEIGHTS.get(`${finding.severity} ${finding.rule}`) ?? Infinity) : Infinity;
}

const BLOCKED = ['sign-in', 'meals', undefined] as const;

const WEIGHTS = new Map(
  SEVERITIES.flatMap((severity) =>
    BLOCKED.flatMap((blocks) => RULES.filter((rule) => rule.blocks === blocks)).map(
      (rule) => `${severity} ${rule.id}`,
    ),
  ).map((kind, weight) => [kind, weight]),
);
