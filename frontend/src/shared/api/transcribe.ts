import { api } from './client';

/** Has a recording heard, and a note written of it. */
export async function transcribe(recording: string): Promise<void> {
  await api.POST('/api/v1/recordings/{id}:transcribe', {
    params: { path: { id: recording } },
    body: { note: true },
  });
}
