import { api, given } from '../../../shared/api/client';
import type { ConsentGiven } from '../Consent';

export async function newEncounter(label: string, consent?: ConsentGiven) {
  return given(await api.POST('/api/v1/encounters', { body: { label, ...(consent ? { consent } : {}) } }));
}
