import { describe, expect, it } from 'vitest';
import { countKey, emptyCensus, takeCensus } from '../../src/storage/census';

const A = ['guide', '', 'one'];
const B = ['guide', 'Аня', 'one'];

describe('a census', () => {
  it('counted key by key is the one taken of all, in any order', () => {
    const counted = countKey(countKey(emptyCensus(), B, 1), A, 1);
    expect(counted).toEqual(takeCensus([A, B], counted.birth));
  });

  it('forgets what was removed', () => {
    const empty = emptyCensus();
    expect(countKey(countKey(empty, A, 1), A, -1)).toEqual(empty);
  });

  it.each([
    ['another step', ['guide', '', 'two']],
    ['another child', B],
    ['letters that only stand elsewhere', ['guid', 'e', 'one']],
  ])('tells %s apart', (_name, key) => {
    expect(takeCensus([key], 0).digest).not.toBe(takeCensus([A], 0).digest);
  });
});
