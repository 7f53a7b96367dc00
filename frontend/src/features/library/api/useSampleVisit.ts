import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, given } from '../../../shared/api/client';

/** Makes the sample visit with its transcript and note, and gives its id. */
export function useSampleVisit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/encounters:sample', {})).id,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['encounters'] }),
  });
}
