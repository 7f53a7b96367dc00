import { useState } from 'react';
import type { PreviewNote } from './api/previewNote';
import { usePreview } from './api/usePreview';
import { NoteView } from './NoteView';
import { TranscriptForm } from './TranscriptForm';
import { TranscriptView } from './TranscriptView';
import type { Span, Statement } from './types';

const NONE: Span[] = [];

interface PreviewPageProps {
  previewNote: PreviewNote;
}

export function PreviewPage({ previewNote }: PreviewPageProps) {
  const { state, write } = usePreview(previewNote);
  const [lit, setLit] = useState<Statement | null>(null);
  return (
    <main>
      <h1>Ambient GPT Notes</h1>
      <TranscriptForm
        busy={state.kind === 'loading'}
        onSubmit={(transcript) => {
          setLit(null);
          void write(transcript);
        }}
      />
      <div role="status" className="status">
        {state.kind === 'empty' && 'Paste the transcript of a visit. Every line of the note will show the words it rests on.'}
        {state.kind === 'loading' && 'Writing the note…'}
        {state.kind === 'ready' && 'The note is written. Point at a line, or go to it with the Tab key, to see its evidence.'}
      </div>
      {state.kind === 'failed' && (
        <p role="alert" className="problem">
          {state.message}
        </p>
      )}
      {state.kind === 'ready' && (
        <div className="result">
          <NoteView note={state.preview.note} lit={lit} onLight={setLit} />
          <TranscriptView
            utterances={state.preview.transcript.utterances}
            omitted={state.preview.note.coverage.omitted}
            lit={lit?.spans ?? NONE}
          />
        </div>
      )}
    </main>
  );
}
