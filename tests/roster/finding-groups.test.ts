import { expect, test } from 'vitest';
import { audit, readRoster } from '../../src/roster';
import { groupByFamily, groupFindings } from '../../src/roster/finding-groups';
import { writeFindingsCsv } from '../../src/roster/findings-csv';
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

test('what keeps families from signing in stands before what spoils their meals', () => {
  const { roster } = readRoster(fixture('4B-mistakes.csv'));
  const { findings } = audit(roster, { today: TODAY });
  const blocked = groupFindings(findings)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule.blocks);
  expect(blocked).toContain('meals');
  const order = ['sign-in', 'meals', undefined];
  expect(blocked).toEqual([...blocked].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
});

test('every finding is in one family, two rows of a child being one', () => {
  const { roster } = take(
    'Класс;Ученик;Родитель;Телефон;Почта',
    '4А;Ким Ян;Ким Анна;+7955;a@example.ru',
    '4А;Юн Ли;Юн Вера;+79910409287;нет@',
    '4А;Ким Ян;Ким Ли;+7956;b@example.ru',
  );
  const { findings } = audit(roster, { today: TODAY });
  const families = groupByFamily(roster.rows, findings);
  expect(families.map(({ childName }) => childName)).toEqual(['Ким Ян', 'Юн Ли']);
  expect(families.flatMap((family) => family.findings).length).toBe(findings.length);
});

test('a file of findings holds the words why some are right', () => {
  const { roster } = take('Класс;Ученик;Родитель', '4А;Ким Ян;Ли Анна');
  const { findings } = audit(roster, { today: TODAY });
  const key = findings.find(({ rule }) => rule === 'surname-differs')?.key ?? '';
  expect(writeFindingsCsv(roster, findings, { [key]: 'это бабушка' })).toContain('это бабушка');
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
