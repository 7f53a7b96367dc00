import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, given } from '../../../shared/api/client';
import type { components } from '../../../shared/api/schema';

export type Encounter = components['schemas']['Encounter'];

/** Visits, a page at a time. */
export const encounters = (words: string, unsigned: boolean) =>
  infiniteQueryOptions({
    queryKey: ['encounters', words, unsigned],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) =>
      given(
        await api.GET('/api/v1/encounters', {
          params: {
            query: { page: pageParam, size: 50, ...(words ? { q: words } : {}), ...(unsigned ? { state: 'unsigned' } : {}) },
          },
        }),
      ),
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });

/** While one is being worked on the list looks again every few seconds. */
export function useEncounters(words: string, unsigned: boolean) {
  return useInfiniteQuery({
    ...encounters(words, unsigned),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((p) => p.items.some((e) => e.job && e.job.state !== 'failed')) ? 3_000 : false,
  });
}
