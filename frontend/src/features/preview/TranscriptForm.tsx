import { useState } from 'react';

const EXAMPLE = `Doctor: What brings you in today?
Patient: I have had a dry cough for two weeks, and my throat hurts at night.
Doctor: Any fever?
Patient: No fever. I took ibuprofen yesterday.
Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
Doctor: Come back in two weeks if it is not better.`;

interface TranscriptFormProps {
  busy: boolean;
  onSubmit: (transcript: string) => void;
}

export function TranscriptForm({ busy, onSubmit }: TranscriptFormProps) {
  const [text, setText] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(text);
      }}
    >
      <label htmlFor="transcript">Transcript</label>
      <textarea
        id="transcript"
        aria-describedby="transcript-hint"
        value={text}
        rows={8}
        onChange={(event) => setText(event.target.value)}
      />
      <p id="transcript-hint" className="hint">
        One turn a line, as in “Patient: I have a cough.” WebVTT, SRT and JSON are read as well.
      </p>
      <div className="buttons">
        <button type="submit" className="primary" disabled={busy || text.trim() === ''}>
          Write the note
        </button>
        <button type="button" onClick={() => setText(EXAMPLE)}>
          Use an example
        </button>
      </div>
    </form>
  );
}
