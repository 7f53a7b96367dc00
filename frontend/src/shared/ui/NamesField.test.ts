import { expect, it } from 'vitest';
import { namesIn } from './NamesField';

it('reads names between commas and line ends, each once and without what is around them', () => {
  expect(namesIn(' metoprolol, Dr Osei\nmetoprolol;;\n')).toEqual(['metoprolol', 'Dr Osei']);
});

it('keeps to what the api takes: 100 names of 60 characters', () => {
  const many = namesIn(Array.from({ length: 120 }, (_, i) => `${i}`.padStart(80, 'x') + i).join(','));
  expect(many.every((name) => name.length <= 60)).toBe(true);
  expect(namesIn(Array.from({ length: 120 }, (_, i) => `n${i}`).join(','))).toHaveLength(100);
});
