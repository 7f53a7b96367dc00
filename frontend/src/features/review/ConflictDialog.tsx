import { useLingui } from '@lingui/react';
import { Dialog } from '../../shared/ui/Dialog';

export interface Conflict {
  statement: string;
  mine: string;
  /** Undefined when the other window took the statement out. */
  theirs: string | undefined;
}

interface ConflictDialogProps {
  conflict: Conflict;
  onChoose: (text: string | undefined) => void;
}

/** Two windows changed one statement: both texts are shown, and nothing is written over until somebody says which. */
export function ConflictDialog({ conflict, onChoose }: ConflictDialogProps) {
  const { i18n } = useLingui();
  const { mine, theirs } = conflict;
  return (
    <Dialog title={i18n.t({ id: 'conflict.title', message: 'Another window changed this sentence, too' })} onClose={() => onChoose(undefined)}>
      <dl className="stack">
        <dt>{i18n.t({ id: 'conflict.mine', message: 'Yours' })}</dt>
        <dd>{mine}</dd>
        <dt>{i18n.t({ id: 'conflict.theirs', message: 'The other' })}</dt>
        <dd>{theirs ?? i18n.t({ id: 'conflict.removed', message: 'It was removed.' })}</dd>
      </dl>
      <div className="actions">
        <button type="button" className="button" onClick={() => onChoose(undefined)}>
          {i18n.t({ id: 'conflict.takeTheirs', message: 'Keep the other' })}
        </button>
        {theirs !== undefined && (
          <button type="button" className="button" onClick={() => onChoose(`${theirs} ${mine}`)}>
            {i18n.t({ id: 'conflict.both', message: 'Keep both' })}
          </button>
        )}
        <button type="button" className="button primary" onClick={() => onChoose(mine)}>
          {i18n.t({ id: 'conflict.takeMine', message: 'Take mine' })}
        </button>
      </div>
    </Dialog>
  );
}
