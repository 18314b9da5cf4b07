import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit, readRoster } from '../../src/roster';
import { fixture } from './lists';
test('a', () => {
  for (const f of ['4A-clean.csv', '9V-windows-1251.csv', '9V-tabs-as-pasted-from-excel.txt'])
    expect(audit(readRoster(fixture(f)).roster, { today: '2026-11-22' })).toMatchObject({
      findings: [],
      notes: [],
    });
  const { roster } = readRoster(fixture('4B-mistakes.csv'));
  const r = audit(roster, { today: '2026-11-22' });
  const e = JSON.parse(
    readFileSync(new URL('../fixtures/4B-mistakes.expected.json', import.meta.url), 'utf8'),
  );
  console.log(
    r.findings.map((f) => [f.line, f.severity, f.rule, f.field, f.message].join(' | ')).join('\n'),
    r.summary,
  );
  expect(
    r.findings
      .filter((f) => f.severity === 'error')
      .map(({ line, rule, field }) => ({ line, rule, field })),
  ).toEqual(e);
});
