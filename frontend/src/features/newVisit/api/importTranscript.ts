import { api, given } from '../../../shared/api/client';
import { preferences } from '../../../shared/preferences';
import { type Naming, newEncounter } from './newEncounter';

/** A visit of these words; its note is being written when this ends. */
export async function importTranscript(naming: Naming, text: string): Promise<string> {
  const { id } = await newEncounter(naming);
  const path = { encounterId: id };
  const transcript = given(
    await api.POST('/api/v1/encounters/{encounterId}/transcripts', {
      params: { path },
      body: { content: text as never }, // any JSON: a generator of types has no word for that
    }),
  );
  const template = preferences.template.get();
  await api.POST('/api/v1/encounters/{encounterId}/notes', {
    params: { path },
    body: { transcriptId: transcript.id, ...(template ? { template } : {}) },
  });
  return id;
}
