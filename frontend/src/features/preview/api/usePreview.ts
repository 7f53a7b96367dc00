import { useRef, useState } from 'react';
import { Problem } from '../../../shared/problem';
import type { Preview } from '../types';
import type { PreviewNote } from './previewNote';

export type PreviewState =
  | { kind: 'empty' }
  | { kind: 'loading' }
  | { kind: 'failed'; message: string }
  | { kind: 'ready'; preview: Preview };

/** The state of the page, and what starts a new note; an answer that was overtaken is dropped. */
export function usePreview(previewNote: PreviewNote) {
  const [state, setState] = useState<PreviewState>({ kind: 'empty' });
  const latest = useRef(0);

  async function write(transcript: string) {
    const mine = ++latest.current;
    setState({ kind: 'loading' });
    let next: PreviewState;
    try {
      next = { kind: 'ready', preview: await previewNote(transcript) };
    } catch (error) {
      next = { kind: 'failed', message: error instanceof Problem ? error.message : String(error) };
    }
    if (mine === latest.current) {
      setState(next);
    }
  }

  return { state, write };
}
