import { expect, it } from 'vitest';
import { clock } from './clock';

it.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [3_725, '1:02:05'],
  [-1, '0:00'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});
