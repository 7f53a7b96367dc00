import { queryOptions } from '@tanstack/react-query';
import { api, given } from '../../../shared/api/client';

const at = (id: string) => ({ params: { path: { id } } });
const of = (encounterId: string) => ({ params: { path: { encounterId } } });

export const noteKey = (id: string) => ['note', id] as const;

export const encounter = (id: string) =>
  queryOptions({
    queryKey: ['encounter', id],
    queryFn: async () => given(await api.GET('/api/v1/encounters/{id}', at(id))),
  });

export const notes = (visit: string) =>
  queryOptions({
    queryKey: ['encounter', visit, 'notes'],
    queryFn: async () => given(await api.GET('/api/v1/encounters/{encounterId}/notes', of(visit))).items,
  });

export const transcripts = (visit: string) =>
  queryOptions({
    queryKey: ['encounter', visit, 'transcripts'],
    queryFn: async () => given(await api.GET('/api/v1/encounters/{encounterId}/transcripts', of(visit))).items,
  });

/** The newest job of a visit, if there is one. */
export const jobs = (visit: string) =>
  queryOptions({
    queryKey: ['encounter', visit, 'jobs'],
    queryFn: async () => given(await api.GET('/api/v1/jobs', { params: { query: { encounterId: visit, size: 1 } } })).items,
  });

export const note = (id: string) =>
  queryOptions({ queryKey: noteKey(id), queryFn: async () => given(await api.GET('/api/v1/notes/{id}', at(id))) });

export const transcript = (id: string) =>
  queryOptions({ queryKey: ['transcript', id], queryFn: async () => given(await api.GET('/api/v1/transcripts/{id}', at(id))) });
