import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { api, given } from '../../shared/api/client';
import { ProblemNote } from '../../shared/ui/ProblemNote';

export function SampleForm({ onDone }: { onDone: (encounter: string) => void }) {
  const { i18n } = useLingui();
  const making = useMutation({
    mutationFn: async () => given(await api.POST('/api/v1/encounters:sample', {})).id,
    onSuccess: onDone,
  });
  return (
    <>
      <p>
        {i18n.t({
          id: 'sample.text',
          message: 'A short invented visit with its note: to see how evidence, settling and signing work. It is a visit like any other and can be deleted.',
        })}
      </p>
      {making.error && <ProblemNote error={making.error} />}
      <button type="button" className="button primary" disabled={making.isPending} onClick={() => making.mutate()}>
        {i18n.t({ id: 'sample.open', message: 'Open the sample visit' })}
      </button>
    </>
  );
}
