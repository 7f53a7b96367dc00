export type Support = 'supported' | 'uncertain' | 'unsupported';

/** Characters begin (inclusive) to end (exclusive) of an utterance's text. */
export interface Span {
  utterance: string;
  begin: number;
  end: number;
}

export interface Statement {
  text: string;
  topic: string;
  support: Support;
  reasons: { kind: string; message: string }[];
  spans: Span[];
}

export interface Section {
  title: string;
  statements: Statement[];
}

export interface Note {
  template: string;
  notice: string;
  sections: Section[];
  coverage: { omitted: string[] };
}

export interface Utterance {
  id: string;
  speaker: { label: string; role: string };
  text: string;
}

export interface Preview {
  transcript: { utterances: Utterance[] };
  note: Note;
}
