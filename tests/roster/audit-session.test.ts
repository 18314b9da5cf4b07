import { expect, test } from 'vitest';
import { audit, MARKS, placeOf, readRoster, writeRequest, type Roster } from '../../src/roster';
import { AuditSession } from '../../src/roster/audit-session';
import type { PastFinding } from '../../src/roster/progress';
import { fixture, take } from './lists';

const TODAY = '2026-11-22';
const { roster } = readRoster(fixture('4B-mistakes.csv'));
const { findings } = audit(roster, { today: TODAY });

function look(
  list: Roster,
  resolved: readonly string[] = [],
  before?: readonly PastFinding[],
): AuditSession {
  return new AuditSession(list, { today: TODAY, resolved: new Set(resolved), before });
}

test('what is counted, marked and shown is what the audit finds', () => {
  const session = look(roster);
  const { counts, marks, resolved } = session.overview();
  const of = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  expect([counts, resolved]).toEqual([
    { error: of('error'), warning: of('warning'), question: of('question') },
    0,
  ]);
  const found = session.findingsAt(roster.rows.map(placeOf));
  expect([...found.values()].flat()).toEqual(findings);
  roster.rows.forEach((row, i) => {
    const severities = found.get(placeOf(row))?.map(({ severity }) => severity) ?? [];
    for (const [severity, mark] of Object.entries(MARKS)) {
      expect(severities.includes(severity as keyof typeof MARKS), placeOf(row)).toBe(
        ((marks[i] ?? 0) & mark) !== 0,
      );
    }
  });
  for (const order of ['kind', 'family'] as const) {
    const { open } = session.sections(order);
    const shown = open.first.flatMap(({ first }) => first.map(({ finding }) => finding.key));
    expect(shown.sort(), order).toEqual(findings.map(({ key }) => key).sort());
  }
});

test('a finding that is right as it is stands apart and marks nothing', () => {
  const [first] = findings;
  const session = look(roster, [first!.key]);
  const { resolved } = session.sections('kind');
  expect(resolved.first.map(({ finding }) => finding.key)).toEqual([first!.key]);
  expect(session.overview().resolved).toBe(1);
  const there = session.findingsAt([placeOf(first!)]).get(placeOf(first!)) ?? [];
  expect(there.map(({ key }) => key)).not.toContain(first!.key);
});

test('no more is shown under a heading than anybody reads, and all is counted', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => `5А;Ученик ${String(i)};+7955`);
  const { roster: long } = take('Класс;Ученик;Телефон', ...lines);
  const { open } = look(long).sections('kind');
  expect(open.count).toBeGreaterThan(0);
  for (const { count, first } of open.first) expect([count, first.length]).toEqual([5_000, 200]);
  const families = look(long).sections('family').open;
  expect([families.count, families.first.length]).toEqual([5_000, 200]);
  const { rows, first } = look(long).requests();
  expect([rows.length, first.length]).toEqual([5_000, 200]);
});

test('before and after: what a word was said about is in neither', () => {
  const line = (phone: string): string => `5А;Ким Ян;Ким Анна;${phone};Ким_Ишим_4`;
  const header = 'Класс;Ученик;Мама;Телефон;Логин';
  const before = look(take(header, line('+7955')).roster).past();
  expect(before.map(({ who }) => who)).toEqual(['5А, Ким Ян']);
  const mended = take(header, line('+79559090738')).roster;
  const { fixed, fresh, remaining } = look(mended, [], before).overview().progress!;
  expect([fixed.count, fresh.count, remaining.count]).toEqual([1, 0, 0]);
  expect(fixed.first[0]).toMatchObject({ who: '5А, Ким Ян' });
  expect(look(mended, [before[0]!.key], before).overview().progress!.fixed.count).toBe(0);
});

test('each message asks a parent of their own child alone', () => {
  const others = new Set(
    roster.rows.flatMap(({ values }) => [values.childName, values.parentName]),
  );
  for (const { index, request } of look(roster).requests().first) {
    const row = roster.rows[index]!;
    const text = writeRequest(row, request);
    const strangers = [...others].filter(
      (name) => name !== '' && name !== row.values.childName && name !== row.values.parentName,
    );
    expect(strangers.filter((name) => text.includes(name))).toEqual([]);
    expect(text.replace(/[\s-]/g, '')).not.toMatch(/\d{9}/);
  }
});
