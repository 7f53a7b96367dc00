import { useLingui } from '@lingui/react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, given } from '../../shared/api/client';

/** Of an evening's unsigned notes the next, the oldest first, without a way back to the list. */
export function NextUnsigned({ after }: { after: string }) {
  const { i18n } = useLingui();
  const unsigned = useQuery({
    queryKey: ['encounters', 'next', after],
    queryFn: async () =>
      given(await api.GET('/api/v1/encounters', { params: { query: { state: 'unsigned', sort: 'createdAt', page: 0, size: 2 } } })),
  });
  const next = unsigned.data?.items.find(({ id }) => id !== after);
  return (
    next && (
      <Link className="button primary" to={`/visits/${next.id}`} title={next.label}>
        {i18n.t({ id: 'review.nextUnsigned', message: 'Next unsigned' })}
      </Link>
    )
  );
}
