import { useEffect, useRef } from 'react';
import { LitText } from './LitText';
import type { Span, Utterance } from './types';

interface TranscriptViewProps {
  utterances: Utterance[];
  omitted: string[];
  lit: Span[];
}

export function TranscriptView({ utterances, omitted, lit }: TranscriptViewProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('mark')?.scrollIntoView?.({ block: 'nearest' });
  }, [lit]);
  return (
    <section className="transcript" aria-labelledby="transcript-title">
      <h2 id="transcript-title">What was said</h2>
      <ol ref={list}>
        {utterances.map((utterance) => (
          <li key={utterance.id} id={`turn-${utterance.id}`}>
            {speaker(utterance) !== '' && <strong>{speaker(utterance)}: </strong>}
            <LitText text={utterance.text} spans={lit.filter((span) => span.utterance === utterance.id)} />
            {omitted.includes(utterance.id) && <span className="badge">not in the note</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function speaker({ speaker: { label, role } }: Utterance) {
  return label || (role === 'unknown' ? '' : role);
}
