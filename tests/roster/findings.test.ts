import { expect, test } from 'vitest';
import { audit, groupFindings, readRoster, writeFindingsCsv } from '../../src/roster';
import { fixture, take } from './lists';

const TODAY = '2026-11-22';

test('every finding is in one group, errors first', () => {
  const { findings } = audit(readRoster(fixture('4B-mistakes.csv')).roster, { today: TODAY });
  const groups = groupFindings(findings);
  expect(groups.flatMap((group) => group.findings).length).toBe(findings.length);
  const severities = groups.map(({ severity }) => severity);
  expect(severities.lastIndexOf('error')).toBeLessThan(severities.indexOf('question'));
  for (const { rule, severity, findings: own } of groups) {
    expect(own.every((f) => f.rule === rule.id && f.severity === severity)).toBe(true);
  }
});

test('a file of findings holds no formula and no whole СНИЛС', () => {
  const { roster } = take(
    'Класс;Ученик;СНИЛС ребёнка;Мама;СНИЛС мамы;Логин',
    '4А;=HYPERLINK("x");112-233-445 95;Ким Анна;112-233-445 95;Ким',
  );
  const csv = writeFindingsCsv(roster, audit(roster, { today: TODAY }).findings);
  expect(csv).toContain(`"'=HYPERLINK`);
  expect(csv.replace(/[\s-]/g, '')).not.toContain('11223344595');
  expect(csv.split('\r\n').length).toBeGreaterThan(2);
});
