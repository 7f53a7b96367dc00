import { useLingui } from '@lingui/react';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { ProblemNote } from './ProblemNote';

interface ConfirmDialogProps {
  title: string;
  /** On the button that does it. */
  act: string;
  doing: Pick<UseMutationResult<unknown, unknown, void>, 'error' | 'isPending' | 'mutate'>;
  onClose: () => void;
  /** What comes of it. */
  children: ReactNode;
}

/** Asks once before what cannot be taken back. */
export function ConfirmDialog({ title, act, doing, onClose, children }: ConfirmDialogProps) {
  const { i18n } = useLingui();
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {doing.error !== null && <ProblemNote error={doing.error} />}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {i18n.t({ id: 'cancel', message: 'Cancel' })}
        </button>
        <button type="button" className="button danger" disabled={doing.isPending} onClick={() => doing.mutate()}>
          {act}
        </button>
      </div>
    </Dialog>
  );
}
