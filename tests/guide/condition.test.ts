import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applies,
  CONDITION_VALUES,
  deserializeCondition,
  serializeCondition,
  type Condition,
  type Fact,
} from '../../src/guide';
import { parseCondition } from '../../src/guide/condition';
import { describeCondition, describedConditions } from '../../src/guide/describe-condition';

const facts = Object.entries(CONDITION_VALUES).filter(([fact]) => fact !== 'region');
const conditions: fc.Arbitrary<Condition> = fc.array(
  fc
    .constantFrom(...facts)
    .chain(([fact, values]) =>
      fc
        .subarray([...values] as string[], { minLength: 1 })
        .map((chosen) => ({ fact: fact as Fact, values: chosen })),
    ),
  { minLength: 1, maxLength: 3 },
);

describe('a condition', () => {
  test('hides nothing while the answer is unknown', () => {
    fc.assert(fc.property(conditions, (when) => applies(when, {})));
  });

  test('survives being written into the page and read back', () => {
    fc.assert(
      fc.property(conditions, (when) => {
        expect(deserializeCondition(serializeCondition(when))).toEqual(when);
      }),
    );
  });

  test.each([
    ['age<14', { age: 'under14' }, true],
    ['age<14', { age: 'from14' }, false],
    ['age>=14', { age: 'from14' }, true],
    ['device=android|windows', { device: 'other' }, false],
    ['device!=windows', { device: 'windows' }, false],
    ['device!=windows', { device: 'other' }, true],
    ['role=parent, age<14', { role: 'parent' }, true],
    ['role=parent, age<14', { role: 'parent', age: 'from14' }, false],
    ['region=tyumen', { region: 'krasnoyarsk' }, false],
  ])('%s for %o', (source, situation, expected) => {
    expect(applies(parseCondition(source, ['krasnoyarsk', 'tyumen']), situation)).toBe(expected);
  });

  test('is said in words to a reader who sees every variant', () => {
    expect(describeCondition(parseCondition('age<14, role=parent', []))).toBe(
      'Если ученику ещё нет 14 лет и вы родитель',
    );
    expect(describeCondition(parseCondition('role=pupil, age<14', []))).toBe(
      'Если вы ученик и вам ещё нет 14 лет',
    );
    expect(describeCondition(parseCondition('account!=confirmed', []))).toBe(
      'Если учётная запись ещё не создана, упрощённая или стандартная',
    );
    expect(describeCondition(parseCondition('region=tyumen', ['tyumen']))).toBe('');
  });
});

test('each value of each fact but the region has words', () => {
  const described = describedConditions().map(({ fact, values }) => `${fact}=${values.join()}`);
  const known = facts.flatMap(([fact, values]) => values.map((value) => `${fact}=${value}`));
  expect(described.sort()).toEqual(known.sort());
});
