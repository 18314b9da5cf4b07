import { describe, expect, it } from 'vitest';
import { keysOfStep, ownersOf } from '../../src/storage/step-keys';

const child = (id: string) => ({ id, name: '', className: '', school: '', inviteCode: '' });

describe('a step', () => {
  it('of the family has one box, whatever the children', () => {
    expect(ownersOf(false, [child('1'), child('2')])).toEqual(['']);
  });

  it('for each child has one for each, and one while no child was added', () => {
    expect(ownersOf(true, [child('2'), child('3')])).toEqual(['2', '3']);
    expect(ownersOf(true, [])).toEqual(['1']);
  });

  it('keeps the ticks of its earlier ids, under its present one first', () => {
    expect(keysOfStep(['sign-in', 'enter'], '2')).toEqual([
      ['2', 'sign-in'],
      ['2', 'enter'],
    ]);
  });

  it('keeps its tick when it becomes one for each child, or ceases to be', () => {
    expect(keysOfStep(['a'], '1')).toContainEqual(['', 'a']);
    expect(keysOfStep(['a'], '')).toContainEqual(['1', 'a']);
    expect(keysOfStep(['a'], '2')).toEqual([['2', 'a']]);
  });
});
