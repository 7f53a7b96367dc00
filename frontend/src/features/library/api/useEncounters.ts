import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, given } from '../../../shared/api/client';
import type { components } from '../../../shared/api/schema';

export type Encounter = components['schemas']['Encounter'];

/** Which visits: as the address says it. */
export interface Filter {
  words: string;
  unsigned: boolean;
  /** The first and the last day, as 2026-11-26; empty for any. */
  from: string;
  to: string;
}

const dayOf = (text: string | null) => (/^\d{4}-\d\d-\d\d$/.test(text ?? '') ? text! : '');

export const filterOf = (address: URLSearchParams): Filter => ({
  words: address.get('q') ?? '',
  unsigned: address.get('state') === 'unsigned',
  from: dayOf(address.get('from')),
  to: dayOf(address.get('to')),
});

/** Visits, a page at a time: the newest first, but of those that want a signature the one that waits longest. */
export const encounters = ({ words, unsigned, from, to }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['encounters', words, unsigned, from, to],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) =>
      given(
        await api.GET('/api/v1/encounters', {
          params: {
            query: {
              page: pageParam,
              size: 50,
              ...(words ? { q: words } : {}),
              ...(unsigned ? { state: 'unsigned', sort: 'createdAt' } : {}),
              ...(from ? { from } : {}),
              ...(to ? { to } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => ((last.page + 1) * last.size < last.total ? last.page + 1 : undefined),
  });

/** While one is being worked on the list looks again every few seconds. */
export function useEncounters(filter: Filter) {
  return useInfiniteQuery({
    ...encounters(filter),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((p) => p.items.some((e) => e.job && e.job.state !== 'failed')) ? 3_000 : false,
  });
}
