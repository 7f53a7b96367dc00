import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, given } from './client';
import type { components } from './schema';

export type Me = components['schemas']['Me'];
export type Role = Me['roles'][number];

export const meKey = ['me'] as const;

/** Who is asking; pages below the session's gate have it at once. */
export const me = queryOptions({
  queryKey: meKey,
  staleTime: Infinity,
  queryFn: async () => given(await api.GET('/api/v1/me')),
});
export const useMe = () => useQuery(me);

/** Whether who is asking has the role. */
export const useMay = (role: Role) => useMe().data?.roles.includes(role) ?? false;

/** How one comes in here, and whether somebody has to. */
export const login = queryOptions({
  queryKey: ['login'],
  staleTime: Infinity,
  queryFn: async () => given(await api.GET('/api/v1/login')),
});
export const useLogin = () => useQuery(login);
