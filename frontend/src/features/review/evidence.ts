import type { Evidence, Note, Statement, Utterance } from './model';

/** A stretch of an utterance's text; lit ones carry the numbers of the spans that cover them. */
export interface Segment {
  text: string;
  /** From 1, as they stand at the statement; empty where nothing is lit. */
  numbers: number[];
  /** Whether a span begins here, so that its number is written once. */
  begins: number[];
}

/** Cuts a text where spans begin and end; spans may overlap, and what lies outside the text is left out. */
export function segments(text: string, spans: readonly { number: number; begin: number; end: number }[]): Segment[] {
  const inside = spans
    .map((s) => ({ ...s, begin: Math.max(0, s.begin), end: Math.min(text.length, s.end) }))
    .filter((s) => s.begin < s.end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((s) => [s.begin, s.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((begin, i) => ({
    text: text.slice(begin, cuts[i + 1]),
    numbers: inside.filter((s) => s.begin <= begin && begin < s.end).map((s) => s.number),
    begins: inside.filter((s) => s.begin === begin).map((s) => s.number),
  }));
}

export const statementsOf = (note: Note): Statement[] => note.sections.flatMap((s) => s.statements);

/** Which statements rest on an utterance: made once for a version of the note. */
export function restingOn(note: Note): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of statementsOf(note)) {
    for (const utterance of new Set(statement.evidence.map((e) => e.utteranceId))) {
      found.set(utterance, [...(found.get(utterance) ?? []), statement]);
    }
  }
  return found;
}

export type ToSettle =
  | { kind: 'unsupported' | 'uncertain'; statement: Statement; section: string }
  | { kind: 'omitted'; utterance: Utterance };

/** What asks for a decision, the worst first; what a clinician stands for by name is settled. */
export function toSettle(note: Note, utterances: readonly Utterance[]): ToSettle[] {
  const open = note.sections.flatMap(({ title, statements }) =>
    statements
      .filter((s) => !s.settled && (s.support === 'unsupported' || s.support === 'uncertain'))
      .map((statement) => ({ kind: statement.support as 'unsupported' | 'uncertain', statement, section: title })),
  );
  const omitted = new Set(note.coverage.omitted);
  return [
    ...open.filter((s) => s.kind === 'unsupported'),
    ...open.filter((s) => s.kind === 'uncertain'),
    ...utterances.filter((u) => omitted.has(u.id)).map((utterance) => ({ kind: 'omitted' as const, utterance })),
  ];
}

/** Seconds to hear for a piece of evidence, a little before and after it, or nothing where the words have no times. */
export function stretch(evidence: Evidence): { from: number; to: number } | undefined {
  const { startSeconds, endSeconds } = evidence;
  return startSeconds === undefined || endSeconds === undefined
    ? undefined
    : { from: Math.max(0, startSeconds - 0.3), to: endSeconds + 0.4 };
}
