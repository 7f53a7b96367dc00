import { expect, it } from 'vitest';
import { problemOf } from './problem';

it('takes what the api says', () => {
  const problem = problemOf(412, {
    type: 'urn:ambient-gpt:problem:changed-meanwhile',
    title: 'Changed meanwhile',
    detail: 'Somebody else changed the note.',
    errors: [{ field: 'text', message: 'is empty' }],
  });
  expect(problem).toMatchObject({
    kind: 'changed-meanwhile',
    status: 412,
    detail: 'Somebody else changed the note.',
    errors: [{ field: 'text', message: 'is empty' }],
  });
});

it.each([[undefined], [null], ['<html>'], [{}], [[]], [{ type: 'about:blank' }], [{ detail: 'x' }]])(
  'knows that %o did not come from the api',
  (body) => {
    expect(problemOf(502, body)).toMatchObject({ kind: 'not-the-api', status: 502 });
  },
);

it('keeps what a person reads out of the message, which may reach a console', () => {
  expect(problemOf(400, { type: 'x/y', detail: 'Jane Doe' }).message).not.toContain('Jane');
});
