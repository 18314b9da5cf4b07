import { ROLE_TITLES } from './columns';
import { groupFindings, rowsByPlace, SEVERITY_TITLES } from './finding-groups';
import { placeOf, type Finding, type Resolutions, type Roster } from './roster';
import { formatCsv } from './write-csv';

/**
 * Findings as CSV in the order of {@link groupFindings}, as `writeCsv` writes a list; those that are
 * right as they are have the word why. A СНИЛС is in it only where a message names its last digits.
 */
export function writeFindingsCsv(
  roster: Roster,
  findings: readonly Finding[],
  resolutions: Resolutions = {},
): string {
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
    'Почему верно',
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
        resolutions[finding.key] ?? '',
      ];
    }),
  );
  return formatCsv([header, ...lines]);
}
