import { useQuery } from '@tanstack/react-query';
import { api, given } from '../../../shared/api/client';
import { follow, hasEnded, type Job } from '../../../shared/api/jobEvents';
import { useEffect, useRef, useState } from 'react';
import type { Recording } from '../ReviewScreen';
import * as visit from './visitQueries';

/**
 * The visit with a note and the transcript that the note rests on.
 *
 * @param chosen the note that is wanted; without it, or when the visit has it no more, the newest
 */
export function useVisit(id: string, chosen: string | null) {
  const encounter = useQuery(visit.encounter(id));
  const notes = useQuery(visit.notes(id));
  const transcripts = useQuery(visit.transcripts(id));
  const noteId = (notes.data?.find((each) => each.id === chosen) ?? notes.data?.at(-1))?.id;
  const note = useQuery({ ...visit.note(noteId ?? ''), enabled: noteId !== undefined });
  // Nearly always the note rests on the newest: it is not waited for to know that.
  const transcriptId = note.data?.transcriptId ?? transcripts.data?.at(-1)?.id;
  const transcript = useQuery({ ...visit.transcript(transcriptId ?? ''), enabled: transcriptId !== undefined });
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
export function useWork(encounter: string, onEnd: (job: Job) => void): Job | undefined {
  const [job, setJob] = useState<Job>();
  const jobs = useQuery(visit.jobs(encounter));
  const newest = jobs.data?.[0];
  const known = useRef<string>(undefined);
  useEffect(() => {
    if (!newest) {
      return;
    }
    const followsAnother = known.current !== undefined && known.current !== newest.id;
    known.current = newest.id;
    if (hasEnded(newest)) {
      // It came and went between two looks, and the note may be younger than the list of notes that was read before.
      if (followsAnother) {
        onEnd(newest);
      }
      return;
    }
    return follow(newest.id, (now) => {
      setJob(now);
      if (hasEnded(now)) {
        onEnd(now);
      }
    });
  }, [newest, onEnd]);
  return job?.id === newest?.id ? job : newest;
}
