import { createContext, useContext, useSyncExternalStore } from 'react';
import { Recorder, type RecordingState } from './Recorder';

/** One for the window's whole life. */
export const RecorderContext = createContext<Recorder | undefined>(undefined);

export function useRecorder(): Recorder {
  const recorder = useContext(RecorderContext);
  if (!recorder) {
    throw new Error('No RecorderContext is around this component');
  }
  return recorder;
}

export function useRecording(): RecordingState {
  const recorder = useRecorder();
  return useSyncExternalStore(recorder.subscribe, recorder.snapshot);
}
