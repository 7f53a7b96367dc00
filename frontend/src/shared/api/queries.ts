import { queryOptions } from '@tanstack/react-query';
import { api, given } from './client';

/** What several pages ask for. */
export const templates = queryOptions({
  queryKey: ['templates'],
  queryFn: async () => given(await api.GET('/api/v1/templates')).items,
});

export const models = queryOptions({
  queryKey: ['models'],
  queryFn: async () => given(await api.GET('/api/v1/models')).items,
});

/** What hears and what writes, ready or not. */
export const providers = queryOptions({
  queryKey: ['providers'],
  queryFn: async () => given(await api.GET('/api/v1/providers')),
});
