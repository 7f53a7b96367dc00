import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { TextField } from '../../shared/ui/TextField';
import { EncounterDialog, type EncounterDialogProps } from './EncounterDialog';

/** Another label for a visit: the one that was proposed is only its time. */
export function RenameDialog(props: EncounterDialogProps) {
  const { i18n } = useLingui();
  const [label, setLabel] = useState(props.encounter.label);
  return (
    <EncounterDialog
      {...props}
      title={i18n.t({ id: 'rename.title', message: 'Rename this visit' })}
      change={label.trim() ? { label: label.trim() } : undefined}
    >
      <TextField
        id="new-label"
        label={i18n.t({ id: 'new.labelField', message: 'Label' })}
        hint={i18n.t({ id: 'new.labelHint', message: "What you will know the visit by. The patient's name need not be in it." })}
        value={label}
        onChange={setLabel}
        maxLength={200}
      />
    </EncounterDialog>
  );
}
