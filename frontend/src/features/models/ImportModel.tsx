import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, given } from '../../shared/api/client';
import { ProblemNote } from '../../shared/ui/ProblemNote';

/** As a person would call it: the store puts the kind before it, and the ending after. */
const nameOf = (file: File) => file.name.replace(/^ggml-/, '').replace(/\.[^.]*$/, '').slice(0, 100);

/** A model that came by another way, for networks that reach no server. Its content decides what it is. */
export function ImportModel() {
  const { i18n } = useLingui();
  const queries = useQueryClient();
  const importing = useMutation({
    mutationFn: async (file: File) =>
      given(
        await api.POST('/api/v1/models:import', {
          params: { query: { name: nameOf(file) } },
          headers: { 'Content-Type': 'application/octet-stream' },
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as File,
        }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <div className="form">
      <label className="button file">
        {importing.isPending
          ? i18n.t({ id: 'models.importing', message: 'Bringing the file…' })
          : i18n.t({ id: 'models.import', message: 'I have a file…' })}
        <input
          className="only-heard"
          type="file"
          accept=".bin,.zip"
          disabled={importing.isPending}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) {
              importing.mutate(file);
            }
            event.target.value = '';
          }}
        />
      </label>
      <p className="muted small">
        {i18n.t({ id: 'models.importHint', message: 'A Whisper model in ggml format, or the zip file of a Vosk model: for machines that reach no server.' })}
      </p>
      {importing.isPending && <progress aria-label={i18n.t({ id: 'models.importing', message: 'Bringing the file…' })} />}
      {importing.data && (
        <p role="status">{i18n.t({ id: 'models.imported', message: '{id} is here.', values: { id: importing.data.id } })}</p>
      )}
      {importing.error && <ProblemNote error={importing.error} />}
    </div>
  );
}
