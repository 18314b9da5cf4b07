import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/guide';
import { childrenFor, parseChildren, withAges, type Child } from '../../src/storage/children';

const child = (id: string, age?: Child['age']): Child => ({
  id,
  name: '',
  className: '',
  school: '',
  inviteCode: '',
  ...(age && { age }),
});
const SMALL = child('1', 'under14');
const BIG = child('2', 'from14');
const UNSAID = child('3');
const YOUNG: Condition = [{ fact: 'age', values: ['under14'] }];

test('an age is kept with its child; what an earlier or a later version wrote is still a child', () => {
  const earlier = { ...UNSAID };
  const later = { ...UNSAID, age: 'from18', colour: 'red' };
  expect(parseChildren([SMALL, earlier, later])).toEqual([SMALL, UNSAID, UNSAID]);
});

describe('the age that decides for all', () => {
  test.each<[string, Child[], string | undefined]>([
    ['is the answer without children', [], 'under14'],
    ['is the answer where no child has one', [UNSAID], 'under14'],
    ['is that of the children, whatever was answered', [BIG, BIG], 'from14'],
    ['is open on both sides of 14', [SMALL, BIG], undefined],
    ['is open where the answer differs from a child', [UNSAID, BIG], undefined],
  ])('%s', (_name, children, age) => {
    const answers = { age: 'under14', device: 'android' };
    expect(withAges(answers, children)).toEqual({ device: 'android', ...(age && { age }) });
  });
});

test('a step for one age is for the children of that age, and for those who may be', () => {
  const family = [SMALL, BIG, UNSAID];
  expect(childrenFor(YOUNG, family, {})).toEqual([SMALL, UNSAID]);
  expect(childrenFor(YOUNG, family, { age: 'from14' })).toEqual([SMALL]);
  expect(childrenFor([{ fact: 'device', values: ['windows'] }], family, {})).toEqual(family);
});

test('a name from a file or the clipboard turns no line around; emoji stay whole', () => {
  const turned = { ...SMALL, name: '\u202eАня 👩‍👧', className: '\u20674А\u2069' };
  expect(parseChildren([turned])).toEqual([{ ...SMALL, name: 'Аня 👩‍👧', className: '4А' }]);
});
