import { describe, expect, it } from 'vitest';
import { restingOn, segments, stretch, toSettle } from './evidence';
import type { Note, Statement, Utterance } from './model';

const statement = (id: string, change: Partial<Statement> = {}): Statement => ({
  id,
  topic: '',
  text: id,
  support: 'supported',
  reasons: [],
  evidence: [],
  settled: false,
  ...change,
});

const note = (statements: Statement[], omitted: string[] = []): Note => ({
  id: 'n',
  encounterId: 'e',
  transcriptVersion: 1,
  state: 'draft',
  template: 'SOAP',
  sections: [{ title: 'Subjective', statements }],
  coverage: { share: 1, relevant: [], omitted },
  writer: { requested: 'builtin', model: 'builtin' },
  version: 1,
  createdAt: '2026-11-26T09:50:00Z',
  updatedAt: '2026-11-26T09:50:00Z',
});

const utterance = (id: string): Utterance => ({
  id,
  speaker: { label: 'Patient', role: 'patient' },
  start: 0,
  end: 1,
  text: id,
  words: [],
  misheard: [],
});

describe('a text', () => {
  it('without spans is one dark segment', () => {
    expect(segments('a dry cough', [])).toEqual([{ text: 'a dry cough', numbers: [], begins: [] }]);
  });

  it('is cut where spans begin and end, each with its number', () => {
    expect(segments('a dry cough', [{ number: 1, begin: 2, end: 5 }])).toEqual([
      { text: 'a ', numbers: [], begins: [] },
      { text: 'dry', numbers: [1], begins: [1] },
      { text: ' cough', numbers: [], begins: [] },
    ]);
  });

  it('keeps every letter when spans overlap or lie outside', () => {
    const cut = segments('a dry cough', [
      { number: 1, begin: 0, end: 5 },
      { number: 2, begin: 2, end: 99 },
      { number: 3, begin: 50, end: 60 },
    ]);
    expect(cut.map((s) => s.text).join('')).toBe('a dry cough');
    expect(cut.map((s) => s.numbers)).toEqual([[1], [1, 2], [2]]);
  });
});

it('knows which statements rest on an utterance, each once', () => {
  const a = statement('a', {
    evidence: [
      { utteranceId: 'u1', begin: 0, end: 1 },
      { utteranceId: 'u1', begin: 2, end: 3 },
    ],
  });
  const b = statement('b', { evidence: [{ utteranceId: 'u1', begin: 0, end: 1 }] });
  expect(restingOn(note([a, b])).get('u1')).toEqual([a, b]);
});

it('asks for decisions, the worst first, and not for what a clinician stands for', () => {
  const list = toSettle(
    note(
      [
        statement('fine'),
        statement('unsure', { support: 'uncertain' }),
        statement('wrong', { support: 'unsupported' }),
        statement('mine', { support: 'unsupported', settled: true }),
      ],
      ['u2'],
    ),
    [utterance('u1'), utterance('u2')],
  );
  expect(list.map((s) => (s.kind === 'omitted' ? s.utterance.id : s.statement.id))).toEqual(['wrong', 'unsure', 'u2']);
});

it('plays a little before and after, and nothing where the words have no times', () => {
  const evidence = { utteranceId: 'u', begin: 0, end: 1 };
  expect(stretch({ ...evidence, startSeconds: 0.1, endSeconds: 2 })).toEqual({ from: 0, to: 2.4 });
  expect(stretch(evidence)).toBeUndefined();
});
