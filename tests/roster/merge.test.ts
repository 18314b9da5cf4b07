import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareRosters,
  FIELDS,
  mergeRosters,
  type FieldName,
  type Roster,
} from '../../src/roster';

const VALUES: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  className: ['4А', '4Б', ''],
  childName: ['Ким Ян', 'Юн Ли', 'Ли Ан'],
  childBirthDate: ['18.11.2016', '01.02.2016', ''],
  childSnils: ['006-976-207 67', ''],
  inviteCode: ['AB', 'CD', ''],
  parentName: ['Ким Анна', 'Ким Ли', ''],
  parentPhone: ['+79559090738', ''],
};

/** Any list with any of the columns; what has no column is empty. */
const rosters: fc.Arbitrary<Roster> = fc
  .subarray(FIELDS.filter((field) => field !== 'childName'))
  .chain((some) => {
    const columns = FIELDS.filter((field) => field === 'childName' || some.includes(field));
    const values = Object.fromEntries(
      FIELDS.map((field) => [
        field,
        columns.includes(field)
          ? fc.constantFrom(...(VALUES[field] ?? ['', 'x']))
          : fc.constant(''),
      ]),
    ) as Record<FieldName, fc.Arbitrary<string>>;
    return fc
      .array(fc.record(values), { minLength: 1, maxLength: 8 })
      .map((rows) => ({ columns, rows: rows.map((row, i) => ({ line: i + 2, values: row })) }));
  });

test('a preview counts every row of both lists, whatever their columns', () => {
  fc.assert(
    fc.property(rosters, rosters, (before, after) => {
      const { added, changed, unchanged, missing } = compareRosters(before, after);
      const pairs = [...changed, ...unchanged];
      const old = new Set([...missing, ...pairs.map(({ previous }) => previous)]);
      const now = new Set([...added, ...pairs.map(({ next }) => next)]);
      expect([old, now]).toEqual([new Set(before.rows), new Set(after.rows)]);
      expect(missing.length + pairs.length).toBe(before.rows.length);
    }),
  );
});

test('what is taken is what the preview said: no value but those named is changed, no row is lost', () => {
  fc.assert(
    fc.property(rosters, rosters, fc.boolean(), (before, after, keepMissing) => {
      const comparison = compareRosters(before, after);
      const { added, changed, unchanged, missing } = comparison;
      const merged = mergeRosters(before, after, comparison, { keepMissing });
      expect(merged.rows.length).toBe(
        added.length + changed.length + unchanged.length + (keepMissing ? missing.length : 0),
      );
      const texts = merged.rows.map(({ values }) => JSON.stringify(values));
      for (const { previous, fields } of changed) {
        const said = Object.fromEntries(fields.map((change) => [change.field, change.after]));
        const expected = Object.fromEntries(
          FIELDS.map((field) => [field, said[field] ?? previous.values[field]]),
        );
        expect(merged.rows.map(({ values }) => values)).toContainEqual(expected);
      }
      for (const { previous } of unchanged) {
        expect(texts.map((text) => JSON.parse(text) as unknown)).toContainEqual(previous.values);
      }
    }),
  );
});

test('taking the same list twice changes nothing the second time', () => {
  fc.assert(
    fc.property(rosters, rosters, (before, after) => {
      const once = mergeRosters(before, after, compareRosters(before, after), {
        keepMissing: false,
      });
      const again = compareRosters(once, once);
      expect(again.changed).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
