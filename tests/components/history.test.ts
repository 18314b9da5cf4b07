import fc from 'fast-check';
import { expect, test } from 'vitest';
import { History } from '../../src/components/history';

test('undoes and redoes in order, and forgets what was undone when it goes on', () => {
  const history = new History('a');
  history.push('b');
  history.push('c');
  history.undo();
  history.undo();
  history.undo();
  expect([history.present, history.canUndo, history.canRedo]).toEqual(['a', false, true]);
  history.redo();
  history.push('d');
  history.redo();
  expect([history.present, history.canUndo, history.canRedo]).toEqual(['d', true, false]);
});

test('replaces the present without a step', () => {
  const history = new History(1);
  history.push(2);
  history.replace(3);
  history.undo();
  history.redo();
  expect(history.present).toBe(3);
});

test('all steps undone and redone lead back, whatever they were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 150 }), (values) => {
      const history = new History(0);
      for (const value of values) history.push(value);
      for (let i = 0; i < values.length; i++) history.undo();
      expect([history.present, history.canUndo]).toEqual([0, false]);
      for (let i = 0; i < values.length; i++) history.redo();
      expect([history.present, history.canRedo]).toEqual([values.at(-1) ?? 0, false]);
    }),
  );
});
