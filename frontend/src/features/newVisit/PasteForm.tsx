import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNote } from '../../shared/ui/ProblemNote';
import { importTranscript } from './api/importTranscript';
import type { Naming } from './api/newEncounter';

/** As the api says; far above what a day of talk has. */
const LONGEST = 2_000_000;

export function PasteForm({ naming, onDone }: { naming: Naming; onDone: (encounter: string) => void }) {
  const { i18n } = useLingui();
  const [text, setText] = useState('');
  const sending = useMutation({ mutationFn: () => importTranscript(naming, text), onSuccess: onDone });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <div className="field">
        <label htmlFor="transcript">{i18n.t({ id: 'paste.text', message: 'Transcript' })}</label>
        <textarea
          id="transcript"
          rows={12}
          value={text}
          maxLength={LONGEST}
          placeholder={[
            i18n.t({ id: 'paste.exampleDoctor', message: 'Doctor: What brings you in today?' }),
            i18n.t({ id: 'paste.examplePatient', message: 'Patient: I have had a bad cough for two weeks.' }),
          ].join('\n')}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="muted small">
          {i18n.t({
            id: 'paste.hint',
            message: 'One turn a line, or a file of Zoom, Teams, Meet, Otter, Rev, Whisper, AWS and others: text, SRT, WebVTT or JSON.',
          })}
        </p>
      </div>
      <label className="button file">
        {i18n.t({ id: 'paste.file', message: 'Choose a file…' })}
        <input
          type="file"
          className="only-heard"
          accept=".txt,.srt,.vtt,.json,.tsv,.md"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            void file?.text().then(setText);
          }}
        />
      </label>
      {sending.error && <ProblemNote error={sending.error} />}
      <button type="submit" className="button primary" disabled={sending.isPending || !text.trim() || !naming.label.trim()}>
        {sending.isPending
          ? i18n.t({ id: 'paste.sending', message: 'Reading…' })
          : i18n.t({ id: 'paste.send', message: 'Write the note' })}
      </button>
    </form>
  );
}
