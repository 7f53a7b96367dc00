import { expect, it } from 'vitest';
import { wordsThatDiffer } from './wordsThatDiffer';

it('marks on each side the words that the other does not have', () => {
  const [one, other] = wordsThatDiffer('Take ibuprofen 400 milligrams.', 'take ibuprofen 500 milligrams.');

  expect(one.filter((p) => p.differs).map((p) => p.text)).toEqual(['400']);
  expect(other.filter((p) => p.differs).map((p) => p.text)).toEqual(['500']);
});

it('marks nothing where both heard the same', () => {
  expect(wordsThatDiffer('A cough.', 'a cough.').flat().some((p) => p.differs)).toBe(false);
});
