import { ROLE_TITLES } from './columns';
import { placeOf, type Finding, type FindingSeverity, type Roster, type RosterRow } from './roster';
import { RULES } from './rules';
import type { Rule } from './rules/rule';
import { formatCsv } from './write-csv';

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

/**
 * Findings by kind: what keeps people out of the diary and the meals first, then in the order of
 * `RULES`.
 */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const byKind = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const there = byKind.get(key);
    if (there) there.push(finding);
    else byKind.set(key, [finding]);
  }
  return (Object.keys(SEVERITY_TITLES) as FindingSeverity[]).flatMap((severity) =>
    RULES.flatMap((rule) => {
      const own = byKind.get(`${severity} ${rule.id}`);
      return own ? [{ rule, severity, findings: own }] : [];
    }),
  );
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

/**
 * Findings as CSV in the order of {@link groupFindings}, as `writeCsv` writes a list. A СНИЛС is in
 * it only where a message names its last digits.
 */
export function writeFindingsCsv(roster: Roster, findings: readonly Finding[]): string {
  const byPlace = rowsByPlace(roster.rows);
  const header = [
    'Важность',
    'Класс',
    'Лист',
    'Строка',
    'Ученик',
    'Поле',
    'Что не так',
    'Что сделать',
  ];
  const lines = groupFindings(findings).flatMap((group) =>
    group.findings.map((finding) => {
      const values = byPlace.get(placeOf(finding))?.values;
      return [
        SEVERITY_TITLES[finding.severity],
        values?.className ?? '',
        finding.sheet ?? '',
        String(finding.line),
        values?.childName ?? '',
        ROLE_TITLES[finding.field],
        finding.message,
        finding.steps.join(' '),
      ];
    }),
  );
  return formatCsv([header, ...lines]);
}
