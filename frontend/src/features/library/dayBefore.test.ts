import { expect, test } from 'vitest';
import { dayBefore } from './dayBefore';

test.each([
  [0, '2026-03-01'],
  [1, '2026-02-28'],
  [60, '2025-12-31'],
])('%i days ago, by the clock on the wall', (days, day) => {
  expect(dayBefore(days, new Date(2026, 2, 1, 0, 30))).toBe(day);
});
