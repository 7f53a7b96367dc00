import { expect, it } from 'vitest';
import { changesBetween, type Editing, rename, revert } from './changes';
import type { Note, Statement } from './model';

const statement = (id: string, text: string, settled = false) =>
  ({ id, text, topic: '', settled, support: 'supported', reasons: [], evidence: [] }) as Statement;
const note = (...statements: Statement[]) =>
  ({ id: 'n', version: 1, sections: [{ title: 'Plan', statements }, { title: 'Other', statements: [] }] }) as unknown as Note;
const texts = (n: Note) => n.sections[0]!.statements.map((s) => s.text);

/** Changes a note as the api does, without the checker. */
function editing(): Editing {
  let next = 100;
  const map = (n: Note, id: string, make: (s: Statement) => Statement[]): Note => ({
    ...n,
    sections: n.sections.map((s) => ({ ...s, statements: s.statements.flatMap((t) => (t.id === id ? make(t) : [t])) })),
  });
  return {
    text: async (n, id, text) => map(n, id, (s) => [{ ...s, text }]),
    settle: async (n, id, settled) => map(n, id, (s) => [{ ...s, settled }]),
    remove: async (n, id) => map(n, id, () => []),
    insert: async (n, section, text, topic, after) => ({
      ...n,
      sections: n.sections.map((s) => {
        const at = after === undefined ? s.statements.length : s.statements.findIndex((t) => t.id === after) + 1;
        const added = { ...statement(`s${next++}`, text), topic };
        return s.title === section ? { ...s, statements: [...s.statements.slice(0, at), added, ...s.statements.slice(at)] } : s;
      }),
    }),
  };
}

const before = note(statement('a', 'First.'), statement('b', 'Second.'), statement('c', 'Third.'));

it.each([
  ['an edit', note(statement('a', 'First.'), statement('b', 'Changed.'), statement('c', 'Third.'))],
  ['a removal', note(statement('a', 'First.'), statement('c', 'Third.'))],
  ['two removals beside each other', note(statement('c', 'Third.'))],
  ['the removal of the first', note(statement('b', 'Second.'), statement('c', 'Third.'))],
  ['an addition', note(statement('a', 'First.'), statement('b', 'Second.'), statement('c', 'Third.'), statement('d', 'New.'))],
  ['a split', note(statement('a', 'First.'), statement('b', 'Sec'), statement('d', 'ond.'), statement('c', 'Third.'))],
  ['a join', note(statement('a', 'First. Second.'), statement('c', 'Third.'))],
  ['a decision', note(statement('a', 'First.', true), statement('b', 'Second.'), statement('c', 'Third.'))],
])('takes back %s', async (_, after) => {
  const { note: back } = await revert(after, changesBetween(before, after), editing());

  expect(texts(back)).toEqual(['First.', 'Second.', 'Third.']);
  expect(back.sections[0]!.statements.some((s) => s.settled)).toBe(false);
});

it('leaves alone what another window made of the same statement meanwhile', async () => {
  const mine = note(statement('a', 'Mine.'), statement('b', 'Second.'), statement('c', 'Third.'));
  const theirs = note(statement('a', 'Theirs.'), statement('b', 'Second.'), statement('c', 'Also theirs.'));

  expect(texts((await revert(theirs, changesBetween(before, mine), editing())).note)).toEqual(['Theirs.', 'Second.', 'Also theirs.']);
});

it('knows a statement that came back by its new id', async () => {
  const without = note(statement('a', 'First.'), statement('c', 'Third.'));
  const { renamed } = await revert(without, changesBetween(before, without), editing());

  const edited = changesBetween(before, note(statement('a', 'First.'), statement('b', 'Else.'), statement('c', 'Third.')));
  expect(rename(edited, renamed)[0]!.id).toBe('s100');
});
