import { base64 } from '../../../recording/base64';
import type { Target } from '../../../recording/Recorder';
import { api, given } from '../../../shared/api/client';
import type { ConsentGiven } from '../Consent';
import { type Naming, newEncounter } from './newEncounter';

/** A visit with its consent, and in it a recording that can be spoken into. */
export async function startRecording(naming: Naming, consent: ConsentGiven): Promise<Target> {
  const encounter = await newEncounter(naming, consent);
  const recording = given(
    await api.POST('/api/v1/encounters/{encounterId}/recordings:live', { params: { path: { encounterId: encounter.id } } }),
  );
  return {
    id: recording.id,
    encounter: encounter.id,
    label: encounter.label,
    startedAt: new Date().toISOString(),
    key: base64(recording.key),
  };
}
