import { expect, it } from 'vitest';
import { persistently } from './part';

const failing = (times: number) => {
  let asked = 0;
  return () => (asked++ < times ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(asked));
};

it('asks again for what did not come', async () => {
  expect(await persistently(failing(2), [0, 0])).toBe(3);
});

it('says what did not come after some attempts', async () => {
  await expect(persistently(failing(3), [0, 0])).rejects.toMatchObject({ kind: 'not-loaded' });
});
