import { expect, it } from 'vitest';
import { aboutMinutes } from '../../src/guide/about-minutes';

it.each([
  [1, 'около 1 минуты'],
  [2, 'около 2 минут'],
  [11, 'около 11 минут'],
  [21, 'около 21 минуты'],
  [30, 'около 30 минут'],
])('%i are said in the genitive', (minutes, words) => {
  expect(aboutMinutes(minutes)).toBe(words);
});
