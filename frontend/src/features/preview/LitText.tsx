import type { ReactNode } from 'react';
import type { Span } from './types';

interface LitTextProps {
  text: string;
  spans: Span[];
}

/** Text with some stretches lit; those that overlap are lit once. */
export function LitText({ text, spans }: LitTextProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { begin, end } of [...spans].sort((a, b) => a.begin - b.begin)) {
    const from = Math.max(begin, at);
    if (from < end) {
      parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>);
      at = end;
    }
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
