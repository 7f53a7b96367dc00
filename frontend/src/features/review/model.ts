export type Support = 'supported' | 'uncertain' | 'unsupported' | 'not-said-aloud';

/** Characters begin (inclusive) to end (exclusive) of an utterance's text, and when they were said, in seconds. */
export interface Span {
  utterance: string;
  begin: number;
  end: number;
  start?: number;
  stop?: number;
}

export interface Statement {
  id: string;
  text: string;
  support: Support;
  reasons: readonly string[];
  spans: readonly Span[];
  edited: boolean;
  /** Who stands for it although the visit does not say it. */
  kept: string | undefined;
}

export interface Section {
  title: string;
  statements: readonly Statement[];
}

export interface NoteView {
  id: string;
  version: number;
  etag: string;
  sections: readonly Section[];
  /** Ids of utterances that matter and stand in no statement. */
  omitted: readonly string[];
  signed: { by: string; at: string } | undefined;
}

export interface Word {
  text: string;
  /** 0 to 1; undefined where the recognizer does not say. */
  confidence: number | undefined;
}

export interface Utterance {
  id: string;
  speaker: string;
  role: 'clinician' | 'patient' | 'other' | 'unknown';
  start: number | undefined;
  end: number | undefined;
  text: string;
  words: readonly Word[];
}
