import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { NamesField, namesIn } from '../../shared/ui/NamesField';
import { EncounterDialog, type EncounterDialogProps } from './EncounterDialog';

/** The names that are listened for when this visit's recordings are heard next. */
export function NamesDialog(props: EncounterDialogProps) {
  const { i18n } = useLingui();
  const [names, setNames] = useState(props.encounter.vocabulary.join(', '));
  return (
    <EncounterDialog {...props} title={i18n.t({ id: 'names.title', message: 'Names to listen for' })} change={{ vocabulary: namesIn(names) }}>
      <NamesField value={names} onChange={setNames} />
    </EncounterDialog>
  );
}
