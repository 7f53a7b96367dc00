import { api, given } from '../../../shared/api/client';
import type { ConsentGiven } from '../Consent';

/** What a visit is known by, and names that are likely to be said in it. */
export interface Naming {
  label: string;
  vocabulary: readonly string[];
}

export async function newEncounter({ label, vocabulary }: Naming, consent?: ConsentGiven) {
  return given(
    await api.POST('/api/v1/encounters', { body: { label, vocabulary: [...vocabulary], ...(consent ? { consent } : {}) } }),
  );
}
