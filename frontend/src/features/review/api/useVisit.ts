import { useQuery } from '@tanstack/react-query';
import { api, given } from '../../../shared/api/client';
import { follow, hasEnded, type Job } from '../../../shared/api/jobEvents';
import { useEffect, useState } from 'react';
import type { Recording } from '../ReviewScreen';

export const noteKey = (id: string) => ['note', id] as const;

/** The visit with its newest note and the transcript that the note rests on. */
export function useVisit(id: string) {
  const path = { id };
  const encounter = useQuery({
    queryKey: ['encounter', id],
    queryFn: async () => given(await api.GET('/api/v1/encounters/{id}', { params: { path } })),
  });
  const notes = useQuery({
    queryKey: ['encounter', id, 'notes'],
    queryFn: async () =>
      given(await api.GET('/api/v1/encounters/{encounterId}/notes', { params: { path: { encounterId: id } } })).items,
  });
  const transcripts = useQuery({
    queryKey: ['encounter', id, 'transcripts'],
    queryFn: async () =>
      given(await api.GET('/api/v1/encounters/{encounterId}/transcripts', { params: { path: { encounterId: id } } })).items,
  });
  const noteId = notes.data?.at(-1)?.id;
  const note = useQuery({
    queryKey: noteKey(noteId ?? ''),
    enabled: noteId !== undefined,
    queryFn: async () => given(await api.GET('/api/v1/notes/{id}', { params: { path: { id: noteId! } } })),
  });
  const transcriptId = note.data?.transcriptId ?? transcripts.data?.at(-1)?.id;
  const transcript = useQuery({
    queryKey: ['transcript', transcriptId],
    enabled: transcriptId !== undefined && (noteId === undefined || note.data !== undefined),
    queryFn: async () => given(await api.GET('/api/v1/transcripts/{id}', { params: { path: { id: transcriptId! } } })),
  });
  return { encounter, notes, note, transcripts, transcript };
}

/** The sound behind a transcript, when there is some. */
export function useSound(recordingId: string | undefined): Recording | undefined {
  const recording = useQuery({
    queryKey: ['recording', recordingId],
    enabled: recordingId !== undefined,
    queryFn: async () => given(await api.GET('/api/v1/recordings/{id}', { params: { path: { id: recordingId! } } })),
  });
  const peaks = useQuery({
    queryKey: ['recording', recordingId, 'peaks'],
    enabled: recordingId !== undefined,
    queryFn: async () => given(await api.GET('/api/v1/recordings/{id}/peaks', { params: { path: { id: recordingId! } } })),
  });
  return recording.data?.seconds === undefined
    ? undefined
    : {
        src: `/api/v1/recordings/${recordingId}/audio`,
        seconds: recording.data.seconds,
        peaks: peaks.data?.values ?? [],
      };
}

/** What is being worked on for this visit, until it has ended. */
export function useWork(encounter: string, onEnd: () => void): Job | undefined {
  const [job, setJob] = useState<Job>();
  const jobs = useQuery({
    queryKey: ['encounter', encounter, 'jobs'],
    queryFn: async () =>
      given(await api.GET('/api/v1/jobs', { params: { query: { encounterId: encounter, size: 1 } } })).items,
  });
  const newest = jobs.data?.[0];
  useEffect(() => {
    if (!newest || hasEnded(newest)) {
      return;
    }
    return follow(newest.id, (now) => {
      setJob(now);
      if (hasEnded(now)) {
        onEnd();
      }
    });
  }, [newest, onEnd]);
  return job?.id === newest?.id ? job : newest;
}
