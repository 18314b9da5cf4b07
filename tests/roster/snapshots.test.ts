import { expect, test } from 'vitest';
import { addSnapshot, snapshotOf, type ClassSnapshot } from '../../src/roster';
import { take } from './lists';

const { rows } = take('Ученик', 'Ким Ян', 'Юн Ли').roster;
const SUMMARY = { children: 2, ready: 1 };

function day(date: string): ClassSnapshot {
  return snapshotOf(rows, SUMMARY, new Date(`${date}T12:00:00`));
}

test('a day is counted by stage, without anybody’s data', () => {
  const marked = rows.map((row, i) => (i === 0 ? { ...row, stages: ['account'] as const } : row));
  expect(snapshotOf(marked, SUMMARY, new Date('2026-09-01T12:00:00'))).toEqual({
    date: '2026-09-01',
    children: 2,
    ready: 1,
    rows: 2,
    stages: { 'handed-over': 0, account: 1, attached: 0, 'signed-in': 0, chat: 0 },
  });
});

test('a later count of a day takes the place of an earlier one, and days stand in order', () => {
  const three = addSnapshot(addSnapshot([day('2026-09-03')], day('2026-09-01')), {
    ...day('2026-09-03'),
    ready: 2,
  });
  expect(three.map(({ date, ready }) => [date, ready])).toEqual([
    ['2026-09-01', 1],
    ['2026-09-03', 2],
  ]);
});
